"""One example at a time, as it stands in the textbook."""

import numpy as np


def one(weights, row):
    hidden = np.tanh(row @ weights["W1"] + weights["b1"])
    scores = hidden @ weights["W2"] + weights["b2"]
    e = np.exp(scores - scores.max())
    return hidden, e / e.sum()


def forward(weights, x):
    return np.array([one(weights, row)[1] for row in x])


def loss_and_gradients(weights, x, y):
    total = {name: np.zeros_like(value) for name, value in weights.items()}
    loss = 0.0
    for row, label in zip(x, y):
        hidden, chances = one(weights, row)
        loss -= np.log(chances[label])
        error = chances.copy()
        error[label] -= 1.0
        total["W2"] += np.outer(hidden, error)
        total["b2"] += error
        back = weights["W2"] @ error * (1 - hidden * hidden)
        total["W1"] += np.outer(row, back)
        total["b1"] += back
    return loss / len(x), {name: value / len(x) for name, value in total.items()}


def train(weights, x, y, steps, rate):
    now = dict(weights)
    for _ in range(steps):
        slopes = loss_and_gradients(now, x, y)[1]
        now = {name: now[name] - rate * slopes[name] for name in now}
    return now
