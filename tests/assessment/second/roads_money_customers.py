"""Second solvers: roadmaps, money and customers, by going through months, pieces and calls."""

from fractions import Fraction


def there(a, b, c):
    """Week by week, until nothing is left."""
    weeks = 0
    while a > 0 or b > 0 or c > 0:
        a, b = (a - 1, b) if a > 0 else (a, b - 1)
        c -= 1
        weeks += 1
    return weeks


def lost(g, n, s):
    return sum(g * month for month in range(n - s + 1, n + 1))


def trial(b, p, g, t):
    works, fails = Fraction(str(p)), 1 - Fraction(str(p))
    at_once = works * (g - b) + fails * -b
    first = works * (g - b - t) + fails * -t
    return float(first - at_once)


def late(n, p):
    on_time = Fraction(1)
    for _ in range(n):
        on_time *= Fraction(p, 100)
    return float(100 * (1 - on_time))


def price(c, m):
    """The price of which the cost is the other part."""
    low, high = 0.0, 10.0 * c
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if middle - c < middle * m / 100 else (low, middle)
    return low


def more_pieces(m, d):
    """Of a price of 100: a piece leaves m before and m - d after; 1,000 pieces before."""
    return float(Fraction(1000 * m, m - d) / 10 - 100)


def tied(k, d, s, c):
    """Go through the ages of goods in days: paid for from age s on, and got back from age k + d on."""
    return sum(c for age in range(400) if s <= age < k + d)


def idle(v, f, p, q):
    without = -f * q
    taken = p * q - v * q - f * q
    return taken - without


def today(c, a, r):
    """Backwards: what the second year brings is worth less after the first, and all again today."""
    then = Fraction(a)
    for _ in range(1):
        then = a + then * 100 / (100 + r)
    return float(then * 100 / (100 + r) - c)


def customers(f, v, p, s):
    kept = Fraction(p * (100 - s), 100)
    return float(Fraction(f * 1000) / (kept - v))


def content(h, a, b):
    """Of ten thousand customers."""
    happy, others = 100 * h * Fraction(a, 100), 100 * (100 - h) * Fraction(b, 100)
    return float(happy * 100 / (happy + others))


def fewer_pages(p, n):
    """Those who reach the fourth page and are lost there."""
    here = Fraction(n)
    for _ in range(3):
        here -= here * p / 100
    return float(here * p / 100)


def calls(p):
    """Call by call, each with those who are still not helped."""
    mean, still = 0.0, 1.0
    for _ in range(2000):
        mean += still
        still *= 1 - p / 100
    return mean


SECOND = {
    "rm-week-when-all-is-there": there,
    "rm-weeks-at-the-pace-so-far": lambda x, y, w: float(Fraction(y, x) * w),
    "rm-launch-that-slips": lost,
    "rm-worth-of-a-trial": trial,
    "rm-all-on-time": late,
    "ba-price-with-a-margin": price,
    "ba-price-that-is-cut": more_pieces,
    "ba-money-that-is-tied-up": tied,
    "ba-order-for-idle-machines": idle,
    "ba-worth-today-of-two-years": today,
    "ba-customers-who-pay-the-rest": customers,
    "cf-happy-ones-who-answer": content,
    "cf-one-page-fewer": fewer_pages,
    "cf-those-who-say-nothing": lambda k, c, x: sum(k for _ in range(c)) * Fraction(x, 100),
    "cf-calls-for-one-solution": calls,
}
