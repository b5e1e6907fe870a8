"""What to recommend. Write the four functions; the brief says what each gives."""

import numpy as np


def recall(recommended, relevant):
    """The share of the relevant items that the list holds."""
    raise NotImplementedError


def ndcg(recommended, relevant):
    """How high up in the list the relevant items stand, 1 at best."""
    raise NotImplementedError


def hold_out(events, share):
    """A pair: row numbers of the earlier events, and of the later ones, which are this share of all."""
    raise NotImplementedError


def recommend(events, users, k):
    """For each of the users a list of k items, the most likely one first."""
    raise NotImplementedError
