"""Second solvers: warehouses, by building what is counted."""


def merged(n, m, k):
    table = dict.fromkeys(range(n), "old")
    table.update(dict.fromkeys(range(n - k, n - k + m), "new"))
    return len(table)


def built(n, k):
    """All that can be reached from the first model."""
    readers = {"base": [f"m{i}" for i in range(n)]}
    for i in range(n):
        readers[f"m{i}"] = [f"m{i}-{j}" for j in range(k)]
    found, ahead = set(), ["base"]
    while ahead:
        model = ahead.pop()
        found.add(model)
        ahead += readers.get(model, [])
    return len(found)


SECOND = {
    "dw-megabytes-by-columns": lambda n, c, k: sum(n * 1e6 * 8 * 0.2 for _ in range(k)) / 1e6,
    "dw-price-of-partitions": lambda g, p, d: sum(g / 1000 for _ in range(d)) * p,
    "etl-rows-after-an-upsert": merged,
    "etl-minutes-of-changed-rows": lambda n, r, p: (n * 1e6 - n * 1e6 * p / 100) / (r * 1e3) / 60,
    "dbt-models-with-a-plus": built,
    "dbt-number-of-tests": lambda a, b: len(
        [*[(i, test) for i in range(a) for test in ("unique", "not_null")], *[(a + i, "values") for i in range(b)]]
    ),
}
