"""Counts of votes."""
