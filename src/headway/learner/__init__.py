"""What is believed about one person's skills, and why."""
