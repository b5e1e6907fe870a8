"""What postings ask for, counted from rows written in the test."""

import datetime as dt
from pathlib import Path

import pytest

from headway.market.demand import Demand, SkillDemand, counts_of, demand
from headway.market.scope import EXACT_COMPANIES, Scope, count, words
from headway.market.store import Store
from headway.market.together import beside, pairs
from tests.market.rows import row, store_of

DAY = dt.date(2026, 3, 1)


def asked(store: Store, scope: Scope | None = None, split: dt.date | None = None) -> Demand:
    """The demand of a scope."""
    wanted = scope or Scope()
    counted, middle = count(store, wanted)
    return demand(counts_of(store, wanted, counted, split or middle), split or middle)


def of(skill: str, found: Demand) -> SkillDemand:
    """One skill's figures."""
    return next(each for each in found.skills if each.skill == skill)


def test_each_way_of_asking_is_counted_apart(tmp_path: Path) -> None:
    """Required, preferred, in passing, and as one of several that will do."""
    found = asked(
        store_of(tmp_path, [row(1, "python sql+"), row(2, "python| scala|"), row(3, "python+ sql?"), row(4, "sql?")])
    )

    python, sql = of("python", found), of("sql", found)
    assert (python.named.postings, python.required.postings, python.preferred.postings) == (3, 2, 1)
    assert (python.asked.postings, python.context.postings, python.choice) == (3, 0, 1)
    assert (sql.named.postings, sql.preferred.postings, sql.context.postings, sql.choice) == (3, 1, 2, 0)
    assert python.named.share == pytest.approx(0.75)
    assert [each.skill for each in found.skills] == ["python", "sql", "scala"]


def test_with_no_two_postings_of_a_company_the_interval_is_wilsons(tmp_path: Path) -> None:
    """3 of 10: 0.108 to 0.603, as every table says."""
    store = store_of(tmp_path, [row(i, "python" if i < 3 else "sql", company=f"c{i}") for i in range(10)])

    python = of("python", asked(store))

    assert [python.named.low, python.named.high] == pytest.approx([0.1078, 0.6032], abs=1e-4)
    assert [python.wilson_low, python.wilson_high] == pytest.approx([0.1078, 0.6032], abs=1e-4)
    assert python.design_effect == pytest.approx(1)


def test_one_company_that_posts_much_widens_the_interval(tmp_path: Path) -> None:
    """Thirty alike postings of one company beside ten of others are not forty answers."""
    rows = [row(i, "scala", company="big") for i in range(30)]
    rows += [row(100 + i, "python", company=f"c{i}") for i in range(10)]

    scala = of("scala", asked(store_of(tmp_path, rows)))

    assert scala.named.share == pytest.approx(0.75)
    assert scala.design_effect > 5
    assert scala.named.low < 0.3 < scala.wilson_low


def test_wishes_leave_out_what_does_not_say_and_count_it(tmp_path: Path) -> None:
    """A posting without a country is not taken for one of the country asked for, nor forgotten."""
    rows = [
        row(1, "python", country="DE", posted=DAY),
        row(2, "sql", country="FR", posted=DAY),
        row(3, "sql", posted=DAY),
        row(4, "sql", country="DE"),
        row(5, "sql", country="DE", posted=dt.date(2025, 1, 1)),
    ]

    counted, _ = count(store_of(tmp_path, rows), Scope(country="DE", since=dt.date(2026, 1, 1)))

    assert counted.postings == 1
    assert counted.without_country == 1
    assert counted.without_date == 1


def test_a_role_is_the_family_or_the_special_role(tmp_path: Path) -> None:
    """LLM engineers count under AI engineer, and by themselves under their own name."""
    store = store_of(tmp_path, [row(1, role="ai-engineer", job="llm-engineer"), row(2, role="ai-engineer")])

    assert count(store, Scope(role="ai-engineer"))[0].postings == 2
    assert count(store, Scope(role="llm-engineer"))[0].postings == 1


def test_small_samples_and_invented_postings_say_so(tmp_path: Path) -> None:
    """In words, before any figure."""
    counted, _ = count(store_of(tmp_path, [row(1, "python", invented=True), row(2, "python", invented=True)]), Scope())

    assert counted.small
    said = " ".join(words(counted))
    assert "INVENTED" in said
    assert "Small sample: 2 postings" in said


def test_a_real_change_is_found_and_the_rest_is_not_called_one(tmp_path: Path) -> None:
    """One skill goes from 10 % to 60 %, nineteen others stay: one rises."""
    rows = []
    for i in range(400):
        late = i >= 200
        names = [f"s{j}" for j in range(19) if (i * 7 + j * 13) % 10 < 3]
        names += ["dbt"] if i % 10 < (6 if late else 1) else []
        posted = dt.date(2026, 6 if late else 2, 1 + i % 27)
        rows.append(row(i, " ".join(names), company=f"c{i}", posted=posted))

    found = asked(store_of(tmp_path, rows), split=dt.date(2026, 4, 1))

    assert found.periods is not None
    assert (found.periods.before, found.periods.after, found.periods.tested) == (200, 200, 20)
    verdicts = {each.skill: each.change.verdict for each in found.skills if each.change}
    assert verdicts.pop("dbt") == "rises"
    assert set(verdicts.values()) == {"not told apart"}
    change = of("dbt", found).change
    assert change is not None
    assert change.low < 0.5 < change.high
    assert change.low > 0.3


def test_one_company_alone_cannot_make_a_change(tmp_path: Path) -> None:
    """Forty late postings of one company name dbt; among all others nothing moves."""
    rows = [row(i, "sql", company=f"c{i}", posted=dt.date(2026, 2 if i < 60 else 6, 1)) for i in range(120)]
    rows += [row(200 + i, "dbt", company="big", posted=dt.date(2026, 6, 2)) for i in range(40)]

    change = of("dbt", asked(store_of(tmp_path, rows), split=dt.date(2026, 4, 1))).change

    assert change is not None
    assert change.verdict == "not told apart"


def test_the_halves_are_parted_where_the_middle_posting_is(tmp_path: Path) -> None:
    """And postings of one single day are not compared at all."""
    many = store_of(tmp_path / "many", [row(i, posted=dt.date(2026, 1, 1 + i)) for i in range(10)])
    one = store_of(tmp_path / "one", [row(i, posted=DAY) for i in range(10)])

    assert count(many, Scope())[1] in (dt.date(2026, 1, 5), dt.date(2026, 1, 6))
    assert count(one, Scope())[1] is None


def test_many_companies_in_groups_give_nearly_the_same_interval(tmp_path: Path) -> None:
    """Beyond EXACT_COMPANIES companies are counted in random groups: same shares, intervals within a few percent."""
    rows = [
        row(i, "python" if (i // 3) % 3 == 0 else "sql", company=f"c{i // 3}") for i in range(3 * 8 * EXACT_COMPANIES)
    ]
    store = store_of(tmp_path, rows)
    counted, _ = count(store, Scope())
    assert counted.groups is not None

    python = of("python", asked(store))

    # Three alike postings of each company: the effect is 3 (1.03 of it for Student's t of 99 degrees).
    assert python.named.share == pytest.approx(1 / 3, abs=0.01)
    assert python.design_effect == pytest.approx(3.1, rel=0.35)


def test_what_goes_together_has_a_lift_and_an_interval(tmp_path: Path) -> None:
    """PyTorch and CUDA stand in the same 20 of 80 postings: four times as often as by chance."""
    rows = [row(i, "pytorch cuda python" if i % 4 == 0 else "sql python", company=f"c{i}") for i in range(80)]
    store = store_of(tmp_path, rows)
    counted, _ = count(store, Scope())

    whole = counts_of(store, Scope(), counted)

    (one,) = beside(store, Scope(), counted, whole, "pytorch")
    both = pairs(store, Scope(), counted, whole, ("pytorch", "cuda", "python", "sql"))

    assert (one.other, one.given.postings, one.given.share) == ("cuda", 20, 1.0)
    assert one.lift == pytest.approx(4)
    assert 2 < one.low < 4 < one.high
    assert [(each.skill, each.other) for each in both] == [("cuda", "pytorch")]
    assert both[0].lift == pytest.approx(4)
