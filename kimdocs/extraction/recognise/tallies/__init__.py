"""The grammar of lines of counts."""
