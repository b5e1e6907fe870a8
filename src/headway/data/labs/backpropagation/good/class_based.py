import numpy as np


class Linear:
    def __init__(self, weight, bias):
        self.weight, self.bias = np.array(weight), np.array(bias)

    def __call__(self, x):
        self.x = x
        return np.einsum("ni,ij->nj", x, self.weight) + self.bias

    def backward(self, error):
        self.d_weight = np.einsum("ni,nj->ij", self.x, error)
        self.d_bias = np.einsum("nj->j", error)
        return np.einsum("nj,ij->ni", error, self.weight)


class Tanh:
    def __call__(self, x):
        self.y = np.tanh(x)
        return self.y

    def backward(self, error):
        return error * (1 - self.y**2)


class Network:
    def __init__(self, w):
        self.layers = [Linear(w["W1"], w["b1"]), Tanh(), Linear(w["W2"], w["b2"])]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        x = np.exp(x - x.max(1, keepdims=True))
        return x / x.sum(1, keepdims=True)

    def backward(self, error):
        for layer in reversed(self.layers):
            error = layer.backward(error)

    def gradients(self):
        first, _, last = self.layers
        return {"W1": first.d_weight, "b1": first.d_bias, "W2": last.d_weight, "b2": last.d_bias}


def forward(weights, x):
    return Network(weights)(x)


def loss_and_gradients(weights, x, y):
    network = Network(weights)
    chances = network(x)
    picked = np.take_along_axis(chances, y[:, None], axis=1)
    target = np.zeros_like(chances)
    np.put_along_axis(target, y[:, None], 1.0, axis=1)
    network.backward((chances - target) / len(y))
    return -np.mean(np.log(picked)), network.gradients()


def train(weights, x, y, steps, rate):
    for _ in range(steps):
        slopes = loss_and_gradients(weights, x, y)[1]
        weights = {k: v - rate * slopes[k] for k, v in weights.items()}
    return weights
