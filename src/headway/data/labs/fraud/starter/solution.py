"""Fraud under imbalance and cost. Write the two functions; the brief says what each gives."""

import numpy as np


def chance(train, test):
    """The chance of fraud for each row of test."""
    raise NotImplementedError


def look(train, test, cost):
    """Whether each row of test is worth a look."""
    raise NotImplementedError
