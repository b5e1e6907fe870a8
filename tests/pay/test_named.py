"""Company, city and industry: what they narrow, and what happens where they are not known."""

import functools
from datetime import date

import msgspec
import numpy as np
import pytest

from headway.pay.columns import Rates, read_rows
from headway.pay.effects import effects_of
from headway.pay.fit import fit
from headway.pay.measure import measure
from headway.pay.model import FittedPay, PayModel
from headway.pay.recalibrate import recalibrate
from headway.pay.records import SalaryFile, records_of
from headway.pay.serve import Estimate, Question, estimate
from tests.pay.salaries import ROLES, file_of, market

HEAD = "date,experience_level,job_title,salary,salary_currency,company_location,company,city,industry\n"


def _file(years: tuple[int, ...], a_year: int) -> SalaryFile:
    """Invented salaries: Rich pays 60 % more than Poor, Highton a fifth more than Lowton; the rest spreads by 30 %."""
    lines = []
    for year in years:
        for i in range(a_year):
            company, city = ("Rich Inc", "Poor Ltd", "Middling")[i % 3], ("Highton", "Lowton")[i // 3 % 2]
            pay = 100_000 * {"Rich Inc": 1.3, "Poor Ltd": 0.8, "Middling": 1.0}[company]
            pay *= (1.2 if city == "Highton" else 1.0) * (0.85 + 0.3 * ((i * 37) % 61) / 61)
            title, level = ("Data Scientist", "Data Engineer")[i // 6 % 2], ("SE", "MI")[i // 12 % 2]
            day = f"{year}-{1 + 12 * i // a_year:02d}-15"
            lines.append(f"{day},{level},{title},{pay + i / 7:.2f},USD,US,{company},{city},Banking\n")
    content = (HEAD + "".join(lines)).encode()
    return records_of(read_rows(content, "file.csv", {}, Rates(), date(2030, 12, 31)), ROLES.get, "file.csv", content)


@functools.cache
def _fitted() -> FittedPay:
    return fit(_file((2022, 2023), 300))


def _ask(**more: str) -> Estimate:
    known = {"role": "data-scientist", "seniority": "senior", "country": "US"} | more
    return estimate(_fitted(), Question(**known))  # type: ignore[arg-type]


def _ratio(found: Estimate) -> float:
    assert found.low is not None
    assert found.high is not None
    return found.high / found.low


def test_a_company_and_a_city_narrow_the_range_and_move_it() -> None:
    """The more is named the narrower; the answer says what narrowed it, and on how many records."""
    plain, company, both = _ask(), _ask(company="Rich"), _ask(company="RICH, Inc.", city="Highton, XX")
    assert _ratio(plain) > 1.15 * _ratio(company)
    assert _ratio(company) > 1.1 * _ratio(both)
    assert (both.middle or 0) > (company.middle or 0) > 1.1 * (plain.middle or 0)
    assert (_ask(company="poor").high or 0) < (company.low or 0)
    assert both.used == ("company", "city")
    assert both.named == {"company": 200, "city": 300}
    assert plain.named == {}


def test_a_name_that_the_file_does_not_know_falls_back_and_is_told() -> None:
    """An unknown company is answered as if it was not asked; a known city beside it still counts."""
    unknown, plain = _ask(company="Nobody knows"), _ask()
    assert (unknown.low, unknown.high) == (plain.low, plain.high)
    assert (unknown.used, unknown.unused) == ((), ("company",))
    beside = _ask(company="Nobody knows", city="Highton")
    assert (beside.used, beside.unused) == (("city",), ("company",))
    assert _ask(city="Highton", country="DE").low is None


def test_ranges_with_names_hold_on_later_figures() -> None:
    """Each way of naming is judged on later records by itself, beside the same records without names."""
    report = measure(_fitted(), _file((2024,), 300).records)
    named = report.named["company and city"]
    assert named.n == report.n == 300
    assert 0.74 <= named.intervals["80"].figures <= 0.88
    assert named.intervals["90"].width < 0.75 * named.plain["90"].width
    assert named.loss < 0.75 * named.plain_loss


def test_newer_rows_recalibrate_the_named_ranges_too() -> None:
    """Pay of the same names in a later year is counted in month by month."""
    moved = recalibrate(_fitted(), _file((2024,), 240))
    assert all(layer.coverage["80"].since >= 2024 for layer in moved.layers)
    assert [layer.fields for layer in moved.layers] == [layer.fields for layer in _fitted().layers]
    assert all(a.cells[0].n > b.cells[0].n for a, b in zip(moved.layers, _fitted().layers, strict=True))


def test_a_file_without_names_has_no_second_table_and_reads_as_ever() -> None:
    """The keys by which kept models know their records do not change; a model kept before is still read."""
    file = file_of(market((2022, 2023, 2024), 120))
    assert all(record.named == () for record in file.records)
    model = fit(file)
    assert model.layers == ()
    kept = msgspec.to_builtins(model)
    del kept["layers"]
    kept["records"] = [record[:11] for record in kept["records"]]
    assert msgspec.convert(kept, PayModel).layers == ()
    assert msgspec.convert(kept, FittedPay).records == model.records
    assert estimate(model, Question(role="data-scientist", seniority="senior", company="Rich")).unused == ("company",)


def test_a_name_of_few_records_is_drawn_to_the_rest() -> None:
    """Twelve records of each of forty names, and one name with a single far record."""
    dice = np.random.default_rng(5)
    truth = dice.normal(0, 0.2, 40)
    names = [(f"c{i % 40}",) for i in range(480)] + [("alone",)]
    residuals = np.array([*(truth[i % 40] + dice.normal(0, 0.2) for i in range(480)), 1.0])
    found = effects_of(names, residuals, np.ones(481))
    (shifts,) = found.shifts
    close = [abs(shifts[f"c{i}"] - truth[i]) for i in range(40)]
    assert np.mean(close) < 0.06
    assert 0.2 < shifts["alone"] < 0.8


def test_a_records_own_pay_never_counts_towards_the_shift_it_is_fitted_with() -> None:
    """Moving one record by any amount leaves its own shift where it was, but for the spread that all are drawn by."""
    names = [("a",)] * 20 + [("b",)] * 20
    base = np.array([0.1, -0.1] * 10 + [0.4, 0.2] * 10)
    moved = base.copy()
    moved[0] += 0.5
    one, other = (effects_of(names, values, np.ones(40)) for values in (base, moved))
    assert other.own[0] == pytest.approx(one.own[0], abs=0.02)
    assert other.own[1] - one.own[1] > 0.02
