"""`headway calibrate` from end to end: shared with consent, fitted, checked on people left out, used, taken back."""

import json
from pathlib import Path

import numpy as np
import pytest

from headway.app.item_parameters import calibrated
from headway.knowledge.items import Item
from headway.knowledge.load import load_items
from tests.cli.conftest import Headway

TODAY = ("--today", "2026-11-20")


def _sql(home: Path) -> dict[str, Item]:
    bank = load_items(home / "cache").items
    return {id_: item for id_, item in bank.items() if item.skill == "sql" and item.level == 2}


def _people(items: dict[str, Item], harder: float, folder: Path, count: int = 90) -> list[str]:
    """Invented people who answer by the model, each question `harder` (alternating sign) than its start value."""
    dice, files = np.random.default_rng(3), []
    shift = {id_: harder * (-1) ** i for i, id_ in enumerate(items)}
    for number in range(count):
        ability = dice.normal()
        answers = []
        for id_, item in items.items():
            ease = item.a * (ability - 0.7 - item.b - shift[id_])
            chance = item.guess + (1 - item.guess - item.slip) / (1 + np.exp(-ease))
            answers.append({"item": id_, "right": bool(dice.random() < chance)})
        path = folder / f"p{number}.json"
        person = {"schema": "headway.answers/1", "agreed": True, "agreed_on": "2026-11-20", "person": f"p{number}"}
        path.write_text(json.dumps({**person, "answers": answers}), encoding="utf-8")
        files.append(str(path))
    return files


def test_fitted_used_and_taken_back(headway: Headway, home: Path, tmp_path: Path) -> None:
    """Questions that are harder and easier than thought come out so, foretell people left out better, are used by the
    next test, and go back to their start values byte by byte.
    """
    items, out = _sql(home), tmp_path / "values.json"
    files = _people(items, 0.8, tmp_path)
    done = headway("calibrate", "fit", *files, "--out", str(out), "--json")
    found = json.loads(done.out)
    assert done.code == 0
    assert found["people"] == 90
    assert found["better"]
    assert found["loss_after"] < found["loss_before"]
    moved = {row["item"]: row["b"] - row["b_before"] for row in found["items"]}
    assert set(moved) == set(items)
    signs = [moved[id_] * (-1) ** i > 0 for i, id_ in enumerate(items)]
    assert np.mean(signs) > 0.85

    before = headway("test", "sql", "--answers", "/dev/null", "--no-keep", "--json", *TODAY).out
    assert headway("calibrate", "use", str(out)).code == 0
    in_use = calibrated(load_items(home / "cache"), home).items
    assert all(in_use[id_].b == pytest.approx(items[id_].b + moved[id_], abs=1e-4) for id_ in items)
    assert headway("calibrate", "undo").code == 0
    assert headway("test", "sql", "--answers", "/dev/null", "--no-keep", "--json", *TODAY).out == before
    assert headway("calibrate", "undo").code == 2


def test_nothing_is_shared_without_consent(headway: Headway, tmp_path: Path) -> None:
    """Without --agree (and nobody to ask) nothing is written; with it the file has no word of what was typed."""
    out, answers = tmp_path / "mine.json", tmp_path / "answers.txt"
    answers.write_text("\n".join(["my own words"] * 60), encoding="utf-8")
    headway("test", "sql", "--answers", str(answers), "--questions", "3", *TODAY)
    refused = headway("calibrate", "share", "--out", str(out), *TODAY)
    assert refused.code == 2
    assert "--agree" in refused.err
    assert not out.exists()

    assert headway("calibrate", "share", "--out", str(out), "--agree", *TODAY).code == 0
    content = out.read_text(encoding="utf-8")
    assert "my own words" not in content
    assert json.loads(content)["agreed"] is True


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"agreed": False}, "did not agree"),
        ({"schema": "other"}, "no file of shared answers"),
        ({"answers": 3}, "no file"),
    ],
)
def test_what_may_not_be_used_is_refused_in_one_line(
    headway: Headway, tmp_path: Path, change: dict[str, object], said: str
) -> None:
    """Answers without consent, other files, broken ones."""
    person = {"schema": "headway.answers/1", "agreed": True, "agreed_on": "2026-11-20", "person": "a", "answers": []}
    path = tmp_path / "a.json"
    path.write_text(json.dumps(person | change), encoding="utf-8")
    done = headway("calibrate", "fit", str(path))
    assert done.code == 2
    assert said in done.err
    assert done.err.count("\n") <= 2


def test_few_answers_change_nothing(headway: Headway, home: Path, tmp_path: Path) -> None:
    """Ten people are too few: said so, exit code 1, and no file is written."""
    out = tmp_path / "values.json"
    done = headway("calibrate", "fit", *_people(_sql(home), 0.8, tmp_path, 10), "--out", str(out))
    assert done.code == 1
    assert "start values" in done.out
    assert not out.exists()


def test_broken_parameters_in_use_are_named_with_the_way_out(headway: Headway, home: Path) -> None:
    """A test says which file is broken and how to go back; going back works."""
    (home / "calibration").mkdir()
    (home / "calibration" / "item-parameters.json").write_text("{broken", encoding="utf-8")
    done = headway("test", "sql", "--no-keep", "--answers", "/dev/null", *TODAY)
    assert done.code == 2
    assert done.err.rstrip().endswith("headway calibrate undo")
    assert "--out FILE" not in done.err
    assert headway("calibrate", "undo").code == 0


def test_noise_is_not_put_to_use(headway: Headway, home: Path, tmp_path: Path) -> None:
    """Parameters that do no better on people left out are refused."""
    values = {"schema": "headway.item-parameters/1", "people": 90, "answers": 900, "folds": 5, "better": False}
    path = tmp_path / "values.json"
    path.write_text(json.dumps({**values, "loss_before": 0.5, "loss_after": 0.6, "items": {}}), encoding="utf-8")
    done = headway("calibrate", "use", str(path))
    assert done.code == 2
    assert "no better" in done.err
