"""An A/B test, read right. Write the function; the brief says what it gives."""

import numpy as np


def read_test(person, new, bought):
    """Sizes, validity, difference with interval, p-value and decision."""
    raise NotImplementedError
