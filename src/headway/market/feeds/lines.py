"""Lines of a stream that may be endless: none is held in memory beyond a limit."""

import codecs
from collections.abc import Iterator
from typing import IO, Final, Protocol

import msgspec

BLOCK: Final = 1024 * 1024
_KEPT: Final = 1000


class Bytes(Protocol):
    """What is read from: a file, standard input, an answer from the web."""

    def read(self, size: int = -1, /) -> bytes: ...


class LongLine(msgspec.Struct, frozen=True):
    """A line that was passed over because it is too long: its size in bytes, and how it begins."""

    size: int
    head: bytes


def lines_of(stream: Bytes, limit: int) -> Iterator[tuple[int, bytes | LongLine]]:
    """Every line with its number from 1, without its end. Memory: the limit and a block. O(bytes)."""
    number, parts, size = 0, [b""], 0
    while block := stream.read(BLOCK):
        pieces = block.split(b"\n")
        for piece in pieces[:-1]:
            number += 1
            if size + len(piece) > limit:
                head = (b"".join(parts) + piece)[:_KEPT]
                yield number, LongLine(size + len(piece), head)
            else:
                yield number, (b"".join([*parts, piece]) if size else piece).rstrip(b"\r")
            parts, size = [], 0
        rest = pieces[-1]
        size += len(rest)
        parts = [*parts, rest] if size <= limit else [(b"".join(parts) + rest)[:_KEPT]]
    if size:
        whole = b"".join(parts)
        yield number + 1, LongLine(size, whole[:_KEPT]) if size > limit else whole.rstrip(b"\r")


class AsUtf8:
    """A stream in another encoding as one in UTF-8; what the encoding cannot mean becomes marks."""

    def __init__(self, stream: Bytes, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")

    def read(self, size: int = BLOCK, /) -> bytes:
        """The next stretch; empty only at the end."""
        while True:
            block = self._stream.read(BLOCK if size < 0 else size)
            text = self._decoder.decode(block, final=not block)
            if text or not block:
                return text.encode("utf-8", "replace")


class Counted:
    """A stream that tells how much of it was read, and gives back what was looked at first."""

    def __init__(self, stream: IO[bytes] | Bytes, look: int = BLOCK) -> None:
        self._stream = stream
        self._rest = b""
        self.head = self._fill(look)
        self._rest = self.head
        self.done = 0

    def _fill(self, look: int) -> bytes:
        parts, size = [], 0
        while size < look and (block := self._stream.read(look - size)):
            parts.append(block)
            size += len(block)
        return b"".join(parts)

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes, all that is left where it is negative."""
        if size < 0:
            block, self._rest = self._rest + self._stream.read(), b""
        elif self._rest:
            block, self._rest = self._rest[:size], self._rest[size:]
        else:
            block = self._stream.read(size)
        self.done += len(block)
        return block
