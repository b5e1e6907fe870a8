import re

import numpy as np

NEGATIONS = {"not", "never", "hardly"}
FACTOR = {"very": 1.6, "really": 1.6, "slightly": 0.5, "somewhat": 0.5}


def words(text):
    return re.findall(r"[a-z]+", text.lower())


def opinions(text):
    """(word, weight) for each part of a text: its last word, turned round and strengthened by those before it."""
    for part in text.split(","):
        found = words(part)
        weight = 1.0
        for word in found[:-1]:
            weight *= -0.7 if word in NEGATIONS else FACTOR.get(word, 1.0)
        yield found[-1], weight


def names_of(table):
    seen = set()
    for text, product in zip(table["text"], table["product"]):
        for word, _ in opinions(text):
            seen |= {word, f"{word}@{product}"}
    return {name: place for place, name in enumerate(sorted(seen))}


def matrix(table, names):
    x = np.zeros((len(table["text"]), len(names)))
    for row, (text, product) in enumerate(zip(table["text"], table["product"])):
        for word, weight in opinions(text):
            for name in (word, f"{word}@{product}"):
                if name in names:
                    x[row, names[name]] += weight
    return x


def fit(x, y, steps=300, rate=4.0, decay=1e-3):
    weights, bias = np.zeros(x.shape[1]), 0.0
    for _ in range(steps):
        off = 1 / (1 + np.exp(-(x @ weights + bias))) - y
        weights -= rate * (x.T @ off / len(y) + decay * weights)
        bias -= rate * off.mean()
    return weights, bias


def chance(train, test):
    both = {name: list(train[name]) + list(test[name]) for name in ("text", "product")}
    names = names_of(both)
    x = matrix(both, names)
    x /= np.sqrt((x != 0).mean(axis=0)) + 0.05
    weights, bias = fit(x[: len(train["text"])], np.asarray(train["liked"]), rate=0.5)
    return 1 / (1 + np.exp(-(x[len(train["text"]) :] @ weights + bias)))


def slices(table):
    found = {f"product: {name}": np.array(table["product"]) == name for name in set(table["product"])}
    negated = np.array([bool(NEGATIONS & set(words(text))) for text in table["text"]])
    short = np.array([len(words(text)) <= 12 for text in table["text"]])
    return {**found, "negation: yes": negated, "negation: no": ~negated, "length: short": short, "length: long": ~short}


def error_by_slice(reviews, chances):
    missed = (np.asarray(chances) >= 0.5) != (np.asarray(reviews["liked"]) == 1)
    rows = [[name, int(rows.sum()), missed[rows].mean()] for name, rows in slices(reviews).items() if rows.sum() >= 30]
    return sorted(rows, key=lambda row: (-row[2], row[0]))


def part_of(table, rows):
    return {name: [column[i] for i in rows] for name, column in table.items()}


def own_errors(train):
    size = len(train["text"])
    chances = np.empty(size)
    for part in range(5):
        held = np.arange(size) % 5 == part
        chances[held] = chance(part_of(train, np.flatnonzero(~held)), part_of(train, np.flatnonzero(held)))
    missed = (chances >= 0.5) != (np.asarray(train["liked"]) == 1)
    return {name: missed[rows].mean() for name, rows in slices(train).items()}
