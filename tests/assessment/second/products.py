"""Second solvers: products, by following the customers."""


def worth(m, g, c):
    """Month by month, until nobody is left."""
    stay, total = 1.0, 0.0
    for _ in range(3000):
        total += stay * m * g / 100
        stay *= 1 - c / 100
    return total


def paying(n, a, b, c):
    tried = n * a // 100 * b // 100
    return tried * c / 100


def each(k, n, s, p):
    signed = n // 100 * s
    return k / (signed - signed * (100 - p) / 100)


SECOND = {
    "pd-worth-of-a-customer": worth,
    "pd-more-who-pay": lambda n, a, b, c, d: paying(n, a, b, d) - paying(n, a, b, c),
    "pd-cost-of-one-who-pays": each,
}
