"""A report as a PDF: set by typst from our own template, tagged (PDF/UA-1), with typst's own fonts, without network.

Every text goes in as data and is set as plain text; the folder of the template is all that typst could read, and the
template reads nothing. A sign that typst's fonts lack is borrowed from the fonts of this machine; one that nobody has
is written as its name or code, and the report says so. The same report gives the same bytes (with borrowed signs: on
a machine with the same fonts).
"""

import datetime as dt
import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any, Final

import msgspec

from headway.errors import MissingExtra
from headway.publish.paper import Line, Paper
from headway.publish.wording import printable
from headway.values import Json

FOLDER: Final = "templates"
LONGEST: Final = 28
"""Signs without a gap before a line may break anyway: no word runs over the edge."""
MOST_ROUNDS: Final = 6
SPELT: Final = "Signs that no font here can show are written as their name or code in square brackets."
_LACKING: Final = re.compile(r'the text `"(.+?)"` could not be displayed')
_CODE: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
_RUN: Final = re.compile(rf"\S{{{LONGEST},}}")


def need_typst() -> Any:
    """The typesetter. Raises MissingExtra."""
    try:
        import typst
    except ImportError:
        raise MissingExtra("A PDF needs the typesetter.", "Install it: pip install 'headway[export]'") from None
    return typst


def typeset(paper: Paper) -> bytes:
    """The PDF. Raises MissingExtra."""
    typst = need_typst()
    lacking: set[str] = set()
    borrowed = False
    for _ in range(MOST_ROUNDS):
        try:
            return _compiled(typst, _written(paper, lacking), paper.date, borrowed=borrowed)
        except typst.TypstError as error:
            missing = _missing(str(error.diagnostic))
            if not missing:
                raise
            if borrowed:
                lacking |= missing
            borrowed = True
    # Signs that only join others are named one at a time; after so many rounds everything beyond Latin is spelt out.
    return _compiled(typst, _written(paper, lacking, plain=True), paper.date, borrowed=False)


@cache
def _fonts(borrowed: bool) -> Any:
    """typst's own fonts; with those of this machine. Looking for them is what takes longest."""
    return need_typst().Fonts(include_system_fonts=borrowed)


def _compiled(typst: Any, paper: Json, date: dt.date, *, borrowed: bool) -> bytes:
    folder = files("headway.publish") / FOLDER
    compiler = typst.Compiler(
        input=(folder / "paper.typ").read_bytes(),
        root=str(folder),
        font_paths=_fonts(borrowed),
        sys_inputs={"paper": msgspec.json.encode(paper).decode()},
        package_path=str(folder),
        package_cache_path=str(folder),
    )
    at = dt.datetime.combine(date, dt.time(), tzinfo=dt.UTC)
    content, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"], timestamp=at)
    assert isinstance(content, bytes)
    assert not warnings, [warning.message for warning in warnings]
    return content


def _missing(diagnostic: str) -> set[str]:
    """The signs that no font has, as typst's message names them."""
    named = _LACKING.findall(diagnostic)
    return {sign for text in named for sign in _CODE.sub(lambda m: chr(int(m.group(1), 16)), text)}


def _written(paper: Paper, lacking: set[str], *, plain: bool = False) -> Json:
    """Every text of the report as it can be set; a line that says so where signs had to be spelt out."""

    def text(value: str) -> str:
        spelt = "".join(_spelt(c) if c in lacking or (plain and ord(c) > 0x17F) else c for c in printable(value))
        return _RUN.sub(lambda m: breakable(m.group()), spelt)

    row: Json = _mapped(msgspec.to_builtins(paper), text)
    if lacking:
        row["blocks"].insert(0, msgspec.to_builtins(Line(SPELT, "note")))
    return row


def _mapped(value: Any, text: Any, key: str = "") -> Any:
    """Every text in a report, but the words that say what a part is, and addresses behind a link."""
    if isinstance(value, str):
        return value if key in ("kind", "tone", "date", "url") else text(value)
    if isinstance(value, list | tuple):
        return [_mapped(each, text, key) for each in value]
    if isinstance(value, dict):
        return {name: _mapped(each, text, name) for name, each in value.items()}
    return value


def breakable(run: str) -> str:
    """A long run of signs with places where a line may end."""
    step = LONGEST // 2
    return "\u200b".join(run[i : i + step] for i in range(0, len(run), step))


def _spelt(sign: str) -> str:
    name = unicodedata.name(sign, "") if unicodedata.category(sign) == "So" else ""
    return f"[{name.lower() or f'U+{ord(sign):04X}'}]"
