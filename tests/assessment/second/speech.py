"""Second solvers: speech, by cutting, counting and by a Fourier transform of the samples."""

import numpy as np


def frames(t, w, h):
    return sum(1 for begin in range(0, t, h) if begin + w <= t)


def streams(m, c):
    """One more, as long as its minutes of work fit into an hour of all cores."""
    count = 0
    while (count + 1) * m <= c * 60:
        count += 1
    return count


def heard(f, s):
    """The loudest frequency of one second of samples."""
    return int(np.abs(np.fft.rfft(np.cos(2 * np.pi * f * np.arange(s) / s))).argmax())


SECOND = {
    "sr-size-of-a-recording": lambda k, m: sum(k / 1000 * 2 for _ in range(60 * m)),
    "sr-frames-of-a-clip": frames,
    "sr-live-streams-at-once": streams,
    "sr-live-streams-of-all-cores": streams,
    "sr-tone-that-folds-back": heard,
}
