"""Lab folders under data/labs/: what a lab asks, what it proves, and solutions that must pass or fail.

A lab's code is text here: it is shown, copied and run behind walls, never imported.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from headway.errors import KnowledgeBroken
from headway.knowledge.fact import Fact
from headway.knowledge.files import data_root, read
from headway.values import Finding, Level

FOLDER = "labs"


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
    """lab.yaml. file: what the learner writes. hours: of work, about. seconds: for one run of the learner's code.

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
    worlds: int = 3
    seconds: float = 20.0
    memory_mb: int = 1024


class Lab(msgspec.Struct, frozen=True, kw_only=True):
    """A lab with the texts of its folder. hints: step by step; wrong, good: by file name."""

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


def _files(authored: AuthoredLab) -> Iterator[str]:
    yield from ("brief.md", "design.md", "hints.md", f"starter/{authored.file}", f"solution/{authored.file}")
    yield from ([authored.driver] if authored.driver else [])
    yield from (f"wrong/{each.file}" for each in authored.wrong)
    yield from (f"good/{each}" for each in authored.good)


def _missing(path: Path, authored: AuthoredLab) -> list[str]:
    return [each for each in _files(authored) if not (path.parent / each).is_file()]


def _texts(folder: Path, authored: AuthoredLab) -> Lab:
    text = {name: (folder / name).read_text(encoding="utf-8") for name in _files(authored)}
    hints = [part.strip() for part in text["hints.md"].split("\n---\n")]
    return Lab(
        authored=authored,
        brief=text["brief.md"],
        design=text["design.md"],
        hints=tuple(hint for hint in hints if hint),
        starter=text[f"starter/{authored.file}"],
        solution=text[f"solution/{authored.file}"],
        driver=text[authored.driver] if authored.driver else "",
        wrong={each.file: text[f"wrong/{each.file}"] for each in authored.wrong},
        good={each: text[f"good/{each}"] for each in authored.good},
    )
