"""Statements of results, from labels, lines, tables and margins."""
