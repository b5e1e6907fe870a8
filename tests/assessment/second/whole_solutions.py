"""Second solvers: whole solutions, over all states, year by year, and by adding machines one by one."""

from itertools import product


def served(a, b, c):
    """The weight of all states of four parts in which a request gets through."""
    works = [a / 100, b / 100, b / 100, c / 100]
    total = 0.0
    for state in product((True, False), repeat=4):
        weight = 1.0
        for up, share in zip(state, works, strict=True):
            weight *= share if up else 1 - share
        total += weight * (state[0] and (state[1] or state[2]) and state[3])
    return 100 * total


def cheaper(f, u, b, m, y):
    bought, built = 0, b * 1000
    for _ in range(y):
        bought += f * u
        built += m * 1000
    return (max(bought, built) - min(bought, built)) / 1000


def servers(u, r, p, s):
    need, count = u * 1000 * r * p, 0
    while count * s * 3600 * 100 < need:
        count += 1
    return count + 1


def zones(n, z):
    each = 0
    while each * (z - 1) < n:
        each += 1
    return each * z


def bill(g, p, q, m):
    """File by file of a TB, each with its age."""
    return sum(10 * g * (p if age == 0 else q) for age in range(m))


SECOND = {
    "sa-two-copies-in-a-chain": served,
    "sa-buy-or-build": cheaper,
    "sa-servers-for-the-busiest-hour": servers,
    "sa-time-with-a-way-out": lambda t, p, m, s: sum(m if call < p else t + s for call in range(100)) / 100,
    "ca-machines-when-a-zone-fails": zones,
    "ca-minutes-without-service": lambda a: 30 * 24 * 60 - a * 30 * 24 * 60 / 100,
    "ca-bill-of-old-and-new-files": bill,
}
