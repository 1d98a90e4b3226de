"""Texts → resolutions, each linked to its decision."""
