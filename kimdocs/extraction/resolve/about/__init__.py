"""What a document says about itself: its number, dates, body, and what it costs."""
