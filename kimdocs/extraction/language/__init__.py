"""German sentences: where they end, their tokens, and what a sentence is in its document."""
