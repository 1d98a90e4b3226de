"""A draft against the copy that somebody edited: which values and sentences changed, and what no longer agrees."""
