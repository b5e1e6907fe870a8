"""Lab 13: liked or not, from the words of a review; and where the model is wrong. Labels are drawn after the scores."""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

import msgspec
import numpy as np

from headway.arrays import Array
from headway.labs.ask import Ask, array, close, number
from headway.labs.marks import against_best
from headway.labs.model import Wrong
from headway.labs.practice import csv_of

TRAIN, TEST, SAMPLE = 1800, 1000, 700
ENOUGH, TOO_GOOD = 0.68, 1.06
"""Share of the best score that passes, and that nobody reaches honestly."""
FEWEST = 30
"""Fewest reviews for which a share of errors is told."""
SHORT = 12
"""Most words of a short review."""
OFF = 0.05
NOISE = 0.04
"""Share of labels that were typed in wrongly."""
GOOD = ("good", "great", "lovely", "excellent", "pleasant", "superb", "solid", "clever")
BAD = ("bad", "poor", "awful", "terrible", "dull", "broken", "messy", "useless")
SHIFTING = ("long", "small", "loud", "simple", "heavy", "strange", "slow", "dark", "sharp", "plain", "dense", "light")
"""Words that praise one product and blame another."""
PRODUCTS = ("kettle", "novel", "camera", "tent", "piano", "scooter", "lamp", "jacket", "game", "drill")
TWIN = "yacht"
ASPECTS = ("design", "price", "sound", "look", "size", "finish", "idea", "colour", "box", "manual")
NEGATIONS, STRONGER, WEAKER = ("not", "never", "hardly"), ("very", "really"), ("slightly", "somewhat")
PADDING = (
    "i bought it last week for my sister",
    "nothing else was in the parcel",
    "another one arrived a day later",
    "did you notice the notes on the shelf",
)
Reviews = dict[str, Any]


class World(msgspec.Struct, frozen=True):
    """What words mean here. clear: strength of the words that mean the same for all products. shifting: of the others,
    by word and product. hard: the product whose reviewers speak least plainly. rare: a product with few reviews.
    """

    products: list[str]
    clear: dict[str, float]
    shifting: dict[tuple[str, str], float]
    hard: str
    rare: str


def grade(ask: Ask, dice: np.random.Generator) -> None:
    """One world. Raises Wrong."""
    world = draw(dice)
    train, _ = reviews(dice, world, TRAIN, labelled=True)
    test, truth = reviews(dice, world, TEST, labelled=False)
    handed, own = ask.several(("chance", train, test), ("own_errors", train))
    chances = _chances(handed, TEST)
    if np.ptp(chances) == 0:
        raise Wrong("constant")
    _relations(ask, dice, train, test, chances, world)
    _, share = against_best(chances, truth, dice)
    ask.shares.append(share)
    if share > TOO_GOOD:
        raise Wrong("too-good")
    if share < ENOUGH:
        raise Wrong("weak")
    ask.holds("the chances come near to the best that is possible")
    _table(ask, dice, world)
    ask.holds("the table of errors is right for a model that was handed in")
    _own(own, test, np.where(chances >= 0.5, 1 - truth, truth))
    ask.holds("the errors told of the own model are those it makes on new reviews")


def practice(dice: np.random.Generator) -> dict[str, bytes]:
    """Reviews to work on."""
    world = draw(dice)
    train, _ = reviews(dice, world, TRAIN, labelled=True)
    test, _ = reviews(dice, world, TEST, labelled=False)
    return {"train.csv": csv_of(train), "test.csv": csv_of(test)}


def draw(dice: np.random.Generator) -> World:
    """Five products, one of them rare; every strength drawn anew."""
    names = [str(name) for name in dice.permutation(PRODUCTS)[:5]]
    clear = {word: float(dice.uniform(0.8, 1.6)) for word in GOOD}
    clear |= {word: float(-dice.uniform(0.8, 1.6)) for word in BAD}
    shifting = {}
    for word in SHIFTING:
        signs = dice.permutation([1, 1, -1, -1, 1])
        for name, sign in zip(names, signs, strict=True):
            shifting[word, name] = float(sign * dice.uniform(0.9, 1.6))
    return World(names, clear, shifting, names[0], names[4])


def reviews(dice: np.random.Generator, world: World, size: int, *, labelled: bool) -> tuple[Reviews, Array]:
    """Reviews of this world, and P(liked) for each."""
    texts, about, truth = [], [], np.empty(size)
    for row in range(size):
        product = world.rare if dice.random() < 0.015 else str(dice.choice(world.products[:4]))
        text, strength = _review(dice, world, product)
        texts.append(text)
        about.append(product)
        truth[row] = NOISE + (1 - 2 * NOISE) / (1 + np.exp(-1.5 * strength))
    table: Reviews = {"text": texts, "product": about}
    if labelled:
        table["liked"] = (dice.random(size) < truth).astype(int)
    return table, truth


def _review(dice: np.random.Generator, world: World, product: str) -> tuple[str, float]:
    """One to three opinions, sometimes a remark that says nothing; and what they amount to."""
    parts, total = [], 0.0
    for aspect in dice.permutation(ASPECTS)[: int(dice.integers(1, 4))]:
        if dice.random() < 0.45:
            word = str(dice.choice(SHIFTING))
            strength = world.shifting[word, product]
        else:
            word = str(dice.choice(GOOD + BAD))
            strength = world.clear[word]
        strength *= 0.15 if product == world.hard else 1.0
        before = []
        if dice.random() < 0.35:
            before.append(str(dice.choice(NEGATIONS)))
            strength *= -0.7
        kind = dice.random()
        if kind < 0.2:
            before.append(str(dice.choice(STRONGER)))
            strength *= 1.6
        elif kind < 0.4:
            before.append(str(dice.choice(WEAKER)))
            strength *= 0.5
        parts.append(" ".join([f"the {aspect}", str(dice.choice(("is", "was"))), *before, word]))
        total += strength
    if dice.random() < 0.4:
        parts.insert(int(dice.integers(0, len(parts) + 1)), str(dice.choice(PADDING)))
    return ", ".join(parts).capitalize() + ".", total


def slices(table: Reviews) -> dict[str, Array]:
    """Rows of every slice that the brief names."""
    words = [re.findall(r"[a-z]+", text.lower()) for text in table["text"]]
    negated = np.array([any(word in NEGATIONS for word in each) for each in words])
    short = np.array([len(each) <= SHORT for each in words])
    about = np.array(table["product"])
    found = {f"product: {name}": about == name for name in sorted(set(table["product"]))}
    return found | {
        "negation: yes": negated,
        "negation: no": ~negated,
        "length: short": short,
        "length: long": ~short,
    }


def _chances(value: Any, size: int) -> Array:
    found = array(value, (size,), "What chance gives")
    if found.min() < 0 or found.max() > 1:
        raise Wrong("not-a-chance")
    return found


def _relations(
    ask: Ask, dice: np.random.Generator, train: Reviews, test: Reviews, chances: Array, world: World
) -> None:
    """What must not matter: a second run, the other reviews, remarks that say nothing; and what must. Raises Wrong.

    The changed reviews, some unchanged ones and the short ones of `_probes` are asked for as one table.
    """
    spread, rows = float(chances.std()), dice.permutation(TEST)[: TEST // 3]
    probes = _probes(world)
    same = [test["text"][i] for i in rows]
    longer = [f"{text[:-1]}, {PADDING[n % 4]}." for n, text in enumerate(same)]
    about = [test["product"][i] for i in rows]
    mixed = {"text": [*same, *longer, *probes["text"]], "product": [*about, *about, *probes["product"]]}
    again, found = ask.several(("chance", train, test), ("chance", train, mixed))
    if not np.allclose(_chances(again, TEST), chances, rtol=0, atol=1e-6 * spread):
        raise Wrong("not-repeatable")
    all_found = _chances(found, len(mixed["text"]))
    unchanged, padded, short = np.split(all_found, [len(rows), 2 * len(rows)])
    if not np.allclose(unchanged, chances[rows], rtol=0, atol=1e-6 * spread):
        raise Wrong("batch-dependent")
    ask.holds("a review's chance does not depend on the other reviews")
    if float(np.abs(padded - unchanged).mean()) > 0.5 * spread:
        raise Wrong("length-only")
    ask.holds("remarks that say nothing change little")
    _meaning(ask, short, world)


def _probes(world: World) -> Reviews:
    """One opinion each: clear words as they are, then negated, then those whose meaning shifts; for four products."""
    texts = [f"The design is {word}." for word in GOOD + BAD] + [f"The design is not {word}." for word in GOOD + BAD]
    texts += [f"The design is {word}." for word in SHIFTING]
    return {"text": [t for t in texts for _ in range(4)], "product": world.products[:4] * len(texts)}


def _meaning(ask: Ask, found: Array, world: World) -> None:
    """What must matter: `not`, and which product it is. Raises Wrong."""
    size = 4 * len(GOOD + BAD)
    plain, negated, shifted = np.split(found, [size, 2 * size])
    sign = np.repeat([1.0] * len(GOOD) + [-1.0] * len(BAD), 4)
    gap = float(np.mean(sign * (plain - 0.5)))
    if gap > 0 and np.mean(sign * (plain - negated)) < 0.5 * gap:
        raise Wrong("ignores-negation")
    ask.holds("a negated word means something else")
    sides = np.array([[np.sign(world.shifting[w, name]) for name in world.products[:4]] for w in SHIFTING])
    sides = sides - sides.mean(axis=1, keepdims=True)
    if gap > 0 and np.mean(sides * shifted.reshape(sides.shape)) < 0.15 * gap:
        raise Wrong("ignores-product")
    ask.holds("the same word may praise one product and blame another")


def _table(ask: Ask, dice: np.random.Generator, world: World) -> None:
    """The table of errors for a model of ours that is bad in one place. Raises Wrong.

    With what a definition must decide: some texts are in capitals, some end in `not?`, some chances are 0.5, one
    product has 30 reviews, and another the very same ones.
    """
    table, truth = _few_of_one(*reviews(dice, world, SAMPLE, labelled=True), world.products[1])
    table["text"] = [text.upper() if n % 5 == 0 else text for n, text in enumerate(table["text"])]
    table["text"] = [f"{text[:-1]}, why not?" if n % 6 == 0 else text for n, text in enumerate(table["text"])]
    places = slices(table)
    bad = str(dice.choice([name for name in places if places[name].sum() >= FEWEST]))
    fooled = places[bad] & (dice.random(len(truth)) < 0.5)
    chances = np.where(fooled, 1 - truth, truth)
    chances[::20] = 0.5
    table, chances = _with_a_twin(table, chances, world.products[1])
    places = slices(table)
    missed = (chances >= 0.5) != (np.asarray(table["liked"]) == 1)
    rows = [(name, int(rows.sum()), float(missed[rows].mean())) for name, rows in places.items() if rows.any()]
    wanted = sorted((row for row in rows if row[1] >= FEWEST), key=lambda row: (-row[2], row[0]))
    found = _rows(ask("error_by_slice", table, chances))
    if _equal(found, wanted):
        return
    if len(found) > 1 and np.ptp([share for *_, share in found]) == 0:
        raise Wrong("overall-only")
    if _equal(found, sorted(rows, key=lambda row: (-row[2], row[0]))):
        raise Wrong("tiny-slice")
    if _equal(found, sorted(wanted, key=lambda row: (-round(row[1] * row[2]), row[0]))):
        raise Wrong("counts-not-shares")
    inside = sum(any(word in text.lower() for word in NEGATIONS) for text in table["text"])
    if ("negation: yes", inside) in [(name, count) for name, count, _ in found]:
        raise Wrong("substring")
    inside = sum(any(word in text.lower().split() for word in NEGATIONS) for text in table["text"])
    if ("negation: yes", inside) in [(name, count) for name, count, _ in found]:
        raise Wrong("split-by-spaces")
    pairs = zip_longest(found, wanted)
    yours, right = next(pair for pair in pairs if None in pair or not _equal(pair[:1], pair[1:]))
    raise Wrong("table-off", f"Where {_told(right)} belongs stands {_told(yours)}.")


def _told(row: tuple[str, int, float] | None) -> str:
    return "nothing" if row is None else f"[{row[0][:40]}, {row[1]}, {row[2]:.3f}]"


def _few_of_one(table: Reviews, truth: Array, product: str) -> tuple[Reviews, Array]:
    """The reviews with no more of this product than a slice needs."""
    about = np.asarray(table["product"]) == product
    rows = np.flatnonzero(~about | (np.cumsum(about) <= FEWEST))
    kept = {name: [table[name][i] for i in rows] for name in ("text", "product")}
    return {**kept, "liked": table["liked"][rows]}, truth[rows]


def _with_a_twin(table: Reviews, chances: Array, product: str) -> tuple[Reviews, Array]:
    """The reviews of this product stand above all once more, under a name that is the last: a tie of two slices."""
    rows = [i for i, name in enumerate(table["product"]) if name == product]
    text, about = [table["text"][i] for i in rows], [TWIN] * len(rows)
    liked = np.concatenate([table["liked"][rows], table["liked"]])
    both = {"text": [*text, *table["text"]], "product": [*about, *table["product"]], "liked": liked}
    return both, np.concatenate([chances[rows], chances])


def _rows(value: Any) -> list[tuple[str, int, float]]:
    if not isinstance(value, list) or not all(isinstance(row, list) and len(row) == 3 for row in value):
        raise Wrong("wrong-shape", "error_by_slice should give rows of name, count and share.")
    return [(str(name), int(number(count, "count")), number(share, "share")) for name, count, share in value]


def _equal(found: Sequence[tuple[str, int, float]], wanted: Sequence[tuple[str, int, float]]) -> bool:
    """The same rows in the same order; shares up to rounding."""
    same = [row[:2] for row in found] == [row[:2] for row in wanted]
    return same and close([row[2] for row in found], [row[2] for row in wanted])


def _own(value: Any, test: Reviews, wrong: Array) -> None:
    """Against the chance of a wrong decision for each review of `test`. Raises Wrong."""
    true = {name: float(wrong[rows].mean()) for name, rows in slices(test).items() if rows.sum() >= 2 * FEWEST}
    if not isinstance(value, dict) or not set(true) <= set(value):
        raise Wrong("wrong-shape", "own_errors should give a share for every slice.")
    told = {name: number(value[name], name) for name in true}
    off = float(np.mean([told[name] - true[name] for name in true]))
    if off < -OFF:
        raise Wrong("optimistic")
    if off > OFF:
        raise Wrong("pessimistic")
    worst = max(true, key=lambda name: true[name])
    if true[max(told, key=lambda name: told[name])] < true[worst] - OFF or told[worst] < true[worst] - 2 * OFF:
        raise Wrong("worst-missed")
