"""Logs for tests: bodies that hypothesis draws, and workspaces in a folder."""

import datetime as dt
from pathlib import Path

from hypothesis import strategies as st

from headway.learner.model import Evidence
from headway.workspace.model import (
    Applied,
    Body,
    Dropped,
    Entry,
    Finished,
    Hours,
    Paused,
    Posted,
    Resumed,
    Said,
    Shown,
    Started,
    Swapped,
)
from headway.workspace.seal import open_seal, seal

DAY = dt.date(2026, 11, 20)

dates = st.dates(dt.date(2026, 9, 1), dt.date(2026, 12, 31))
resources = st.sampled_from(("git-basics", "pandas-book", "ml-course"))
skills = st.sampled_from(("python", "sql", "docker"))
pieces = st.builds(
    Evidence,
    id=st.sampled_from(("a", "b", "c")),
    skill=skills,
    kind=st.sampled_from(("test-answer", "lab")),
    source=st.just("test"),
    level=st.integers(1, 3),
    holds=st.booleans(),
    date=dates,
)
bodies: st.SearchStrategy[Body] = st.one_of(
    st.builds(Hours, hours=st.sampled_from((0.5, 1.0, 2.25)), resource=st.none() | resources),
    st.builds(Started, resource=resources),
    st.builds(Finished, resource=resources, hours=st.none() | st.just(12.0)),
    st.builds(Dropped, resource=resources),
    st.builds(Swapped, resource=resources, instead=resources),
    st.builds(Paused, until=st.none() | dates),
    st.builds(Resumed),
    st.builds(Said, levels=st.dictionaries(skills, st.integers(0, 4), min_size=1, max_size=2)),
    st.builds(Shown, pieces=st.lists(pieces, min_size=1, max_size=2).map(tuple)),
    st.builds(Applied, number=st.integers(1, 2), posting=st.just(Posted(title="ML engineer"))),
    st.builds(Applied, number=st.integers(1, 2), stage=st.sampled_from(("applied", "closed"))),
)
logs = st.lists(st.tuples(dates, bodies), max_size=12).map(
    lambda rows: [entry(number, day, body) for number, (day, body) in enumerate(rows, 1)]
)


def entry(number: int, day: dt.date, body: Body) -> Entry:
    """An entry as the store would give it."""
    return open_seal(seal(number, day, body))


def place(folder: Path) -> Path:
    """Where a workspace lies in a folder."""
    return folder / "profiles" / "default" / "workspace.sqlite3"
