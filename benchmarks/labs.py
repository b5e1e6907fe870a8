"""Every solution of every lab over many worlds: who passes, who fails, for which reason, how close to the best.

    python benchmarks/labs.py [LAB ...] [--worlds 20] [--walls] [--first 100] [--only solution]

Without --walls the solutions run in this process, which is quick and shows the judgement alone; with it each runs as a
submission does. The seeds are those of the long tests.
"""

import argparse
import contextlib
import copy
import io
import json
import sys
import time
import types
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from headway.knowledge.labs import Lab, load_labs
from headway.labs.ask import Ask, OwnError
from headway.labs.grade import grade
from headway.labs.model import Wrong
from headway.labs.registry import GRADERS
from headway.sandbox.untrusted.model import Call, Failure, Protection, Ran
from headway.sandbox.untrusted.run import decode, encode


def solutions(lab: Lab) -> list[tuple[str, str, str]]:
    """(what, text, expected): `pass`, or the reason it must fail for."""
    rows = [("solution", lab.solution, "pass")]
    rows += [(f"good/{name}", text, "pass") for name, text in lab.good.items()]
    return rows + [(f"wrong/{wrong.file}", lab.wrong[wrong.file], wrong.reason) for wrong in lab.authored.wrong]


def _value(module: types.ModuleType, call: Call) -> Any:
    if not hasattr(module, call.function):
        return Failure("", f"no function {call.function}", missing=True)
    given = copy.deepcopy(list(call.arguments))
    try:
        value = getattr(module, call.function)(*given)
    except Exception as error:  # noqa: BLE001 - the solution's own doing, all of it
        return Failure(type(error).__name__, str(error))
    return decode(json.loads(json.dumps(encode([value, given] if call.echo else value, whole=call.whole))))


def _here(source: str) -> Any:
    """A runner without walls: a fresh module for each ask."""

    def run(calls: Sequence[Call]) -> Ran:
        module = types.ModuleType("solution")
        sys.modules["solution"] = module
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(source, "solution.py", "exec"), module.__dict__)
            return Ran(tuple(_value(module, call) for call in calls), Protection("none", False))

    return run


def verdict(lab: Lab, text: str, seed: int, *, walls: bool) -> tuple[str, tuple[float, ...]]:
    """`pass` or what it failed for, and its shares of the best."""
    if walls:
        found = grade(lab, text, [seed], GRADERS)
        return (found.reason or found.outcome), found.shares
    ask = Ask(_here(lab.driver or text), (text,) if lab.driver else ())
    try:
        GRADERS[lab.authored.id](ask, np.random.default_rng(seed))
    except Wrong as wrong:
        return f"{wrong.reason}{f' ({wrong.detail})' if wrong.reason == 'wrong-shape' else ''}", tuple(ask.shares)
    except OwnError as error:
        return f"exception: {error}", ()
    return "pass", tuple(ask.shares)


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labs", nargs="*")
    parser.add_argument("--worlds", type=int, default=20)
    parser.add_argument("--first", type=int, default=100)
    parser.add_argument("--walls", action="store_true")
    parser.add_argument("--only", default="", help="solutions whose name holds this")
    asked = parser.parse_args()
    labs = load_labs()
    for id_ in asked.labs or labs:
        for what, text, expected in (row for row in solutions(labs[id_]) if asked.only in row[0]):
            start = time.process_time()
            found = [verdict(labs[id_], text, asked.first + n, walls=asked.walls) for n in range(asked.worlds)]
            cost = (time.process_time() - start) / asked.worlds
            told = Counter(reason for reason, _ in found)
            shares = [share for _, some in found for share in some]
            mark = f"share {min(shares):.2f} to {max(shares):.2f}" if shares else ""
            right = "as it should" if set(told) == {expected} else f"EXPECTED {expected}: {dict(told)}"
            print(f"{id_:22}{what:32}{told[expected]:3}/{asked.worlds}  {cost:5.2f} s  {mark:24}{right}", flush=True)


if __name__ == "__main__":
    main()
