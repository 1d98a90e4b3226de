"""Paper to facts: bytes → SourceDocument → Section → Mention → fact and Issue → Record."""
