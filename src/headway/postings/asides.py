"""What a page puts behind a posting: other jobs and the form to apply with. It is left out of what is read."""

import re

from headway.postings.lines import Lines

_JOBS = r"(?:jobs?|positions?|roles|openings|opportunities|vacancies|postings)"
_ASIDE = re.compile(
    r"(?:(?:see|view|explore|browse) )?(?:all )?(?:similar|related|more|other|recommended) (?:open )?"
    rf"{_JOBS}(?: (?:at|in|from|for|like) .{{1,40}})?"
    rf"|people also (?:viewed|applied)|{_JOBS} you (?:may|might) like|recommended for you"
    r"|you (?:may|might) also (?:like|be interested in)"
    rf"|apply (?:for|to) this {_JOBS}|application form|submit your application"
    r"|ähnliche (?:jobs|stellen(?:angebote)?)|weitere (?:jobs|stellen(?:angebote)?)"
    r"|offres similaires|(?:ofertas|empleos) similares|vagas semelhantes"
)
_FRAME = " \t#*_:•|>-–—"
_BACK = re.compile(
    r"requirement|qualification|responsibilit|looking for|you'll (?:do|bring|need)|you will (?:do|bring|need)|"
    r"you bring|nice to have|preferred|benefits|what we offer|we offer|perks|about the (?:role|job)"
)
_POSTING = ("required", "preferred", "duties", "benefits", "after")


def is_aside(line: str) -> bool:
    """Whether a line, in lower case, heads what is no part of the posting."""
    return _ASIDE.fullmatch(line.strip(_FRAME)) is not None


def aside_of(lines: Lines) -> tuple[int, int] | None:
    """From the heading of such a part to the end of the text; None without one, or where the posting goes on below."""
    begun, found = False, None
    for line in lines.lines:
        body = lines.low[line.start : line.end]
        if found is None:
            begun = begun or line.section in _POSTING
            found = line.start if begun and is_aside(body) else None
        elif line.heading and _BACK.search(body):
            found = None
    return None if found is None else (found, len(lines.low))
