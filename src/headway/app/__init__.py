"""The use cases: the only place where rooms meet, and where clock and folder are opened."""
