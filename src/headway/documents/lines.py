"""What a line of text is: a heading, a list item, or running text. Shared by the readers of text formats."""

import re
from typing import Final

BULLET: Final = re.compile(
    r"\s*(?:[•‣◦▪▫■□●○◆◇▸▹►▻➤➢➔→⁃∙·✓✔✦★\uf0b7\uf0a7\uf0d8]\s*|[-–—*+o]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)(?=\S)"
)
_MARK_ONLY: Final = re.compile(r"\s*[•‣◦▪▫■□●○◆◇▸▹►▻➤➢➔→⁃∙·✓✔✦★\-–—*+]\s*$")
_LETTER: Final = re.compile(r"[^\W\d_]")
_ENDS_LIKE_PROSE: Final = re.compile(r"[.!?;,]$")
LONGEST_HEADING: Final = 60


def is_item(line: str) -> bool:
    """True for a line that begins with a bullet or a number of a list."""
    return BULLET.match(line) is not None


def is_bare_mark(text: str) -> bool:
    """True for a bullet that stands alone."""
    return _MARK_ONLY.match(text) is not None


def is_capitals(line: str) -> bool:
    """True for a short line in capitals, as headings are: WORK EXPERIENCE."""
    letters = _LETTER.findall(line)
    if len(letters) < 3 or len(line.strip()) > LONGEST_HEADING or is_item(line):
        return False
    return all(letter.isupper() for letter in letters) and "\t" not in line.strip()


def is_short_title(line: str) -> bool:
    """True for a line that could be a heading by its form alone: short, no end of sentence, no list mark."""
    text = line.strip()
    if not 2 < len(text) <= LONGEST_HEADING or is_item(line) or "\t" in text:
        return False
    return len(text.split()) <= 6 and not _ENDS_LIKE_PROSE.search(text) and _LETTER.search(text) is not None
