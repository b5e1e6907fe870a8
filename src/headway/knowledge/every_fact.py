"""Everything the knowledge base says, one statement after another, each with who says so and when."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Final, Literal, get_args

import msgspec

from headway.knowledge.guides import Roadmap, Term
from headway.knowledge.model import Education, Knowledge, PayRow, Resource, Role, Skill
from headway.knowledge.names import folded

EDITORIAL: Final = "editorial"
FactKind = Literal[
    "role", "demand", "pay", "skill", "prerequisite", "resource", "roadmap", "route", "claim", "term", "topic",
    "action", "level",
]  # fmt: skip
FACT_KINDS: Final[tuple[FactKind, ...]] = get_args(FactKind)


class Against(msgspec.Struct, frozen=True):
    """What another source says of the same. sources: ids."""

    text: str
    sources: tuple[str, ...]


class Said(msgspec.Struct, frozen=True):
    """One statement. about: id of the role, skill ... it is of; label: its name. sources: ids, never empty.

    why: our reason where the judgement is ours. year: of the figure, where it has one. checked: the day on which
    somebody looked at it; None: nobody has. against: what other sources say. url: where it can be seen.
    """

    kind: FactKind
    about: str
    label: str
    text: str
    sources: tuple[str, ...]
    why: str = ""
    year: int | None = None
    checked: str | None = None
    against: tuple[Against, ...] = ()
    url: str | None = None

    @property
    def id(self) -> str:
        """The same for as long as it says the same on the same word: what it is about and 40 bits of the statement."""
        said = "\x1f".join((self.kind, self.text, *self.sources))
        return f"{self.about}.{blake2b(said.encode(), digest_size=5).hexdigest()}"


def every_fact(knowledge: Knowledge) -> tuple[Said, ...]:
    """All of them, by kind. O(facts)."""
    found: list[Said] = []
    for role in knowledge.roles.values():
        found += _of_role(role, knowledge)
        found += _demands(role, knowledge)
    found += _pay(knowledge)
    for skill in knowledge.skills.values():
        found += _of_skill(skill, knowledge)
    for resource in knowledge.resources.values():
        found += _of_resource(resource, knowledge)
    for roadmap in knowledge.roadmaps.values():
        found += _of_roadmap(roadmap, knowledge)
    found += _of_guides(knowledge)
    found += _of_levels(knowledge)
    return tuple(sorted(found, key=lambda each: FACT_KINDS.index(each.kind)))


def _levels(knowledge: Knowledge) -> dict[int, str]:
    return {each.level: each.name for each in knowledge.words.levels}


def _ours(sources: Sequence[str]) -> tuple[str, ...]:
    return tuple(sources) or (EDITORIAL,)


def _of_role(role: Role, knowledge: Knowledge) -> Iterator[Said]:
    def said(text: str, sources: Sequence[str], why: str = "", against: tuple[Against, ...] = ()) -> Said:
        return Said("role", role.id, role.label, text, _ours(sources), why, against=against)

    yield said(role.summary, role.guides, role.why)
    yield from _role_lists(role, knowledge)
    for duty in role.duties:
        yield said(f"What they do: {duty.text}", duty.sources)
    for grade in role.grades:
        low, high = grade.years
        years = f"{low:g} to {high:g} years" if high is not None else f"{low:g} years or more"
        yield said(f"{grade.title} ({grade.seniority}): {years} of experience.", grade.sources, grade.why)
        for duty in grade.duties:
            yield said(f"{grade.title} ({grade.seniority}): {duty.text}", duty.sources)
    for education in role.education:
        yield said(f"Degree: {education.text}", education.sources, against=tuple(_contrary(education, role)))
    ways = {"from": "People come from", "to": "People go on to", "both": "People move to and from"}
    for near in role.neighbours:
        yield said(f"{ways[near.direction]} {near.role.replace('-', ' ')}.", (), near.why)


def _contrary(said: Education, role: Role) -> Iterator[Against]:
    """What is said of degrees for the same role that cannot be true together with this."""
    for other in role.education:
        if None not in (said.asks, other.asks) and other.asks != said.asks:
            yield Against(other.text, other.sources)


def _role_lists(role: Role, knowledge: Knowledge) -> Iterator[Said]:
    """What is kept of a role as plain lists: all our own judgement, but for the taxonomies' numbers."""
    helpful, tools = ([knowledge.skills[id_].label for id_ in ids] for ids in (role.helpful, role.tools))
    places, uses = ([knowledge.topics[id_].label for id_ in ids] for ids in (role.industries, role.applications))
    for title, names in (
        ("Also called", role.aliases), ("Helpful as well", helpful), ("Tools", tools), ("Industries", places),
        ("Used for", uses),
    ):  # fmt: skip
        if names:
            yield Said("role", role.id, role.label, f"{title}: {', '.join(names)}.", (EDITORIAL,))
    for source, number in (("esco", role.esco), ("onet", role.soc)):
        if number:
            yield Said("role", role.id, role.label, f"Its number in {_title(knowledge, source)}: {number}", (source,))


def _title(knowledge: Knowledge, source: str) -> str:
    return knowledge.sources[source].title


def _demands(role: Role, knowledge: Knowledge) -> Iterator[Said]:
    words = _levels(knowledge)
    for need in role.needs:
        names = " or ".join(knowledge.skills[id_].label for id_ in need.any_of)
        levels = ", ".join(f"{words[level]} from {seniority} on" for seniority, level in need.levels.items())
        text = f"{names}: {levels}. Weight {need.weight:g} of 10."
        yield Said("demand", role.id, role.label, text, (EDITORIAL,), need.why or role.why)


def _pay(knowledge: Knowledge) -> Iterator[Said]:
    rows: dict[tuple[str, str | None, str], list[PayRow]] = {}
    for row in knowledge.pay:
        rows.setdefault((row.role, row.country, row.currency), []).append(row)
    for row in knowledge.pay:
        label = knowledge.roles[row.role].label
        others = [
            Against(f"{_figures(each)} {_scope(each)}", (each.source,))
            for each in rows[row.role, row.country, row.currency]
            if each.source != row.source
            and set(each.seniority) & set(row.seniority)
            and _figures(each) != _figures(row)
        ]
        yield Said(
            "pay", row.role, label, f"{_figures(row)} {_scope(row)}", (row.source,), row.note, row.year,
            against=tuple(others),
        )  # fmt: skip


def _figures(row: PayRow) -> str:
    if row.low is not None:
        end = f" to {row.high:,.0f}" if row.high is not None else ""
        return f"{row.currency} {row.low:,.0f}{end}{' or more' if row.open_ended else ''} a year"
    parts = [
        f"{name} {value:,.0f}"
        for name, value in (
            ("a tenth below", row.p10), ("a quarter below", row.p25), ("half below", row.p50),
            ("three quarters below", row.p75), ("nine tenths below", row.p90),
        )
        if value is not None
    ]  # fmt: skip
    return f"{row.currency} a year: {', '.join(parts)}"


def _scope(row: PayRow) -> str:
    people = ", ".join(row.seniority)
    counted = f", {row.n:,} adverts" if row.n is not None else ""
    return f"({people}; {row.country or 'no single country'}; {row.basis}{counted})"


def _of_skill(skill: Skill, knowledge: Knowledge) -> Iterator[Said]:
    def said(text: str, sources: Sequence[str], why: str = "") -> Said:
        return Said("skill", skill.id, skill.label, text, _ours(sources), why)

    # The words are ours: the guides name the skill, and the taxonomies only lend their numbers.
    yield said(skill.summary, (*skill.guides, EDITORIAL), skill.editorial)
    names = [each if isinstance(each, str) else each.text for each in skill.aliases]
    if names:
        yield said(f"Also written: {', '.join(names)}.", ())
    for wider in skill.broader:
        yield said(f"A kind or part of {knowledge.skills[wider].label}.", ())
    for source, number in (("esco", skill.esco), ("onet", skill.onet)):
        if number:
            yield said(f"Its entry in {_title(knowledge, source)}: {number}", (source,))
    if skill.half_life_months is not None:
        yield said(f"Unused, it fades by half in {skill.half_life_months:g} months.", (), skill.editorial)
    for need in skill.needs:
        text = f"To learn it, {knowledge.skills[need.skill].label} at level {_levels(knowledge)[need.level]} is needed."
        yield Said("prerequisite", skill.id, skill.label, text, (EDITORIAL,), skill.editorial)


def _of_resource(resource: Resource, knowledge: Knowledge) -> Iterator[Said]:
    def said(text: str, sources: Sequence[str], why: str = "") -> Said:
        return Said(
            "resource", resource.id, resource.label, text, _ours(sources), why,
            checked=resource.checked, url=resource.url,
        )  # fmt: skip

    yield said(f"{resource.provider}: {resource.summary}", resource.guides)
    hours = resource.hours
    yield said(f"Takes {hours.likely:g} hours ({hours.low:g} to {hours.high:g}).", (hours.source,), hours.why)
    if resource.stated:
        spans = [
            f"{low:g} to {high:g} {unit}" if low != high else f"{low:g} {unit}"
            for span, unit in (
                (resource.stated.months, "months"), (resource.stated.weeks, "weeks"),
                (resource.stated.hours_per_week, "hours a week"), (resource.stated.hours, "hours"),
            )
            if span is not None
            for low, high in [span]
        ]  # fmt: skip
        yield said(f"Stated duration: {', '.join(spans)}.", (resource.stated.source,))
    price = resource.price
    if price.amount is not None:
        text = f"Price: {price.currency} {price.amount:,.2f}{' a month' if price.per == 'month' else ''}."
    else:
        text = {"free": "Price: free.", "unknown": "Price: not known."}.get(price.kind, f"Price: {price.kind}.")
    yield said(text, (price.source,), price.why)
    words = _levels(knowledge)
    for taught in resource.teaches:
        name = knowledge.skills[taught.skill].label
        steps = f"{words[taught.from_]} to {words[taught.to]}"
        yield said(f"Takes {name} from {steps}.", (EDITORIAL,), resource.why)
    if resource.needs:
        needed = [f"{knowledge.skills[need.skill].label} {words[need.level]}" for need in resource.needs]
        yield said(f"Needs before it: {', '.join(needed)}.", (EDITORIAL,), resource.why)
    for part in resource.modules:
        steps = ", ".join(
            f"{knowledge.skills[t.skill].label} from {words[t.from_]} to {words[t.to]}" for t in part.teaches
        )
        yield said(f"Its part '{part.title}' takes {part.hours:g} hours; takes {steps}.", (EDITORIAL,))


def _of_roadmap(roadmap: Roadmap, knowledge: Knowledge) -> Iterator[Said]:
    def said(text: str) -> Said:
        return Said("roadmap", roadmap.id, roadmap.title, text, (roadmap.source,))

    if roadmap.promised_months:
        low, high = roadmap.promised_months
        yield said(f"Promises to take {low:g} to {high:g} months.")
    if roadmap.hours_per_week:
        low, high = roadmap.hours_per_week
        yield said(f"Reckons with {low:g} to {high:g} hours a week.")
    if roadmap.target:
        yield said(f"Leads to {knowledge.roles[roadmap.target].label} ({roadmap.seniority}).")
    listed = [knowledge.resources[each.resource].label if each.resource else each.label for each in roadmap.courses]
    if listed:
        yield said(f"Its courses, one after the other: {'; '.join(listed)}.")
    for stage in roadmap.stages:
        when = ""
        if stage.months:
            low, end = stage.months
            when = f" (months {low:g} to {end:g})" if end is not None else f" (from month {low:g})"
        names = [knowledge.skills[need.skill].label for need in stage.skills]
        courses = [knowledge.resources[each.resource].label if each.resource else each.label for each in stage.courses]
        named = [
            [things[id_].label if id_ in things else id_ for id_ in ids]
            for things, ids in (
                (knowledge.resources, stage.projects),
                (knowledge.actions, stage.actions),
                (knowledge.roles, stage.roles),
            )
        ]  # fmt: skip
        lists = zip(("Skills", "Courses", "Projects", "Steps", "Roles"), (names, courses, *named), strict=True)
        parts = [
            stage.text,
            *(f"{word}: {', '.join(of)}." for word, of in lists if of),
        ]
        yield said(f"{stage.label}{when}. {' '.join(part for part in parts if part)}".strip())


def _of_guides(knowledge: Knowledge) -> Iterator[Said]:
    for route in knowledge.routes.values():
        low, high = route.months
        text = f"{route.summary} {low:g} to {high:g} months; cost: {route.cost}."
        yield Said("route", route.id, route.label, text, _ours(route.sources), route.note)
        if route.suits:
            yield Said("route", route.id, route.label, f"Suits: {'; '.join(route.suits)}.", _ours(route.sources))
        if route.hours:
            text = f"Takes {route.hours.likely:g} hours ({route.hours.low:g} to {route.hours.high:g})."
            yield Said("route", route.id, route.label, text, (route.hours.source,), route.hours.why)
        for word, duties in (("For it", route.strengths), ("Against it", route.limits)):
            for duty in duties:
                yield Said("route", route.id, route.label, f"{word}: {duty.text}", _ours(duty.sources))
    for claim in knowledge.claims.values():
        against = tuple(Against(knowledge.claims[id_].text, knowledge.claims[id_].guides) for id_ in claim.conflicts)
        backed = "" if claim.sourced else " The guide names no source for it."
        yield Said(
            "claim", claim.id, "What guides claim", f"{claim.text}{backed}", claim.guides, claim.note, against=against
        )
    for terms in (knowledge.glossary, knowledge.faq):
        yield from (_term(each) for each in terms.values())
    for topic in knowledge.topics.values():
        text = topic.text or f"Named among: {topic.group.replace('-', ' ')}."
        yield Said("topic", topic.id, topic.label, text, _ours(topic.guides))
    for action in knowledge.actions.values():
        said = f"{action.text} {action.for_first_job}".strip()
        yield Said("action", action.id, action.label, said, _ours(action.guides), action.why)
        hours = action.hours
        text = f"Takes {hours.likely:g} hours ({hours.low:g} to {hours.high:g})."
        yield Said("action", action.id, action.label, text, (hours.source,), hours.why)


def _of_levels(knowledge: Knowledge) -> Iterator[Said]:
    for word in knowledge.words.levels:
        yield Said("level", f"level-{word.level}", f"Level {word.level}: {word.name}", word.text, (EDITORIAL,))
    names = {"tech": "a tool or technology", "concept": "a concept", "human": "a skill with people"}
    for kind, months in knowledge.words.half_life_months.items():
        text = f"Unused, what is known of {names[kind]} fades by half in {months:g} months."
        yield Said("level", f"fading-{kind}", "How skills fade", text, (EDITORIAL,))


def _term(term: Term) -> Said:
    return Said("term", term.id, term.term, term.text, _ours(term.sources))


def searchable(facts: Sequence[Said]) -> tuple[str, ...]:
    """The words of each fact, folded as names are; word by word, since the same ones come back."""
    known: dict[str, str] = {}
    texts = []
    for fact in facts:
        words = f"{fact.label} {fact.text}".split()
        known.update({word: folded(word) for word in words if word not in known})
        texts.append(" ".join(known[word] for word in words))
    return tuple(texts)
