def mean(values):
    return sum(values) / len(values)


def fit_line(x, y):
    mx, my = mean(x), mean(y)
    above = below = 0.0
    for a, b in zip(x, y):
        above += (a - mx) * (b - my)
        below += (a - mx) ** 2
    return [above / below, my - above / below * mx]


def predict(x, y, new):
    slope, start = fit_line(x, y)
    return [start + slope * each for each in new]


def describe(rows):
    there = sorted(r["amount"] for r in rows if r["amount"])
    n = len(there)
    middle = there[n // 2] if n % 2 else (there[n // 2 - 1] + there[n // 2]) / 2
    return dict(rows=len(rows), missing=len(rows) - n, mean=mean(there), median=middle, smallest=there[0], largest=there[-1])


def mean_by_region(rows):
    return {
        g: mean([r["amount"] for r in rows if r["region"] == g and r["amount"]])
        for g in {r["region"] for r in rows}
    }
