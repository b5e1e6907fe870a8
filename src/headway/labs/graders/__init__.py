"""One file a lab: draws a world, asks the code, judges what came back."""
