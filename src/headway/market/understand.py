"""An advert understood: pure, so that a process pool or a cluster gives the same rows as one loop."""

import datetime as dt
import hashlib

import msgspec

from headway.market.model import Advert, AskedGroup, AskedSkill, Row
from headway.mentions.find import Finder
from headway.postings.model import Posting
from headway.postings.read import read_posting
from headway.postings.titles import Titles
from headway.postings.yearly import a_year


class Readers(msgspec.Struct, frozen=True):
    """What reading needs, made once a process. version: digest of the knowledge base."""

    finder: Finder
    titles: Titles
    version: str


def understand(advert: Advert, readers: Readers, imported: dt.date) -> Row:
    """The row that is kept. What the feed states in a field of its own goes before what its text seems to say."""
    read = read_posting(advert.title, advert.text, readers.finder, readers.titles)
    pay = advert.pay or read.pay
    low, high = a_year(pay) if pay else (None, None)
    return Row(
        id=row_id(advert),
        source=advert.source,
        board=advert.board,
        source_id=advert.source_id,
        url=advert.url,
        company=advert.company,
        title=advert.title,
        text=advert.text,
        locations=advert.locations,
        posted=advert.posted,
        updated=advert.updated,
        imported=imported,
        invented=advert.invented,
        employment=advert.employment,
        department=advert.department,
        role=read.role,
        job=read.job,
        seniority=read.seniority,
        min_years=read.min_years,
        degree=read.degree.level,
        degree_equivalent=read.degree.equivalent_ok,
        pay_min=pay.min if pay else None,
        pay_max=pay.max if pay else None,
        pay_currency=pay.currency if pay else None,
        pay_period=pay.period if pay else None,
        pay_basis=pay.basis if pay else None,
        pay_from=None if pay is None else "feed" if advert.pay else "text",
        pay_year_min=low,
        pay_year_max=high,
        workplace=advert.workplace if advert.workplace != "unstated" else read.workplace,
        workplace_limits=read.workplace_limits,
        country=advert.country or read.country,
        visa=read.visa,
        language=read.language,
        skills=skills_of(read),
        groups=groups_of(read),
        findings=tuple(dict.fromkeys(each.code for each in read.findings)),
        digest=digest_of(advert.text),
        signature=b"",
        reader=readers.version,
    )


def row_id(advert: Advert) -> str:
    """Stable for (source, board, source_id); 16 hexadecimal digits."""
    key = "\x1f".join((advert.source, advert.board, advert.source_id))
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def digest_of(text: str) -> str:
    """Equal for texts that differ only in case and white space."""
    folded = " ".join(text.casefold().split())
    return hashlib.blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def skills_of(read: Posting) -> tuple[AskedSkill, ...]:
    """The skills of a posting. What stands by itself in one group of its need is no choice. O(members of groups)."""
    alone: set[tuple[str, str]] = set()
    beside: set[tuple[str, str]] = set()
    for group in read.requirements:
        (alone if len(group.any_of) == 1 else beside).update((skill, group.need) for skill in group.any_of)
    choice = beside - alone
    return tuple(
        AskedSkill(each.skill, each.need, each.kind, (each.skill, each.need) in choice) for each in read.skills
    )


def groups_of(read: Posting) -> tuple[AskedGroup, ...]:
    """The requirement groups of a posting, required and preferred."""
    return tuple(
        AskedGroup(each.any_of, each.need, each.level, each.years, each.span.text) for each in read.requirements
    )
