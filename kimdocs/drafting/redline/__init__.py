"""A new version against an earlier one, as tracked changes of a Word file."""
