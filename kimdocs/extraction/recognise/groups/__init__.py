"""Who voted: parliamentary groups, members, persons."""
