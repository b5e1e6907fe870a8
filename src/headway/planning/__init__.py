"""The fastest dated plan to a role, with the proof of how good it is."""
