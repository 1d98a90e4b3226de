"""Statements → decisions."""
