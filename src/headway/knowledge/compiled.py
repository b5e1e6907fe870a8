"""Authored files to index parts: link them, then encode."""

from pathlib import Path

import msgspec

from headway.knowledge.authored import Authored, digest_of, read_all
from headway.knowledge.examples import Examples
from headway.knowledge.items import AuthoredItem, Item, ItemBank, ItemTopic, guess_rate
from headway.knowledge.link import link_findings
from headway.knowledge.model import Alias, Knowledge, Lexicon, LexiconEntry, Skill
from headway.knowledge.skill_layout import SkillLayout, layout_of
from headway.values import Finding


def compile_all(root: Path) -> tuple[dict[str, bytes] | None, list[Finding]]:
    """The index parts by name, or None when the files are not sound; and every finding."""
    authored = read_all(root)
    findings = authored.findings + link_findings(authored)
    if authored.words is None or any(f.severity == "error" for f in findings):
        return None, findings
    digest = digest_of(root)
    parts = {
        "core": knowledge_of(authored, digest),
        "lexicon": lexicon_of(authored, digest),
        "examples": examples_of(authored, digest),
        "items": items_of(authored, digest),
        "layout": skill_layout_of(authored, digest),
    }
    return {name: msgspec.json.encode(part, order="deterministic") for name, part in parts.items()}, findings


def knowledge_of(authored: Authored, digest: str) -> Knowledge:
    """Everything but the alias lists. Retired things (`replaced_by`) stay, so old logs can be read."""
    assert authored.words is not None
    skills = {id_: msgspec.structs.replace(s, aliases=()) for id_, s in authored.of("skills").items()}
    return Knowledge(
        digest=digest,
        skills=skills,
        roles=authored.of("roles"),
        resources=authored.of("resources"),
        pay=tuple(placed.value for placed in authored.pay),
        roadmaps=authored.of("stages"),
        sources=authored.of("sources"),
        claims=authored.of("claims"),
        glossary=authored.of("glossary"),
        faq=authored.of("faq"),
        topics=authored.of("topics"),
        actions=authored.of("actions"),
        routes=authored.of("routes"),
        coverage=authored.coverage,
        words=authored.words,
    )


def lexicon_of(authored: Authored, digest: str) -> Lexicon:
    """All aliases; a label counts as an alias unless it is ambiguous."""
    skills = [s for s in authored.of("skills").values() if s.replaced_by is None]
    entries = [entry for skill in skills for entry in entries_of(skill)]
    return Lexicon(
        digest=digest,
        entries=tuple(entries),
        labels={s.id: s.label for s in skills},
        kinds={s.id: s.kind for s in skills},
    )


def skill_layout_of(authored: Authored, digest: str) -> SkillLayout:
    """Where the skills stand on the map."""
    assert authored.words is not None
    areas = sorted(authored.words.areas, key=lambda area: area.order)
    return layout_of(authored.of("skills"), [area.id for area in areas], digest)


def examples_of(authored: Authored, digest: str) -> Examples:
    """The invented postings, in the order of their ids."""
    return Examples(digest, tuple(sorted((placed.value for placed in authored.examples), key=lambda each: each.id)))


def entries_of(skill: Skill) -> list[LexiconEntry]:
    """One skill's written forms, the label first."""
    forms: list[str | Alias] = [] if skill.label_is_ambiguous else [skill.label]
    forms += skill.aliases
    return [_entry(skill.id, form) for form in forms]


def _entry(skill: str, form: str | Alias) -> LexiconEntry:
    alias = Alias(text=form) if isinstance(form, str) else form
    return LexiconEntry(alias.text, skill, alias.case, alias.ambiguous, alias.cues, alias.vetoes)


def items_of(authored: Authored, digest: str) -> ItemBank:
    """All live test items with what their topic, kind and recorded answers add."""
    topics: dict[str, ItemTopic] = authored.of("items")
    found = [_item(authored, topic, item) for topic in topics.values() for item in topic.items if not item.replaced_by]
    return ItemBank(
        digest=digest,
        items={item.id: item for item in sorted(found, key=lambda item: item.id)},
        databases={id_: topic.database for id_, topic in topics.items() if topic.database},
        topics={id_: topic.label for id_, topic in topics.items()},
    )


def _item(authored: Authored, topic: ItemTopic, item: AuthoredItem) -> Item:
    assert authored.parameters is not None
    parameters = authored.parameters.kinds[item.kind]
    recorded = authored.of("item-answers").get(topic.id)
    return Item(
        id=item.id,
        topic=topic.id,
        skill=item.skill or topic.skill,
        level=item.level,
        kind=item.kind,
        a=parameters.a if item.a is None else item.a,
        b=item.b,
        guess=guess_rate(item, parameters),
        slip=authored.parameters.slip,
        source=topic.source,
        authored=item,
        recorded=recorded.answers.get(item.id, ()) if recorded else (),
    )
