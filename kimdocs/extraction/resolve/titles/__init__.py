"""The title: what a paper or an item is about."""
