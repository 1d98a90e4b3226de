"""Forms with answers to be crossed."""
