"""`headway plan --market` as a user types it, on the bundled invented postings."""

from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Headway

SHORT = ("--market", "--hours", "4", "--today", TODAY)


@pytest.fixture
def market(headway: Headway, market_home: Path, monkeypatch: pytest.MonkeyPatch) -> Headway:
    """The command in that folder."""
    monkeypatch.setattr("headway.planning.market.plan.LIMIT", 0.05)  # a weak proof is enough here, and quick
    return headway


def test_the_same_iterations_give_the_same_bytes_in_every_form(market: Headway, example: Path, tmp_path: Path) -> None:
    """Text, JSON, page and calendar; and all of it says that the postings are invented."""
    forms = []
    for name in ("one", "two"):
        html, ics = tmp_path / f"{name}.html", tmp_path / f"{name}.ics"
        ran = market("plan", example, *SHORT, "--iterations", "3", "--html", html, "--ics", ics, "--json")
        assert ran.code == 0
        assert any("INVENTED" in note for note in ran.json["notes"])
        assert "INVENTED" in html.read_text(encoding="utf-8")
        forms.append((ran.out, html.read_bytes(), ics.read_bytes()))
    assert forms[0] == forms[1]
    assert ran.json["plan"]["proof"]["iterations"] == 3
    assert ran.json["plan"]["objective"] <= ran.json["plan"]["bound"]


def test_seconds_print_iterations_that_repeat_the_answer(market: Headway) -> None:
    """What a second found can be had again without a clock."""
    person = ("plan", "--know", "python=3", "--know", "sql=2", *SHORT, "--coverage", "0.5")
    timed = market(*person, "--seconds", "1", "--json")
    proof = timed.json["plan"]["proof"]
    assert (proof["effort"], proof["again"]) == (10, f"--iterations {proof['iterations']} --proof 10")
    again = market(*person, *proof["again"].split(), "--json")
    assert timed.out == again.out


def test_text_tells_curve_steps_proof_and_comparison(market: Headway, example: Path) -> None:
    """The words a person looks for."""
    out = market("plan", example, *SHORT, "--iterations", "2").out
    for words in ("INVENTED", "Postings within reach", "The steps", "no plan can have more", "--iterations 2", "fixed"):
        assert words in out


def test_nothing_to_open_exits_1_and_says_why(market: Headway) -> None:
    """No manager's posting is open to someone without years."""
    ran = market("plan", "--know", "python=1", *SHORT, "--iterations", "1", "--seniority", "staff")
    assert ran.code == 1
    assert "nothing more can become reachable" in ran.out
    assert "Traceback" not in ran.err


def test_without_a_market_it_says_how_to_import_one(
    headway: Headway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 1, one line, no traceback."""
    monkeypatch.setenv("HEADWAY_HOME", str(tmp_path / "empty"))
    ran = headway("plan", "--know", "python=2", *SHORT)
    assert ran.code == 1
    assert "headway market import" in ran.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--market", "--seconds", "1", "--iterations", "2"), "Give one of the two"),
        (("--market", "--seconds", "-1"), "--seconds"),
        (("--market", "--iterations", "-1"), "--iterations"),
        (("--market", "--coverage", "1.2"), "--coverage"),
        (("--market", "--coverage", "0"), "--coverage"),
        (("--market", "--drop", "sql"), "--drop"),
        (("--market", "--save"), "--save"),
        (("--market", "--role", "no-such-role"), "no-such-role"),
        (("--market", "--proof", "0"), "--proof"),
        (("--seconds", "3"), "--market"),
        (("--proof", "50"), "--market"),
        (("--coverage", "0.9"), "--market"),
    ],
)
def test_bad_options_are_one_line_and_exit_2(market: Headway, options: tuple[str, ...], words: str) -> None:
    """What is wrong and what to do, nothing else."""
    ran = market("plan", "--know", "python=2", *options, "--today", TODAY)
    assert ran.code == 2
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_a_refusal_is_one_line(headway: Headway) -> None:
    """Nothing is said to be searched before the question is known to make sense."""
    ran = headway("plan", "--know", "python=2", "--market", "--seconds", "-1")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)


def test_a_plan_says_what_to_test_first_and_one_test_asks_about_it(
    market: Headway, example: Path, tmp_path: Path
) -> None:
    """Claims it rests on and what it may teach for nothing, in words and in JSON; `test market` aims at such."""
    ran = market("plan", example, *SHORT, "--iterations", "3", "--json")
    rows = ran.json["test_first"]
    assert rows
    for row in rows:
        assert 0 < row["probability"] < 1
        assert row["minutes"] == 10
        assert row["text"].startswith("counted as known" if row["counted"] else "not counted as known")
    shown = market("plan", example, *SHORT, "--iterations", "3")
    assert "Test this first" in shown.out
    assert ran.json["labels"][rows[0]["skill"]] in shown.out
    answers = tmp_path / "answers.txt"
    answers.write_text("?\n?\n", encoding="utf-8")
    line = ("test", "market", "--cv", example, "--no-keep", "--questions", "2", "--answers", answers)
    asked = market(*line, "--today", TODAY)
    assert asked.code == 0
    assert "imported postings hang on" in asked.out


def test_a_test_of_the_market_needs_somebody_and_postings(
    market: Headway, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One line each, and what to do."""
    ran = market("test", "market", "--no-keep", "--today", TODAY)
    assert (ran.code, "--cv" in ran.err) == (2, True)
    monkeypatch.setenv("HEADWAY_HOME", str(tmp_path / "empty"))
    ran = market("test", "market", "--know", "python=2", "--no-keep", "--today", TODAY)
    assert (ran.code, "headway market import" in ran.err) == (1, True)
