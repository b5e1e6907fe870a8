"""`headway facts`: what the knowledge base says, searchable, with its source, its age and what speaks against it."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from headway.app.context import Context
from headway.app.look import age_in_months
from headway.errors import BadOption, UnknownName
from headway.knowledge.every_fact import FACT_KINDS, Said, every_fact

Json = dict[str, Any]
PAGE: Final = 50
"""Facts of one page."""
KIND_WORDS: Final = {
    "role": "What a role is", "demand": "What a role asks for", "pay": "Pay", "skill": "What a skill is",
    "prerequisite": "What a skill needs first",
    "resource": "Courses and other resources", "roadmap": "Published roadmaps",
    "route": "Ways into the field", "claim": "What guides claim", "term": "Words and questions",
    "topic": "Industries and other topics", "action": "Steps to a job",
}  # fmt: skip


class FactQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Which facts. words: all must be in the statement or its subject. source, about: ids. page: from 1.

    unchecked: that nobody has looked at since. conflicts: that another source speaks against. older: whose newest
    source is at least so many years old.
    """

    words: str = ""
    kind: str | None = None
    source: str | None = None
    about: str | None = None
    unchecked: bool = False
    conflicts: bool = False
    older: float | None = None
    page: int = 1


def facts(context: Context, question: FactQuestion) -> Json:
    """One page of the facts that fit, and how many fit by kind. Raises UnknownName, BadOption. O(facts)."""
    known = context.knowledge.sources
    if question.kind is not None and question.kind not in FACT_KINDS:
        raise UnknownName(f"There is no kind of fact '{question.kind}'.", f"Kinds: {', '.join(FACT_KINDS)}.")
    if question.source is not None and question.source not in known:
        raise UnknownName(f"There is no source '{question.source}'.", f"Sources: {', '.join(known)}.")
    if question.page < 1:
        raise BadOption(f"--page is {question.page}.", "The first page is 1.")
    ages = {id_: age_in_months(source.published, context.today) for id_, source in known.items()}
    fitting = [each for each in every_fact(context.knowledge) if _fits(each, question, ages, context.today.year)]
    shown = [each for each in fitting if question.kind in (None, each.kind)]
    first = (question.page - 1) * PAGE
    return {
        "schema": "headway.facts/1",
        "facts": [_row(each, ages) for each in shown[first : first + PAGE]],
        "count": len(shown),
        "page": question.page,
        "pages": max(1, -(-len(shown) // PAGE)),
        "kinds": {kind: sum(each.kind == kind for each in fitting) for kind in FACT_KINDS},
        "sources": {id_: source.title for id_, source in known.items()},
    }


def _fits(fact: Said, question: FactQuestion, ages: Mapping[str, int | None], year: int) -> bool:
    if question.source is not None and question.source not in fact.sources:
        return False
    if question.about is not None and question.about != fact.about:
        return False
    if (question.unchecked and fact.checked) or (question.conflicts and not fact.against):
        return False
    if question.older is not None:
        months = _age(fact, ages)
        if fact.year is not None:
            months = 12 * (year - fact.year)
        if months is None or months < 12 * question.older:
            return False
    text = f"{fact.label} {fact.text}".casefold() if question.words else ""
    return all(word in text for word in question.words.casefold().split())


def _age(fact: Said, ages: Mapping[str, int | None]) -> int | None:
    """Months since its newest source was published; None where no source is dated."""
    return min((months for id_ in fact.sources if (months := ages[id_]) is not None), default=None)


def _row(fact: Said, ages: Mapping[str, int | None]) -> Json:
    return {**msgspec.to_builtins(fact), "age_months": _age(fact, ages)}
