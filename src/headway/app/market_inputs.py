"""What the person names to import: files, folders, standard input, boards, addresses; each opened in its turn."""

import datetime as dt
import hashlib
import io
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

import msgspec

from headway.app.files import STDIN
from headway.errors import BadOption, UnreadableFile

if TYPE_CHECKING:
    from headway.market.feeds.read import Feed, How

_ENDINGS = (
    *(".json", ".jsonl", ".ndjson", ".jl", ".csv", ".tsv", ".parquet", ".html", ".htm"),
    *(".gz", ".bz2", ".xz", ".zst", ".zip"),
)
_BLOCK = 1024 * 1024
LINE_LIMIT: Final = 16 * 1024 * 1024
"""Bytes of one line that are read as a row; a posting of a megabyte fits many times."""
Mapped = Mapping[str, tuple[str, ...]]


class Item(msgspec.Struct, frozen=True):
    """One thing to read. path: a file; None for standard input and for what is fetched. size: bytes, where known."""

    name: str
    board: str
    path: Path | None = None
    size: int = 0
    fetch: Callable[[], bytes] | None = None
    address: str | None = None

    @contextmanager
    def opened(self, today: dt.date, mapping: Mapped) -> Iterator[tuple["Feed", str | None]]:
        """The feed, and the key under which it counts as read (None: it cannot be told before it is read).

        Raises UnreadableFile, NotReached.
        """
        from headway.market.feeds.read import Feed, How

        how = How(today=today, board=self.board, mapping=mapping, address=self.address, limit=LINE_LIMIT)
        if self.fetch is not None:
            data = self.fetch()
            yield Feed(io.BytesIO(data), self.name, how), _key(hashlib.blake2b(data, digest_size=16).digest(), how)
        elif self.path is None:
            yield Feed(sys.stdin.buffer, self.name, how), None
        else:
            try:
                with self.path.open("rb") as stream:
                    if not stream.seekable():  # a pipe gives its bytes once
                        yield Feed(stream, self.name, how), None
                        return
                    digest = _digest(stream)
                    stream.seek(0)
                    yield Feed(stream, self.name, how, self.path), _key(digest, how)
            except OSError as error:
                if error.filename is None or Path(error.filename) != self.path:
                    raise
                raise UnreadableFile(f"{self.name} cannot be read: {error.strerror}.", "Check its rights.") from error


def items_of(
    names: tuple[str, ...], board: str | None, web: Callable[[str], tuple[Callable[[], bytes], str, str] | None]
) -> list[Item]:
    """Everything named, folders as the files in them in order of their names. web: what to do with a board or address.

    Raises BadOption, UnreadableFile.
    """
    found: list[Item] = []
    for name in names:
        if name == STDIN:
            found.append(Item("standard input", board or "standard input"))
        elif (fetched := web(name)) is not None:
            fetch, its_board, address = fetched
            found.append(Item(name, board or its_board, fetch=fetch, address=address))
        else:
            found += _files(Path(name), board)
    if sum(item.path is None and item.fetch is None for item in found) > 1:
        raise BadOption("Standard input is named twice.", "It can be read once.")
    return found


def _files(path: Path, board: str | None) -> list[Item]:
    try:
        if not path.is_dir():
            return [_file(path, board)]
        paths = sorted(
            p for p in path.rglob("*") if p.suffix.lower() in _ENDINGS and p.is_file() and not _hidden(p, path)
        )
        if not paths:
            raise UnreadableFile(f"{path} holds no file of postings.", f"Looked for: {', '.join(_ENDINGS)}.")
        return [_file(each, board) for each in paths]
    except OSError as error:
        hint = "Check the name. A board is named like ashby:NAME, greenhouse:NAME or lever:NAME."
        raise UnreadableFile(f"{path} cannot be read: {error.strerror}.", hint) from error


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _file(path: Path, board: str | None) -> Item:
    """Without the folders in its name: what is kept must not depend on where the file lay."""
    status = path.stat()
    stem = path.name.split(".")[0] or path.name
    return Item(path.name, board or stem, path, status.st_size)


def _digest(stream: BinaryIO) -> bytes:
    """Of all its bytes; a second or so a gigabyte, against minutes to read them as postings."""
    digest = hashlib.blake2b(digest_size=16)
    while block := stream.read(_BLOCK):
        digest.update(block)
    return digest.digest()


def _key(digest: bytes, how: "How") -> str:
    from headway.market.feeds.read import VERSION

    said = msgspec.json.encode([VERSION, how.board, how.address, dict(how.mapping)], order="deterministic")
    return hashlib.blake2b(digest + said, digest_size=12).hexdigest()


def parse_map(pairs: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """`field=column` pairs; `text=one+two` joins columns. Raises BadOption naming the fields."""
    from headway.market.feeds.table import FIELDS

    found: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        field, separator, column = pair.partition("=")
        field = field.strip().replace("-", "_")
        if not separator or not column.strip():
            raise BadOption(f"--map is '{pair}'.", "Write field=column, for example --map title=Position.")
        if field not in FIELDS:
            raise BadOption(f"--map: there is no field '{field}'.", f"The fields: {', '.join(FIELDS)}.")
        if field in found:
            raise BadOption(f"--map names '{field}' twice.", "Join columns of the text with +: text=one+two.")
        columns = tuple(each.strip() for each in column.split("+")) if field == "text" else (column.strip(),)
        found[field] = columns
    return found
