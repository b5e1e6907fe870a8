"""What roles pay: sourced figures side by side, disagreements shown."""
