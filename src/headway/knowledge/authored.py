"""All files under data/ as one `Authored`: each parsed alone, every problem reported, none hidden."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from headway.knowledge import items, model
from headway.knowledge.examples import ExamplePosting
from headway.knowledge.files import line_of, read
from headway.values import Finding

T = TypeVar("T")

FOLDERS: dict[str, Any] = {
    "skills": model.Skill,
    "roles": model.Role,
    "resources": model.Resource,
    "stages": model.Roadmap,
    "routes": model.Route,
    "items": items.ItemTopic,
    "item-answers": items.ItemAnswers,
}
"""One thing a file; the file's stem is its id."""

LISTS: dict[str, Any] = {
    "sources": model.Source,
    "claims": model.Claim,
    "glossary": model.Term,
    "faq": model.Term,
    "topics": model.Topic,
    "actions": model.Action,
}
"""One list a file; each entry has an id."""


PARAMETERS = "items/parameters.yaml"
PUBLISHED = "items/published.yaml"


@dataclass(frozen=True)
class Placed(Generic[T]):
    """An authored value and where it stands: file (relative to data/) and index in a list file."""

    value: T
    file: str
    index: int | None = None


@dataclass
class Authored:
    """Everything that was read, by folder or list name and id, with the findings of reading it."""

    root: Path
    things: dict[str, dict[str, Placed[Any]]] = field(default_factory=dict)
    pay: list[Placed[model.PayRow]] = field(default_factory=list)
    examples: list[Placed[ExamplePosting]] = field(default_factory=list)
    coverage: tuple[model.Coverage, ...] = ()
    exceptions: tuple[model.AcceptedFinding, ...] = ()
    words: model.Words | None = None
    parameters: items.ItemParameters | None = None
    published: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def of(self, name: str) -> dict[str, Any]:
        """The plain values of one folder or list, by id, in id order."""
        return {id_: placed.value for id_, placed in sorted(self.things.get(name, {}).items())}

    def where(self, placed: Placed[Any], *keys: str | int) -> str:
        """`data/<file>:<line>` of a key inside a placed value (looked up only when needed)."""
        path = keys if placed.index is None else (placed.index, *keys)
        text = (self.root / placed.file).read_text(encoding="utf-8")
        return f"data/{placed.file}:{line_of(text, tuple(path))}"


def authored_paths(root: Path) -> Iterator[Path]:
    """Every YAML file that counts for the digest, in a fixed order."""
    return iter(sorted(root.rglob("*.yaml")))


def digest_of(root: Path) -> str:
    """A digest of names and contents of all data files: the index's version."""
    total = hashlib.sha256()
    for path in authored_paths(root):
        total.update(path.relative_to(root).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:24]


def read_all(root: Path) -> Authored:
    """Read every file; problems are gathered, so one bad file never hides another."""
    authored = Authored(root)
    for name, type_ in FOLDERS.items():
        authored.things[name] = {}
        for path in sorted((root / name).rglob("*/*.yaml" if name == "items" else "*.yaml")):
            _read_one(authored, name, type_, path)
    for name, type_ in LISTS.items():
        authored.things[name] = {}
        for placed in _read_list(authored, root / f"{name}.yaml", type_):
            _add(authored, name, placed)
    for path in sorted((root / "pay").rglob("*.yaml")):
        authored.pay.extend(_read_list(authored, path, model.PayRow))
    for path in sorted((root / "market").rglob("*.yaml")):
        authored.examples.extend(_read_list(authored, path, ExamplePosting))
    authored.coverage = tuple(p.value for p in _read_list(authored, root / "coverage.yaml", model.Coverage))
    authored.exceptions = tuple(p.value for p in _read_list(authored, root / "exceptions.yaml", model.AcceptedFinding))
    authored.words, findings = read(root / "words.yaml", model.Words, "data/words.yaml")
    authored.findings.extend(findings)
    if (root / PARAMETERS).exists() or authored.things["items"]:
        authored.parameters, findings = read(root / PARAMETERS, items.ItemParameters, f"data/{PARAMETERS}")
        authored.findings.extend(findings)
    if (root / PUBLISHED).exists():
        published, findings = read(root / PUBLISHED, dict[str, str], f"data/{PUBLISHED}")
        authored.findings.extend(findings)
        authored.published = published or {}
    return authored


def _read_one(authored: Authored, name: str, type_: Any, path: Path) -> None:
    file = path.relative_to(authored.root).as_posix()
    value, findings = read(path, type_, f"data/{file}")
    authored.findings.extend(findings)
    if value is None:
        return
    placed = Placed(value, file)
    if value.id != path.stem:
        problem = f"id '{value.id}' differs from the file's name '{path.stem}'"
        authored.findings.append(Finding("id-not-stem", "error", authored.where(placed, "id"), problem))
    _add(authored, name, placed)


def _read_list(authored: Authored, path: Path, type_: Any) -> list[Placed[Any]]:
    file = path.relative_to(authored.root).as_posix()
    values, findings = read(path, tuple[type_, ...], f"data/{file}")
    authored.findings.extend(findings)
    return [Placed(value, file, index) for index, value in enumerate(values or ())]


def _add(authored: Authored, name: str, placed: Placed[Any]) -> None:
    known = authored.things[name]
    if placed.value.id in known:
        other = known[placed.value.id].file
        problem = f"id '{placed.value.id}' is also in data/{other}"
        authored.findings.append(Finding("id-twice", "error", authored.where(placed, "id"), problem))
    known[placed.value.id] = placed
