"""What kimdocs costs in time and memory; run by hand, never by pytest."""
