"""Forecast and back-test. Write the three functions; the brief says what each gives."""

import numpy as np


def forecast(history, ahead):
    """Dict of mean, low and high for the days that follow."""
    raise NotImplementedError


def folds(size, ahead, count):
    """List of pairs (days to learn from, days to judge on)."""
    raise NotImplementedError


def backtest(history, ahead, count):
    """Dict of errors (count, ahead), mae (ahead) and inside (one number)."""
    raise NotImplementedError
