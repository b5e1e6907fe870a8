"""Lab 16: a model behind FastAPI, and what belongs around it. The service is asked in process: there is no network."""

import json
import math
from typing import Any

import numpy as np

from headway.knowledge.labs import unbundle
from headway.labs.ask import Ask, number
from headway.labs.graders.model_service_files import lint_dockerfile, lint_pipeline
from headway.labs.graders.model_service_operations import checked, judge
from headway.labs.model import Wrong
from headway.values import Json

NAMES = ("age", "income", "visits", "balance", "distance", "rooms", "height", "speed")
LARGEST, LONGEST = 1e6, 10_000
SLOW = 8.0
"""Times as long as the plainest FastAPI service, asked in turn with it in the same process."""
Request = tuple[int, str, str, str]
Bad = tuple[str, str, tuple[int, ...]]
"""What a wrong body shows when it is taken, the body, the answers that are right."""


def grade(ask: Ask, dice: np.random.Generator) -> None:
    """One world. Raises Wrong, OwnError."""
    files = unbundle(ask.given[0])
    lint_dockerfile(files.get("Dockerfile", ""))
    ask.holds("the Dockerfile keeps the rules")
    lint_pipeline(files.get("pipeline.yml", ""))
    ask.holds("the pipeline looks, tests and builds on every push")
    judge(ask, dice)
    models = [_model(dice), _model(dice), None]
    good = [_values(dice, model) for model in models[:2] for _ in range(3)]
    bad = _bad_bodies(dice, models[0] or {})
    requests: list[Request] = [(n, "GET", path, "") for n in (0, 2) for path in ("/health", "/ready")]
    requests += [(n // 3, "POST", "/predict", json.dumps(values)) for n, values in enumerate(good)]
    requests += [(0, "POST", "/predict", body) for _, body, _ in bad]
    edges = _edges(dice, models[0] or {})
    requests += [(0, "POST", "/predict", body) for body, _ in edges]
    requests += [(0, "POST in pieces", "/predict", bad[-1][1])]
    requests += [(2, "POST", "/predict", json.dumps(good[0])), (0, "POST", "/predict", json.dumps(good[0]))]
    served, times = ask.several(
        ("serve", models, [list(each) for each in requests]), ("latency", models[0], json.dumps(good[0]))
    )
    answers = [_answer(each) for each in checked(served)]
    _alive(answers[:4], [model for model in models if model])
    ask.holds("health and readiness are told apart")
    _scores(answers[4:10], good, models)
    _refused(answers[10 : 10 + len(bad)], bad)
    _refused(answers[-3:-2], bad[-1:])
    _taken(answers[10 + len(bad) : -3], edges, models[0] or {})
    ask.holds("bad input is refused, and nothing breaks")
    if answers[-2][0] != 503:
        raise Wrong("ready-without-model")
    _scores(answers[-1:], good[:1], models)
    ask.holds("every answer is the model's, with its version")
    own, plain = (number(checked(times)[key], key) for key in ("own", "plain"))
    if own > SLOW * plain:
        raise Wrong("slow", f"An answer takes more than {SLOW:g} times as long as in the plainest service.")
    ask.holds("answers come quickly")


def practice(dice: np.random.Generator) -> dict[str, bytes]:
    """A model, and inputs with the scores that belong to them."""
    model = _model(dice)
    rows = [{"input": values, "score": score(model, values)} for values in (_values(dice, model) for _ in range(5))]
    return {"model.json": json.dumps(model, indent=1).encode(), "examples.json": json.dumps(rows, indent=1).encode()}


def _model(dice: np.random.Generator) -> Json:
    """Three to five inputs, their weights, and a version."""
    names = [str(name) for name in dice.permutation(NAMES)[: int(dice.integers(3, 6))]]
    weights = {name: round(dice.normal(0, 0.7), 3) for name in names}
    return {
        "version": f"v{int(dice.integers(10, 99))}.{int(dice.integers(0, 9))}",
        "bias": round(dice.normal(), 3),
        "weights": weights,
    }


def _values(dice: np.random.Generator, model: Json | None) -> dict[str, float]:
    """An input in changing order; one of them a whole number."""
    names = [str(name) for name in dice.permutation(list((model or {})["weights"]))]
    return {name: int(dice.integers(-3, 4)) if n == 0 else round(dice.normal(0, 2), 3) for n, name in enumerate(names)}


def score(model: Json, values: dict[str, float]) -> float:
    """1 / (1 + exp(-(bias + sum of weight times value)))."""
    total = model["bias"] + sum(weight * values[name] for name, weight in model["weights"].items())
    return 1 / (1 + math.exp(-total)) if total > -700 else 0.0


def _edges(dice: np.random.Generator, model: Json) -> list[tuple[str, dict[str, float]]]:
    """Bodies that are just good: numbers as large as may be, where exp overflows, and one of full length."""
    usual = _values(dice, model)
    low = {name: -LARGEST if weight > 0 else LARGEST for name, weight in model["weights"].items()}
    high = {name: -value for name, value in low.items()}
    return [(json.dumps(low), low), (json.dumps(high), high), (json.dumps(usual).ljust(LONGEST), usual)]


def _bad_bodies(dice: np.random.Generator, model: Json) -> list[Bad]:
    """Bodies that no service should take, each with what it shows."""
    values = _values(dice, model)
    first, *rest = values
    with_first = {name: json.dumps({**values, first: "@"}).replace('"@"', name) for name in (
        '"3"', "true", "null", "[1]", "NaN", "Infinity", "-Infinity", "1e999", "1e300", "-2000000",
    )}  # fmt: skip
    bad: list[Bad] = [("type-taken", with_first[text], (422,)) for text in ('"3"', "true", "null", "[1]")]
    bad += [("nan-taken", with_first[text], (422,)) for text in ("NaN", "Infinity", "-Infinity", "1e999")]
    bad += [("huge-taken", with_first[text], (422,)) for text in ("1e300", "-2000000")]
    bad += [("names-unchecked", json.dumps({name: values[name] for name in rest}), (422,))]
    bad += [("names-unchecked", json.dumps({**values, "colour": 1.0}), (422,))]
    bad += [("not-an-object", text, (400, 422)) for text in ("", "{", "[]", "7", "null", '"x"', "[" * 3000)]
    return [*bad, ("long-taken", " " * 20 * LONGEST + json.dumps(values), (413, 422))]


def _answer(value: Any) -> tuple[int, Any]:
    """(status, body); the body None where it is no JSON. Raises Wrong."""
    try:
        status, text = value
        status = int(status)
    except (TypeError, ValueError):
        raise Wrong("wrong-shape", "The service gave no answer.") from None
    try:
        return status, json.loads(text)
    except (TypeError, ValueError, RecursionError):
        return status, None


def _alive(answers: list[tuple[int, Any]], models: list[Json]) -> None:
    """Health tells that the process lives, readiness that it has a model. Raises Wrong."""
    (alive, _), (ready, told), (empty, _), (unready, _) = answers
    if alive != 200 or empty != 200:
        raise Wrong("not-alive")
    if ready != 200 or not isinstance(told, dict):
        raise Wrong("not-ready")
    if unready != 503:
        raise Wrong("ready-without-model")
    if told.get("version") != models[0]["version"]:
        raise Wrong("models-mixed" if told.get("version") == models[1]["version"] else "no-version")


def _scores(answers: list[tuple[int, Any]], good: list[dict[str, float]], models: list[Json | None]) -> None:
    """Every score is that of the app's own model, its version beside it. Raises Wrong."""
    for place, ((status, told), values) in enumerate(zip(answers, good, strict=True)):
        model = models[place // 3] or {}
        if status != 200 or not isinstance(told, dict):
            other = models[1 - place // 3] or {}
            mixed = status == 422 and set(values) != set(other["weights"])
            raise Wrong(
                "models-mixed" if mixed and place != len(good) - 1 else "refuses-good", f"It answered {status}."
            )
        if told.get("version") != model["version"]:
            versions = [each["version"] for each in models if each]
            raise Wrong("models-mixed" if told.get("version") in versions else "no-version")
        if abs(number(told.get("score"), "score") - score(model, values)) > 1e-6:
            raise Wrong("score-off")


def _taken(answers: list[tuple[int, Any]], edges: list[tuple[str, dict[str, float]]], model: Json) -> None:
    """What is just good gets its score. Raises Wrong."""
    for (status, told), (body, values) in zip(answers, edges, strict=True):
        shown = body if len(body) < 200 else f"a body of {len(body):,} characters"
        if status != 200 or not isinstance(told, dict):
            raise Wrong("breaks" if status >= 500 else "refuses-good", f"It answered {status} to {shown}.")
        if abs(number(told.get("score"), "score") - score(model, values)) > 1e-6:
            raise Wrong("score-off", f"It answered {told.get('score')} to {shown}.")


def _refused(answers: list[tuple[int, Any]], bad: list[Bad]) -> None:
    """Bad input gets the answer that is meant for it. Raises Wrong."""
    for (status, _), (shows, body, right) in zip(answers, bad, strict=True):
        if status in right:
            continue
        shown = body if len(body) < 100 else f"a body of {len(body):,} characters"
        if status >= 500:
            raise Wrong("breaks", f"It answered {status} to {shown}.")
        if status < 300:
            raise Wrong(shows, f"It answered {status} to {shown}.")
        raise Wrong("status-off", f"It answered {status} to {shown}.")
