"""Tables of numbers: rows, cells, headers, units."""
