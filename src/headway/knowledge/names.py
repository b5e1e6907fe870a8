"""From what a person types to an id: the id itself, a label, an alias, else the nearest words."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from headway.errors import UnknownName
from headway.knowledge.model import Lexicon, Role


class _Labelled(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...


def folded(text: str) -> str:
    """Case, hyphens, slashes and underscores do not matter to a person who types a name."""
    return " ".join(text.casefold().replace("-", " ").replace("/", " ").replace("_", " ").split())


def resolve(word: str, things: Mapping[str, _Labelled], what: str, forms: Mapping[str, str] | None = None) -> str:
    """The id that `word` means among `things`. forms: further written forms (folded) to ids.

    Raises UnknownName with the three nearest names.
    """
    if word in things:
        return word
    wanted = folded(word)
    for id_, thing in things.items():
        if wanted in (folded(id_), folded(thing.label)):
            return id_
    if forms and wanted in forms:
        return forms[wanted]
    raise UnknownName(f"There is no {what} '{word}'.", _nearest_hint(wanted, things, forms or {}))


def _nearest_hint(wanted: str, things: Mapping[str, _Labelled], forms: Mapping[str, str]) -> str:
    from rapidfuzz import fuzz, process

    names: dict[str, str] = {folded(id_): id_ for id_ in things}
    names.update({folded(thing.label): id_ for id_, thing in things.items()})
    names.update({form: id_ for form, id_ in forms.items() if id_ in things})
    matches = process.extract(wanted, list(names), scorer=fuzz.WRatio, limit=8, score_cutoff=55)
    nearest = list(dict.fromkeys(names[name] for name, _, _ in matches))[:3]
    if not nearest:
        return "Look through the list with the same command without a name."
    return f"Did you mean {' or '.join(nearest)}?"


def skill_forms(lexicon: Lexicon) -> dict[str, str]:
    """Every written form of every skill, folded. A form of two skills belongs to the first."""
    forms: dict[str, str] = {}
    for entry in lexicon.entries:
        forms.setdefault(folded(entry.text), entry.skill)
    return forms


def title_forms(roles: Iterable[Role]) -> dict[str, str]:
    """Every job title a role is known by, folded."""
    return {folded(alias): role.id for role in roles for alias in role.aliases}
