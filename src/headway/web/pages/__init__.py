"""One file a page: the address, one call of a use case, one template."""
