"""A title cleaned and read: which role it names."""

import re
from functools import cache

import msgspec

from headway.knowledge.model import Role
from headway.postings.model import RoleFamily
from headway.postings.words import RankWords, TitleWords, any_word, load, matcher

_JOINTS = re.compile(r"\s*(?:[|•·;:\u2013\u2014]|\s-\s|,|\(|\)|\[|\])\s*")
_WORD = re.compile(r"[a-z0-9][\w.+#&'-]*|/|&")
_SURE = 0.9
_TWO = 2
_PLAIN = ("software-engineer", "other")
"""Families that say least of the work."""
_MOST_KNOWN = 20_000
_LONGEST_KNOWN = 200


class NamedRole(msgspec.Struct, frozen=True):
    """The family of a title, the more special role it names, and how sure that is."""

    family: RoleFamily
    job: str | None
    confidence: float


class Titles:
    """Names of all roles, ready to be found in titles. Picklable."""

    def __init__(self, roles: dict[str, Role]) -> None:
        self._names: dict[tuple[str, ...], str] = {}
        for role in roles.values():
            for name in (role.label, *role.aliases):
                self._names.setdefault(_words_of(clean_title(name)), role.id)
        self._longest = max((len(key) for key in self._names), default=0)
        families = load(TitleWords).families
        self._families: dict[str, RoleFamily] = {job: family for family, jobs in families.items() for job in jobs}
        self._known: dict[str, NamedRole | None] = {}

    def job_in(self, title: str) -> tuple[str, tuple[str, ...]] | None:
        """The role whose name is the longest in a cleaned title, and the words of that name."""
        words = _words_of(title)
        for size in range(min(self._longest, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                job = self._names.get(words[start : start + size])
                if job is not None:
                    return job, words[start : start + size]
        return None

    def named(self, title: str) -> NamedRole | None:
        """The role a title names; None when it holds no word for a kind of work. The last titles are kept."""
        if len(title) > _LONGEST_KNOWN:
            return self._read(title)
        if title not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[title] = self._read(title)
        return self._known[title]

    def _read(self, title: str) -> NamedRole | None:
        clean = _without_companies(clean_title(title))
        return self._of_two(clean) or self._of(clean)

    def _of_two(self, clean: str) -> NamedRole | None:
        """Of two names parted by a slash (`ML Engineer/Data Scientist`) the first, a plain one after a finer."""
        halves = [half.strip() for half in clean.split("/")]
        if len(halves) != _TWO or not all(" " in half and _kind_of(half) for half in halves):
            return None
        named = [self._of(half) for half in halves]
        finer = [each for each in named if each is not None and each.family not in _PLAIN]
        return finer[0] if finer else named[0]

    def _of(self, clean: str) -> NamedRole | None:
        found = self.job_in(clean)
        job = found[0] if found else None
        for phrases, family in load(TitleWords).special:
            if matcher(phrases).search(clean):
                return NamedRole(family, job, _SURE)
        part = next((each for each in clean.split(", ") if _kind_of(each)), clean)
        family = self._of_part(part, clean)
        if family is not None:
            return NamedRole(family, job, _SURE)
        ruled = _by_rule(part, clean)
        if found and len(found[1]) == len(_words_of(clean)):
            known = self._families.get(found[0], "other")
            if known != "other" and (known != "software-engineer" or ruled in _PLAIN or ruled is None):
                return NamedRole(known, job, _SURE)
        if ruled is not None:
            return NamedRole(ruled, job, 0.8 if ruled != "other" else 0.6)
        return NamedRole(self._families.get(found[0], "other"), job, 0.7) if found and "mts" not in clean else None

    def _of_part(self, part: str, clean: str) -> RoleFamily | None:
        """The family when the part with the head noun is, word for word, the name of a role that is not a broad one."""
        found = self.job_in(part)
        if found is None or len(found[1]) != len(_words_of(part)):
            return None
        family = self._families.get(found[0], "other")
        if family in ("software-engineer", "other"):
            return None
        if family == "machine-learning-engineer":
            finer: RoleFamily
            for finer, words in load(TitleWords).refine.items():
                if matcher(words).search(clean):
                    return finer
        return family


def _without_companies(clean: str) -> str:
    """Parts like `anchor ai` name a company, not a field."""
    parts = clean.split(", ")
    kept = [part for part in parts if not _is_company(part)]
    return ", ".join(kept) if kept else clean


def _is_company(part: str) -> bool:
    words = part.split()
    if len(words) == 2 and words[1] == "ai":
        return words[0] not in load(TitleWords).ai_fields
    return len(words) == 1 and part.endswith(".ai")


def _kind_of(part: str) -> str | None:
    """The kind of work of a part: by its last head noun, or by its first where a slash parts two."""
    found: list[tuple[int, int, str]] = [
        (match.start(), match.end(), kind) for kind in load(TitleWords).heads for match in _heads(kind).finditer(part)
    ]
    if not found:
        return None
    return (min(found) if "/" in part[min(found)[1] :] else max(found, key=lambda each: (each[1], -each[0])))[2]


def _by_rule(part: str, clean: str) -> RoleFamily | None:
    """By the head noun, and the words around it."""
    kind = _kind_of(part)
    family: RoleFamily | None
    if kind is None:
        family = load(TitleWords).fields.get(clean.split(", ")[0])
        return family
    for around, family in load(TitleWords).modifiers[kind]:
        if around == ("*",):
            return None if "mts" in clean.split() else family
        if matcher(around).search(clean):
            return family
    return None


@cache
def _heads(kind: str) -> re.Pattern[str]:
    return re.compile(any_word(load(TitleWords).heads[kind]))


@cache
def _cleaners() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words, ranks = load(TitleWords), load(RankWords)
    short = re.compile(any_word(words.abbreviations))
    taken = [word for ranked in ranks.ranks.values() for word in ranked if word not in words.kept]
    return re.compile("|".join(words.gender)), short, re.compile(any_word((*taken, *ranks.several, *words.beside)))


def clean_title(title: str) -> str:
    """Lower case, abbreviations written out, without rank, gender tag, place words and marks."""
    gender, short, taken = _cleaners()
    text = gender.sub(" ", title.lower().replace("’", "'").replace("\u200b", "").strip())
    abbreviations = load(TitleWords).abbreviations
    text = short.sub(lambda match: abbreviations[match[0]], text)
    text = taken.sub(" ", text)
    text = _JOINTS.sub(" , ", text)
    text = re.sub(r"(?:\s*,\s*)+", ", ", text).strip(" ,/-")
    return re.sub(r"\s+", " ", text)


def _words_of(text: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(text) if word != "/")
