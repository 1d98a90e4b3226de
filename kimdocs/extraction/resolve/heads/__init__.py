"""What a document's head says: labels and their values, letterheads, bodies, meetings."""
