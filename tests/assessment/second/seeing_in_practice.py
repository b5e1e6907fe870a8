"""Second solvers: computer vision in practice, by laying tiles and boxes."""


def tiles(s, t, o):
    ends, start = 0, 0
    while True:
        ends += 1
        if start + t >= s:
            return ends * ends
        start += t - o


def false_boxes(g, r, p):
    """Boxes of which p % are right, and of which the right ones are those found."""
    found = g * r / 100
    boxes = found / (p / 100)
    return boxes - found


SECOND = {
    "cv-frames-that-are-seen": lambda f, t: (1000 / t) / f,
    "cv-share-of-queued-pictures": lambda f, t: (1000 / t) / f,
    "cv-pixels-on-a-part": lambda p, w, s: p / (w / 100) * (s / 1000),
    "cv-false-alarms": false_boxes,
    "cv-tiles-of-a-large-image": tiles,
}
