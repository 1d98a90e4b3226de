"""Records measured against documents that people have annotated, by the same measures for everybody."""
