"""Run code that somebody else wrote: it gets inputs and hands back values; walls keep it from all else."""
