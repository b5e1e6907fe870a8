"""Where a text names a skill: scan for candidates, then decide each."""
