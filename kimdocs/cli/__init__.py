"""The command line: one module a command; it composes reading, extraction, archive and drafting."""
