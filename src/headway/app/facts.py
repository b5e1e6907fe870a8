"""`headway facts`: what the knowledge base says, searchable, with its source, its age and what speaks against it."""

from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from headway.app.context import Context
from headway.app.look import age_in_months
from headway.errors import BadOption, UnknownName
from headway.knowledge.every_fact import FACT_KINDS, Said
from headway.knowledge.names import folded
from headway.values import Json

PAGE: Final = 50
"""Facts of one page."""
KIND_WORDS: Final = {
    "role": "What a role is", "demand": "What a role asks for", "pay": "Pay", "skill": "What a skill is",
    "prerequisite": "What a skill needs first",
    "resource": "Courses and other resources", "roadmap": "Published roadmaps",
    "route": "Ways into the field", "claim": "What guides claim", "term": "Words and questions",
    "topic": "Industries and other topics", "action": "Steps to a job",
    "level": "What levels mean, how skills fade",
}  # fmt: skip


class FactQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Which facts. words: all must be in the statement or its subject. source, about: ids. page: from 1. one: its id.

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
    one: str | None = None


def facts(context: Context, question: FactQuestion) -> Json:
    """One page of the facts that fit, and how many fit by kind. Raises UnknownName, BadOption. O(facts)."""
    known = context.knowledge.sources
    if question.kind is not None and question.kind not in FACT_KINDS:
        raise UnknownName(f"There is no kind of fact '{question.kind}'.", f"Kinds: {', '.join(FACT_KINDS)}.")
    if question.source is not None and question.source not in known:
        raise UnknownName(f"There is no source '{question.source}'.", f"Sources: {', '.join(known)}.")
    if question.older is not None and not question.older >= 0:  # also what is no number
        raise BadOption(f"--older is {question.older:g}.", "Give a number of years, 0 or more.")
    if question.about is not None and all(each.about != question.about for each in context.facts):
        raise UnknownName(f"There are no facts about '{question.about}'.", "Give an id, or search: headway facts WORDS")
    if question.one is not None and all(each.id != question.one for each in _about_it(context, question.one)):
        hint = "What it said may have changed since. Search for it: headway facts WORDS"
        raise UnknownName(f"There is no fact '{question.one}'.", hint)
    question = msgspec.structs.replace(question, words=folded(question.words))
    ages = {id_: age_in_months(source.published, context.today) for id_, source in known.items()}
    texts = context.fact_texts if question.words else ("",) * len(context.facts)
    narrowed = [each for each, text in zip(context.facts, texts, strict=True) if _fits(each, text, question)]
    fitting = narrowed
    if question.older is not None:
        fitting = [each for each in narrowed if _old(each, question.older, ages, context.today.year)]
        narrowed = [each for each in narrowed if each.year is None and _age(each, ages) is None]
    shown = [each for each in fitting if question.kind in (None, each.kind)]
    pages = max(1, -(-len(shown) // PAGE))
    if not 1 <= question.page <= pages:
        raise BadOption(f"--page is {question.page}.", f"The pages are 1 to {pages}.")
    first = (question.page - 1) * PAGE
    return {
        "schema": "headway.facts/1",
        "facts": [_row(each, ages) for each in shown[first : first + PAGE]],
        "count": len(shown),
        "undated": sum(question.kind in (None, each.kind) for each in narrowed) if question.older is not None else 0,
        "page": question.page,
        "pages": pages,
        "kinds": {kind: sum(each.kind == kind for each in fitting) for kind in FACT_KINDS},
        "sources": {id_: source.title for id_, source in known.items()},
    }


def _about_it(context: Context, id_: str) -> Iterator[Said]:
    """Facts about what the one with this id is about: only their ids need working out."""
    return (each for each in context.facts if id_.startswith(f"{each.about}."))


def _fits(fact: Said, text: str, question: FactQuestion) -> bool:
    if question.source is not None and question.source not in fact.sources:
        return False
    if question.about is not None and question.about != fact.about:
        return False
    if question.one is not None and not (question.one.startswith(f"{fact.about}.") and fact.id == question.one):
        return False
    if (question.unchecked and fact.checked) or (question.conflicts and not fact.against):
        return False
    return all(word in text for word in question.words.split())


def _old(fact: Said, years: float, ages: Mapping[str, int | None], year: int) -> bool:
    """Whether it is at least so old. What has no date is never called old, nor young: it is counted apart."""
    months = _age(fact, ages) if fact.year is None else 12 * (year - fact.year)
    return months is not None and months >= 12 * years


def _age(fact: Said, ages: Mapping[str, int | None]) -> int | None:
    """Months since its newest source was published; None where no source is dated."""
    return min((months for id_ in fact.sources if (months := ages[id_]) is not None), default=None)


def _row(fact: Said, ages: Mapping[str, int | None]) -> Json:
    return {"id": fact.id, **msgspec.to_builtins(fact), "age_months": _age(fact, ages)}
