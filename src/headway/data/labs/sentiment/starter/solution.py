"""Favourable or not, and where the model is wrong. Write the three functions; the brief says what each gives."""

import numpy as np


def chance(train, test):
    """For each review of test the chance that its writer liked the product."""
    raise NotImplementedError


def error_by_slice(reviews, chances):
    """Rows of slice, number of reviews and share decided wrongly, the worst first."""
    raise NotImplementedError


def own_errors(train):
    """Dict from slice to the share of wrong decisions to expect from chance on new reviews."""
    raise NotImplementedError
