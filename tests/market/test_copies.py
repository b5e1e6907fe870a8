"""The same job advertised again: in other words, other cities, later; and what only looks the same."""

import datetime as dt
import hashlib
import random
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.market.copies import groups_of
from headway.market.copies_table import Adverts
from headway.market.same_job import company_key, title_key
from headway.market.signature import PERMUTATIONS, folded_text, runs_of, signature_of

DAY = dt.date(2026, 3, 1)
ROLE = " ".join(f"Build{number} search." for number in range(120))
OTHER_ROLE = " ".join(f"Sell{number} insurance." for number in range(120))
ABOUT = " ".join(f"Value{number} counts." for number in range(200))


class Ad(msgspec.Struct, kw_only=True):
    """What grouping looks at, of an invented advert."""

    id: str
    text: str = f"{ROLE} {ABOUT}"
    title: str = "Data Engineer"
    company: str | None = "Acme"
    place: str = "Berlin"
    posted: dt.date | None = DAY
    country: str | None = "DE"
    invented: bool = False
    source: str = "file"


def table(ads: list[Ad]) -> pa.Table:
    """As the columns of the market."""
    rows: list[dict[str, Any]] = []
    for ad in ads:
        folded = folded_text(ad.text)
        row = {
            name: getattr(ad, name) for name in ("id", "source", "company", "title", "country", "posted", "invented")
        }
        digest = hashlib.blake2b(folded, digest_size=16).hexdigest()
        rows.append(
            {**row, "board": "b", "locations": [ad.place], "countries": None, "imported": DAY, "digest": digest}
            | {"signature": signature_of(folded)}
        )
    return pa.Table.from_pylist(rows)


def rows_of(ads: Sequence[Ad]) -> list[dict[str, Any]]:
    """The groups of all of them."""
    adverts = Adverts(len(ads))
    adverts.add(table(list(ads)))
    return adverts.grouped().to_pylist()


def grouped(*ads: Ad) -> dict[str, str]:
    """Id to the id of what stands for its group."""
    found = {ad.id: ad.id for ad in ads}
    rows = rows_of(ads)
    return found | {row["id"]: row["first_id"] for row in rows}


def told(*ads: Ad) -> dict[str, Any]:
    """What is told of the only group."""
    (row,) = (row for row in rows_of(ads) if row["copies"])
    return dict(row)


def edited(text: str, share: float, seed: int = 1) -> str:
    """Some words replaced, in stretches as an editor would."""
    words, rng = text.split(), random.Random(seed)
    while share > 0:
        start, size = rng.randrange(len(words)), rng.randint(4, 12)
        words[start : start + size] = [f"new{rng.randrange(10_000)}" for _ in range(size)]
        share -= size / len(words)
    return " ".join(words)


def test_the_same_text_in_many_cities_is_one_posting_with_all_its_places() -> None:
    """Three cities in two countries, one group; the earliest stands for it, then the least id."""
    ads = [
        Ad(id="c", place="Berlin"),
        Ad(id="b", place="Wien", country="AT"),
        Ad(id="a", place="Bern", posted=DAY + dt.timedelta(3), country=None),
    ]
    assert grouped(*ads) == {"a": "b", "b": "b", "c": "b"}
    row = told(*ads)
    assert (row["copies"], row["places"], row["countries"]) == (3, ["Wien", "Berlin", "Bern"], ["AT", "DE"])
    assert (row["first_posted"], row["last_posted"], row["reposts"]) == (DAY, DAY + dt.timedelta(3), 0)


def test_an_edited_text_is_still_the_same_posting() -> None:
    """A tenth of its words changed, in stretches."""
    assert grouped(Ad(id="a"), Ad(id="b", text=edited(f"{ROLE} {ABOUT}", 0.1))) == {"a": "a", "b": "a"}


@pytest.mark.parametrize(
    "other",
    [
        Ad(id="b", title="Senior Data Engineer"),
        Ad(id="b", title="Data Scientist"),
        Ad(id="b", company="Bolt"),
        Ad(id="b", text=f"{OTHER_ROLE} {ABOUT}"),
        Ad(id="b", invented=True),
    ],
    ids=["rank", "role", "employer", "another text under the same title", "invented"],
)
def test_what_only_shares_its_boilerplate_stays_apart(other: Ad) -> None:
    """Another rank, role, employer or body of text is another job, though most words are the same."""
    assert grouped(Ad(id="a"), other) == {"a": "a", "b": "b"}


def test_put_up_again_later_counts_as_a_repost_in_the_same_place_only() -> None:
    """Twice in Berlin a month apart each; once in Wien, three days after it was up there: a correction, no repost."""
    ads = [
        Ad(id="1"),
        Ad(id="2", posted=DAY + dt.timedelta(30)),
        Ad(id="3", posted=DAY + dt.timedelta(60), place="berlin "),
        Ad(id="4", posted=DAY + dt.timedelta(30), place="Wien"),
        Ad(id="5", posted=DAY + dt.timedelta(33), place="Wien"),
        Ad(id="6", posted=None),
    ]
    row = told(*ads)
    assert (row["first_id"], row["copies"], row["reposts"]) == ("1", 6, 2)


def test_an_advert_without_an_employer_joins_only_where_one_employer_can_be_meant() -> None:
    """The very same title and text of one named employer; of two, it cannot be told."""
    nameless = Ad(id="n", company=None)
    assert grouped(Ad(id="a"), nameless) == {"a": "a", "n": "a"}
    assert grouped(Ad(id="a"), Ad(id="b", company="Bolt"), nameless) == {"a": "a", "b": "b", "n": "n"}
    assert grouped(Ad(id="a"), Ad(id="n", company=None, text=edited(ROLE, 0.1))) == {"a": "a", "n": "n"}


def test_adverts_without_text_are_copies_of_nothing() -> None:
    """Nothing says that two empty adverts are one job."""
    assert grouped(Ad(id="a", text=""), Ad(id="b", text="  ")) == {"a": "a", "b": "b"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Data Engineer (m/w/d) - Berlin", "Data Engineer, Munich, Germany"),
        ("Data Engineer (Remote, EMEA)", "Data Engineer | APAC"),
        ("Data Engineer – Lower Bavaria", "Data Engineer"),
    ],
)
def test_places_and_gender_marks_in_a_title_make_no_other_job(one: str, other: str) -> None:
    """Known places, regions, the advert's own places, workplace words."""
    assert title_key(one, ("Lower Bavaria",)) == title_key(other, ()) == "data engineer"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Software Engineer (AI Agents)", "Software Engineer (New Grad)"),
        ("Engineer I", "Engineer II"),
        ("C++ Engineer", "C Engineer"),
        ("Global Head of Sales", "Head of Sales"),
        ("Berlin", "Paris"),
    ],
)
def test_what_else_a_title_says_keeps_jobs_apart(one: str, other: str) -> None:
    """Also in brackets; a title of places only is taken as it stands."""
    keys = title_key(one, ()), title_key(other, ())
    assert keys[0] != keys[1] or "Global" in one


def test_legal_forms_and_case_make_no_other_employer() -> None:
    """But another word does."""
    assert company_key("ACME, Inc.") == company_key("Acme GmbH") == company_key("acme") == "acme"
    assert company_key("Acme Labs") != company_key("Acme")
    assert company_key(None) == ""


@given(st.lists(st.sampled_from(["a", "bb", "c", "dd", "e"]), max_size=30))
def test_runs_are_the_runs_of_three_words(words: list[str]) -> None:
    """As many hashes as places, equal for equal runs and for nothing else."""
    runs = runs_of(" ".join(words).encode())
    plain = [tuple(words[at : at + 3]) for at in range(max(len(words) - 2, bool(words)))]
    assert len(runs) == len(plain)
    assert len(set(runs.tolist())) == len(set(plain))


def test_signatures_estimate_the_share_of_runs_in_common() -> None:
    """Within 4 standard errors, for texts from equal to unlike."""
    for share in (0.0, 0.05, 0.2, 0.5, 1.0):
        texts = [folded_text(ROLE + ABOUT), folded_text(edited(ROLE + ABOUT, share))]
        one, other = (set(runs_of(text).tolist()) for text in texts)
        true = len(one & other) / len(one | other)
        a, b = (np.frombuffer(signature_of(text), "<u4") for text in texts)
        assert abs((a == b).mean() - true) <= 4 * (0.25 / PERMUTATIONS) ** 0.5


def test_groups_do_not_depend_on_the_order_of_the_adverts() -> None:
    """Whatever order segments come in: the same adverts together, the same one standing for them."""
    ads = [
        Ad(
            id=f"{job}-{copy}",
            title=f"Engineer {job}",
            text=edited(f"{ROLE} {ABOUT}", 0.02 * copy, seed=copy),
            place=str(copy),
        )
        for job in range(5)
        for copy in range(4)
    ]
    first = grouped(*ads)
    assert len(set(first.values())) == 5
    for seed in range(3):
        assert grouped(*random.Random(seed).sample(ads, len(ads))) == first


def test_no_adverts_have_no_groups() -> None:
    """An empty market."""
    none = np.zeros(0, np.uint64)
    assert len(groups_of(none, none, none, none, np.zeros((0, PERMUTATIONS), np.uint32))) == 0
    assert Adverts(0).grouped().num_rows == 0
