"""Tables whose rows are acts, each with its result."""
