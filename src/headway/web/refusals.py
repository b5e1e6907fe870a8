"""A refusal as a page says it: where the terminal's advice is a command or an option, what to do on the pages.

Advice that only a terminal can follow stays, and says that it is for the terminal.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from headway.errors import HeadwayError

ON_PAGES: Final = (
    ("headway plan CV --save", "Keep one on the Plan page."),
    ("--know python=3", "Give a CV or answer a few questions on the Start page."),
    ("headway plans", "The Plan page shows the steps."),
    ("headway log hours", "Write a number, for example 2.5."),
    ("headway undo", "Choose another day, or undo an entry on the Progress page."),
    ("headway log", "The Progress page shows the entries."),
    ("headway apply show", "The page Applications has it."),
    ("headway apply", "The page Applications lists them."),
    ("headway market jobs", "Choose one on the page Jobs."),
    ("headway market import --example", "Import some on the Market page."),
    ("headway market import FILE", "Import some on the Market page."),
    ("headway share --out FILE", "Ask for a new file: the Class page makes one."),
    ("that 'headway share --out FILE' wrote", "Choose files that the Class page, or headway share, made."),
    ("Name it: --role data-analyst", "Choose the role in view: CVs do not say one."),
    ("headway roles", "The Roles page lists all of them."),
    ("headway lab list", "The Labs page lists all of them."),
    ("headway facts WORD", "Look for it on the Map page, or among the facts of the Sources page."),
    ("headway resources", "Choose one of those that a page offers."),
    ("headway test python", "Take one on the Tests page."),
    ("For a day to come use --next", "A day to come belongs into the field for it."),
    ("--next DATE", "Write a note, or give a date to come."),
    ("--title", "Write its title."),
)
"""A part of the terminal's advice, and what stands in its place; the first that fits."""
COMMAND: Final = re.compile(r"\bheadway [a-z]")
OPTION: Final = re.compile(r"(?<![\w-])--([a-z][a-z-]*)")
INSTALL: Final = "pip install"
QUOTED: Final = re.compile(r"'([^'\n]{81,})'")
"""What was typed, repeated whole; a long one is cut, so that the advice after it is seen."""
TURNS: Final = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Characters that are not seen and turn the direction of what follows."""
LEFT: Final = 40
FIELDS: Final = {
    "ahead": "the next date", "what": "what happened", "percent": "the share in per cent", "about": "what to test",
    "to_keep": "page to keep", "board": "the board", "pay_floor": "the lowest pay", "as": "the name",
}  # fmt: skip
"""Fields and options whose own name is not the one they have on the pages."""
TOO_LARGE: Final = "Use: headway market import FILE"


def on_a_page(error: HeadwayError) -> tuple[str, str]:
    """Message and hint in the words of the pages."""
    return seen(_without_dashes(error.message)), seen(_advice(error.hint))


def seen(text: str) -> str:
    """Text that repeats what was typed: long quotes are cut, and what would turn the writing around becomes a mark."""
    short = QUOTED.sub(lambda found: f"'{found[1][:LEFT]} …'", text)
    return "".join("�" if unicodedata.bidirectional(char) in TURNS else char for char in short)


def wrong_field(fault: Mapping[str, Any]) -> tuple[str, str]:
    """What is wrong with a field of a form, of what the check of its kind says. The value itself is not repeated."""
    name = str(fault["loc"][-1]) if len(fault["loc"]) > 1 else "the form"
    plain = FIELDS.get(name, name.replace("_", " "))
    kind, limits = str(fault["type"]), fault.get("ctx", {})
    if kind == "missing":
        told, hint = "nothing was given", "Fill it in and send it again."
    elif kind == "string_too_long":
        told, hint = "this is too long", f"It may have {limits['max_length']:,} characters at most."
    elif kind in ("greater_than", "greater_than_equal", "less_than", "less_than_equal"):
        word = {"gt": "above", "ge": "of at least", "lt": "below", "le": "of at most"}
        told, hint = (
            "this does not fit",
            "".join(f"Give a number {word[k]} {v:g}." for k, v in limits.items() if k in word),
        )
    elif kind.startswith(("int_", "float_", "finite_")):
        told, hint = f"this is no {'whole ' if kind.startswith('int_') else ''}number", "Write a number, for example 5."
    else:
        told, hint = "this cannot be used", "Check the value and send it again."
    return f"{plain[:1].upper()}{plain[1:]}: {told}.", hint


def _advice(hint: str) -> str:
    if INSTALL in hint:
        return hint
    if hint != TOO_LARGE:
        for part, words in ON_PAGES:
            if part in hint:
                return words
    return f"In a terminal: {hint}" if COMMAND.search(hint) else _without_dashes(hint)


def _without_dashes(text: str) -> str:
    """`--free-only` is the control `free only`."""
    plain = OPTION.sub(lambda found: FIELDS.get(found[1], found[1].replace("-", " ")), text)
    return plain[:1].upper() + plain[1:] if text.startswith("--") else plain
