"""What speaks for a reading: the role of every word in it, the clause that asks, and what it asks for."""
