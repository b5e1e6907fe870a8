"""A small knowledge base and lexicon, and `read`: a CV given as text, through the real document reader."""

import datetime as dt
from functools import cache

from headway.documents.read import read_bytes
from headway.evidence.cv import read_cv
from headway.evidence.model import CvReading
from headway.knowledge.fact import Hours, Teaches
from headway.knowledge.guides import Words
from headway.knowledge.model import Knowledge, Lexicon, LexiconEntry, Price, Resource, Role
from headway.learner.model import Evidence
from headway.mentions.find import Finder
from headway.values import Kind

TODAY = dt.date(2026, 11, 20)

_SKILLS: dict[str, tuple[str, Kind]] = {
    "python": ("Python", "tech"),
    "sql": ("SQL", "tech"),
    "docker": ("Docker", "tech"),
    "pandas": ("pandas", "tech"),
    "pytorch": ("PyTorch", "tech"),
    "scikit-learn": ("scikit-learn", "tech"),
    "excel": ("Microsoft Excel", "tech"),
    "tableau": ("Tableau", "tech"),
    "aws": ("AWS", "tech"),
    "notion": ("Notion", "tech"),
    "rust": ("Rust", "tech"),
    "machine-learning": ("Machine learning", "concept"),
    "communication": ("Communication", "human"),
}


@cache
def finder() -> Finder:
    """Finds the skills above by their labels."""
    labels = {id_: label for id_, (label, _) in _SKILLS.items()}
    entries = [LexiconEntry(label, id_, "any", False, (), ()) for id_, label in labels.items()]
    entries.append(LexiconEntry("Excel", "excel", "exact", False, (), ()))
    return Finder(Lexicon("test", tuple(entries), labels, {id_: kind for id_, (_, kind) in _SKILLS.items()}))


def _role(id_: str, label: str, *aliases: str) -> Role:
    return Role(id=id_, label=label, summary="", aliases=aliases, duties=(), grades=(), needs=(), why="")


def _course(id_: str, label: str, platform: str, *teaches: Teaches) -> Resource:
    return Resource(
        id=id_,
        label=label,
        kind="course",
        provider=platform,
        platform=platform,
        summary="",
        format="video",
        language="en",
        hours=Hours(low=1, likely=2, high=3, source="editorial", why="for the test"),
        price=Price(kind="unknown"),
        teaches=teaches,
    )


@cache
def knowledge() -> Knowledge:
    """Three roles and two courses."""
    roles = [
        _role("data-scientist", "Data scientist"),
        _role("data-analyst", "Data analyst"),
        _role("machine-learning-engineer", "Machine learning engineer", "ML engineer"),
    ]
    courses = [
        _course(
            "deep-learning-specialization",
            "Deep Learning Specialization",
            "Coursera",
            Teaches(skill="pytorch", to=2),
            Teaches(skill="machine-learning", to=3, from_=1),
        ),
        _course("machine-learning-crash-course", "Machine Learning Crash Course", "Google"),
    ]
    return Knowledge(
        digest="test",
        skills={},
        roles={role.id: role for role in roles},
        resources={course.id: course for course in courses},
        pay=(),
        roadmaps={},
        sources={},
        claims={},
        glossary={},
        faq={},
        topics={},
        actions={},
        routes={},
        coverage=(),
        words=Words(areas=(), levels=(), half_life_months={}),
    )


def read(text: str, name: str = "cv.txt", today: dt.date = TODAY) -> CvReading:
    """The reading of a CV; the end of `name` says which format the text is in."""
    return read_cv(read_bytes(text.strip("\n").encode(), name), finder(), knowledge(), today)


def jobs(text: str, name: str = "cv.txt") -> list[tuple[str, str, str, str]]:
    """Title, employer, first and last date of each job; `now` where it goes on."""
    found = read(text, name).jobs
    return [(j.title, j.employer, str(j.start or ""), "now" if j.current else str(j.end or "")) for j in found]


def about(reading: CvReading, skill: str) -> list[Evidence]:
    """The evidence about one skill, in order."""
    return [piece for piece in reading.evidence if piece.skill == skill]
