"""Second solvers: images, on arrays of pixels."""

import numpy as np


def overlap(a, s):
    canvas = np.zeros((2, a, a + s), dtype=bool)
    canvas[0, :, :a] = True
    canvas[1, :, s:] = True
    return (canvas[0] & canvas[1]).sum() / (canvas[0] | canvas[1]).sum()


def blurred(a, b):
    x = np.full((3, 3), float(b))
    x[1, 1] = a
    return x.mean()


def dice(a, b, c):
    precision, recall = c / b, c / a
    return 2 * precision * recall / (precision + recall)


SECOND = {
    "vis-pixels-bytes": lambda w, h: np.zeros((h, w, 3), dtype=np.uint8).nbytes,
    "vis-box-blur": blurred,
    "vis-iou": overlap,
    "vis-anchor-count": lambda k, g: np.zeros((g, g, k)).size,
    "vis-dice": dice,
    "vis-topk": lambda n, a, b: 100 - 100 * b / n,
    "vis-patches": lambda n, p: len(range(0, n, p)) * len(range(0, n, p)),
    "vis-focal-projection": lambda f, c, x, z: (np.array([[f, 0, c], [0, f, 0], [0, 0, 1]]) @ [x / z, 0, 1])[0],
    "vis-stereo-depth": lambda b, f, d: 1 / (d / (b * f)),
    "vis-ocr-cer": lambda n, s, d, i: sum([s, d, i]) * 100 / n,
}
SECOND["vis-dice-of-two-masks"] = SECOND["vis-dice"]
