"""Distinct records from the rows of a salary file: the traps of public salary data."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pay.salaries import file_of, row


def _ranges(text: str) -> list[tuple[float, float]]:
    return sorted((r.low, r.high) for r in file_of(text).records)


def test_the_two_ends_of_a_range_are_one_record() -> None:
    """An upper end followed by its lower end, all else equal; what stands alone stays alone."""
    text = row(200_000) + row(150_000) + row(90_000, title="Analyst")
    assert _ranges(text) == [(90_000, 90_000), (150_000, 200_000)]


def test_rows_that_differ_in_anything_but_pay_are_not_paired() -> None:
    """Another size of company is another advert."""
    assert _ranges(row(200_000) + row(150_000, size="L")) == [(150_000, 150_000), (200_000, 200_000)]


def test_copies_of_an_advert_count_once() -> None:
    """Half of such a file is copies; they are no evidence."""
    text = (row(200_000) + row(150_000)) * 50 + row(180_000) + row(120_000)
    file = file_of(text)
    assert _ranges(text) == [(120_000, 180_000), (150_000, 200_000)]
    assert (file.source.rows, file.source.records) == (102, 2)


def test_a_figure_that_several_adverts_share_counts_once_in_all() -> None:
    """Three adverts of one description with one lower end: a third each."""
    text = "".join(row(high) + row(100_000) for high in (150_000, 160_000, 170_000))
    shares = [r.shares for r in file_of(text).records]
    assert sum(low for low, _ in shares) == pytest.approx(1, abs=0.001)
    assert sum(high for _, high in shares) == pytest.approx(3, abs=0.001)


def test_titles_that_name_no_role_are_counted_and_named() -> None:
    """They are not thrown in with another role, and not lost silently."""
    source = file_of(row(100_000) + row(90_000, title="Taster") + row(80_000, title="Taster", size="L")).source
    assert source.set_aside == {"title names no role": 2}
    assert source.unmapped_titles == {"Taster": 2}


def test_a_slip_of_the_pen_is_set_aside() -> None:
    """A yearly figure of 4 million among ones near 100,000 is a slip, and is counted as implausible."""
    usual = "".join(row(100_000 + 500 * i, size="L") for i in range(12))
    source = file_of(usual + row(4_000_000)).source
    assert source.set_aside == {"implausible pay": 1}


def test_one_country_filling_the_file_is_said() -> None:
    """The share of the largest country stands in the source."""
    source = file_of("".join(row(100_000 + i) for i in range(0, 9_000, 1_000)) + row(60_000, country="DE")).source
    assert source.shares_country == "US"
    assert source.country_share > 0.8


def test_a_file_that_runs_in_time_gives_its_rows_a_place_in_their_year() -> None:
    """Newest first, as ai-jobs.net writes it: the first row of a year is its latest."""
    text = "".join(row(100_000 + 1_000 * i, year=year, size="SML"[i % 3]) for year in (2024, 2023) for i in range(4))
    records = file_of(text).records
    assert [int(r.when) for r in records] == [2023] * 4 + [2024] * 4
    assert records[-1].high == 100_000


def test_a_file_sorted_by_pay_does_not_run_in_time() -> None:
    """Its first rows are the best paid of the year, not the newest."""
    text = "".join(row(300_000 - 1_000 * i, year=year, size="SML"[i % 3]) for year in (2024, 2023) for i in range(60))
    assert {r.when for r in file_of(text).records} == {2023.5, 2024.5}


def test_a_shuffled_file_gives_every_row_the_middle_of_its_year() -> None:
    """No order is invented where there is none."""
    years = (2023, 2024, 2023, 2024, 2022, 2024, 2023, 2022)
    text = "".join(row(100_000 + 1_000 * i, year=year) for i, year in enumerate(years))
    assert {r.when % 1 for r in file_of(text).records} == {0.5}


@given(st.lists(st.tuples(st.integers(50, 250), st.integers(0, 80), st.sampled_from("SML")), min_size=1, max_size=30))
def test_writing_a_file_twice_changes_no_record(adverts: list[tuple[int, int, str]]) -> None:
    """The same adverts appended again: the same records with the same shares."""
    text = "".join(row(1_000 * (low + more), size=size) + row(1_000 * low, size=size) for low, more, size in adverts)
    once, twice = file_of(text).records, file_of(text + row(70_000, title="Analyst") + text).records
    kept = [r for r in twice if r.role != "data-analyst"]
    assert [(r.key, r.shares) for r in sorted(once, key=lambda r: r.key)] == [
        (r.key, r.shares) for r in sorted(kept, key=lambda r: r.key)
    ]


def test_every_figure_of_the_file_is_inside_some_record() -> None:
    """Pairing loses no row, in whatever order single rows and pairs come."""
    figures = (200_000, 150_000, 180_000, 120_000, 90_000)
    for order in itertools.permutations(figures):
        found = {v for pair in _ranges("".join(row(v) for v in order)) for v in pair}
        assert found == set(figures)
