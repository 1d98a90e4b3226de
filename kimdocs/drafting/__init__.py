"""Facts to paper: fact sheet → template text with slots → blocks → Word, HTML, Markdown."""
