"""Job title to role id and seniority."""

import re
import unicodedata
from functools import cache

import msgspec

from headway.evidence.words import TitleWords, load, pattern
from headway.knowledge.model import Knowledge
from headway.values import SENIORITIES, Seniority

_WORDS = re.compile(r"[^\W_]+(?:['’.+#][^\W_]+)*[+#]*")
_BOTH_FORMS = re.compile(
    r"(?<=[^\W\d_]{4})(?:\s?[(/*:·_.-]-?|\s/\s-)(?:in|innen|e|a|o|se|euse|trice|rice|ne|eira|era)\)?(?!\w)",
    re.IGNORECASE,
)
"""The ending for the other sex in a title: Analyst:in, Entwickler/-in, ingénieur(e), développeur·se, ingeniero/a."""


def seniority_of(title: str) -> Seniority | None:
    """The rank a title states; None where it states none. A manager of a product or project is no rank."""
    text = _not_a_rank().sub(" ", title)
    found = {rank for rank, words in _ranks() if words.search(text)}
    for rank in ("intern", "manager", "principal", "staff", "senior", "junior", "mid"):
        if rank in found:
            return rank
    return None


def seniority_beside(title: str, aside: str) -> Seniority | None:
    """The rank of a title; an internship may be said beside it ("Praktikum | Data Analyst")."""
    return seniority_of(title) or ("intern" if seniority_of(aside) == "intern" else None)


@cache
def _not_a_rank() -> re.Pattern[str]:
    return pattern(load(TitleWords).not_a_rank)


@cache
def _ranks() -> list[tuple[Seniority, re.Pattern[str]]]:
    words = load(TitleWords).seniority
    return [(rank, pattern(words[rank])) for rank in SENIORITIES]


def _key(text: str) -> tuple[str, ...]:
    """The words for comparing: small, without accents and without the second half of forms for both sexes."""
    plain = unicodedata.normalize("NFKD", _BOTH_FORMS.sub("", text).casefold().replace("’", "'").replace("&", " and "))
    return tuple(_WORDS.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))


def plain_name(text: str) -> str:
    """A role's name for comparing: its words in small letters with single blanks."""
    return " ".join(_key(text))


class NamedRole(msgspec.Struct, frozen=True):
    """A role and the words that named it."""

    role: str
    name: str


class RoleNames:
    """The labels and aliases of all roles, to find the longest one in a title."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._names: dict[tuple[str, ...], str] = {}
        for role in knowledge.roles.values():
            for name in (role.label, *role.aliases):
                self._names.setdefault(_key(name), role.id)
        self._longest = max((len(key) for key in self._names), default=0)

    def role_of(self, title: str) -> str | None:
        """The role whose name is the longest one in the title; of equally long ones the first."""
        found = self.named_in(title)
        return found.role if found else None

    def named_in(self, title: str) -> NamedRole | None:
        """The role and its name as the title has it, small and with single blanks."""
        words = _key(title)
        for size in range(min(self._longest, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                name = words[start : start + size]
                role = self._names.get(name)
                if role is not None:
                    return NamedRole(role, " ".join(name))
        return None
