"""Votes in tables of sides by groups."""
