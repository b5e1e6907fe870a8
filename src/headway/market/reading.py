"""The part of a row that comes from title and text alone: read once for all adverts that share them."""

import hashlib

import msgspec

from headway.market.model import AskedGroup, AskedSkill
from headway.market.repeats import Repeats
from headway.market.signature import folded_text, signature_of
from headway.mentions.find import Finder
from headway.postings.by_line import LineReader
from headway.postings.model import Degree, Gist, Pay, Posting, RoleFamily, StatedSeniority, Visa, Workplace
from headway.postings.plain import plain_text
from headway.postings.read import read_plain
from headway.postings.titles import Titles


class Readers:
    """What reading needs, made once a process. version: digest of the knowledge base.

    A process remembers what lines say once lines repeat often; that is not handed on to another.
    """

    def __init__(self, finder: Finder, titles: Titles, version: str) -> None:
        self.finder, self.titles, self.version = finder, titles, version
        self._repeats = Repeats()
        self._by_line: LineReader | None = None

    def __reduce__(self) -> tuple[type["Readers"], tuple[Finder, Titles, str]]:
        return Readers, (self.finder, self.titles, self.version)

    @property
    def remembers(self) -> bool:
        """Whether lines repeat so often that they are remembered."""
        return self._repeats.often

    def read(self, title: str, text: str) -> tuple[Gist | Posting, str]:
        """A title and text understood, and the text made plain. Raises UnreadableFile."""
        body, hidden = plain_text(text)
        if self._repeats.look(body):
            self._by_line = self._by_line or LineReader(self.finder, self.titles)
            gist = self._by_line.read(title, body, hidden)
            if gist is not None:
                return gist, body
        return read_plain(title, body, hidden, self.finder, self.titles), body


class Reading(msgspec.Struct, frozen=True, array_like=True):
    """What a title and a text say. digest, signature: of the text made plain, without the title."""

    role: RoleFamily
    job: str | None
    seniority: StatedSeniority
    min_years: float | None
    degree: Degree
    pay: Pay | None
    workplace: Workplace
    workplace_limits: str | None
    country: str | None
    visa: Visa
    language: str | None
    skills: tuple[AskedSkill, ...]
    groups: tuple[AskedGroup, ...]
    findings: tuple[str, ...]
    digest: str
    signature: bytes


def text_key(title: str, text: str) -> bytes:
    """Equal for equal title and text, 16 bytes."""
    return hashlib.blake2b(f"{title}\x1f{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def reading_of(title: str, text: str, readers: Readers) -> Reading:
    """Read title and text. Raises UnreadableFile only for HTML nested absurdly deep."""
    read, body = readers.read(title, text)
    folded = folded_text(body)
    return Reading(
        role=read.role,
        job=read.job,
        seniority=read.seniority,
        min_years=read.min_years,
        degree=read.degree,
        pay=read.pay,
        workplace=read.workplace,
        workplace_limits=read.workplace_limits,
        country=read.country,
        visa=read.visa,
        language=read.language,
        skills=skills_of(read),
        groups=groups_of(read),
        findings=tuple(dict.fromkeys(each.code for each in read.findings)),
        digest=hashlib.blake2b(folded, digest_size=16).hexdigest(),
        signature=signature_of(folded),
    )


def skills_of(read: Gist | Posting) -> tuple[AskedSkill, ...]:
    """The skills of a posting. What stands by itself in one group of its need is no choice. O(members of groups)."""
    alone: set[tuple[str, str]] = set()
    beside: set[tuple[str, str]] = set()
    for group in read.requirements:
        (alone if len(group.any_of) == 1 else beside).update((skill, group.need) for skill in group.any_of)
    choice = beside - alone
    return tuple(
        AskedSkill(each.skill, each.need, each.kind, (each.skill, each.need) in choice) for each in read.skills
    )


def groups_of(read: Gist | Posting) -> tuple[AskedGroup, ...]:
    """The requirement groups of a posting, required and preferred."""
    return tuple(
        AskedGroup(each.any_of, each.need, each.level, each.years, each.span.text, each.count)
        for each in read.requirements
    )
