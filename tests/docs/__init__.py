"""The documentation says what is so: pages against code."""
