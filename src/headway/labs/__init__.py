"""Labs: somebody's own code, graded on worlds it has not seen, by a process it cannot reach."""
