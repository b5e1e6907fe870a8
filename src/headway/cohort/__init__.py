"""A class from the files that its people hand over: read, merged, and told as figures about groups of five or more."""
