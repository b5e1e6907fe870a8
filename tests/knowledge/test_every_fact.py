"""Every fact can be found, with who says so, its age, and what speaks against it."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from headway.app.context import Context, open_context
from headway.app.facts import PAGE, FactQuestion, facts
from headway.errors import BadOption, UnknownName
from headway.knowledge.every_fact import FACT_KINDS, every_fact


@pytest.fixture(scope="module")
def context() -> Context:
    return open_context("2026-11-28")


def test_every_fact_names_a_source_that_is_known_and_says_something(context: Context) -> None:
    """Nothing without a source, nothing empty; every kind is there."""
    found = every_fact(context.knowledge)
    assert {each.kind for each in found} == set(FACT_KINDS)
    assert all(each.sources and set(each.sources) <= context.knowledge.sources.keys() for each in found)
    assert all(each.text.strip() and each.label for each in found)


def test_nothing_of_the_knowledge_base_is_left_out(context: Context) -> None:
    """Each role, skill, resource, pay row, claim, term, topic, way and step has a fact."""
    knowledge, found = context.knowledge, every_fact(context.knowledge)
    about = {each.about for each in found}
    for part in ("roles", "skills", "resources", "claims", "glossary", "faq", "topics", "routes", "actions"):
        assert set(getattr(knowledge, part)) <= about, part
    assert sum(each.kind == "pay" for each in found) == len(knowledge.pay)
    assert sum(each.kind == "demand" for each in found) == sum(len(role.needs) for role in knowledge.roles.values())
    assert sum(each.kind == "prerequisite" for each in found) == sum(len(s.needs) for s in knowledge.skills.values())


def test_pages_hold_each_fact_once(context: Context) -> None:
    """Fifty a page, none twice, none lost."""
    first = facts(context, FactQuestion(kind="pay"))
    rows = [row for n in range(first["pages"]) for row in facts(context, FactQuestion(kind="pay", page=n + 1))["facts"]]
    assert len(rows) == first["count"] == len(context.knowledge.pay)
    assert len(first["facts"]) == PAGE
    with pytest.raises(BadOption, match="--page is 9999"):
        facts(context, FactQuestion(kind="pay", page=9_999))
    assert facts(context, FactQuestion(words="zzzqqq"))["facts"] == []


def test_conflicts_stand_on_both_sides(context: Context) -> None:
    """A claim that contradicts another is shown with it, and the other with the first."""
    rows = facts(context, FactQuestion(kind="claim", conflicts=True))["facts"]
    assert rows
    texts = {row["text"].removesuffix(" The guide names no source for it.") for row in rows}
    assert all(other["text"] in texts for row in rows for other in row["against"])


def test_old_and_unchecked_facts_can_be_asked_for(context: Context) -> None:
    """The age is that of the newest source, a figure's that of its year; a date of checking takes a fact away."""
    old = facts(context, FactQuestion(older=2, kind="pay"))
    assert old["count"] > 0
    assert all(context.today.year - row["year"] >= 2 for row in old["facts"])
    resource = next(iter(context.knowledge.resources.values()))
    seen = msgspec.structs.replace(resource, checked="2026-11-01")
    other = Context(dt.date(2026, 11, 28), Path("nowhere"))
    other.__dict__["knowledge"] = msgspec.structs.replace(
        context.knowledge, resources={**context.knowledge.resources, resource.id: seen}
    )
    asked = FactQuestion(about=resource.id)
    assert {row["checked"] for row in facts(other, asked)["facts"]} == {"2026-11-01"}
    assert facts(other, msgspec.structs.replace(asked, unchecked=True))["count"] == 0
    assert facts(context, msgspec.structs.replace(asked, unchecked=True))["count"] > 0


def test_what_is_not_there_is_said(context: Context) -> None:
    """A kind or source that does not exist, and a page before the first."""
    with pytest.raises(UnknownName, match="kind of fact 'pays'"):
        facts(context, FactQuestion(kind="pays"))
    with pytest.raises(UnknownName, match="source 's9'"):
        facts(context, FactQuestion(source="s9"))
    with pytest.raises(UnknownName, match="facts about 'nothing-like-it'"):
        facts(context, FactQuestion(about="nothing-like-it"))
    for years in (-3.0, float("nan")):
        with pytest.raises(BadOption, match="--older is"):
            facts(context, FactQuestion(older=years))
    with pytest.raises(BadOption, match="--page is 0"):
        facts(context, FactQuestion(page=0))


def test_small_things_are_told_too(context: Context) -> None:
    """Other names, wider skills, parts and needs of courses, lists of roles, levels: counted against the data."""
    knowledge, found = context.knowledge, every_fact(context.knowledge)

    def told(kind: str, start: str) -> int:
        return sum(each.kind == kind and each.text.startswith(start) for each in found)

    skills, resources, roles = knowledge.skills.values(), knowledge.resources.values(), knowledge.roles.values()
    assert told("skill", "Also written: ") == sum(bool(s.aliases) for s in skills)
    assert told("skill", "A kind or part of ") == sum(len(s.broader) for s in skills)
    assert told("resource", "Its part '") == sum(len(r.modules) for r in resources)
    assert told("resource", "Needs before it: ") == sum(bool(r.needs) for r in resources)
    assert told("role", "Tools: ") == sum(bool(r.tools) for r in roles)
    assert told("action", "Takes ") == len(knowledge.actions)
    assert told("level", "") == len(knowledge.words.levels) + len(knowledge.words.half_life_months)


def test_a_taxonomy_is_not_said_to_have_written_our_words(context: Context) -> None:
    """ESCO and O*NET lend entries; what a skill is stands in our own words, and says so."""
    skills = context.knowledge.skills
    for each in every_fact(context.knowledge):
        if each.kind == "skill" and each.text == skills[each.about].summary:
            assert "editorial" in each.sources
            assert not {"esco", "onet"} & set(each.sources)
        if {"esco", "onet"} & set(each.sources) and each.kind == "skill":
            assert each.sources in (("esco",), ("onet",))


def test_what_has_no_date_is_counted_beside_the_old(context: Context) -> None:
    """Old, not so old and undated together are all there are."""
    every, none = facts(context, FactQuestion()), facts(context, FactQuestion(older=0))
    assert every["undated"] == 0
    assert none["undated"] > 0
    assert none["count"] + none["undated"] == every["count"]
    of_edges = facts(context, FactQuestion(kind="prerequisite", older=2))
    assert (of_edges["count"], of_edges["undated"]) == (0, facts(context, FactQuestion(kind="prerequisite"))["count"])


def test_words_are_found_in_either_spelling(context: Context) -> None:
    """British or American, hyphen or none, any case: as everywhere a name is typed."""
    counts = {facts(context, FactQuestion(words=w))["count"] for w in ("optimisation", "OPTIMIZATION", "optimization ")}
    assert len(counts) == 1
    assert counts.pop() > 0


def test_one_fact_has_an_address_of_its_own(context: Context) -> None:
    """No two facts share an id; by its id one is found alone; an id that is none is said."""
    ids = [each.id for each in every_fact(context.knowledge)]
    assert len(set(ids)) == len(ids)
    row = facts(context, FactQuestion(kind="pay"))["facts"][3]
    found = facts(context, FactQuestion(one=row["id"]))
    assert (found["count"], found["facts"]) == (1, [row])
    with pytest.raises(UnknownName, match=r"no fact 'python\.0000000000'"):
        facts(context, FactQuestion(one="python.0000000000"))


def test_degrees_stand_against_each_other_only_where_sources_disagree(context: Context) -> None:
    """One that names a degree against one that names none; two that name none are no conflict."""
    against = {
        (each.about, each.text.removeprefix("Degree: ")): {other.text for other in each.against}
        for each in every_fact(context.knowledge)
        if each.text.startswith("Degree: ")
    }
    for role in context.knowledge.roles.values():
        for one in role.education:
            contrary = {o.text for o in role.education if (one.asks, o.asks) in ((True, False), (False, True))}
            assert against[role.id, one.text] == contrary
    assert sum(map(bool, against.values())) == 4
    assert not any(others for (role, _), others in against.items() if role == "ai-research-scientist")
