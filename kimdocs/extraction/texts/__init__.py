"""Texts of resolutions: where each starts and ends, in whatever form a paper sets them."""
