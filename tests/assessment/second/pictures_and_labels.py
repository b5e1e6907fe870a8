"""Second solvers: pictures and labels, by drawing them pixel by pixel and by going through all votes."""

from fractions import Fraction
from itertools import product

import numpy as np


def added(a, b):
    p, q = np.array([[a]], dtype=np.uint8), np.array([[b]], dtype=np.uint8)
    stops = np.clip(p.astype(int) + q, 0, 255)
    return int(stops[0, 0]) - int((p + q)[0, 0])


def rectangle(x, y):
    img = np.zeros((200, 200), dtype=np.uint8)
    for row in range(20, y + 1):
        for column in range(10, x + 1):
            img[row, column] = 255
    return int((img == 255).sum())


def threshold(t):
    row = np.array([80, 100, 110, 120, 120, 130, 200])
    return int(np.where(row > t, 255, 0).sum())


def eroded(s, n):
    """A pixel stays where all nine around it are white."""
    img = np.zeros((60, 60), dtype=bool)
    img[10 : 10 + s, 10 : 10 + s] = True
    for _ in range(n):
        kept = np.ones_like(img)
        for down, right in product((-1, 0, 1), repeat=2):
            kept &= np.roll(img, (down, right), (0, 1))
        img = kept
    return int(img.sum())


def places(a, b, h, w):
    return len([1 for top in range(h) if top + a <= h]) * len([1 for left in range(w) if left + b <= w])


def shoelace(w, h):
    """Corners are the centres of pixels."""
    xs, ys = [0, w - 1, w - 1, 0], [0, 0, h - 1, h - 1]
    return abs(sum(xs[i] * ys[(i + 1) % 4] - xs[(i + 1) % 4] * ys[i] for i in range(4))) / 2


def one_mind(p):
    part = Fraction(str(p))
    chance = {True: part, False: 1 - part}
    same = {who: chance[who[0]] * chance[who[1]] * chance[who[2]] for who in product((True, False), repeat=3)}
    right, wrong = same[True, True, True], same[False, False, False]
    return float(right / (right + wrong))


def cost(n, p, c):
    thirds = n * p // 100
    return float(Fraction((2 * n + thirds) * c, 100))


def guessed(n, k):
    return 100_000 * sum(all(o == 0 for o in each) for each in product(range(k), repeat=n)) / k**n


def shown(q, p):
    """Of ten thousand examples: right by a right label, or wrong by a wrong one."""
    right_right = p * (100 - q)
    wrong_wrong = (100 - p) * q
    return (right_right + wrong_wrong) / 10_000 * 100


SECOND = {
    "ocv-rows-after-a-resize": lambda h, w, x, y: sum(int(4 * y) for _ in range(0, h, 4)),
    "ocv-two-ways-to-add": added,
    "ocv-grey-of-a-pixel": lambda b, m, r: float(np.dot([0.114, 0.587, 0.299], [b, m, r])),
    "ocv-pixels-of-a-rectangle": rectangle,
    "ocv-row-after-a-threshold": threshold,
    "ocv-square-that-is-eroded": eroded,
    "ocv-hue-in-eight-bits": lambda d: float(Fraction(d, 360) * 180),
    "ocv-places-of-a-pattern": places,
    "ocv-area-of-a-contour": shoelace,
    "ann-cost-of-labels": cost,
    "ann-three-of-one-mind": one_mind,
    "ann-guessing-through-a-test": guessed,
    "ann-accuracy-by-wrong-labels": shown,
}
