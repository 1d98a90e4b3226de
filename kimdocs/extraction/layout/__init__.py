"""Lines of a text as they were printed: what wraps, tears, pads or ends them."""
