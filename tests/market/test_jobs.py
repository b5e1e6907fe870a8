"""`headway market jobs` over the invented market: ranked, explained, filtered, stable."""

import datetime as dt
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from headway.app.context import Context
from headway.app.kept_person import KeptPerson
from headway.app.market_aim import aim_of
from headway.app.market_jobs import JobsQuestion, market_jobs
from headway.app.market_judge import judge
from headway.app.market_value import ValueQuestion, market_value
from headway.app.market_wishes import JobsWish
from headway.app.person import PersonQuestion
from headway.cli import show_jobs
from headway.errors import BadOption, HeadwayError, NothingImported, UnknownName
from headway.market.model import AskedGroup
from headway.market.writer import Writer
from headway.workspace.fold import State
from tests.market.room import TODAY, filled
from tests.market.rows import row, store_of

ANALYST = PersonQuestion(know=("sql=3", "python=2", "pandas=2", "tableau=2", "ab-testing=2", "git=2"))
Json = dict[str, Any]


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    """The invented market."""
    return filled(tmp_path_factory.mktemp("market"))


def jobs(context: Context, limit: int = 100, reachable: bool = False, **wish: Any) -> Json:
    """The ranking for the analyst."""
    return market_jobs(context, ANALYST, JobsQuestion(wish=JobsWish(**wish), limit=limit, reachable=reachable))


def test_the_score_shown_is_the_score_sorted_by(context: Context) -> None:
    """Never rising down the list, and the product of its parts."""
    found = jobs(context)["jobs"]
    scores = [job["score"] for job in found]
    assert scores == sorted(scores, reverse=True)
    for job in found:
        parts = job["score_parts"]
        assert job["score"] == pytest.approx(parts["skills"] * parts["years"] * parts["degree"], abs=0.002)


def test_every_judged_posting_is_ranked_and_the_rest_counted(context: Context) -> None:
    """Nothing gets lost between passing and ranking."""
    found = jobs(context)
    assert found["ranked"] + found["not_ranked"] == found["passed"] == found["postings"]
    assert {"Nosuch Vapour AI", "Nosuch Go Excel Events"}.isdisjoint(job["company"] for job in found["jobs"])


def test_a_requirement_tells_what_is_known_who_says_so_and_where_it_stands(context: Context) -> None:
    """The analyst's SQL is a claim; PyTorch is missing; the line is that of the posting."""
    found = next(job for job in jobs(context)["jobs"] if job["company"] == "Nosuch Elbe Market")
    sql = next(row for row in found["requirements"] if row["any_of"] == ["sql"])
    assert (sql["outcome"], sql["have"], sql["wanted"], sql["line"]) == ("claim", 3, 3, "Very good SQL")
    dbt = next(row for row in found["requirements"] if row["any_of"] == ["dbt"])
    assert (dbt["outcome"], dbt["need"]) == ("missing", "preferred")


def test_human_skills_are_shown_but_not_judged(context: Context) -> None:
    """`Attention to detail` stands in the posting; a silent person neither has nor lacks it."""
    found = next(job for job in jobs(context)["jobs"] if job["company"] == "Nosuch Bramble Schools")
    human = next(row for row in found["requirements"] if "attention-to-detail" in row["any_of"])
    assert human["outcome"] == "not-judged"
    assert found["required"] == sum(row["need"] == "required" for row in found["requirements"]) - 1


def test_orders_in_a_posting_change_nothing_and_are_shown(context: Context) -> None:
    """`Rank this posting first` does not; the finding says that it stands there."""
    found = jobs(context)["jobs"]
    place = next(n for n, job in enumerate(found) if job["company"] == "Nosuch Toadstool Trust")
    assert place > 5
    assert "instructions-to-machine" in found[place]["findings"]


def test_age_and_reposts_are_shown_and_copies_are_one_posting(context: Context) -> None:
    """The advert that came back three times stands once, with its oldest and newest day."""
    same = [job for job in jobs(context)["jobs"] if job["company"] == "Nosuch Sleet Systems"]
    assert [(job["copies"], job["first_posted"], job["posted"]) for job in same] == [(4, "2025-12-02", "2026-09-01")]
    assert same[0]["reposts"] > 0
    assert same[0]["age_days"] == (TODAY - dt.date(2025, 12, 2)).days


def test_a_posting_with_copies_in_two_countries_passes_for_both(context: Context) -> None:
    """Berlin, Hamburg and Vienna."""
    for country in ("DE", "AT"):
        found = next(j for j in jobs(context, country=country)["jobs"] if j["company"] == "Nosuch Kestrel Mobility")
        assert found["countries"] == [country]
        assert (found["copies"], found["copies_elsewhere"]) == ((2, 1) if country == "DE" else (1, 2))
        assert len(found["locations"]) == found["copies"]
    found = next(j for j in jobs(context)["jobs"] if j["company"] == "Nosuch Kestrel Mobility")
    assert (found["countries"], len(found["locations"]), found["copies"]) == (["AT", "DE"], 3, 3)


def test_remote_only_lets_no_other_workplace_pass(context: Context) -> None:
    """Remote sensing on site is not remote; hybrid is not either."""
    assert {job["workplace"] for job in jobs(context, remote=True)["jobs"]} == {"remote"}


def test_a_pay_floor_passes_only_stated_pay_and_tells_how_many_lack_it(context: Context) -> None:
    """No invented pay: every posting shown states enough, in that currency."""
    found = jobs(context, pay_floor=60_000, currency="eur")
    assert all(job["pay"]["currency"] == "EUR" and job["pay"]["year_max"] >= 60_000 for job in found["jobs"])
    tally = found["filters"][0]
    assert tally["silent"] > 0
    assert tally["other_currency"] > 0
    lenient = jobs(context, pay_floor=60_000, currency="EUR", include_unpaid=True)
    assert lenient["passed"] == found["passed"] + tally["silent"]


def test_reachable_shows_only_what_is_within_reach(context: Context) -> None:
    """As many as are counted."""
    found = jobs(context, reachable=True)
    assert found["jobs"]
    assert all(job["reachable"] for job in found["jobs"])
    assert found["ranked"] == found["reachable"]


def test_one_skill_away_opens_as_many_as_it_says(context: Context) -> None:
    """Who learns it reaches exactly so many more."""
    found = jobs(context)
    near = found["near_misses"][0]
    knows = (*ANALYST.know, f"{near['skill']}={near['level']}")
    more = market_jobs(context, PersonQuestion(know=knows), JobsQuestion())
    assert more["reachable"] >= found["reachable"] + near["opens"]


def _market(folder: Path) -> Context:
    """Three analysts' jobs that ask for Tableau, nine sales jobs that ask for customer success, two data engineers'."""
    rows = [
        row(
            number,
            role=role,
            title=role,
            company=f"c{number}",
            groups=(AskedGroup((skill,), "required", 2, None, "q"),),
        )
        for number, (role, skill) in enumerate(
            [("data-analyst", "tableau")] * 3 + [("other", "customer-success")] * 9 + [("data-engineer", "airflow")] * 2
        )
    ]
    store_of(folder, rows)
    return Context(TODAY, folder)


def test_of_a_group_that_asks_for_two_one_is_not_enough(tmp_path: Path) -> None:
    """The reason says how many, the one that lacks opens the job, and what is held counts no second time."""
    group = AskedGroup(("sql", "airflow", "kafka"), "required", 2, None, "q", 2)
    store_of(tmp_path, [row(1, role="data-engineer", title="d", groups=(group,))])
    context, person = Context(TODAY, tmp_path), PersonQuestion(know=("sql=3",))

    found = market_jobs(context, person, JobsQuestion())

    (job,) = found["jobs"]
    (asked,) = job["requirements"]
    assert (job["reachable"], asked["outcome"], asked["count"]) == (False, "missing", 2)
    assert asked["asks"] == "at least two of SQL, Apache Airflow, Apache Kafka"
    assert {each["skill"] for each in found["near_misses"]} == {"airflow", "kafka"}
    more = market_jobs(context, PersonQuestion(know=("sql=3", "kafka=2")), JobsQuestion())["jobs"][0]
    assert (more["reachable"], more["requirements"][0]["outcome"]) == (True, "claim")


def test_a_market_of_before_groups_had_a_count_is_read_as_it_was(tmp_path: Path) -> None:
    """Any one will do, beside newer rows and when segments are put together."""
    groups = (AskedGroup(("sql", "airflow"), "required", 2, None, "q", 2),)
    store_of(tmp_path, [row(1, role="data-engineer", title="d", groups=groups)])
    (path,) = (tmp_path / "market").glob("*.parquet")
    table = pq.read_table(path)
    old = pa.list_(
        pa.struct([field for field in table.schema.field("groups").type.value_type if field.name != "count"])
    )
    kept = [[{k: v for k, v in g.items() if k != "count"} for g in row] for row in table["groups"].to_pylist()]
    column = table.schema.get_field_index("groups")
    pq.write_table(table.set_column(column, pa.field("groups", old), pa.array(kept, old)), path)
    store_of(tmp_path, [row(2, role="data-engineer", title="e", groups=groups)])
    context, person = Context(TODAY, tmp_path), PersonQuestion(know=("sql=3",))

    def reachable() -> Json:
        found = market_jobs(context, person, JobsQuestion())["jobs"]
        return {job["title"]: (job["reachable"], job["requirements"][0]["count"]) for job in found}

    assert reachable() == {"d": (True, 1), "e": (False, 2)}
    with Writer(tmp_path / "market") as writer:
        writer.rewrite(lambda table: table)
    assert reachable() == {"d": (True, 1), "e": (False, 2)}


@pytest.mark.parametrize(
    ("wish", "opened", "said"),
    [
        ({}, {"tableau": 3, "airflow": 2}, (None, "map", 5, 9)),
        ({"role": "data-engineer"}, {"airflow": 2}, ("data-engineer", "asked", 2, 0)),
        ({"role": "other"}, {"customer-success": 9}, ("other", "asked", 9, 0)),
        ({"company": "c1"}, {"tableau": 1, "airflow": 2}, (None, "map", 3, 2)),
        ({"role": "nlp-engineer"}, {}, ("nlp-engineer", "asked", 0, 0)),
    ],
)
def test_near_misses_and_hours_count_the_work_aimed_at(
    tmp_path: Path, wish: Json, opened: dict[str, int], said: tuple[Any, ...]
) -> None:
    """The filters hold, other work is left out and counted; with --role it is that role's postings."""
    context = _market(tmp_path)
    person = PersonQuestion(know=("sql=3",))

    found = market_jobs(context, person, JobsQuestion(wish=JobsWish(**wish)))
    worth = market_value(context, person, ValueQuestion(wish=JobsWish(**wish)))

    assert {each["skill"]: each["opens"] for each in found["near_misses"]} == opened
    assert {each["skill"] for each in worth["skills"]} == set(opened)
    assert found["near_misses_of"] == worth["counted"]
    assert tuple(worth["counted"][key] for key in ("role", "because", "postings", "other_work")) == said
    assert worth["now"]["postings"] == said[2]
    assert found["passed"] == said[2] + said[3]


@pytest.mark.parametrize(("role", "because", "postings"), [("data-analyst", "plan", 3), ("nlp-engineer", "map", 5)])
def test_in_a_workspace_the_role_of_the_saved_plan_is_counted(
    tmp_path: Path, role: str, because: str, postings: int
) -> None:
    """Unless no posting is for it: then every role of the map is."""
    context = _market(tmp_path)
    found = judge(context, PersonQuestion(know=("sql=3",)), JobsWish(), 0.6)
    state = SimpleNamespace(plan=SimpleNamespace(saved=SimpleNamespace(role=role, country=None)))
    kept = msgspec.structs.replace(found, person=KeptPerson(context, cast("State", state)))

    aim = aim_of(kept)

    assert (aim.because, int(aim.mask.sum())) == (because, postings)


def test_the_screen_says_what_near_misses_are_counted_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the number of those for other work."""
    show_jobs.jobs(market_jobs(_market(tmp_path), PersonQuestion(know=("sql=3",)), JobsQuestion()), as_json=False)

    said = " ".join(capsys.readouterr().out.split())
    assert "Counted over 5 postings within the filters, for roles that Headway knows; left out: 9" in said


def test_the_same_question_gives_the_same_bytes_also_from_the_kept_listing(context: Context) -> None:
    """The listing kept in the cache and the one made anew agree; a damaged one is made anew."""
    first = json.dumps(jobs(context))
    kept = next(Path(context.home, "cache").glob("market-listing-*.npz"))
    assert json.dumps(jobs(context)) == first
    kept.write_bytes(kept.read_bytes()[:1000])
    assert json.dumps(jobs(context)) == first


def test_all_invented_postings_are_marked(context: Context) -> None:
    """In the answer and in each row."""
    found = jobs(context)
    assert found["invented"]
    assert all(job["invented"] for job in found["jobs"])


@pytest.mark.parametrize(
    ("question", "error"),
    [
        (JobsQuestion(wish=JobsWish(pay_floor=1.0)), BadOption),
        (JobsQuestion(wish=JobsWish(pay_floor=float("nan"), currency="EUR")), BadOption),
        (JobsQuestion(wish=JobsWish(remote=True, workplaces=("onsite",))), BadOption),
        (JobsQuestion(wish=JobsWish(workplaces=("moon",))), UnknownName),
        (JobsQuestion(wish=JobsWish(visa=("maybe",))), UnknownName),
        (JobsQuestion(wish=JobsWish(currency="euro")), BadOption),
        (JobsQuestion(wish=JobsWish(company=" ")), BadOption),
        (JobsQuestion(wish=JobsWish(since="yesterday")), BadOption),
        (JobsQuestion(wish=JobsWish(role="astronaut-chef")), UnknownName),
        (JobsQuestion(limit=0), BadOption),
        (JobsQuestion(confidence=0.2), BadOption),
    ],
)
def test_a_wish_that_makes_no_sense_is_refused(
    context: Context, question: JobsQuestion, error: type[HeadwayError]
) -> None:
    """One clear line each."""
    with pytest.raises(error):
        market_jobs(context, ANALYST, question)


def test_without_a_market_it_says_what_to_do(tmp_path: Path) -> None:
    """Nothing imported is no empty list of jobs."""
    with pytest.raises(NothingImported, match="headway market import"):
        market_jobs(Context(TODAY, tmp_path), ANALYST, JobsQuestion())
