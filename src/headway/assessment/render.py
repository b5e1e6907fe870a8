"""From an item and a seed to a question. The same item and seed give the same question."""

from collections.abc import Mapping
from random import Random
from string import Template

from headway.assessment.draw import Values, dice_for, draw, shown
from headway.assessment.model import Answer, Question
from headway.assessment.precision import decimals_of, in_words
from headway.assessment.templates.solving import solver_of
from headway.knowledge.items import Database, Item

SHAPES = {
    "number": "a number",
    "output": "what it prints",
    "bug": "the number of the line",
    "query": "one SELECT query",
    "choice": "the number of the option",
    "order": "the numbers in the right order, for example 2 1 3",
}


def render(item: Item, seed: int, databases: Mapping[str, Database]) -> Question:
    """One variant. Raises KnowledgeBroken when a solver or a recorded answer is missing."""
    dice = dice_for(seed, item.id)
    authored = item.authored
    values, options, answer, slips = _parts(item, dice)
    database = databases.get(item.topic)
    decimals = decimals_of(item) if item.kind == "number" else None
    return Question(
        item=item.id,
        topic=item.topic,
        skill=item.skill,
        level=item.level,
        kind=item.kind,
        seed=seed,
        ask=_filled(authored.ask, values) + _spec(item, values, decimals),
        code=_code(item, values, database),
        options=options,
        answer=answer,
        slips=slips,
        shape=SHAPES[item.kind] + (f" in {authored.unit}" if authored.unit else ""),
        unit=authored.unit,
        tolerance=authored.tolerance,
        decimals=decimals,
        values=values,
    )


def _parts(item: Item, dice: Random) -> tuple[Values, tuple[str, ...], Answer, dict[str, Answer]]:
    """Values, options, answer and slips, by kind."""
    authored = item.authored
    if item.kind == "output":
        recorded = item.recorded[dice.randrange(len(item.recorded))]
        return {**recorded.of}, (), recorded.right, {**recorded.slips}
    values = draw(authored.vary, dice)
    if item.kind == "choice":
        return values, *_choice(item, dice)
    if item.kind == "order":
        order = list(range(len(authored.steps)))
        while order == sorted(order):
            dice.shuffle(order)
        right = tuple(order.index(i) + 1 for i in range(len(order)))
        return values, tuple(authored.steps[i] for i in order), right, {}
    if item.kind == "bug":
        return values, (), authored.line, {}
    if item.kind == "query":
        return values, (), authored.solution, {**authored.slips}
    solver = solver_of(item.topic, item.id)
    slips: dict[str, Answer] = {name: float(solve(**values)) for name, solve in solver.slips.items()}
    return values, (), float(solver.right(**values)), slips


def _choice(item: Item, dice: Random) -> tuple[tuple[str, ...], int, dict[str, Answer]]:
    authored = item.authored
    texts = [authored.right, *authored.wrong.values()]
    order = list(range(len(texts)))
    dice.shuffle(order)
    slips: dict[str, Answer] = {name: order.index(i + 1) + 1 for i, name in enumerate(authored.wrong)}
    return tuple(texts[i] for i in order), order.index(0) + 1, slips


def _filled(text: str, values: Values) -> str:
    return Template(text).substitute({name: shown(value) for name, value in values.items()}).strip()


def _spec(item: Item, values: Values, decimals: int | None) -> str:
    """What is asked for besides: how precise a number must be, what a mended call should give."""
    if decimals is not None:
        return f" {in_words(decimals)}"
    if item.kind != "bug":
        return ""
    call, good = _filled(item.authored.call, values), _filled(item.authored.good, values)
    return f"\n{call} should give {good}." if good else ""


def _code(item: Item, values: Values, database: Database | None) -> str:
    code = _filled(item.authored.code, values) if item.authored.code else ""
    if item.kind == "bug":
        code = "\n".join(f"{n:>2}  {line}" for n, line in enumerate(code.splitlines(), 1))
    if database is None or not (item.kind == "query" or item.authored.language == "sql"):
        return code
    from headway.assessment.tables import pictured

    return f"{pictured(database)}\n{code}".rstrip()
