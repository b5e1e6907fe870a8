"""Greedy, bound and solver, each for itself."""

import subprocess
import sys
from pathlib import Path

from msgspec.structs import replace

from headway.planning.bound import lower_bound, minutes_bound
from headway.planning.greedy import greedy
from headway.planning.model import Instance
from headway.planning.parts import shortest_circle, strong_parts
from headway.planning.plan import make_plan
from headway.planning.prepare import prepare
from headway.planning.rules.no_circles import SupportBefore, SupportFromOutside
from headway.planning.rules.targets_reached import TargetsReached
from headway.planning.schedule import in_order
from headway.planning.search import cheapest, fastest, heaviest
from headway.planning.solve import Aim, solve
from headway.planning.verify import verify
from tests.planning.small import question, target

SET_COVER = question(
    ["ab 10h: a 0-1, b 0-1", "bc 10h: b 0-1, c 0-1", "ca 10h: c 0-1, a 0-1", "all 19h: a 0-1, b 0-1, c 0-1"],
    ["a 1", "b 1", "c 1"],
)
"""Two of the pairs make 20 hours, all at once 19; half of each pair would do for a linear program."""


def chosen(asked: Instance, support) -> list[str]:
    return [prepare(asked).candidates[c].id for c in support.chosen]


def test_preparing_drops_what_is_of_no_use() -> None:
    """Unreachable, off the way, and beaten by a shorter choice that gives as much for less."""
    asked = question(
        [
            "good 10h: a 0-2",
            "beaten 12h: a 0-2 | needs x 1",
            "also-beaten 10h: a 0-2 | costs 5",
            "elsewhere 1h: z 0-1",
            "stuck 1h: a 0-2 | needs nowhere 1",
            "basics 2h: x 0-1",
        ],
        ["a 2"],
    )
    assert [c.id for c in prepare(asked).candidates] == ["basics", "good"]


def test_a_shorter_choice_that_waits_for_a_level_does_not_beat_one_that_does_not() -> None:
    """It could not take the other's place at the beginning."""
    asked = question(["next 5h: a 1-2", "whole 10h: a 0-2", "first 1h: a 0-1"], ["a 2"])
    assert [c.id for c in prepare(asked).candidates] == ["first", "next", "whole"]


def test_unknown_prices_are_no_choice_under_a_budget() -> None:
    """Without a budget they are; then a known price is preferred among equals."""
    asked = question(["riddle 10h: a 0-1 | costs unknown", "known 10h: a 0-1 | costs 0"], ["a 1"])
    assert chosen(asked, fastest(prepare(asked), None).support) == ["known"]
    only = replace(asked, choices=asked.choices[:1])
    assert chosen(only, fastest(prepare(only), None).support) == ["riddle"]
    assert prepare(replace(only, budget=5.0)).unreachable == (0,)


def test_greedy_drops_what_a_later_choice_makes_needless() -> None:
    """The cheapest way to each goal alone is swapped for the course that does all."""
    asked = question(["a 6h: a 0-1", "b 6h: b 0-1", "both 10h: a 0-1, b 0-1"], ["a 1", "b 1"])
    assert chosen(asked, greedy(prepare(asked))) == ["both"]


def test_greedy_repairs_a_plan_it_is_given() -> None:
    """What is kept counts as free, and is dropped when it is not needed."""
    network = prepare(SET_COVER)
    number = {candidate.id: c for c, candidate in enumerate(network.candidates)}
    repaired = greedy(network, keep=[number["ab"], number["bc"]], rounds=0)
    assert chosen(SET_COVER, repaired) == ["ab", "bc"]


def test_the_bound_is_exact_on_a_chain_and_below_on_a_cover() -> None:
    """Every cut of a chain is one course; a cover leaves a gap, which the solver closes."""
    chain = question(["c 3h: c 0-1 | needs b 1", "b 2h: b 0-1 | needs a 1", "a 1h: a 0-1"], ["c 1"])
    network = prepare(chain)
    assert minutes_bound(network, lower_bound(network)) == 6 * 60
    assert fastest(network, None).method == "greedy meets its bound"
    cover = prepare(SET_COVER)
    assert 10 * 60 <= minutes_bound(cover, lower_bound(cover)) <= 15 * 60
    found = fastest(cover, None)
    assert (found.answer, found.minutes, found.bound) == ("optimal", 19 * 60, 19 * 60)
    assert found.method == "CP-SAT, proven"


def test_every_cut_of_the_bound_is_hit_by_the_best_plan() -> None:
    """Cuts are sets of which each plan has one; so they may be given to the solver."""
    network = prepare(SET_COVER)
    best = set(fastest(network, None).support.chosen)
    cuts = lower_bound(network).cuts
    assert cuts
    assert all(cut & best for cut in cuts)


CIRCLE = question(
    [
        "left 10h: a 0-1 | needs b 1",
        "right 10h: b 0-1 | needs a 1",
        "door 50h: a 0-1",
        "then 1h: c 0-1 | needs b 1",
    ],
    ["c 1"],
)


def test_the_solver_forbids_circles_as_it_meets_them() -> None:
    """Left and right hold each other up at 21 hours; with the door it takes 61."""
    network = prepare(CIRCLE)
    solved = solve(network, [TargetsReached()], Aim([x.minutes for x in network.candidates]), limit=1.0)
    assert (solved.answer, solved.value, solved.bound) == ("optimal", 61 * 60, 61 * 60)
    assert {type(rule) for rule in solved.circles} == {SupportFromOutside}


def test_the_solver_does_nothing_twice() -> None:
    """`both` could open the way to b and then give its own second part only if it were done again."""
    asked = question(
        ["both 10h: a 0-1, b 1-2", "mid 5h: b 0-1 | needs a 1", "other 8h: a 0-1", "big 30h: b 0-2"], ["b 2"]
    )
    network = prepare(asked)
    solved = solve(network, [TargetsReached()], Aim([x.minutes for x in network.candidates]), limit=1.0)
    assert solved.support is not None
    assert chosen(asked, solved.support) == ["both", "mid", "other"]
    assert [type(rule) for rule in solved.circles] == [SupportBefore]


def test_greedy_does_nothing_twice_either() -> None:
    """The prices know no time; where a way would use a course twice the next one is taken."""
    asked = question(["both 10h: a 0-1, b 1-2", "mid 5h: b 0-1 | needs a 1", "big 30h: b 0-2"], ["b 2"])
    assert chosen(asked, greedy(prepare(asked))) == ["big"]


def test_circles_and_parts_of_a_graph() -> None:
    """Nodes that lead to each other are one part; the shortest way back is found."""
    links = {1: {2}, 2: {3}, 3: {1, 4}, 4: {5}, 5: {4}, 6: set()}
    assert sorted(strong_parts(links)) == [[1, 2, 3], [4, 5], [6]]
    assert [shortest_circle(links, node) for node in (1, 4, 6)] == [[1, 2, 3], [4, 5], []]


def test_least_money_within_the_time() -> None:
    """In 20 hours only the dear one; with more time the cheap one."""
    asked = question(["dear 10h: a 0-1 | costs 40", "cheap 30h: a 0-1 | costs 9.5"], ["a 1"])
    network = prepare(asked)
    assert cheapest(network, 20 * 60).minutes == 4000
    assert cheapest(network, 30 * 60).minutes == 950
    assert cheapest(network, 5 * 60) is None


def test_the_heaviest_part_that_fits() -> None:
    """5 + 4 in 20 hours weigh more than 8 alone."""
    asked = question(
        ["a 10h: a 0-1", "b 10h: b 0-1", "c 20h: c 0-1"], [target("a 1", 5), target("b 1", 4), target("c 1", 8)]
    )
    network = prepare(asked)
    assert chosen(asked, heaviest(network, 20 * 60, None)) == ["a", "b"]
    assert chosen(asked, heaviest(network, 15 * 60, None)) == ["a"]


def test_weight_comes_early_and_prerequisites_before_it() -> None:
    """Most weight per hour first, with all it needs; practice follows what it practises."""
    asked = question(
        ["light 10h: l 0-1", "base 5h: b 0-1", "heavy 5h: h 0-1 | needs b 1", "long 60h: x 0-1"],
        [target("l 1", 2), target("h 1", 9), target("x 1", 10)],
    )
    network = prepare(asked)
    row = in_order(network, fastest(network, None).support)
    assert [network.candidates[c].id for c in row] == ["base", "heavy", "light", "long"]


def test_what_guides_teach_first_comes_first() -> None:
    """The course of study decides before the weight; what a step needs still comes just before it."""
    asked = question(
        ["card 1h: c 0-1", "deploy 5h: d 0-1 | needs c 1", "model 40h: m 0-1", "deep 20h: n 0-1 | needs m 1"],
        [target("d 1", 9), target("m 1", 2), target("n 1", 5)],
    )
    network = prepare(asked)
    course = {"c": 0.1, "m": 0.3, "n": 0.4, "d": 0.6}
    row = in_order(network, fastest(network, None).support, lambda wanted: course[wanted[0]])
    assert [network.candidates[c].id for c in row] == ["model", "deep", "card", "deploy"]


def test_a_plan_proven_by_the_bound_does_not_load_the_solver() -> None:
    """In a fresh process: no ortools at all."""
    program = (
        "import sys; from headway.planning.plan import make_plan; from tests.planning.small import question;"
        "print(make_plan(question(['a 1h: a 0-1'], ['a 1'])).status, 'ortools' in sys.modules)"
    )
    assert _output(program) == "optimal False"


def test_the_solver_is_loaded_without_pandas() -> None:
    """The light door of CP-SAT: its protocol objects, not the front end that imports pandas (a second)."""
    program = "import sys, headway.planning.solve; print([m for m in ('ortools', 'pandas') if m in sys.modules])"
    assert _output(program) == "['ortools']"


def _output(program: str) -> str:
    root = Path(__file__).parent.parent.parent
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root
    ).stdout.strip()


def test_a_limit_that_is_too_short_is_told() -> None:
    """With next to no work allowed the plan stands with its gap, and is not called optimal."""
    plan = make_plan(SET_COVER, limit=1e-9)
    assert plan.status == "feasible"
    assert plan.proof is not None
    assert (plan.proof.objective, plan.proof.bound, plan.proof.gap) == (20.0, 10.0, 0.5)
    assert verify(SET_COVER, plan) == ()
