"""From what a person types to an id: the id itself, a label, an alias, else the nearest words."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, Protocol

from headway.errors import UnknownName
from headway.knowledge.model import Lexicon, Role

_SEPARATORS = str.maketrans("-‐‑–/_", "      ")
_OVER_THE_SEA = (
    (re.compile(r"(?<=\w{2})is(?=(?:e[drs]?|ing|ers|ations?|ational)\b)"), "iz"),
    (re.compile(r"(?<=\w{2})ys(?=(?:e[drs]?|ing|ers)\b)"), "yz"),
    (re.compile(r"(?<=\w[ae])ll(?=(?:ed|ing|ers?)\b)"), "l"),
    (re.compile(r"(?<=\w{3})our(?=s?\b|al|ed|ing)"), "or"),
    (re.compile(r"(?<=\w{2}al)ogue"), "og"),
)


SHORTEST: Final = 3
"""Letters from which on the beginning of a name (`mlops` of MLOps engineer) says which is meant."""
LISTED: Final = {
    "role": "'headway roles' lists all of them.",
    "resource": "'headway resources' lists all of them.",
    "lab": "'headway lab list' lists all of them.",
    "way into the field": "'headway compare' lists all of them.",
}
"""Where to look for a name that is like no other, by what it is of."""


class _Labelled(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...


def folded(text: str) -> str:
    """Case, hyphens, slashes, underscores, `&` or `and`, and British or American spelling do not matter to a person
    who types a name. The result is for comparing only: it need be no word (`supervized learning`)."""
    plain = " ".join(text.casefold().translate(_SEPARATORS).replace(" & ", " and ").split())
    for british, american in _OVER_THE_SEA:
        plain = british.sub(american, plain)
    return plain


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
    raise UnknownName(f"There is no {what} '{word}'.", _nearest_hint(wanted, what, things, forms or {}))


def _nearest_hint(wanted: str, what: str, things: Mapping[str, _Labelled], forms: Mapping[str, str]) -> str:
    from rapidfuzz import fuzz, process

    names: dict[str, str] = {folded(id_): id_ for id_ in things}
    names.update({folded(thing.label): id_ for id_, thing in things.items()})
    names.update({form: id_ for form, id_ in forms.items() if id_ in things})
    # Not a partial ratio: a name of one letter lies inside almost any word.
    matches = process.extract(wanted, list(names), scorer=fuzz.ratio, limit=8, score_cutoff=60)
    nearest = list(dict.fromkeys(names[name] for name, _, _ in matches))[:3]
    if not nearest:
        short = wanted.replace(" ", "")
        begun = [id_ for name, id_ in names.items() if name.replace(" ", "").startswith(short)]
        nearest = list(dict.fromkeys(begun))[:3] if len(short) >= SHORTEST else []
    if not nearest:
        return LISTED.get(what, "Look for it by a word: headway facts WORD")
    return f"Did you mean {' or '.join(nearest)}?"


def skill_forms(lexicon: Lexicon) -> dict[str, str]:
    """Every written form of every skill, folded: first as authored, then its label, then in the other number (`APIs`
    for `API`). A form of two skills belongs to the first."""
    forms: dict[str, str] = {}
    for entry in lexicon.entries:
        forms.setdefault(folded(entry.text), entry.skill)
    for skill, label in lexicon.labels.items():
        forms.setdefault(folded(label), skill)
    for form, skill in list(forms.items()):
        forms.setdefault(_other_number(form), skill)
    return forms


def _other_number(form: str) -> str:
    if form.endswith("s") and not form.endswith(("ss", "us", "is", "ics")):
        return form[:-1]
    return f"{form}s"


def title_forms(roles: Iterable[Role]) -> dict[str, str]:
    """Every job title a role is known by, folded."""
    return {folded(alias): role.id for role in roles for alias in role.aliases}
