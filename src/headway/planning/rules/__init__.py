"""What every plan must obey, one rule a file."""
