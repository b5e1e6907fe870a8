"""The knowledge base ready for use: a compiled index, built once, never stale.

The index is five JSON files (core, lexicon, examples, items, layout) named by a digest of all data files.
A wheel ships them ready; a checkout builds them on first use into the user's cache folder. Which digest the data has is
told by a fingerprint of names, sizes and modification times, so nothing but changed files is read again.
A cache file that is damaged is made anew; a cache that cannot be written to (a full disk) is done without.
"""

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from headway.errors import KnowledgeBroken
from headway.knowledge.examples import Examples
from headway.knowledge.items import ItemBank
from headway.knowledge.model import Knowledge, Lexicon
from headway.knowledge.skill_layout import SkillLayout
from headway.values import Finding
from headway.whole import whole

SHIPPED = Path(__file__).parent.parent / "_index"
KEPT = 4
"""Indexes kept in the cache: a checkout or two may use the same folder."""
_Shape = TypeVar("_Shape")
_DIGEST = re.compile(r"[0-9a-f]{24}")


def load_knowledge(cache: Path | None = None, root: Path | None = None) -> Knowledge:
    """The core of the knowledge base. cache None: nothing is kept on disk.

    Raises KnowledgeBroken with every problem when the data files are not sound.
    """
    return _load("core", Knowledge, cache, root)


def load_lexicon(cache: Path | None = None, root: Path | None = None) -> Lexicon:
    """The aliases of all skills. Raises KnowledgeBroken."""
    return _load("lexicon", Lexicon, cache, root)


def load_examples(cache: Path | None = None, root: Path | None = None) -> Examples:
    """The invented postings. Raises KnowledgeBroken."""
    return _load("examples", Examples, cache, root)


def load_items(cache: Path | None = None, root: Path | None = None) -> ItemBank:
    """The test items. Raises KnowledgeBroken."""
    return _load("items", ItemBank, cache, root)


def load_layout(cache: Path | None = None, root: Path | None = None) -> SkillLayout:
    """Where the skills stand on the map. Raises KnowledgeBroken."""
    return _load("layout", SkillLayout, cache, root)


def version_of_knowledge(cache: Path | None = None, root: Path | None = None) -> str:
    """Digest of all data files: what was read with another one may be read differently now."""
    from headway.knowledge.root import data_root

    return _digest(root or data_root(), cache)


def _load(part: str, shape: type[_Shape], cache: Path | None, root: Path | None) -> _Shape:
    from headway.knowledge.root import data_root

    root = root or data_root()
    digest = _digest(root, cache)
    for folder in (SHIPPED, cache):
        with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
            if folder is not None:
                return msgspec.json.decode((folder / f"{part}-{digest}.json").read_bytes(), type=shape)
    parts = build(root)
    if cache is not None and _is_still(root, digest):
        with suppress(OSError):
            write_index(parts, digest, cache)
            _clear(cache)
    return msgspec.json.decode(parts[part], type=shape)


def _is_still(root: Path, digest: str) -> bool:
    """Whether the data are what they were before they were compiled: a file changed meanwhile is kept for no one."""
    return _read_whole(root) == digest


def build(root: Path) -> dict[str, bytes]:
    """Compile the data files. Raises KnowledgeBroken listing every problem."""
    from headway.knowledge.compiled import compile_all

    parts, findings = compile_all(root)
    errors = [f for f in findings if f.severity == "error"]
    if errors or parts is None:
        raise KnowledgeBroken(_list(errors), "Run 'headway check' for the whole list.")
    return parts


def _list(errors: list[Finding]) -> str:
    lines = [f"{f.where}  {f.what} {f.hint}".rstrip() for f in errors[:20]]
    more = f"\n... and {len(errors) - 20} more" if len(errors) > 20 else ""
    return f"The knowledge base has {len(errors)} errors:\n" + "\n".join(lines) + more


def write_index(parts: dict[str, bytes], digest: str, folder: Path) -> None:
    """Write the parts so that a reader never sees half a file."""
    folder.mkdir(parents=True, exist_ok=True)
    for part, content in parts.items():
        with whole(folder / f"{part}-{digest}.json") as fresh:
            fresh.write_bytes(content)


def _clear(folder: Path) -> None:
    """Take out all but the newest few indexes: whoever edits facts compiles a new one with each change."""
    compiled = {path: path.stat().st_mtime for path in folder.glob("core-*.json")}
    for old in sorted(compiled, key=compiled.__getitem__, reverse=True)[KEPT:]:
        digest = old.stem.partition("-")[2]
        for path in folder.glob(f"*-{digest}.json") if _DIGEST.fullmatch(digest) else ():
            path.unlink(missing_ok=True)


def _digest(root: Path, cache: Path | None) -> str:
    if cache is None:
        return _read_whole(root)
    note = cache / f"seen-{fingerprint(root)}.txt"
    with suppress(OSError, UnicodeDecodeError):
        if _DIGEST.fullmatch(kept := note.read_text(encoding="ascii")):
            return kept
    digest = _read_whole(root)
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        with whole(note) as fresh:
            fresh.write_bytes(digest.encode("ascii"))
    return digest


def _read_whole(root: Path) -> str:
    """The digest of every data file. What reads them (YAML with it) is loaded only where no note saves it."""
    from headway.knowledge.authored import digest_of

    return digest_of(root)


def fingerprint(root: Path) -> str:
    """Names, sizes and modification times of all data files, hashed. O(files), a stat each."""
    rows: list[str] = []
    pending = [str(root)]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                elif entry.name.endswith(".yaml"):
                    stat = entry.stat()
                    rows.append(f"{entry.path}\0{stat.st_size}\0{stat.st_mtime_ns}")
    rows.sort()
    return hashlib.blake2b("\n".join(rows).encode(), digest_size=12).hexdigest()
