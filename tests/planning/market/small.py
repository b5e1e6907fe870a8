"""Tiny market questions in words, and the best plan by trying every order."""

import itertools
from collections.abc import Mapping, Sequence

import numpy as np

from headway.planning.calendar import hours_until
from headway.planning.market.question import MarketQuestion, checkpoint_dates
from headway.planning.model import Instance
from headway.planning.offers import minutes
from headway.postings.demands import Candidate, Demands, reach
from tests.planning.small import question as role_question


def demands(postings: Sequence[str]) -> Demands:
    """`python 2, sql 1 or r 1 | 3 years | master`: groups with commas, members with `or`; `2 of a 1 or b 1 or c 1`."""
    parsed = [[part.strip() for part in line.split("|")] for line in postings]
    texts = [[text.strip() for text in parts[0].split(",") if text.strip()] for parts in parsed]
    counts = [int(text.split(" of ")[0]) if " of " in text else 1 for row in texts for text in row]
    groups = [[_group(text.split(" of ")[-1]) for text in row] for row in texts]
    skills = tuple(sorted({skill for row in groups for group in row for skill, _ in group}))
    flat = [group for row in groups for group in row]
    return Demands(
        skills=skills,
        ids=tuple(f"p{n}" for n in range(len(postings))),
        group_start=np.cumsum([0, *map(len, groups)]),
        member_start=np.cumsum([0, *map(len, flat)]),
        members=np.array([skills.index(skill) for group in flat for skill, _ in group], dtype=np.int32),
        level=np.array([group[0][1] for group in flat], dtype=np.int8),
        count=np.array(counts, dtype=np.int8),
        required=np.ones(len(flat), dtype=bool),
        min_years=np.array([_years(parts) for parts in parsed], dtype=np.float32),
        degree=np.array([2 if "master" in parts else -1 for parts in parsed], dtype=np.int8),
        equivalent_ok=np.zeros(len(postings), dtype=bool),
    )


def _group(text: str) -> list[tuple[str, int]]:
    pairs = [one.split() for one in text.split(" or ")]
    return [(skill, int(level)) for skill, level in pairs]


def _years(parts: Sequence[str]) -> float:
    return next((float(part.split()[0]) for part in parts if part.endswith("years")), float("nan"))


def ask(
    choices: Sequence[str],
    postings: Sequence[str],
    *,
    weekly: float = 10.0,
    share: float = 1.0,
    months: int = 3,
    levels: Mapping[str, int] | None = None,
    years: float | None = None,
    weights: Sequence[float] | None = None,
    **others: object,
) -> MarketQuestion:
    """A question from such lines."""
    instance: Instance = role_question(choices, [], levels=levels, weekly=weekly, **others)
    weight = None if weights is None else np.array(weights)
    asked = demands(postings)
    return MarketQuestion(instance=instance, demands=asked, share=share, months=months, years=years, weights=weight)


def brute_force(question: MarketQuestion) -> float:
    """The largest sum over checkpoints of any order of any choices: each tried. For a handful of choices."""
    calendar = question.instance.calendar
    limits = [hours * 60 for hours in hours_until(calendar, checkpoint_dates(calendar, question.months))]
    best = _area(question, [], limits)
    for size in range(1, len(question.instance.choices) + 1):
        for order in itertools.permutations(question.instance.choices, size):
            if all(choice.cost is not None for choice in order) or question.instance.budget is None:
                cost = sum(choice.cost or 0.0 for choice in order)
                if question.instance.budget is None or cost <= question.instance.budget:
                    best = max(best, _area(question, order, limits))
    return best


def _area(question: MarketQuestion, order: Sequence, limits: Sequence[float]) -> float:  # type: ignore[type-arg]
    """The sum for one order; an order that someone cannot start is worth nothing."""
    levels = dict(question.instance.levels)
    ends, stages, total = [0.0], [_weight(question, levels)], 0.0
    for choice in order:
        if any(levels.get(skill, 0) < level for skill, level in choice.needs):
            return 0.0
        for _ in choice.teaches:
            for skill, start, to in choice.teaches:
                if levels.get(skill, 0) >= start:
                    levels[skill] = max(levels.get(skill, 0), to)
        ends.append(ends[-1] + minutes(choice))
        stages.append(_weight(question, levels))
    for limit in limits:
        total += stages[max(n for n, end in enumerate(ends) if end <= limit + 1e-4)]
    return total


def _weight(question: MarketQuestion, levels: Mapping[str, int]) -> float:
    held = np.array([levels.get(skill, 0) for skill in question.demands.skills], dtype=np.int8)
    who = Candidate(levels=held, years=question.years, degree=question.degree)
    return float(question.weight[reach(question.demands, who, question.share).reachable].sum())
