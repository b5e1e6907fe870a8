"""Lab 8: what to recommend, and marks for rankings. What people take next is drawn after the lists are there."""

from typing import Any

import msgspec
import numpy as np

from headway.arrays import Array
from headway.labs.ask import Ask, array, number
from headway.labs.model import Wrong
from headway.labs.practice import csv_of

WARM, COLD, ITEMS, TASTES, LENGTH, NEXT, DRAWS = 400, 40, 90, 3, 10, 5, 20
ENOUGH, ENOUGH_COLD, CHANCE, TOO_GOOD = 0.62, 0.5, 0.15, 1.05
"""Shares of the best score: enough, enough for who has no history, no more than chance, more than anyone has."""
ONE_ORDER, NEARLY_ALL = 0.01, 0.97
Events = dict[str, Array]


class World(msgspec.Struct, frozen=True):
    """Who likes what: `likes` one row a person, in the order of `users` (those without a history last)."""

    users: Array
    items: Array
    likes: Array
    usual: Array
    had: Array
    events: Events


def grade(ask: Ask, dice: np.random.Generator) -> None:
    """One world. Raises Wrong."""
    _marks(ask, dice)
    world = _world(dice)
    order = dice.permutation(len(world.users))
    later = float(dice.uniform(0.15, 0.3))
    parts, handed = ask.several(
        ("hold_out", world.events, later), ("recommend", world.events, world.users[order], LENGTH)
    )
    _held_out(ask, parts, world.events["day"], later)
    lists = np.empty((len(order), LENGTH), dtype=int)
    lists[order] = _lists(handed, world.items, len(order))
    if any(world.had[row, some].any() for row, some in enumerate(lists)):
        raise Wrong("seen-items")
    ask.holds("nobody is offered what they had already")
    _relations(ask, world, order, lists)
    if _contradictions(lists[:WARM]) < ONE_ORDER:
        raise Wrong("not-personal")
    ask.holds("people with other histories get other lists")
    _judged(ask, dice, world, lists)


def practice(dice: np.random.Generator) -> dict[str, bytes]:
    """One shop to work on."""
    world = _world(dice)
    return {"events.csv": csv_of(world.events), "users.csv": csv_of({"user": world.users})}


def _world(dice: np.random.Generator) -> World:
    """Taste and popularity give each person's chances; who has a history took items by them, one after the other."""
    size = WARM + COLD
    kinds = dice.normal(size=(ITEMS, TASTES))
    popular = dice.normal(0, 0.7, ITEMS)
    likes = popular + 1.5 * dice.normal(size=(size, TASTES)) @ kinds.T
    chance = np.exp(likes)
    usual = np.log((chance / chance.sum(axis=1, keepdims=True)).mean(axis=0))
    users = np.sort(dice.choice(np.arange(1_000, 9_000), size, replace=False))
    users = np.concatenate([(mixed := dice.permutation(users))[:WARM], mixed[WARM:]])
    items = dice.choice(np.arange(100, 1_000), ITEMS, replace=False)
    taken = np.argsort(-(likes + dice.gumbel(size=likes.shape)), axis=1)
    counts = np.where(np.arange(size) < WARM, dice.integers(12, 26, size), 0)
    had = np.zeros(likes.shape, dtype=bool)
    rows = [(u, i) for u in range(size) for i in taken[u, : counts[u]]]
    for u, i in rows:
        had[u, i] = True
    day = np.concatenate([np.sort(dice.integers(0, 365, n)) for n in counts])
    shuffled = dice.permutation(len(rows))
    who, what = np.array(rows)[shuffled].T
    events = {"user": users[who], "item": items[what], "day": day[shuffled]}
    return World(users, items, likes, usual, had, events)


def _marks(ask: Ask, dice: np.random.Generator) -> None:
    """recall and ndcg on lists made up here, against the formulas and the usual slips."""
    cases = []
    for _ in range(6):
        names = dice.permutation(40)
        hits, others = int(dice.integers(1, 4)), int(dice.integers(2, 9))
        listed = dice.permutation(names[: int(dice.integers(hits + 1, 9))])
        found = listed[:: max(1, len(listed) // hits)][:hits]
        cases.append((listed.tolist(), [*found.tolist(), *names[20 : 20 + others].tolist()]))
    given = ask.several(*((name, *case) for name in ("recall", "ndcg") for case in cases))
    recalls = np.array([number(each, "What recall gives") for each in given[: len(cases)]])
    gains = np.array([number(each, "What ndcg gives") for each in given[len(cases) :]])
    both = [len(set(listed) & set(wanted)) for listed, wanted in cases]
    if np.allclose(recalls, [n / len(listed) for n, (listed, _) in zip(both, cases, strict=True)]):
        raise Wrong("recall-is-precision")
    if not np.allclose(recalls, [n / len(wanted) for n, (_, wanted) in zip(both, cases, strict=True)]):
        raise Wrong("recall-off")
    if not np.allclose(gains, [ndcg(*case) for case in cases]):
        if np.allclose(gains, [_gain([each in wanted for each in listed]) for listed, wanted in cases]):
            raise Wrong("ndcg-no-ideal")
        raise Wrong("ndcg-off")
    ask.holds("recall and NDCG are right")


def _gain(hits: Any) -> float:
    """Discounted cumulative gain of hits in order."""
    return float((np.asarray(hits) / np.log2(np.arange(len(hits)) + 2)).sum())


def ndcg(listed: list[int], wanted: list[int]) -> float:
    """Gain of a list over that of the best list of its length (Järvelin and Kekäläinen 2002), for yes and no."""
    best = _gain(np.ones(min(len(listed), len(wanted))))
    return _gain([each in wanted for each in listed]) / best


def _held_out(ask: Ask, value: Any, day: Array, share: float) -> None:
    if not isinstance(value, list) or len(value) != 2:
        raise Wrong("wrong-shape", "hold_out gives a pair: row numbers of the earlier events, and of the later ones.")
    early, late = (array(each, (np.size(each),), "Each part of what hold_out gives").astype(int) for each in value)
    if sorted([*early, *late]) != list(range(len(day))) or not 0 < len(early) < len(day):
        raise Wrong("hold-out-off", "Each row belongs to one of the two parts.")
    if day[early].max() > day[late].min():
        raise Wrong("time-travel")
    if abs(len(late) / len(day) - share) > 0.02:
        raise Wrong("hold-out-off", "The later part has not the share that was asked for.")
    ask.holds("events are held out by time")


def _lists(value: Any, items: Array, count: int) -> Array:
    """Places of the recommended items among `items`, one row a person."""
    lengths = (
        [len(each) if isinstance(each, list) else np.size(each) for each in value] if isinstance(value, list) else []
    )
    if len(lengths) == count and set(lengths) - {LENGTH}:
        odd = next(n for n in lengths if n != LENGTH)
        raise Wrong(
            "wrong-shape", f"Each of the users gets {LENGTH} items, also one without any events; one got {odd}."
        )
    found = array(value, (count, LENGTH), "What recommend gives").astype(int)
    order = np.argsort(items)
    places = order[np.searchsorted(items[order], found).clip(0, len(items) - 1)]
    if (items[places] != found).any():
        raise Wrong("wrong-shape", "An item is recommended that does not exist.")
    if any(len(set(row)) < LENGTH for row in places.tolist()):
        raise Wrong("wrong-shape", "An item stands twice in one list.")
    return np.asarray(places)


def _relations(ask: Ask, world: World, order: Array, lists: Array) -> None:
    """Users' numbers do not matter, nor for whom else lists are asked."""

    def agreeing(events: Events, users: Array, rows: Array) -> float:
        found = _lists(ask("recommend", events, users[rows], LENGTH), world.items, len(rows))
        return float((found == lists[rows]).all(axis=1).mean())

    other = {**world.events, "user": world.events["user"] * 3 + 50_000}
    if agreeing(other, world.users * 3 + 50_000, order) < NEARLY_ALL:
        same = agreeing(world.events, world.users, order) >= NEARLY_ALL
        raise Wrong("uses-id" if same else "not-repeatable")
    ask.holds("the same histories give the same lists")
    if agreeing(world.events, world.users, order[::-3]) < NEARLY_ALL:
        raise Wrong("batch-dependent")
    ask.holds("a list does not depend on for whom else lists are made")


def _contradictions(lists: Array) -> float:
    """Share of pairs of items whose order differs between lists; 0 where all lists follow one order."""
    before = np.zeros((ITEMS, ITEMS))
    for row in lists:
        for place, item in enumerate(row):
            before[item, row[place + 1 :]] += 1
    return float(np.minimum(before, before.T).sum() / before.sum())


def _judged(ask: Ask, dice: np.random.Generator, world: World, lists: Array) -> None:
    """Against what is taken next, drawn now from true tastes among what a person had not."""
    left = np.where(world.had, -np.inf, world.likes)
    best = np.argsort(-left, axis=1)[:, :LENGTH]
    best[WARM:] = np.argsort(-world.usual)[:LENGTH]
    blind = np.argsort(dice.random(left.shape) + world.had, axis=1)[:, :LENGTH]
    marks = np.zeros((3, len(left)))
    for _ in range(DRAWS):
        taken = np.argsort(-(left + dice.gumbel(size=left.shape)), axis=1)[:, :NEXT]
        for place, some in enumerate((lists, best, blind)):
            hits = (some[:, :, None] == taken[:, None]).any(axis=2)
            marks[place] += (hits / np.log2(np.arange(LENGTH) + 2)).sum(axis=1)
    warm, cold = (
        float((mine - least) / (most - least))
        for mine, most, least in (marks[:, :WARM].mean(axis=1), marks[:, WARM:].mean(axis=1))
    )
    ask.shares.append(warm)
    if warm > TOO_GOOD:
        raise Wrong("too-good")
    if warm < CHANCE:
        raise Wrong("like-chance")
    if warm < ENOUGH:
        raise Wrong("weak")
    ask.holds("the lists come near to the best that is possible")
    if cold < ENOUGH_COLD:
        raise Wrong("cold-users")
    ask.holds("people without a history get what most people like")
