"""From what a person types to an id: the id itself, a label, an alias, else the nearest words."""

import re
from collections.abc import Iterable, Mapping, Sequence
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
SHOWN: Final = 3
"""So many names are asked about at most."""
SLIPS: Final = (4, 9, 13)
"""From so many letters on one, two and three slips are a slip of the hand. Editorial, tried on 70 names."""
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
    names: dict[str, str] = {folded(id_): id_ for id_ in things}
    names.update({folded(thing.label): id_ for id_, thing in things.items()})
    names.update({form: id_ for form, id_ in forms.items() if id_ in things})
    nearest = list(dict.fromkeys(names[name] for name in nearest_names(wanted, names)))[:SHOWN]
    if not nearest:
        return LISTED.get(what, "Look for it by a word: headway facts WORD")
    return f"Did you mean {' or '.join(nearest)}?"


def nearest_names(wanted: str, names: Iterable[str]) -> list[str]:
    """Of folded names those that may be meant by one that is not among them, the likeliest first: slips of the hand,
    else names that say a part of it or that it says a part of in whole words, else names that begin so. Mere likeness
    of letters (nursing, teaching) is no reason to ask whether it was meant. Linear in the names."""
    known = list(dict.fromkeys(names))
    return _slips(wanted, known) or _in_words(wanted, known) or _begun(wanted, known)


def _slips(wanted: str, names: Sequence[str]) -> list[str]:
    """Names as few slips away as any: letters left out, put in, changed or swapped with the next one."""
    from rapidfuzz.distance import OSA

    short = wanted.replace(" ", "")
    slack = sum(len(short) >= letters for letters in SLIPS)
    found: list[tuple[int, str]] = []
    for name in names:
        other = name.replace(" ", "")
        # More than one slip, and then in the first letter too, is another word.
        most = min(slack, 1) if other[:1] != short[:1] else slack
        if most and (slips := OSA.distance(short, other, score_cutoff=most)) <= most:
            found.append((slips, name))
    least = min(found, default=(0, ""))[0]
    return [name for slips, name in found if slips == least]


def _in_words(wanted: str, names: Sequence[str]) -> list[str]:
    """The closest in length first. A name of a letter or two says too little to be a part of another."""
    words = frozenset(wanted.split())
    shared = [(name, words & frozenset(name.split())) for name in names]
    parts = [
        name
        for name, both in shared
        if (both == words or both == frozenset(name.split())) and len("".join(both)) >= SHORTEST
    ]
    return sorted(parts, key=lambda name: (abs(len(name) - len(wanted)), name))


def _begun(wanted: str, names: Sequence[str]) -> list[str]:
    short = wanted.replace(" ", "")
    return [name for name in names if len(short) >= SHORTEST and name.replace(" ", "").startswith(short)]


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
