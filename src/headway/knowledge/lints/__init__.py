"""What is legal in the data but odd: one file a theme, one function a rule."""
