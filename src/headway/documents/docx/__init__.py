"""Word documents (Office Open XML): the archive, the text of its parts, and what is hidden in it."""
