"""The patterns kept in the user's cache folder: to spell them out takes ten times as long as to read them.

A file holds plain values, never code, and a digest of itself. Its name says of which lexicon it is made, and by which
word lists and program. One that is missing, damaged or cannot be written is done without.
"""

import hashlib
import unicodedata
from contextlib import suppress
from functools import cache
from pathlib import Path

import msgspec

from headway.knowledge.model import Lexicon
from headway.mentions import fold, patterns, spelling
from headway.mentions.patterns import Spelt, spell_out
from headway.mentions.words import load_words, words_as_written
from headway.whole import whole

KEPT = 4
"""Files kept in the folder: a checkout or two, and an edit of the program, may use the same one."""


class _File(msgspec.Struct, frozen=True):
    """check: the digest of `spelt` as it is written."""

    check: str
    spelt: msgspec.Raw


def spelt_out(lexicon: Lexicon, folder: Path | None) -> Spelt:
    """The patterns of a lexicon. folder: of files that can be deleted at any time; None: nothing is kept."""
    path = None if folder is None else _place(lexicon, folder)
    if path is None:
        return spell_out(lexicon, load_words())
    with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
        file = msgspec.json.decode(path.read_bytes(), type=_File)
        if file.check == _digest(bytes(file.spelt)):
            return msgspec.json.decode(file.spelt, type=Spelt)
    spelt = spell_out(lexicon, load_words())
    with suppress(OSError):
        _keep(spelt, path)
    return spelt


def _place(lexicon: Lexicon, folder: Path) -> Path | None:
    """Where the patterns of a lexicon are kept; None where the program cannot say what it is made of."""
    try:
        return folder / f"patterns-{_version()}-{lexicon.digest}.json"
    except OSError:
        return None


def _keep(spelt: Spelt, path: Path) -> None:
    content = msgspec.json.encode(spelt)
    with whole(path) as fresh:
        fresh.write_bytes(msgspec.json.encode(_File(_digest(content), msgspec.Raw(content))))
    for old in sorted(path.parent.glob("patterns-*.json"), key=lambda kept: kept.stat().st_mtime)[:-KEPT]:
        old.unlink(missing_ok=True)


@cache
def _version() -> str:
    """A digest of all that the patterns depend on besides the lexicon."""
    made_by = [Path(str(module.__file__)).read_bytes() for module in (fold, patterns, spelling)]
    return _digest(b"\0".join([unicodedata.unidata_version.encode(), words_as_written(), *made_by]))


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=12).hexdigest()
