"""Second solvers: leading engineers, by going through changes, parts, days and weeks."""


def parts(n, a, b, h):
    """Who knows each part, before and after."""
    knowers = [{"Ana"}] * a + [{"Ben"}] * b + [{"Ana", "Cem", "Dea"}] * (n - a - b)
    taught = [known | {"Cem"} if i < h else known for i, known in enumerate(knowers)]
    return sum(len(known - {"Ana"}) <= 1 for known in taught)


def days(d, n, m):
    """Minutes saved day by day, the last day in part."""
    cost, day, saved = d * 480, 0, 0
    while saved + n * m <= cost:
        saved += n * m
        day += 1
    return day + (cost - saved) / (n * m)


def change(n, h, m, w, t):
    before = n * h * w
    after = sum(n * h - m * t + m * h * 0.5 for _ in range(w))
    return (after - before) / w


SECOND = {
    "tl-hours-of-review": lambda c, r, m: sum(m for _ in range(c) for _ in range(r)) / 60,
    "tl-known-by-one-alone": parts,
    "tl-cleaning-that-pays": days,
    "tl-trial-before-the-choice": lambda p, c, e: (p * c + (1 - p) * 0) - (p * e + (1 - p) * e),
    "tl-engineers-that-are-added": change,
    "tl-work-while-new-ones-learn": change,
}
