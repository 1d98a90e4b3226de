"""Agenda items: the lines that open them, and how their numbers count up."""
