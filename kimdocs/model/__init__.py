"""The nouns of kimdocs: frozen dataclasses, enumerations, Decimal and date. No I/O, no parsing."""
