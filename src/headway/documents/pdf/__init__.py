"""PDF: characters, their lines in human reading order, and what is hidden from the eye."""
