"""The picture of plan against done: true to its figures, sound where little is known."""

import datetime as dt
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from headway.publish.progress_chart import HEIGHT, WIDTH, Way, progress_chart

DAY = dt.date(2026, 9, 7)


def _way(*hours: float, total: float = 100.0, late: int | None = None) -> Way:
    """A week for each figure; planned 8 hours a week."""
    days = [DAY + dt.timedelta(days=7 * n) for n in range(len(hours) + 1)]
    logged = tuple(zip(days, [sum(hours[:n]) for n in range(len(days))], strict=True))
    planned = tuple((day, 8.0 * n) for n, day in enumerate(days))
    ends = [days[-1] + dt.timedelta(days=late * n // 2) for n in (1, 2, 3)] if late else [None, None, None]
    return Way(planned=planned, logged=logged, total=total, early=ends[0], middle=ends[1], late=ends[2])


def test_it_says_in_words_what_it_shows() -> None:
    """For whoever cannot see it; and the fan is there once the rest can be told."""
    drawn = progress_chart(_way(4, 6, late=300))
    assert "10 logged, 16 planned, 100 in all" in drawn
    assert "fan" in drawn
    assert "fan" not in progress_chart(_way(4, 6))


def test_more_hours_stand_higher() -> None:
    """The point of today rises with what was logged."""

    def now(drawn: str) -> float:
        return float(re.search(r'class="way-now"[^/]*cy="([\d.]+)"', drawn)[1])  # type: ignore[index]

    assert now(progress_chart(_way(9))) < now(progress_chart(_way(3))) < now(progress_chart(_way(0)))


def test_nothing_yet_is_no_picture() -> None:
    """On the first day there is nothing to compare."""
    assert progress_chart(Way(planned=(), logged=(), total=50)) == ""


@given(
    st.lists(st.floats(0, 60), min_size=1, max_size=60), st.floats(0, 5000), st.one_of(st.none(), st.integers(1, 3000))
)
@settings(deadline=None, max_examples=60)
def test_nothing_leaves_the_drawing(hours: list[float], total: float, late: int | None) -> None:
    """Whatever was logged, every coordinate lies inside."""
    drawn = progress_chart(_way(*hours, total=total, late=late))
    for path in re.findall(r' d="([^"]*)"', drawn):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", path)]
        assert all(0 <= x <= WIDTH for x in numbers[::2])
        assert all(0 <= y <= HEIGHT for y in numbers[1::2])
