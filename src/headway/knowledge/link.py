"""Every id that a file names must exist; a prerequisite may not need itself. All problems are told."""

from collections.abc import Iterable, Iterator
from typing import Any

from headway.knowledge.authored import Authored, Placed
from headway.knowledge.graph import find_cycle, needs_of
from headway.values import Finding

Reference = tuple[Placed[Any], tuple[str | int, ...], str, str]
"""Where it stands, keys to it, what it should be (folder or list name), the id."""


def link_findings(authored: Authored) -> list[Finding]:
    """Danglers with the nearest right word, and cycles of prerequisites."""
    references = [*_references(authored), *_sources(authored)]
    findings = [_dangler(authored, r) for r in references if r[3] not in authored.things[r[2]]]
    return findings + _cycles(authored)


def _dangler(authored: Authored, reference: Reference) -> Finding:
    from rapidfuzz import process

    placed, keys, name, id_ = reference
    best = process.extractOne(id_, list(authored.things[name]), score_cutoff=55)
    hint = f"Did you mean '{best[0]}'?" if best else ""
    return Finding("dangling", "error", authored.where(placed, *keys), f"no {_singular(name)} '{id_}'.", hint)


def _singular(name: str) -> str:
    return {"stages": "roadmap", "glossary": "glossary entry", "faq": "question"}.get(name, name.rstrip("s"))


def _many(placed: Placed[Any], key: str, name: str, ids: Iterable[str]) -> Iterator[Reference]:
    for index, id_ in enumerate(ids):
        yield placed, (key, index), name, id_


def _needs(placed: Placed[Any], needs: Iterable[Any], *keys: str | int) -> Iterator[Reference]:
    for index, need in enumerate(needs):
        yield placed, (*keys, index, "skill"), "skills", need.skill


def _references(authored: Authored) -> Iterator[Reference]:
    for placed in authored.things["skills"].values():
        skill = placed.value
        yield from _needs(placed, skill.needs, "needs")
        yield from _many(placed, "broader", "skills", skill.broader)
        if skill.replaced_by:
            yield placed, ("replaced_by",), "skills", skill.replaced_by
    for placed in authored.things["resources"].values():
        yield from _resource(placed)
    for placed in authored.things["roles"].values():
        yield from _role(placed)
    for placed in authored.things["stages"].values():
        yield from _roadmap(placed)
    for placed in authored.things["routes"].values():
        yield from _many(placed, "resources", "resources", placed.value.resources)
    for placed in authored.things["claims"].values():
        yield from _many(placed, "conflicts", "claims", placed.value.conflicts)
    for placed in authored.things["items"].values():
        yield placed, ("skill",), "skills", placed.value.skill
        for index, item in enumerate(placed.value.items):
            if item.skill:
                yield placed, ("items", index, "skill"), "skills", item.skill
    for placed in authored.pay:
        yield placed, ("role",), "roles", placed.value.role


def _resource(placed: Placed[Any]) -> Iterator[Reference]:
    resource = placed.value
    yield from _needs(placed, resource.teaches, "teaches")
    yield from _needs(placed, resource.needs, "needs")
    for index, module in enumerate(resource.modules):
        yield from _needs(placed, module.teaches, "modules", index, "teaches")
    if resource.replaced_by:
        yield placed, ("replaced_by",), "resources", resource.replaced_by


def _role(placed: Placed[Any]) -> Iterator[Reference]:
    role = placed.value
    for index, need in enumerate(role.needs):
        for position, id_ in enumerate(need.any_of):
            yield placed, ("needs", index, "any_of", position), "skills", id_
    yield from _many(placed, "helpful", "skills", role.helpful)
    yield from _many(placed, "tools", "skills", role.tools)
    yield from _many(placed, "industries", "topics", role.industries)
    yield from _many(placed, "applications", "topics", role.applications)
    for index, neighbour in enumerate(role.neighbours):
        yield placed, ("neighbours", index, "role"), "roles", neighbour.role


def _roadmap(placed: Placed[Any]) -> Iterator[Reference]:
    roadmap = placed.value
    if roadmap.target:
        yield placed, ("target",), "roles", roadmap.target
    yield from _courses(placed, roadmap.courses, "courses")
    for index, stage in enumerate(roadmap.stages):
        yield from _needs(placed, stage.skills, "stages", index, "skills")
        yield from _courses(placed, stage.courses, "stages", index, "courses")
        for name, key in (("resources", "projects"), ("actions", "actions"), ("roles", "roles")):
            for position, id_ in enumerate(getattr(stage, key)):
                yield placed, ("stages", index, key, position), name, id_


def _courses(placed: Placed[Any], courses: Iterable[Any], *keys: str | int) -> Iterator[Reference]:
    for index, course in enumerate(courses):
        if course.resource:
            yield placed, (*keys, index, "resource"), "resources", course.resource
        yield from _needs(placed, course.teaches, *keys, index, "teaches")
        yield from _needs(placed, course.needs, *keys, index, "needs")


def _sources(authored: Authored) -> Iterator[Reference]:
    """Every `source`, `sources` and `guides` entry, wherever it stands."""
    everything = [p for name in authored.things if name != "sources" for p in authored.things[name].values()]
    for placed in [*everything, *authored.pay]:
        for keys, id_ in _source_ids(placed.value, ()):
            yield placed, keys, "sources", id_


def _source_ids(value: Any, keys: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _source_ids(item, (*keys, index))
    elif hasattr(value, "__struct_fields__"):
        for name in value.__struct_fields__:
            item = getattr(value, name)
            if name == "source" and item != "user":
                yield (*keys, name), item
            elif name in ("sources", "guides"):
                for index, id_ in enumerate(item):
                    yield (*keys, name, index), id_
            else:
                yield from _source_ids(item, (*keys, name))


def _cycles(authored: Authored) -> list[Finding]:
    cycle = find_cycle(needs_of(authored.of("skills")))
    if cycle is None:
        return []
    placed = authored.things["skills"][cycle[0]]
    what = "prerequisites run in a circle: " + " -> ".join(cycle)
    return [Finding("cycle", "error", authored.where(placed, "needs"), what, "Remove one of these needs.")]
