"""A refusal as a page says it: where the terminal's advice is a command or an option, what to do on the pages.

Advice that only a terminal can follow stays, and says that it is for the terminal.
"""

import re
from typing import Final

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
TOO_LARGE: Final = "Use: headway market import FILE"


def on_a_page(error: HeadwayError) -> tuple[str, str]:
    """Message and hint in the words of the pages."""
    return _without_dashes(error.message), _advice(error.hint)


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
    plain = OPTION.sub(lambda found: found[1].replace("-", " "), text)
    return plain[:1].upper() + plain[1:] if text.startswith("--") else plain
