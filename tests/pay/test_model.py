"""A model fitted to invented adverts: what it covers later, what it does not know, what newer rows change."""

import functools
import subprocess
import sys

import msgspec
import pytest

from headway.errors import UnreadableFile
from headway.pay.fit import fit
from headway.pay.measure import measure
from headway.pay.model import FittedPay, PayModel
from headway.pay.recalibrate import fresh_records, recalibrate
from headway.pay.serve import Estimate, Question, estimate
from tests.pay.salaries import file_of, market, row


@functools.cache
def _fitted() -> FittedPay:
    return fit(file_of(market((2022, 2023, 2024), 240)))


def _ask(**more: object) -> Estimate:
    known = {"role": "data-scientist", "seniority": "senior", "country": "US"} | more
    return estimate(_fitted(), Question(**known))  # type: ignore[arg-type]


def test_an_interval_says_what_it_rests_on() -> None:
    """Records, years, file, digest and the coverage that was measured."""
    found = _ask()
    assert found.low is not None
    assert found.high is not None
    assert found.low90 is not None
    assert found.low90 <= found.low < (found.middle or 0) < found.high <= (found.high90 or 0)
    assert found.similar >= 30
    assert found.years == (2022, 2024)
    assert (found.source, len(found.digest)) == ("file.csv", 16)
    assert found.coverage is not None
    assert 0.7 <= found.coverage.measured <= 0.9


def test_four_of_five_later_figures_lie_inside() -> None:
    """The same market a year later, in figures that the model has not seen."""
    later = file_of(market((2025,), 300)).records
    report = measure(_fitted(), later)
    assert (report.n, report.outside) == (len(later), 0)
    assert 0.75 <= report.intervals["80"].figures <= 0.87
    assert report.pinball["model"] < 0.9 * report.pinball["all records"]


def test_a_later_file_of_another_kind_is_judged_without_its_strange_rows() -> None:
    """Four times the rows in no order, pounds converted by the file, codes, kinds and titles never seen before."""
    lines = market((2025,), 1200).splitlines(keepends=True)
    pairs = ["".join(lines[i : i + 2]) for i in range(0, len(lines), 2)]
    known = [pairs[(i * 7) % len(pairs)] for i in range(len(pairs))]
    pounds = [pair.replace(",USD,", ",GBP,") for pair in known[:200]]
    strange = [
        row(150_000, year=2025, level="L5"),
        row(150_000, year=2025, kind="GIG"),
        row(150_000, year=2025, title="Prompt Wizard"),
        row(150_000, year=2025, country="BR"),
        row(150_000, year=2025, level="EX"),
    ]
    later = file_of("".join([*known, *pounds, *strange]))
    assert later.source.set_aside == {
        "level not readable": 1, "not full-time": 1, "title names no role": 1,
    }  # fmt: skip
    report = measure(_fitted(), later.records)
    assert report.outside == 2
    assert 0.74 <= report.intervals["80"].figures <= 0.88
    assert recalibrate(_fitted(), later).newer[-1].fresh == report.n


@pytest.mark.parametrize(
    ("more", "because"),
    [
        ({"role": "data-analyst"}, "0 distinct records of the role data-analyst"),
        ({"country": "DE"}, "0 distinct records of the country DE"),
        ({"seniority": "manager"}, "executive level"),
        ({"seniority": "intern"}, "intern level"),
    ],
)
def test_outside_the_file_it_does_not_know(more: dict[str, str], because: str) -> None:
    """No number at all, and the reason."""
    found = _ask(**more)
    assert (found.low, found.middle, found.high, found.low90, found.high90) == (None,) * 5
    assert because in found.unknown


def test_a_range_too_wide_to_say_anything_is_not_shown() -> None:
    """Adverts from 20,000 to 400,000 of one kind: no honest range is narrower than four to one."""
    text = "".join(row(20_000 + (7_919 * i) % 380_000, year=2022 + i // 200, size="SML"[i % 3]) for i in range(600))
    model = fit(file_of(text))
    found = estimate(model, Question(role="data-scientist", seniority="senior", country="US"))
    assert found.low is None
    assert "too wide" in found.unknown


def test_a_range_that_begins_at_nothing_is_too_wide() -> None:
    """The lower end rounds to 0: it is no divisor."""
    model = _fitted()
    quantiles = tuple(40 if place % 7 < 3 else amount for place, amount in enumerate(model.quantiles))
    poor = msgspec.structs.replace(model, quantiles=quantiles)
    found = estimate(poor, Question(role="data-scientist", seniority="senior", country="US"))
    assert found.low is None
    assert "too wide" in found.unknown


def test_without_a_country_the_files_own_is_answered_and_said() -> None:
    """The file is American; an answer for nowhere would be American in disguise."""
    found = _ask(country=None)
    assert (found.country, found.country_assumed) == ("US", True)


def test_a_wish_that_the_file_cannot_tell_apart_is_named() -> None:
    """Remote is a column of it; a large company is not among its rows."""
    found = _ask(remote="remote", size="L")
    assert (found.used, found.unused) == (("remote",), ("size",))


def test_the_same_file_gives_the_same_bytes() -> None:
    """No dice, no clock."""
    text = market((2023, 2024), 110)
    assert msgspec.json.encode(fit(file_of(text))) == msgspec.json.encode(fit(file_of(text)))


def test_too_few_records_are_refused() -> None:
    """Coverage could not be measured on them."""
    with pytest.raises(UnreadableFile, match="at least 200"):
        fit(file_of(market((2024,), 40)))


def test_newer_rows_of_a_market_that_moved_widen_the_ranges_and_restore_coverage() -> None:
    """Pay a quarter up: judged month by month, the second half is covered better than without recalibration."""
    moved = file_of(market((2025, 2026), 200, factor=1.25))
    after = recalibrate(_fitted(), moved)
    still = measure(_fitted(), moved.records).intervals["80"].figures
    assert still < 0.75
    assert after.newer[-1].covered_before["80"] > still
    assert after.misses["80"] < 0.2
    assert after.newest > _fitted().newest
    later = file_of(market((2027,), 300, factor=1.25)).records
    assert measure(after, later).intervals["80"].figures > measure(_fitted(), later).intervals["80"].figures


def test_coverage_in_a_file_without_an_order_of_time_is_not_called_later() -> None:
    """Years alone, shuffled: what was judged was unseen, not later."""
    assert _fitted().coverage["80"].later
    lines = market((2023, 2024), 110).splitlines(keepends=True)
    pairs = ["".join(lines[i : i + 2]) for i in range(0, len(lines), 2)]
    shuffled = "".join(pairs[(i * 89) % len(pairs)] for i in range(len(pairs)))
    assert not fit(file_of(shuffled)).coverage["80"].later


def test_rows_that_are_known_change_nothing() -> None:
    """The fitted file again: no fresh record, the same table and widths."""
    again = file_of(market((2022, 2023, 2024), 240))
    assert fresh_records(_fitted(), again) == []
    after = recalibrate(_fitted(), again)
    assert (after.cells, after.counts, after.quantiles) == (
        tuple(
            msgspec.structs.replace(c, coverage=a.coverage) for c, a in zip(_fitted().cells, after.cells, strict=True)
        ),
        _fitted().counts,
        _fitted().quantiles,
    )


def test_serving_needs_only_the_table() -> None:
    """numpy is not loaded to answer, and the records behind the table are not read."""
    code = (
        "import sys, msgspec\n"
        "from headway.pay.model import PayModel\n"
        "from headway.pay.serve import Question, estimate\n"
        "model = msgspec.json.decode(sys.stdin.buffer.read(), type=PayModel)\n"
        "print(estimate(model, Question(role='data-scientist', seniority='senior', country='US')).low)\n"
        "assert not {'numpy', 'pandas'} & set(sys.modules), sorted(sys.modules)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], input=msgspec.json.encode(_fitted()), capture_output=True)
    assert ran.returncode == 0, ran.stderr.decode()
    assert int(ran.stdout) == _ask().low
    assert not hasattr(msgspec.json.decode(msgspec.json.encode(_fitted()), type=PayModel), "records")
