"""The commands that count postings, as a user types them: bad input, empty answers, invented postings."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from headway.cli.main import execute
from headway.market.model import Row
from tests.market.rows import row, store_of

COMMANDS = ("demand", "trends", "new-terms", "weights")


Ran = tuple[int, str, str]


@pytest.fixture
def ask(home: Path, capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """`headway market ARGUMENTS...`: code, output, errors."""

    def call(*arguments: str) -> Ran:
        capfd.readouterr()
        code = execute(["market", *arguments])
        captured = capfd.readouterr()
        return code, captured.out, captured.err

    return call


def rows(**fields: Any) -> list[Row]:
    """Forty postings of forty companies over four months."""
    from datetime import date

    return [
        row(
            i,
            "python sql+" if i % 2 else "python pytorch|",
            company=f"c{i}",
            posted=date(2026, 1 + i % 4, 5),
            text="Requirements\n- Python, Zorkly, SQL",
            **fields,
        )
        for i in range(40)
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_without_postings_the_way_to_some_is_told(command: str, ask: Callable[..., Ran]) -> None:
    """A valid question without an answer: one line, code 1."""
    code, out, err = ask(command)

    assert (code, out) == (1, "")
    assert "headway market import" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["demand", "--since", "yesterday"], "--since"),
        (["demand", "--since", "2026-02-01", "--before", "2026-01-01"], "Turn them round"),
        (["demand", "--split", "2026-13-01"], "--split"),
        (["demand", "--country", "Germany"], "two-letter"),
        (["demand", "--seniority", "boss"], "intern"),
        (["demand", "--workplace", "moon"], "remote, hybrid, onsite"),
        (["demand", "--kind", "thing"], "tech, concept, human"),
        (["demand", "--by", "luck"], "named, asked, required"),
        (["demand", "--limit", "0"], "--limit"),
        (["demand", "--skill", "pytroch"], "pytorch"),
        (["demand", "xyzzy"], "headway roles"),
        (["trends", "--by", "luck"], "named, asked, required"),
        (["trends", "--skill", "pytroch"], "pytorch"),
        (["new-terms", "--most", "0"], "--most"),
        (["new-terms", "--min-companies", "-1"], "--min-companies"),
        (["new-terms", "--accept", "Zorkly"], "--area"),
        (["weights", "other"], "no role"),
    ],
)
def test_what_makes_no_sense_is_one_line(arguments: list[str], said: str, home: Path, ask: Callable[..., Ran]) -> None:
    """What, where, and what to do; code 2."""
    store_of(home, rows())

    code, out, err = ask(*arguments)

    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_invented_postings_are_marked_on_every_screen(command: str, home: Path, ask: Callable[..., Ran]) -> None:
    """In the text before any figure, in JSON as a note and a count."""
    store_of(home, rows(invented=True))

    _, text, _ = ask(command)
    _, told, _ = ask(command, "--json")

    assert text.startswith("! All postings are INVENTED")
    found = json.loads(told)
    assert found["counted"]["invented"] == found["counted"]["postings"] == 40
    assert "INVENTED" in found["notes"][0]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_same_question_gives_the_same_bytes(command: str, home: Path, ask: Callable[..., Ran]) -> None:
    """Nothing depends on the clock, on dice, or on how work is shared out."""
    store_of(home, rows())

    assert ask(command, "--json") == ask(command, "--json")


def test_a_small_sample_prints_counts_and_a_warning(home: Path, ask: Callable[..., Ran]) -> None:
    """No share is printed as if it were sure."""
    store_of(home, rows()[:7])

    _, text, _ = ask("demand")

    assert "Small sample: 7 postings" in text
    assert "7 of 7" in text
    assert "100 % (" not in text


def test_what_a_wish_leaves_out_is_said(home: Path, ask: Callable[..., Ran]) -> None:
    """No posting here names a country: none is counted, and all are accounted for."""
    store_of(home, rows())

    code, text, _ = ask("demand", "--country", "DE")

    assert code == 1
    assert "40 left out because they name no country" in text


def test_one_skill_is_asked_for_with_what_goes_beside_it(home: Path, ask: Callable[..., Ran]) -> None:
    """The listing holds that skill alone; its neighbours are named together with it."""
    store_of(home, rows())

    _, told, _ = ask("demand", "--skill", "PyTorch", "--json")

    (skill,) = json.loads(told)["skills"]
    assert (skill["skill"], skill["required"]["postings"], skill["choice"]) == ("pytorch", 20, 20)
