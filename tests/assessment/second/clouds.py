"""Second solvers: clouds, by adding up what is charged."""


def instances(r, t, c):
    """Enough slots for the requests that are in work at once."""
    at_once, count = r * t / 1000, 1
    while count * c < at_once:
        count += 1
    return count


def charged(p, f, n, m):
    free, cost = f * 1000, 0.0
    for _ in range(n):
        paid = max(0, m - free)
        free, cost = max(0, free - m), cost + paid / 1000 * p
    return cost


def archive(a, r, g, k):
    cost = sum(g * a for _ in range(12))
    return cost + sum(g * r for _ in range(k))


SECOND = {
    "aws-month-of-a-bucket": lambda g, p, r, q: sum([p] * g) + sum([q] * r),
    "aws-gigabyte-seconds": lambda m, n, d: m * n * d / 1024_000,
    "aws-spot-with-repeats": lambda p, h, s, x: p * h - (h + h * x / 100) * (p * s / 100),
    "aws-price-of-downloads": charged,
    "gcp-limit-saves-nothing": lambda t, c, p: sum(t / c * p for _ in ("a", "b")),
    "gcp-instances-of-a-service": instances,
    "gcp-instances-that-keep-up": instances,
    "az-year-in-the-archive": archive,
}
