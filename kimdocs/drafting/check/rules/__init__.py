"""The rules, by what they look at: each a function from a paper to what it found."""
