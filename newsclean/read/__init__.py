"""From what the user has to a source: one str that every offset refers to."""
