"""Which customers leave. Write the three functions; the brief says what each gives."""

import numpy as np


def leaking_columns(train, test):
    """Names of the columns that give the answer away."""
    raise NotImplementedError


def score(train, test):
    """One number for each row of test, larger for those more likely to leave."""
    raise NotImplementedError


def estimate_auc(train, test):
    """The area under the ROC curve to expect on new customers."""
    raise NotImplementedError
