"""The terminal door: arguments, one call of app, show."""
