"""Second solvers: alarms, by the clock and request by request."""


def lasted(a, b, c, m):
    begun, late = (600, 660, 900), (a, b, c)
    mended = [start + wait + m for start, wait in zip(begun, late, strict=True)]
    return sum(end - start for end, start in zip(mended, begun, strict=True)) / 3


def failed(t, p, n):
    """Requests spread over the seconds of an hour; those within the fault, thinned."""
    within = sum(1 for customer in range(n) if customer * 3600 / n < t * 60)
    return within * p / 100


SECOND = {"ir-mean-time-to-mend": lasted, "ir-customers-who-were-hit": failed}
