"""Checks of a paper against itself and the rules for such papers: contradictions, gaps, legal hints, accessibility."""
