"""Records of runs, a registry with a rule, a monitor of drift. Write the three functions; the brief says what each gives."""


def run_file(params, metrics, data):
    """The text of a run's file."""
    raise NotImplementedError


def promote(registry, run):
    """The text of the registry's file after this run."""
    raise NotImplementedError


def drift(reference, window):
    """True where the window's rows are not like the reference's."""
    raise NotImplementedError
