"""Packages that a lab allows: they work behind the walls, and where one is missing the answer says how to get it."""

import sys
from typing import get_args

import numpy as np
import pytest

from headway.labs import needs
from headway.labs.needs import imported, lacking
from headway.sandbox.untrusted.model import Call, Ceiling, Walls
from headway.sandbox.untrusted.run import Code, run
from headway.sandbox.untrusted.walls import bubblewrap_works
from tests.labs.conftest import LABS, graded

MUCH = Ceiling(memory_bytes=3 << 30, cpu_seconds=60, wall_seconds=120.0)
ALL_WALLS = [each for each in get_args(Walls) if each == "none" or sys.platform == "linux"]
FOREST = """
import numpy as np
from sklearn.cluster import KMeans
from sklearn.ensemble import HistGradientBoostingRegressor, RandomForestClassifier
from sklearn.model_selection import cross_val_score

def fitted(x):
    HistGradientBoostingRegressor(max_iter=5).fit(x, x[:, 0])
    RandomForestClassifier(5, n_jobs=2, random_state=0).fit(x, x[:, 0] > 0)
    KMeans(2, n_init=1, random_state=0).fit(x)
    return float(cross_val_score(RandomForestClassifier(5, random_state=0), x, x[:, 0] > 0, cv=3, n_jobs=2).mean())
"""
TABLE = """
import pandas as pd

def fitted(x):
    days = ["2026-01-02", "2026-01-03", "2026-02-03"]
    table = pd.DataFrame({"kind": ["a ", "b", "b"], "day": days, "value": x[:3, 0]})
    table["day"] = pd.to_datetime(table["day"]).dt.strftime("%d/%m/%Y")
    table["kind"] = table["kind"].str.strip()
    sizes = table.groupby("kind")["value"].size().sort_values()
    return [sizes.index[-1], int(sizes.iloc[-1])]
"""
NETWORK = """
import torch

def fitted(x):
    torch.manual_seed(0)
    data = torch.as_tensor(x, dtype=torch.float32)
    model = torch.nn.Sequential(torch.nn.Linear(3, 8), torch.nn.Dropout(0.1), torch.nn.ReLU(), torch.nn.Linear(8, 1))
    steps = torch.optim.Adam(model.parameters(), lr=0.05)
    for rows in torch.utils.data.DataLoader(data, batch_size=50, shuffle=True):
        steps.zero_grad()
        ((model(rows)[:, 0] - rows[:, 0]) ** 2).mean().backward()
        steps.step()
    return [float(torch.get_num_threads()), *model.eval()(data)[:3, 0].tolist()]
"""


def _ran(source: str, package: str, walls: Walls) -> object:
    """What `fitted` gives for a small table."""
    if walls == "bubblewrap" and not bubblewrap_works():
        pytest.skip("bubblewrap is not installed, or may not be used here")
    x = np.random.default_rng(1).normal(size=(200, 3))
    code = Code("solution.py", source, ("numpy", package))
    return run(code, [Call("fitted", (x,))], MUCH, most=walls).values[0]


@pytest.mark.parametrize("walls", ALL_WALLS)
def test_scikit_learn_works_behind_each_wall(walls: Walls) -> None:
    """Also what would start processes if it could: it works on in its own."""
    pytest.importorskip("sklearn", reason="needs the extra 'labs'")
    found = _ran(FOREST, "sklearn", walls)
    assert isinstance(found, float)
    assert found > 0.8


@pytest.mark.parametrize("walls", ALL_WALLS)
def test_pandas_works_behind_each_wall(walls: Walls) -> None:
    """Tables, groups, dates and texts."""
    assert _ran(TABLE, "pandas", walls) == ["b", 2]


@pytest.mark.parametrize("walls", ALL_WALLS)
def test_scipy_works_behind_each_wall(walls: Walls) -> None:
    """By itself, without scikit-learn."""
    pytest.importorskip("scipy", reason="needs the extra 'labs'")
    found = _ran("from scipy import stats\ndef fitted(x): return stats.norm.cdf(0)", "scipy", walls)
    assert found == 0.5


def test_a_package_that_is_kept_out_is_told_with_those_that_are_there() -> None:
    """It may well be installed on the learner's machine: the answer must not puzzle."""
    lab = LABS["churn"]
    verdict = graded(lab, f"import hypothesis\n{lab.solution}")
    assert verdict.outcome == "exception"
    assert verdict.words.endswith(
        "This lab is done with the standard library, numpy, scikit-learn, SciPy, pandas; nothing else can be imported."
    )


@pytest.mark.long
@pytest.mark.parametrize("walls", ALL_WALLS)
def test_torch_trains_behind_each_wall(walls: Walls) -> None:
    """With its optimisers and loaders, in one thread."""
    pytest.importorskip("torch", reason="needs the extra 'torch'")
    found = _ran(NETWORK, "torch", walls)
    assert isinstance(found, list)
    assert found[0] == 1


def test_a_missing_package_is_named_with_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not a failure of the learner's code: it could not be checked."""
    monkeypatch.setattr(needs, "find_spec", lambda name: None if name == "sklearn" else object())
    lab = LABS["house-prices"]
    verdict = graded(lab, lab.good["pipeline.py"])
    assert verdict.outcome == "not-checkable"
    assert "scikit-learn" in verdict.words
    assert "pip install 'headway[labs]'" in verdict.words
    assert lacking(("torch", "numpy")) == ""


def test_who_does_not_import_it_does_not_need_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A solution in numpy alone is graded where scikit-learn is missing."""
    monkeypatch.setattr(needs, "find_spec", lambda name: None if name == "sklearn" else object())
    lab = LABS["house-prices"]
    assert graded(lab, lab.wrong["constant.py"]).reason == "constant"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import numpy as np", {"numpy"}),
        ("import sklearn.cluster, torch", {"sklearn", "torch"}),
        ("from sklearn.linear_model import Ridge", {"sklearn"}),
        ("def f():\n    import torch", {"torch"}),
        ("from . import sklearn", set()),
        ("select 1 from sklearn", set()),
        ("x = 'import sklearn'", set()),
    ],
)
def test_imports_are_read_from_the_code(text: str, found: set[str]) -> None:
    """Statements count, texts and other languages do not."""
    assert imported(text) == found
