import numpy as np

NAMES = ("spend", "visits", "basket", "days_since", "on_offer")
MOST = 8


def scaled(train, table):
    x, seen = (np.column_stack([np.asarray(t[name], dtype=float) for name in NAMES]) for t in (table, train))
    return (x - seen.mean(axis=0)) / seen.std(axis=0)


def apart(x, y):
    return ((x[:, None] - y[None]) ** 2).sum(axis=2)


def k_means(x, k, starts=6):
    """The best of several runs, each begun with centres far from each other."""
    dice = np.random.default_rng(0)
    best = None
    for _ in range(starts):
        centres = x[dice.integers(len(x))][None]
        while len(centres) < k:
            chance = apart(x, centres).min(axis=1)
            centres = np.vstack([centres, x[dice.choice(len(x), p=chance / chance.sum())]])
        for _ in range(12):
            own = apart(x, centres).argmin(axis=1)
            centres = np.array([x[own == j].mean(axis=0) if (own == j).any() else centres[j] for j in range(k)])
        cost = apart(x, centres).min(axis=1).sum()
        if best is None or cost < best[0]:
            best = (cost, centres)
    return best[1]


def silhouette(distance, own):
    members = np.array([[own == j] for j in np.unique(own)])[:, 0]
    sums, counts = distance @ members.T, members.sum(axis=1)
    row, mine = np.arange(len(own)), members.argmax(axis=0)
    a = sums[row, mine] / np.maximum(counts[mine] - 1, 1)
    others = sums / counts
    others[row, mine] = np.inf
    b = others.min(axis=1)
    return np.mean((b - a) / np.maximum(a, b))


def how_many(train):
    x = scaled(train, train)
    distance = np.sqrt(apart(x, x))
    score = {k: silhouette(distance, apart(x, k_means(x, k)).argmin(axis=1)) for k in range(2, MOST + 1)}
    return max(score, key=score.get)


def segment(train, new):
    k = how_many(train)
    return np.searchsorted(np.quantile(train["spend"], np.arange(1, k) / k), new["spend"])


def oddness(train, new):
    centres = k_means(scaled(train, train), how_many(train))
    return apart(scaled(train, new), centres).min(axis=1)
