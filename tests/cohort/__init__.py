"""A class: files read, merged, told."""
