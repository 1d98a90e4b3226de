"""Writers: one module a format, each from the same blocks."""
