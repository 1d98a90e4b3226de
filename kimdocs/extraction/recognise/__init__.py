"""Recognisers: one notion a module, each finding its mentions in the text."""
