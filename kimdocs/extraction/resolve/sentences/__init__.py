"""Sentences of running text that state results."""
