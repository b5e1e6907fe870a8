"""Words of the findings that more than one reader makes."""

from typing import Final

from headway.values import Finding

LONGEST_EXCERPT: Final = 80


def excerpt(text: str, most: int = LONGEST_EXCERPT) -> str:
    """A short quotation, safe in a terminal: blanks folded, what cannot be printed escaped."""
    folded = " ".join(text[: most * 4].split())
    cut = folded[:most].rstrip() + ("…" if len(folded) > most else "")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in cut)


def hidden_text(where: str, text: str, how: str) -> Finding:
    """Text that a human reader does not see; `how` says why not, in words such as `white on white`."""
    return Finding(
        "hidden-text",
        "warning",
        where,
        f"Text hidden from a reader ({how}) was left out: “{excerpt(text)}”",
        "Remove it: employers treat hidden text as cheating. If it is meant to be seen, make it visible.",
    )


def cut_short(where: str, what: str) -> Finding:
    """Only a part of the document was read."""
    return Finding("read-in-part", "warning", where, what, "Give a shorter document: a CV has one to four pages.")
