"""Draw a variant's values from what may vary. The same seed draws the same."""

import re
from random import Random

from headway.errors import KnowledgeBroken
from headway.knowledge.items import Value, Vary

Values = dict[str, Value | tuple[Value, ...]]
_RANGE = re.compile(r"(?:(\d+) of )?(-?[\d.]+)\.\.(-?[\d.]+)(?:/([\d.]+))?")


def dice_for(seed: int, item: str) -> Random:
    """Dice of their own for each item and seed."""
    return Random(f"{seed}:{item}")  # noqa: S311 - variants, not secrets


def draw(vary: Vary, dice: Random) -> Values:
    """One value for each name, in the order of the names."""
    return {name: _one(vary[name], dice) for name in sorted(vary)}


def _one(spec: str | tuple[Value | tuple[Value, ...], ...], dice: Random) -> Value | tuple[Value, ...]:
    if not isinstance(spec, str):
        return spec[dice.randrange(len(spec))]
    found = _RANGE.fullmatch(spec)
    if found is None:
        raise KnowledgeBroken(f"'{spec}' is no way to vary a value.", "Write 3..9, 0.1..0.9/0.1 or 5 of 1..9.")
    count, low, high, step = found.groups()
    choices = steps(low, high, step or "1")
    if count is None:
        return choices[dice.randrange(len(choices))]
    return tuple(choices[dice.randrange(len(choices))] for _ in range(int(count)))


def steps(low: str, high: str, step: str) -> list[Value]:
    """All values from low to high in steps; whole numbers where all three are."""
    size = float(step)
    count = round((float(high) - float(low)) / size)
    values = [round(float(low) + i * size, 9) for i in range(count + 1)]
    whole = not any("." in part for part in (low, high, step))
    return [int(v) for v in values] if whole else list(values)


def drawn_lists(vary: Vary) -> bool:
    """Whether a value is a list of draws (`5 of 1..9`), whose combinations are too many to go through."""
    return any(isinstance(spec, str) and bool((m := _RANGE.fullmatch(spec)) and m[1]) for spec in vary.values())


def every(vary: Vary, most: int) -> list[Values]:
    """Combinations of the values, evenly thinned to `most`; for code whose output is recorded."""
    rows: list[Values] = [{}]
    for name in sorted(vary):
        spec = vary[name]
        found = _RANGE.fullmatch(spec) if isinstance(spec, str) else None
        values: list[Value | tuple[Value, ...]]
        values = [*steps(found[2], found[3], found[4] or "1")] if found else list(spec)
        rows = [{**row, name: value} for row in rows for value in values]
    if len(rows) <= most:
        return rows
    return [rows[i * len(rows) // most] for i in range(most)]


def shown(value: Value | tuple[Value, ...]) -> str:
    """A value as a question writes it: `[3, 5]`, `0.3`, `7`."""
    if isinstance(value, tuple):
        return "[" + ", ".join(shown(part) for part in value) + "]"
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)
