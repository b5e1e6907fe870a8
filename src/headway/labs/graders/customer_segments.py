"""Lab 7: customers in segments, and odd records. Who belongs where is drawn after the answers are there."""

from typing import Any

import msgspec
import numpy as np

from headway.arrays import Array
from headway.labs.ask import Ask, array, number
from headway.labs.marks import against_best, rand_index, ranks
from headway.labs.model import Wrong
from headway.labs.practice import csv_of

COLUMNS = {
    "spend": (3000.0, 400.0),
    "visits": (24.0, 2.0),
    "basket": (90.0, 8.0),
    "days_since": (160.0, 15.0),
    "on_offer": (0.5, 0.05),
}
"""Middle and scale of each column: what is large is not what matters."""
TRAIN, NEW, DRAWS, ODD = 600, 600, 20, 0.04
APART, JITTER = 8.0, 0.4
"""How far segments lie apart, in spreads of a segment."""
ENOUGH, ENOUGH_ODD, TOO_GOOD = 0.85, 0.75, 1.06
ALIKE = 0.97
Table = dict[str, Array]
Tables = tuple[Table, Table]


class World(msgspec.Struct, frozen=True):
    """Segments: how many customers (shares), where, how wide; per segment and column, in units of scale."""

    share: Array
    centre: Array
    width: Array


def grade(ask: Ask, dice: np.random.Generator) -> None:
    """One world. Raises Wrong."""
    world = _world(dice, int(dice.integers(4, 7)))
    (train, _), (new, place) = _customers(dice, TRAIN, world), _customers(dice, NEW, world)
    count, named, given = ask.several(("how_many", train), ("segment", train, new), ("oddness", train, new))
    segment, oddness = _segments(named, NEW), array(given, (NEW,), "What oddness gives")
    if len(np.unique(segment)) == 1:
        raise Wrong("one-segment")
    if np.ptp(oddness) == 0:
        raise Wrong("all-alike")
    _relations(ask, dice, (train, new), segment, oddness)
    _counted(number(count, "What how_many gives"), len(world.share))
    ask.holds("the number of segments is found")
    _judged(ask, dice, world, place, segment, oddness)


def practice(dice: np.random.Generator) -> dict[str, bytes]:
    """One shop to work on."""
    world = _world(dice, 3)
    return {"train.csv": csv_of(_customers(dice, TRAIN, world)[0]), "new.csv": csv_of(_customers(dice, NEW, world)[0])}


def _world(dice: np.random.Generator, count: int) -> World:
    """Segments about equally far from each other, turned at random so that no column alone tells them apart."""
    corners = np.eye(count) - 1 / count
    turned = np.linalg.svd(corners)[0][:, : count - 1]
    flat = corners @ turned * APART / np.sqrt(2)
    frame = np.linalg.qr(dice.normal(size=(len(COLUMNS), len(COLUMNS))))[0][: count - 1]
    share = dice.dirichlet(np.full(count, 30.0))
    centre = flat @ frame + dice.normal(0, JITTER, (count, len(COLUMNS)))
    return World(share, centre, dice.uniform(0.85, 1.15, centre.shape))


def _customers(dice: np.random.Generator, size: int, world: World) -> tuple[Table, Array]:
    """A table, and its rows in units of scale. Odd records take each column from another customer."""
    member = dice.choice(len(world.share), (size, len(COLUMNS)), p=world.share)
    odd = dice.random(size) < ODD
    member = np.where(odd[:, None], member, member[:, :1])
    columns = np.arange(len(COLUMNS))
    place = dice.normal(world.centre[member, columns], world.width[member, columns])
    table = {
        name: np.round(middle + scale * place[:, j], 3) for j, (name, (middle, scale)) in enumerate(COLUMNS.items())
    }
    table["customer_id"] = dice.permutation(np.arange(10_000, 10_000 + size))
    return {str(name): table[name] for name in dice.permutation(list(table))}, place


def _segments(value: Any, size: int) -> Array:
    found = array(value, (size,), "What segment gives")
    if (found != found.round()).any():
        raise Wrong("wrong-shape", "What segment gives should be whole numbers.")
    return found.astype(int)


def _relations(ask: Ask, dice: np.random.Generator, tables: Tables, segment: Array, oddness: Array) -> None:
    """Units and customer numbers do not matter, nor the other new rows.

    Both are changed together first; only where the answers differ is each asked by itself, to be able to say which.
    """
    train, new = tables
    other = _other_ids(dice, train), _other_ids(dice, new)
    if not _alike(ask, (_other_units(other[0]), _other_units(other[1])), segment, oddness):
        if not _same(ask, train, new, segment, oddness):
            raise Wrong("not-repeatable")
        raise Wrong("uses-id" if not _alike(ask, other, segment, oddness) else "unit-dependent")
    ask.holds("spend in thousands and other customer numbers change nothing")
    rows = dice.permutation(np.argsort(-new["spend"])[: NEW // 3])
    part = {name: column[rows] for name, column in new.items()}
    if not _same(ask, train, part, segment[rows], oddness[rows]):
        raise Wrong("batch-dependent" if _same(ask, train, new, segment, oddness) else "not-repeatable")
    ask.holds("a customer's answers do not depend on the other new ones")


def _other_units(table: Table) -> Table:
    """Spend in thousands, days in hours, offers in per cent: what was largest is small now."""
    hours, per_cent = table["days_since"] * 24, table["on_offer"] * 100
    return {**table, "spend": table["spend"] / 1000, "days_since": hours, "on_offer": per_cent}


def _other_ids(dice: np.random.Generator, table: Table) -> Table:
    return {**table, "customer_id": dice.permutation(np.arange(500_000, 500_000 + len(table["spend"])))}


def _alike(ask: Ask, tables: Tables, segment: Array, oddness: Array) -> bool:
    """Whether a new process gives the same parts (names aside) and nearly the same order of oddness."""
    named, given = ask.several(("segment", *tables), ("oddness", *tables))
    found = array(given, oddness.shape, "What oddness gives")
    order = np.corrcoef(ranks(found), ranks(oddness))[0, 1] if np.ptp(found) > 0 else 0.0
    return rand_index(_segments(named, len(segment)), segment) > ALIKE and order > ALIKE


def _same(ask: Ask, train: Table, new: Table, segment: Array, oddness: Array) -> bool:
    """Whether a new process gives these rows the very same answers, names of segments included."""
    named, given = ask.several(("segment", train, new), ("oddness", train, new))
    found = array(given, oddness.shape, "What oddness gives")
    close = np.allclose(found, oddness, rtol=1e-6, atol=1e-6 * float(np.ptp(oddness)))
    return close and np.array_equal(_segments(named, len(segment)), segment)


def _counted(count: float, truth: int) -> None:
    if count > truth:
        raise Wrong("k-too-many")
    if count < truth:
        raise Wrong("k-too-few")


def _judged(ask: Ask, dice: np.random.Generator, world: World, place: Array, segment: Array, oddness: Array) -> None:
    """Against segments and odd records drawn now from what is true given each row."""
    member, odd = _chances(world, place)
    best = member.argmax(axis=1)
    got = top = 0.0
    for _ in range(DRAWS):
        usual = dice.random(NEW) >= odd
        drawn = (member.cumsum(axis=1) < dice.random((NEW, 1))).sum(axis=1)
        got += rand_index(segment[usual], drawn[usual])
        top += rand_index(best[usual], drawn[usual])
    _, strange = against_best(oddness, odd, dice)
    ask.shares.append(min(got / top, strange))
    if got / top < ENOUGH:
        raise Wrong("segments-weak")
    ask.holds("the segments are those that there are")
    if strange < -0.6:
        raise Wrong("odd-reversed")
    if strange < ENOUGH_ODD:
        raise Wrong("odd-weak")
    if max(got / top, strange) > TOO_GOOD:
        raise Wrong("too-good")
    ask.holds("odd records are found nearly as well as is possible")


def _chances(world: World, place: Array) -> tuple[Array, Array]:
    """P(segment | row, usual) and P(odd | row)."""
    gap = (place[:, None] - world.centre) / world.width
    each = np.exp(-(gap**2) / 2) / (world.width * np.sqrt(2 * np.pi))
    joint = world.share * each.prod(axis=2)
    mixed = np.einsum("k,nkj->nj", world.share, each).prod(axis=1)
    usual = joint.sum(axis=1)
    return joint / usual[:, None].clip(1e-300), ODD * mixed / (ODD * mixed + (1 - ODD) * usual)
