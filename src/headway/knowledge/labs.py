"""Lab folders under data/labs/: what a lab asks, what it proves, and solutions that must pass or fail.

A lab's code is text here: it is shown, copied and run behind walls, never imported.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from headway.errors import KnowledgeBroken
from headway.knowledge.fact import Fact
from headway.knowledge.files import read
from headway.knowledge.root import data_root
from headway.values import Finding, Level

FOLDER = "labs"
HEAD = r"^=== ([\w.-]+) ===\n"
"""The line above each file where several are one text."""


class Proves(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pass shows the skill at this level."""

    skill: str
    level: Level


class WrongSolution(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file under wrong/ that must fail, for this reason (a key of `reasons`). why: what its author had in mind."""

    file: str
    reason: str
    why: str


class AuthoredLab(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """lab.yaml. file: what the learner writes; more: files handed in beside it. hours: of work, about.

    seconds: for one run of the learner's code.

    packages: what every solution needs. may_use: what it may import besides. driver: a file of the folder that runs
    behind the walls in place of the learner's, which is then handed to it as text. reasons: what can be wrong, told to
    the learner. version: raised when what passes changes.
    """

    id: str
    label: str
    order: int
    version: int
    summary: str
    stage: str
    file: str
    hours: float
    proves: tuple[Proves, ...]
    reasons: dict[str, str]
    wrong: tuple[WrongSolution, ...]
    good: tuple[str, ...]
    packages: tuple[str, ...] = ("numpy",)
    may_use: tuple[str, ...] = ()
    driver: str | None = None
    more: tuple[str, ...] = ()
    worlds: int = 3
    seconds: float = 20.0
    memory_mb: int = 1024


class Lab(msgspec.Struct, frozen=True, kw_only=True):
    """A lab with the texts of its folder. hints: step by step; wrong, good: by file name.

    Where several files are handed in, each solution is one text (see `bundle`), and those of wrong/ and good/ are
    folders with the files that differ from the model solution.
    """

    authored: AuthoredLab
    brief: str
    design: str
    hints: tuple[str, ...]
    starter: str
    solution: str
    driver: str
    wrong: dict[str, str]
    good: dict[str, str]


def load_labs(root: Path | None = None) -> dict[str, Lab]:
    """All labs by id, in the order in which they are to be done. Raises KnowledgeBroken."""
    labs, findings = read_labs(root or data_root())
    if findings:
        raise KnowledgeBroken("\n".join(f"{f.where}  {f.what} {f.hint}".rstrip() for f in findings))
    return labs


def read_labs(root: Path) -> tuple[dict[str, Lab], list[Finding]]:
    """What could be read, and what is wrong with the rest."""
    labs: list[Lab] = []
    findings: list[Finding] = []
    for path in sorted((root / FOLDER).glob("*/lab.yaml")):
        name = f"data/{FOLDER}/{path.parent.name}/lab.yaml"
        authored, found = read(path, AuthoredLab, name)
        findings += found
        if authored is None:
            continue
        missing = [
            Finding("lab-file-missing", "error", name, f"there is no {each}") for each in _missing(path, authored)
        ]
        findings += missing
        if authored.id != path.parent.name:
            findings.append(Finding("id-not-stem", "error", name, f"id '{authored.id}' differs from the folder's name"))
        if not missing:
            labs.append(_texts(path.parent, authored))
    labs.sort(key=lambda lab: lab.authored.order)
    return {lab.authored.id: lab for lab in labs}, findings


def bundle(parts: Mapping[str, str]) -> str:
    """Several files as one text: each below a line with its name."""
    return "".join(f"=== {name} ===\n{text.rstrip()}\n" for name, text in parts.items())


def unbundle(text: str) -> dict[str, str]:
    """The files of such a text by name; none where it is the text of one file."""
    if not re.match(HEAD, text):
        return {}
    pieces = re.split(HEAD, text, flags=re.MULTILINE)[1:]
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


def _files(authored: AuthoredLab) -> Iterator[str]:
    yield from ("brief.md", "design.md", "hints.md", *([authored.driver] if authored.driver else []))
    for folder in ("starter", "solution"):
        yield from (f"{folder}/{each}" for each in (authored.file, *authored.more))
    yield from (f"wrong/{each.file}" for each in authored.wrong)
    yield from (f"good/{each}" for each in authored.good)


def _missing(path: Path, authored: AuthoredLab) -> list[str]:
    return [each for each in _files(authored) if not (path.parent / each).exists()]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _handed_in(folder: Path, authored: AuthoredLab, name: str) -> str:
    """One solution: the text of a file, or of several together."""
    if not authored.more:
        return _text(folder / name / authored.file if (folder / name).is_dir() else folder / name)
    places = [(each, folder / name / each, folder / "solution" / each) for each in (authored.file, *authored.more)]
    return bundle({each: _text(own if own.exists() else model) for each, own, model in places})


def _texts(folder: Path, authored: AuthoredLab) -> Lab:
    hints = [part.strip() for part in _text(folder / "hints.md").split("\n---\n")]
    return Lab(
        authored=authored,
        brief=_text(folder / "brief.md"),
        design=_text(folder / "design.md"),
        hints=tuple(hint for hint in hints if hint),
        starter=_handed_in(folder, authored, "starter"),
        solution=_handed_in(folder, authored, "solution"),
        driver=_text(folder / authored.driver) if authored.driver else "",
        wrong={each.file: _handed_in(folder, authored, f"wrong/{each.file}") for each in authored.wrong},
        good={each: _handed_in(folder, authored, f"good/{each}") for each in authored.good},
    )
