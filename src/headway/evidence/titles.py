"""Job title and employer from the lines that head an entry.

The lines are cut at columns, bars and dashes; words for jobs tell the title, company words and the
place after a comma tell the employer. What is neither stays out: an employer that is not named is "".
"""

import re
from functools import cache
from itertools import chain

import msgspec

from headway.evidence.dates import DateStyle, without_dates
from headway.evidence.entries import Entry, is_address
from headway.evidence.places import is_place, looks_like_place, without_place
from headway.evidence.words import EducationWords, TitleWords, key, load, pattern

_CUT = re.compile(r"\t+|\s*[-–—_.]{4,}\s*|\s+[|•·‣—–]\s*|\s*[|•·—]\s+|\s+[–-]\s+|(?<=\w)–\s+| {4,}")
_SENTENCE = re.compile(
    r"(?<=\w\w\w)\.\s+(?=[^\W\d_])(?!(?:Ltd|Inc|Co|Corp|LLC|Limited)\b)|(?<=B\.V\.|N\.V\.|S\.A\.|S\.L\.|Inc\.|Ltd\.)\s+(?=\w)"
)
_RANKED = re.compile(r"\b(?:Senior|Junior|Principal|Staff|Sr\.?|Jr\.?)\s+(?!AG\b|SA\b|AB\b)[A-Z]{2,4}\d?\b")
"""Titles cut to letters: "Senior SE"."""
_EMPTY = re.compile(r"^[\W_]*$")
_LIKELY_WRAPPED = 45
_LIKELY_SENTENCE = 60
_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
_INLINE_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+")


class Heading(msgspec.Struct, frozen=True):
    """What heads an entry. title_line, employer_line: index of the head line each was read from, or None."""

    title: str
    employer: str
    title_line: int | None = None
    employer_line: int | None = None
    aside: str = ""
    """Kinds of contract that stand beside the names: "Internship", "Vollzeit"."""
    unsure: bool = False
    """The employer is only what stood after a comma, or a name with a country: one known from above is better."""


class Segment(msgspec.Struct, frozen=True):
    """A piece of a head line between marks."""

    text: str
    line: int
    label: str | None = None


def heading_of(entry: Entry, style: DateStyle) -> Heading:
    """Title and employer of a job."""
    segments = segments_of(entry, style)
    heading = _heading(segments, entry.lead)
    return msgspec.structs.replace(heading, aside=" ".join(s.text for s in segments if _is_aside(s.text)))


def _heading(segments: list[Segment], dated: int) -> Heading:
    """dated: the head line with the dates."""
    labelled = {segment.label: segment for segment in reversed(segments) if segment.label in ("title", "employer")}
    free = [s for s in segments if s.label is None and not _is_aside(s.text)]
    title, employer = labelled.get("title"), labelled.get("employer")
    if title is None:
        title = _title(free)
    if title is not None and employer is None and (halves := _halves(title.text)):
        return Heading(halves[0], halves[1], title.line, title.line)
    rest = [s for s in free if s is not title]
    employer = employer or _employer(rest, title)
    if title is not None and (employer is None or _names_own_employer(title, employer, dated)):
        return _from_one(title)
    name = _name(employer.text) if employer else ""
    return Heading(
        tidy(title.text) if title else "",
        name,
        title.line if title else None,
        employer.line if employer else None,
        unsure=employer is not None and looks_like_place(employer.text),
    )


def _names_own_employer(title: Segment, other: Segment, dated: int) -> bool:
    """Whether a company follows the title on its line, and the other piece is prose below or names no company.

    Below the title, what stands beside the dates is a place: "Data analyst, Acme" over "May 2020 - now, Leeds West".
    """
    if other.label is not None or other.line <= title.line:
        return False
    own = _from_one(title).employer
    if own and len(other.text) > _LIKELY_SENTENCE and not _is_name(_name(other.text)):
        return True
    if is_company(other.text):
        return False
    return is_company(own) or (bool(own) and other.line == dated and any(map(str.isupper, own)))


def _name(text: str) -> str:
    """An employer's name without its place and without a sentence that follows it."""
    return tidy(without_place(_ASIDE.sub("", first_sentence(text))))


def first_sentence(text: str) -> str:
    """The text up to a full stop that ends a sentence; one of an abbreviation or a legal form does not."""
    return _SENTENCE.split(text)[0]


def segments_of(entry: Entry, style: DateStyle) -> list[Segment]:
    """The head lines without dates, addresses and lengths of time, cut into pieces."""
    found = []
    for number, bare_line in _unwrapped(entry):
        text = _INLINE_ADDRESS.sub(" ", without_dates(bare_line.replace("**", ""), style))
        label, text = _label(text)
        for piece in _CUT.split(text):
            bare = piece.strip(" ,;:|*\u200b")
            if not _EMPTY.match(bare) and not is_address(bare):
                found.append(Segment(bare, number, label))
                label = None if label != "dates" else label
    return found


def _unwrapped(entry: Entry) -> list[tuple[int, str]]:
    """The head lines with their numbers; a long line and the rest of it in the same paragraph are one."""
    joined: list[tuple[int, str]] = []
    for number, line in enumerate(entry.head):
        before = entry.head[number - 1] if number else None
        wrapped = before is not None and before.block == line.block and line.size is not None
        if (
            wrapped
            and before is not None
            and len(before.bare) >= _LIKELY_WRAPPED
            and "\t" not in before.bare + line.bare
        ):
            joined[-1] = (joined[-1][0], f"{joined[-1][1]} {line.bare}")
        else:
            joined.append((number, line.bare))
    return joined


def tidy(text: str) -> str:
    """One blank between words, no marks around it; an open bracket keeps its pair."""
    bare = " ".join(text.split()).strip(" ,;:|–—-*_•·")
    return bare.rstrip("(（").strip()


def _label(text: str) -> tuple[str | None, str]:
    found = _labels().match(text)
    if not found:
        return None, text
    return _label_kinds()[key(found.group(1))], text[found.end() :]


@cache
def _label_kinds() -> dict[str, str]:
    return {key(word): kind for kind, words in load(TitleWords).labels.items() for word in words}


@cache
def _labels() -> re.Pattern[str]:
    words = sorted(map(re.escape, chain(*load(TitleWords).labels.values())), key=len, reverse=True)
    return re.compile(rf"\s*({'|'.join(words)})\s*[:：፡]\s*", re.IGNORECASE)


@cache
def title_words() -> re.Pattern[str]:
    return pattern(load(TitleWords).titles)


@cache
def _company_words() -> re.Pattern[str]:
    return pattern(load(TitleWords).companies)


@cache
def _self_employed() -> re.Pattern[str]:
    return pattern(load(TitleWords).self_employed)


@cache
def _kinds_of_work() -> frozenset[str]:
    return frozenset(load(TitleWords).kinds_of_work)


@cache
def _at() -> re.Pattern[str]:
    words = load(TitleWords)
    sure, unsure = ("|".join(map(re.escape, each)) for each in (words.at, words.at_before_companies))
    return re.compile(rf"^(.+?)\s+(?:{sure})\s+(.+)$|^(.+?)\s+(?:{unsure})\s+(.+)$", re.IGNORECASE)


def is_title(text: str) -> bool:
    return title_words().search(text) is not None or _RANKED.search(text) is not None


def is_company(text: str) -> bool:
    return _company_words().search(text) is not None


def is_employer(text: str) -> bool:
    """Whether a company is named, or that somebody works for themselves; a school may be a place of study."""
    return (is_company(text) and not _schools().search(text)) or _self_employed().search(text) is not None


@cache
def _schools() -> re.Pattern[str]:
    return pattern(load(EducationWords).institutions)


def _is_aside(text: str) -> bool:
    """A place or a kind of contract beside the names."""
    bare = text.strip(" ()[].").casefold()
    return bare in _kinds_of_work() or (text.startswith("(") and text.endswith(")") and not is_title(text))


def _title(segments: list[Segment]) -> Segment | None:
    """The piece with a word for a job; one that also reads like a company only if there is no other."""
    named = [s for s in segments if is_title(s.text)]
    named = [s for s in named if not _self_employed().fullmatch(s.text)] or named
    plain = [s for s in named if not is_company(s.text) or _ends_in_title(s.text)]
    if plain or named:
        return (plain or named)[0]
    at = next((s for s in segments if _at().match(s.text) and not is_company(s.text)), None)
    if at is not None:
        return at
    others = [s for s in segments if not looks_like_place(s.text)]
    if len(others) == 1 and not is_company(others[0].text):
        abroad = [s for s in segments if s is not others[0] and _country_only(s.text)]
        below = any(not is_place(s.text.split(",")[0]) for s in abroad if s.line > others[0].line)
        if below or not _is_name(_name(others[0].text)):
            return others[0]
    unlike_company = [s for s in others if not is_company(s.text)]
    if len(others) > 1 or (others and "," in others[0].text):
        return (unlike_company or others)[0]
    return None


def _employer(rest: list[Segment], title: Segment | None) -> Segment | None:
    """The first other piece that is no place; company words first where the title's own line has none."""
    names = [s for s in rest if not looks_like_place(s.text) and not is_address(s.text)]
    companies = [s for s in names if is_company(s.text)]
    near = [s for s in names if title is None or abs(s.line - title.line) <= 2]
    if companies and near and companies[0] in near:
        same_line = [s for s in near if title is not None and s.line == title.line and s.text[:1].isupper()]
        return same_line[0] if same_line and not is_field(same_line[0].text) else companies[0]
    names = [s for s in near if not is_field(s.text) and _is_name(_name(s.text))]
    if names:
        return names[0]
    places = [s for s in rest if looks_like_place(s.text) and "," in s.text and not is_place(s.text.split(",")[0])]
    first = places[0] if places else None
    return first if first is not None and _country_only(first.text) else None


def _ends_in_title(text: str) -> bool:
    """ "Software Engineer (Internship)": a company word before the word for a job says what the job is about."""
    words = _ASIDE.sub("", text).split()
    return bool(words) and title_words().fullmatch(words[-1].strip(",.;")) is not None


def _is_name(text: str) -> bool:
    """Whether the words are written as names are: capitals but for small joining words."""
    words = [word for word in text.split() if word[0].isalpha()]
    return len(text) < 70 and all(not word[0].islower() or word in load(TitleWords).joining for word in words)


def _country_only(text: str) -> bool:
    """ "Google, Germany": a name with a country, not a city with a state."""
    pieces = text.split(",")
    return len(pieces) == 2 and len(pieces[1].strip()) > 3


def _halves(text: str) -> tuple[str, str] | None:
    """ "Data scientist at Acme" cut in two."""
    found = _at().match(text)
    if not found or not (is_title(found.group(1) or found.group(3)) or _is_post(found)):
        return None
    title, name, unsure_title, unsure_name = found.groups()
    if title is None:
        title, name = unsure_title, unsure_name
        if not is_company(name):
            return None
    return tidy(title), _name(name)


def _is_post(found: re.Match[str]) -> bool:
    """ "Stocker at Acme": few words, then a name."""
    title, name = found.group(1), found.group(2)
    return bool(name) and name[:1].isupper() and len(title.split()) <= 5 and title[:1].isupper()


def _from_one(title: Segment) -> Heading:
    """A title and an employer in one piece, with commas between: either may come first."""
    pieces = [piece.strip() for piece in _ASIDE.sub("", title.text).split(",") if piece.strip()]
    at = next((i for i, piece in enumerate(pieces) if is_title(piece)), 0)
    if at > 0 and not all(map(is_field, pieces[:at])):
        tail = [piece for piece in pieces[at + 1 :] if is_field(piece)]
        return Heading(tidy(", ".join([pieces[at], *tail])), _name(", ".join(pieces[:at])), title.line, title.line)
    end = at + 1
    while end < len(pieces) and (is_field(pieces[end]) or _is_rank(pieces[end])):
        end += 1
    rest = [piece for piece in pieces[end:] if not piece.startswith("(")]
    employer = _name(", ".join(rest)).split(",")[0] if rest and not all(map(is_place, rest)) else ""
    line = title.line if employer else None
    return Heading(tidy(", ".join(pieces[:end])), tidy(employer), title.line, line, unsure=True)


def _is_rank(text: str) -> bool:
    """A second title beside the first: "Signals Specialist, Staff Sergeant"."""
    return is_title(text) and not is_company(text)


@cache
def _fields() -> frozenset[str]:
    return frozenset(load(TitleWords).fields)


def is_field(text: str) -> bool:
    """A subject or team that belongs to a title: "Working student, controlling"."""
    words = re.split(r"\s*(?:&|/|\band\b|\bund\b|\bet\b)\s*", text.casefold().strip(" ()."))
    return all(word.removesuffix(" team") in _fields() for word in words if word)
