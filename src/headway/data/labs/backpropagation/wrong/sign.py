import numpy as np


def hidden_layer(weights, x):
    return np.tanh(x @ weights["W1"] + weights["b1"])


def softmax(scores):
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


def forward(weights, x):
    return softmax(hidden_layer(weights, x) @ weights["W2"] + weights["b2"])


def loss_and_gradients(weights, x, y):
    rows = np.arange(len(y))
    hidden = hidden_layer(weights, x)
    chances = forward(weights, x)
    loss = -np.log(chances[rows, y]).mean()
    error = -chances
    error[rows, y] += 1
    error /= len(y)
    back = (error @ weights["W2"].T) * (1 - hidden**2)
    gradients = {"W1": x.T @ back, "b1": back.sum(axis=0), "W2": hidden.T @ error, "b2": error.sum(axis=0)}
    return loss, gradients


def train(weights, x, y, steps, rate):
    weights = {name: value.copy() for name, value in weights.items()}
    for _ in range(steps):
        _, gradients = loss_and_gradients(weights, x, y)
        for name in weights:
            weights[name] -= rate * gradients[name]
    return weights
