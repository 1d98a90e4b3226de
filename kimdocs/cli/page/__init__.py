"""A record beside the text it was taken from, as one HTML page: every fact a click away from its place."""
