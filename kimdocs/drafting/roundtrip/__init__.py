"""Word files that went through other hands: their parts, their settled text, their lines and words."""
