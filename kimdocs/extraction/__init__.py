"""Paper to facts: bytes → SourceDocument → Context → mention → fact and Issue → Record."""
