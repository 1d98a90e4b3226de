"""Lines that tell results and counts, at the end of a text, in its margin or on their own."""
