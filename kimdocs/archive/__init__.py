"""Facts to memory: Record → Archive → search, register, export."""
