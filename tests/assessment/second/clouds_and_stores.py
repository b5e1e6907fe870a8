"""Second solvers: warehouses and clouds in use, by letting time pass."""


def medium(p, h):
    taken = 1
    for _ in ("Small", "Medium"):
        taken += taken
    return sum(taken * p for _ in range(h))


def running(m, q, s):
    """Minute by minute, over the hour."""
    return sum(1 for minute in range(60) if minute % m < q + s)


def days(t, k, c, p):
    day = t * 1000 / 365
    return sum(day * c / 100 / 1000 * p * 100 for _ in range(k))


SECOND = {
    "sf-cost-of-a-medium-one": medium,
    "sf-one-size-larger": lambda k: (2 * k * 60) / (1 * 100 * 60),
    "sf-idle-until-it-stops": running,
    "gcp-week-of-a-year": days,
    "az-hours-that-pay-a-reservation": lambda p, r: next(h / 10 for h in range(1, 99_999) if h / 10 * p >= r - 1e-9),
}
