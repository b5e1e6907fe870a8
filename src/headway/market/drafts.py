"""A new term as the draft of a skill file, in the form that `headway check` reads."""

import re
from typing import Any

import yaml

from headway.market.names import CAPITAL_ONLY
from headway.market.terms import NewTerm
from headway.values import Kind


def id_of(term: str) -> str:
    """The id of a term: lower case, words joined by hyphens; `c++` becomes `c-plus-plus`. May come out empty."""
    plain = term.lower().replace("+", " plus ").replace("#", " sharp ").replace("&", " and ")
    return re.sub(r"[^a-z0-9]+", "-", plain.replace(".", "")).strip("-")


def draft_of(term: NewTerm, area: str, kind: Kind, cues: tuple[str, ...]) -> str:
    """The text of the file. cues: names of the skills it stands beside in lists.

    A name that is also an ordinary word (`Clay`, `Heap`) counts only with support, from the start.
    """
    fields: dict[str, Any] = {"id": id_of(term.term), "label": term.term, "kind": kind, "area": area}
    fields["summary"] = "DRAFT. Say here in one sentence what it is and what one does with it."
    also: list[Any] = list(term.also)
    if CAPITAL_ONLY.match(term.term):
        fields["label_is_ambiguous"] = True
        rule: dict[str, Any] = {"text": term.term, "case": "exact", "ambiguous": True}
        also.insert(0, rule | ({"cues": [cue.lower() for cue in cues]} if cues else {}))
    if also:
        fields["aliases"] = also
    fields["editorial"] = (
        f"Draft from imported postings: {term.companies} companies name it in lists, {term.beside} of them beside "
        f"{', '.join(cues) or 'known skills'}."
    )
    lines = [f"# Seen: {_one_line(example.quote)}" for example in term.examples]
    body = yaml.safe_dump(fields, sort_keys=False, allow_unicode=True, width=110)
    return "\n".join([*lines, body])


def _one_line(text: str) -> str:
    """What a posting says, safe in a comment."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
