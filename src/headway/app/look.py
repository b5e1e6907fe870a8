"""Look into the knowledge base: roles, skills, resources, glossary, sources, routes."""

import datetime as dt
from collections import Counter
from typing import Any

import msgspec

from headway.app.cited import titles_cited
from headway.app.context import Context
from headway.app.offered import offered
from headway.errors import UnknownName
from headway.knowledge.every_fact import every_fact
from headway.knowledge.model import PayRow, Resource, Role
from headway.knowledge.names import folded, resolve, skill_forms, title_forms
from headway.values import SENIORITIES, Json


def _plain(value: Any) -> Any:
    return msgspec.to_builtins(value)


def role_id(context: Context, word: str) -> str:
    """The role a person means. Raises UnknownName with the nearest."""
    roles = context.knowledge.roles
    return resolve(word, roles, "role", title_forms(roles.values()))


def other_names(context: Context) -> dict[str, str]:
    """Of each skill its written forms besides the label, as one text to look for words in. O(forms), once a page."""
    found: dict[str, list[str]] = {}
    for entry in context.lexicon.entries:
        if entry.text.casefold() != context.lexicon.labels.get(entry.skill, "").casefold():
            found.setdefault(entry.skill, []).append(entry.text)
    return {skill: " ".join(forms) for skill, forms in found.items()}


def skill_id(context: Context, word: str) -> str:
    """The skill a person means, by id, label or any written form. Raises UnknownName with the nearest."""
    skills = context.knowledge.skills
    if word in skills:
        return word
    return resolve(word, skills, "skill", skill_forms(context.lexicon))


def levels(context: Context) -> list[Json]:
    """What each level means, in plain words."""
    return [{"level": w.level, "name": w.name, "text": w.text} for w in context.knowledge.words.levels]


def roles(context: Context) -> Json:
    """All roles, one line each."""
    rows = [
        {
            "id": r.id,
            "label": r.label,
            "summary": r.summary,
            "seniorities": [g.seniority for g in r.grades],
            "needs": len(r.needs),
        }
        for r in context.knowledge.roles.values()
    ]
    return {"schema": "headway.roles/1", "roles": rows}


def role(context: Context, word: str) -> Json:
    """One role with duties, needs, grades, neighbours, what guides claim about it, and its pay rows."""
    knowledge = context.knowledge
    found: Role = knowledge.roles[role_id(context, word)]
    named = {s for n in found.needs for s in n.any_of} | {*found.helpful, *found.tools}
    labels = {id_: knowledge.skills[id_].label for id_ in sorted(named)}
    claims = [_plain(c) for c in knowledge.claims.values() if found.id in c.about]
    pay = [_plain(row) for row in sorted(knowledge.pay, key=_from_junior_up) if row.role == found.id]
    answer: Json = {"schema": "headway.role/1", "role": _plain(found), "labels": labels, "claims": claims, "pay": pay}
    answer["neighbours"] = {n.role: knowledge.roles[n.role].label for n in found.neighbours}
    return {**answer, "sources": titles_cited(answer, knowledge.sources)}


def _from_junior_up(row: PayRow) -> tuple[str, int, int, str, int]:
    """Source by source; in each from the lowest grade up, those over several grades last, the newest year first."""
    grades = [SENIORITIES.index(each) for each in row.seniority]
    return (row.source, len(grades), min(grades), row.country or "", -row.year)


def skill(context: Context, word: str) -> Json:
    """One skill: what it is, other names, needs, what needs it, who asks for it, who teaches it."""
    knowledge = context.knowledge
    id_ = skill_id(context, word)
    found = knowledge.skills[id_]
    forms = [e.text for e in context.lexicon.entries if e.skill == id_]
    needed_by = [s.id for s in knowledge.skills.values() if any(n.skill == id_ for n in s.needs)]
    asked_by = [
        {"role": r.id, "label": r.label, "levels": _plain(n.levels), "weight": n.weight}
        for r in knowledge.roles.values()
        for n in r.needs
        if id_ in n.any_of
    ]
    taught_by = [_teacher(r, id_) for r in knowledge.resources.values() if any(t.skill == id_ for t in r.teaches)]
    return {
        "schema": "headway.skill/1",
        "skill": _plain(found),
        "names": list(dict.fromkeys(forms)),
        "needed_by": needed_by,
        "asked_by": asked_by,
        "taught_by": sorted(taught_by, key=lambda t: (t["hours"], t["id"])),
        "labels": {s: knowledge.skills[s].label for s in [*needed_by, *(n.skill for n in found.needs)]},
    }


def _teacher(resource: Resource, skill: str) -> Json:
    taught = next(t for t in resource.teaches if t.skill == skill)
    return {
        "id": resource.id,
        "label": resource.label,
        "kind": resource.kind,
        "from": taught.from_,
        "to": taught.to,
        "hours": resource.hours.likely,
        "price": resource.price.kind,
        "url": resource.url,
    }


def resource(context: Context, word: str) -> Json:
    """One resource by id or name: what it is, who offers it, what it teaches and asks. Raises UnknownName."""
    found = context.knowledge.resources[resolve(word, context.knowledge.resources, "resource")]
    named = sorted({t.skill for t in found.teaches} | {n.skill for n in found.needs})
    labels = {id_: context.knowledge.skills[id_].label for id_ in named}
    row = _plain(found)
    return {"schema": "headway.resources/1", "resources": [row], "offered": offered(found), "labels": labels}


def resources(context: Context, *, skill: str | None, kind: str | None, free: bool) -> Json:
    """Resources, filtered. Raises UnknownName for a skill or kind that does not exist."""
    wanted = skill_id(context, skill) if skill else None
    everything = context.knowledge.resources.values()
    kinds = sorted({r.kind for r in everything})
    if kind is not None and kind not in kinds:
        raise UnknownName(f"There is no kind of resource '{kind}'.", f"Kinds: {', '.join(kinds)}.")
    rows = [
        _plain(r)
        for r in everything
        if (wanted is None or any(t.skill == wanted for t in r.teaches))
        and (kind is None or r.kind == kind)
        and (not free or r.price.kind == "free")
    ]
    return {"schema": "headway.resources/1", "resources": rows}


def sources(context: Context) -> Json:
    """Every source with how many facts rest on it, and the guides' claims with their conflicts."""
    knowledge = context.knowledge
    counts = Counter(id_ for each in every_fact(knowledge) for id_ in each.sources)
    rows = [
        {**_plain(s), "facts": counts[s.id], "age_months": age_in_months(s.published, context.today)}
        for s in knowledge.sources.values()
    ]
    dates = sorted(r.checked for r in knowledge.resources.values() if r.checked)
    return {
        "schema": "headway.sources/1",
        "sources": rows,
        "checked": {
            "resources": len(knowledge.resources),
            "dated": len(dates),
            "oldest": dates[0] if dates else None,
        },
        "claims": [_plain(c) for c in knowledge.claims.values()],
    }


def age_in_months(published: str | None, today: dt.date) -> int | None:
    """Whole months since a date of the form 2025, 2025-03 or 2025-03-09; from the start of what it leaves open."""
    if not published:
        return None
    year, month, day = (int(part) for part in (*published.split("-"), "1", "1")[:3])
    return max(0, 12 * (today.year - year) + today.month - month - (today.day < day))


def glossary(context: Context, word: str | None) -> Json:
    """Glossary and answered questions; with a word, the entries whose term holds it."""
    knowledge = context.knowledge
    terms = [_plain(t) for t in knowledge.glossary.values()]
    questions = [_plain(t) for t in knowledge.faq.values()]
    if word is not None:
        wanted = folded(word)
        terms = [t for t in terms if wanted in folded(t["term"])]
        questions = [q for q in questions if wanted in folded(q["term"])]
        if not terms and not questions:
            raise UnknownName(f"The glossary has no '{word}'.", "'headway glossary' lists every entry.")
    cited = titles_cited([terms, questions], knowledge.sources)
    return {"schema": "headway.glossary/1", "terms": terms, "questions": questions, "sources": cited}


def compare(context: Context, words: tuple[str, ...]) -> Json:
    """Ways into the field side by side, each statement with its source; claims that contradict stay visible."""
    knowledge = context.knowledge
    ids = [resolve(w, knowledge.routes, "way into the field") for w in words] or list(knowledge.routes)
    claims = [_plain(c) for c in knowledge.claims.values() if set(c.about) & set(ids)]
    routes = [_plain(knowledge.routes[i]) for i in dict.fromkeys(ids)]
    cited = titles_cited([routes, claims], knowledge.sources)
    return {"schema": "headway.compare/1", "routes": routes, "claims": claims, "sources": cited}
