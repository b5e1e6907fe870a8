"""Second solvers: speaking with people, by counting them."""


def alarms(b, s, f):
    """Payment by payment, of 100,000."""
    fraud = sum(1 for i in range(100_000) if i < b * 1000)
    honest = 100_000 - fraud
    return (fraud * s + honest * f) / 100 / 100


SECOND = {
    "com-one-in-how-many": lambda p: next(n / 10 for n in range(1, 10_000) if n / 10 * p >= 100 - 1e-9),
    "com-alarms-among-a-thousand": alarms,
}
