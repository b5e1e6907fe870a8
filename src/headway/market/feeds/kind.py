"""What a stream holds, told by how it begins and not by its name alone."""

import codecs
import csv
import itertools
import re
from typing import Final, Literal

import msgspec

from headway.documents.charset import Decoded, decode, encoding_finding
from headway.errors import UnreadableFile
from headway.market.feeds.packed import packing_of
from headway.values import Finding

Shape = Literal["parquet", "packed", "html", "json", "jsonl", "csv"]
DELIMITERS: Final = ",;\t|"
SAID_DELIMITER: Final = re.compile(r"\s*sep=(.)\s*", re.IGNORECASE)
"""A first line for spreadsheets that names the delimiter."""
_BACKSLASHED = re.compile(r"[^\\,;\t|\n]\\\"[^,;\t|\n]")
_DOUBLED = re.compile(r"[^,;\t|\n\"]\"\"[^,;\t|\n\"]")
_COMMENT = re.compile(r"\s*#[^,;\t|]*\Z")
_LINES = 30
_RIGHT_FOR_WRONG = 3
_ALIKE = 0.8
_BOMS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""UTF-32 before UTF-16, which begins alike."""
_NO_TABLES = {
    b"%PDF": "a PDF",
    b"SQLite f": "a database",
    b"\xd0\xcf\x11\xe0": "an old spreadsheet or document",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
}
_ENDINGS = r"(?:\.(?:gz|bz2|xz|zst|zip))?$"


class Look(msgspec.Struct, frozen=True):
    """What the first bytes tell. packing: of what is packed. encoding: None: UTF-8. mark: bytes of a byte order mark.
    delimiter: of a table. escape: the sign before a quote inside its quotes, None where quotes are doubled."""

    shape: Shape
    packing: str = ""
    encoding: str | None = None
    mark: int = 0
    delimiter: str = ","
    escape: str | None = None
    findings: tuple[Finding, ...] = ()


def look_at(head: bytes, name: str) -> Look:
    """The shape of a stream from its first bytes. Raises UnreadableFile where it is nothing that holds postings."""
    if head[:4] == b"PAR1":
        return Look("parquet")
    packing = packing_of(head)
    if packing is not None:
        return Look("packed", packing)
    for magic, what in _NO_TABLES.items():
        if head.startswith(magic):
            hint = "Unpack it, or export" if what.endswith("archive") else "Export"
            raise UnreadableFile(f"{name} is {what}.", f"{hint} CSV, JSON or Parquet.")
    if not head.strip():
        raise UnreadableFile(f"{name} is empty.", "Fetch or export it again.")
    encoding, mark, text, findings = _text(head, name)
    begin = text.lstrip()
    if begin.startswith("<"):
        return Look("html", encoding=encoding, mark=mark, findings=findings)
    if begin.startswith(("{", "[")):
        return Look(_json_shape(text, name), encoding=encoding, mark=mark, findings=findings)
    delimiter = _delimiter(text, name)
    if delimiter is None:
        raise UnreadableFile(
            f"{name} begins '{_said(text)}': that is neither a board's JSON, a page, JSON lines, a table nor Parquet.",
            "Name a file of postings, or see 'headway market import --help'.",
        )
    return Look("csv", "", encoding, mark, delimiter, _escape(text), findings)


def _escape(text: str) -> str | None:
    r"""A backslash where the first lines have more `\"` than `""` inside of their fields, as databases export."""
    return "\\" if len(_BACKSLASHED.findall(text)) > len(_DOUBLED.findall(text)) else None


def _said(text: str) -> str:
    line = " ".join(text[:200].split())
    return line if len(line) <= 60 else f"{line[:57]}..."


def _text(head: bytes, name: str) -> tuple[str | None, int, str, tuple[Finding, ...]]:
    """Encoding (None: UTF-8), length of the mark, the text of the head, and a note where the encoding is a guess."""
    mark = next((len(each) for each in _BOMS if head.startswith(each)), 0)
    if not head.startswith(_BOMS[1:]):
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            text = decoder.decode(head[mark:])
        except UnicodeDecodeError:
            pass
        else:
            if text.count("\0") <= len(text) // 10:
                return None, mark, text, ()
    # Not cut inside a letter of several bytes: at a line's end, or for UTF-16 at a pair.
    sample = head[: head.rfind(b"\n") + 1] if not mark and b"\n" in head else head[: len(head) // 2 * 2]
    decoded = text_in(sample, name)
    if decoded.encoding == "utf-8":
        what = "A few of its bytes are no UTF-8; it is read as UTF-8 all the same."
        hint = "Rows with such bytes are set aside; a document has marks in their place."
        return None, mark, decoded.text, (Finding("guessed-encoding", "note", name, what, hint),)
    return decoded.encoding, mark, decoded.text, encoding_finding(decoded, name)


def text_in(data: bytes, name: str) -> Decoded:
    """Decoded, whatever the encoding: UTF-8 with a few bytes that are not, too. Raises UnreadableFile."""
    damaged = _damaged_utf8(data)
    if damaged is not None:
        return Decoded(damaged, "utf-8", guessed=True)
    try:
        return decode(data, name)
    except UnreadableFile as error:
        raise UnreadableFile(error.message, "Export it as UTF-8: JSON, JSON lines, CSV or Parquet.") from error


def _damaged_utf8(data: bytes) -> str | None:
    """The text where at least three letters of several bytes are right for each byte that is not: no other encoding
    looks so, and one stray byte must not turn every accent of a file into two letters."""
    if data.startswith(_BOMS[1:]):
        return None
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = len(text) - len(text.encode("ascii", "ignore")) - wrong
    return text.removeprefix("\ufeff") if wrong and right >= _RIGHT_FOR_WRONG * wrong else None


def _json_shape(text: str, name: str) -> Shape:
    """JSON lines or one document: by the name, else by whether the first line is an object with another after it."""
    if re.search(r"\.(jsonl|ndjson|jl)" + _ENDINGS, name, re.IGNORECASE):
        return "jsonl"
    first, _, rest = text.lstrip().partition("\n")
    following = rest.lstrip()
    if not first.lstrip().startswith("{") or not following.startswith("{"):
        return "json"
    return "jsonl" if first.rstrip().endswith("}") or first.rstrip() != "{" else "json"


def _delimiter(text: str, name: str) -> str | None:
    """The sign that cuts the first lines into the same number of columns most often, more columns first.

    What is not named like a table must look like one: two lines and more, four of five alike.
    """
    named = re.search(r"\.(csv|tsv|tab)" + _ENDINGS, name, re.IGNORECASE) is not None
    written = (line for line in text.replace("\r", "\n").split("\n") if line.strip())
    lines = list(itertools.islice(itertools.dropwhile(_COMMENT.match, written), _LINES))
    said = SAID_DELIMITER.fullmatch(lines[0]) if lines else None
    if said:
        return said[1]
    best: tuple[float, int, str] = (0, 0, "")
    for sign in DELIMITERS:
        try:
            rows = [len(row) for row in csv.reader(lines, delimiter=sign) if row]
        except csv.Error:
            continue
        if rows and rows[0] > 1:
            steady = sum(1 for size in rows if size == rows[0]) / len(rows)
            if named or (len(rows) > 1 and steady >= _ALIKE):
                best = max(best, (round(steady, 1), rows[0], sign))
    # One column only: a table just by its name, so that the missing columns can be told.
    return best[2] or ("," if named else None)
