"""The Beratungsfolge: which bodies a paper goes to, when, and for what."""
