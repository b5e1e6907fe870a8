"""Run a function apart, with limits of time and memory."""
