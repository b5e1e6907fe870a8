"""Report: do the weights of role needs follow what real postings name? Printed as a Markdown table.

Run: python tools/needs_against_demand.py   (reads $HEADWAY_SHARED/data/postings; takes a minute or two)
The answer as of the last run is in docs/method/roles.md.
"""

import json
import os
import re
import statistics
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from headway.knowledge.load import load_knowledge, load_lexicon
from headway.knowledge.model import Lexicon, Role
from headway.mentions.find import find_mentions

REPO = Path(__file__).resolve().parent.parent
ENOUGH = 10
"""Fewest postings a role must have to be judged."""


def plain(title: str) -> str:
    """A title as it is compared: lower case, punctuation as spaces, a space at both ends."""
    return f" {' '.join(re.sub(r'[-/,_()|–—&]+', ' ', title.casefold()).split())} "


def role_of(title: str, forms: dict[str, str]) -> str | None:
    """The role whose longest title form stands in the title."""
    wanted = plain(title)
    best = max((form for form in forms if form in wanted), key=len, default=None)
    return forms[best] if best else None


def skills_by_role(path: Path, forms: dict[str, str], lexicon: Lexicon) -> dict[str, list[set[str]]]:
    """For each role the skills that each of its postings names."""
    found: dict[str, list[set[str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        posting = json.loads(line)
        role = role_of(posting["title"], forms)
        if role is not None:
            text = f"{posting['title']}\n\n{posting['description']}"
            found[role].append({mention.skill for mention in find_mentions(text, lexicon)})
    return found


def shares(role: Role, postings: list[set[str]]) -> list[float]:
    """For each need the share of postings that name one of its skills."""
    return [sum(bool(p & set(need.any_of)) for p in postings) / len(postings) for need in role.needs]


def line_for(role: Role, postings: list[set[str]]) -> str:
    """One row: postings, rank correlation of weight and share, the needs most out of line."""
    weights, named = [need.weight for need in role.needs], shares(role, postings)
    places = _ranks(weights), _ranks(named)
    rho = statistics.correlation(*places)
    apart = sorted(range(len(weights)), key=lambda i: places[0][i] - places[1][i])
    over = ", ".join(_told(role, named, i) for i in apart[:-4:-1])
    under = ", ".join(_told(role, named, i) for i in apart[:3])
    return f"| {role.label} | {len(postings)} | {rho:.2f} | {over} | {under} |"


def _ranks(values: list[float]) -> list[float]:
    ordered = sorted(values)
    return [ordered.index(v) + (ordered.count(v) - 1) / 2 for v in values]


def _told(role: Role, named: list[float], index: int) -> str:
    need = role.needs[index]
    return f"{need.any_of[0]} ({need.weight:g}; {named[index]:.0%})"


def report(roles: Iterable[Role], found: dict[str, list[set[str]]]) -> str:
    """The table, roles with most postings first."""
    judged = sorted((r for r in roles if len(found.get(r.id, ())) >= ENOUGH), key=lambda r: -len(found[r.id]))
    head = "| role | postings | rank correlation | weighs more than it is named | weighs less |"
    return "\n".join([head, "|---|---|---|---|---|", *(line_for(role, found[role.id]) for role in judged)])


def main() -> None:
    shared = Path(os.environ.get("HEADWAY_SHARED", REPO.parent / "shared"))
    roles = load_knowledge().roles.values()
    forms = {plain(form): role.id for role in roles for form in (role.label, *role.aliases)}
    found = skills_by_role(shared / "data/postings/ml_postings.jsonl", forms, load_lexicon())
    print(report(roles, found))


if __name__ == "__main__":
    main()
