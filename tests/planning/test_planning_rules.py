"""Each rule alone: the smallest question it allows and the smallest it forbids."""

from collections.abc import Sequence

from headway.planning.network import Candidate, Goal, Network, Teaching
from headway.planning.rules.facts_taught import FactsTaught
from headway.planning.rules.from_levels_held import FromLevelsHeld
from headway.planning.rules.landmarks_hit import LandmarksHit
from headway.planning.rules.no_circles import NotInACircle, SupportBefore, SupportFromOutside
from headway.planning.rules.prerequisites_held import PrerequisitesHeld
from headway.planning.rules.rule import Rule
from headway.planning.rules.targets_reached import TargetsReached
from headway.planning.rules.within_budget import WithinBudget
from headway.planning.rules.within_hours import WithinHours
from headway.planning.solve import run
from headway.planning.variables import Variables

FREE = -1


def one(
    needs: Sequence[int] = (), gives: Sequence[tuple[int, int]] = (), minutes: int = 60, cents: int = 0
) -> Candidate:
    """A candidate; gives: (start or FREE, fact)."""
    return Candidate(
        id=f"c{len(gives)}",
        minutes=minutes,
        cents=cents,
        weight=minutes,
        tie=1,
        needs=tuple(needs),
        teachings=tuple(Teaching(start, (fact,)) for start, fact in gives),
    )


def network(*candidates: Candidate, facts: int = 1, goals: Sequence[Sequence[int]] = ()) -> Network:
    return Network(
        facts=tuple((f"f{n}", 1) for n in range(facts)),
        candidates=candidates,
        goals=tuple(Goal(tuple(goal), 1.0, place) for place, goal in enumerate(goals)),
        unreachable=(),
        minute=1,
    )


def allows(asked: Network, rules: Sequence[Rule], true: Sequence[str], false: Sequence[str] = ()) -> bool:
    """Whether the rules leave a solution in which these hold. Words: `c0` chosen, `f0` held, `g0` gift of f0."""
    variables = Variables(asked)
    for rule in rules:
        rule.add_to(variables)
    rows = {"c": variables.chosen, "f": variables.held, "g": [g[0].literal if g else 0 for g in variables.gifts]}
    for word in true:
        variables.at_least_one([rows[word[0]][int(word[1:])]])
    for word in false:
        variables.at_least_one([-rows[word[0]][int(word[1:])] - 1])
    answer = run(variables.proto, 1.0).status.name
    assert answer in ("OPTIMAL", "FEASIBLE", "INFEASIBLE")
    return answer != "INFEASIBLE"


def test_targets_reached() -> None:
    """A goal wants one of its facts; unless it is optional."""
    asked = network(one(gives=[(FREE, 0)]), facts=2, goals=[[0, 1]])
    assert allows(asked, [TargetsReached()], ["f1"], ["f0"])
    assert not allows(asked, [TargetsReached()], [], ["f0", "f1"])
    assert allows(asked, [TargetsReached(optional=True)], [], ["f0", "f1"])


def test_facts_taught() -> None:
    """A fact is held when a chosen candidate gives it, and not otherwise."""
    asked = network(one(gives=[(FREE, 0)]))
    assert allows(asked, [FactsTaught()], ["c0", "f0"])
    assert not allows(asked, [FactsTaught()], ["f0"], ["c0"])


def test_prerequisites_held() -> None:
    """Choosing means holding what is needed."""
    asked = network(one(needs=[0]), facts=1)
    assert allows(asked, [PrerequisitesHeld()], ["c0", "f0"])
    assert not allows(asked, [PrerequisitesHeld()], ["c0"], ["f0"])


def test_from_levels_held() -> None:
    """A gift that builds on a fact wants that fact."""
    asked = network(one(gives=[(0, 1)]), facts=2)
    assert allows(asked, [FromLevelsHeld()], ["g1", "f0"])
    assert not allows(asked, [FromLevelsHeld()], ["g1"], ["f0"])


BOTH = network(one(needs=[1], gives=[(FREE, 0)]), one(needs=[0], gives=[(FREE, 1)]), one(gives=[(FREE, 0)]), facts=2)
"""c0 and c1 each need what the other gives; c2 gives f0 without asking."""


def test_support_from_outside() -> None:
    """Two facts that hold each other up are held only with someone who gives one of them freely."""
    rules = [FactsTaught(), SupportFromOutside([0, 1])]
    assert not allows(BOTH, rules, ["f0", "f1"], ["c2"])
    assert allows(BOTH, rules, ["f0", "f1", "c2"])


def test_support_before() -> None:
    """c0 gives f0 early, and f2 only on top of f1, which takes c1 that needs f0: someone else must give f0."""
    early_and_late = one(gives=[(FREE, 0), (1, 2)])
    asked = network(early_and_late, one(needs=[0], gives=[(FREE, 1)]), one(gives=[(FREE, 0)]), facts=3)
    rules = [FactsTaught(), SupportBefore(2, 0, [0, 1])]
    assert not allows(asked, rules, ["g2"], ["c2"])
    assert allows(asked, rules, ["g2", "c2"])


def test_not_in_a_circle() -> None:
    """Both may be chosen, but one of the two gifts does not count."""
    rule = NotInACircle([(0, 0), (1, 1)])
    assert not allows(BOTH, [rule], ["c0", "c1", "g0", "g1"])
    assert allows(BOTH, [rule], ["c0", "c1", "g0"], ["g1"])


def test_within_budget() -> None:
    """10.00 is enough for 10.00 and not for 10.01."""
    asked = network(one(cents=600), one(cents=400))
    assert allows(asked, [WithinBudget(1000)], ["c0", "c1"])
    assert not allows(asked, [WithinBudget(999)], ["c0", "c1"])


def test_within_hours() -> None:
    """Between the least that any plan takes and the most there is time for."""
    asked = network(one(minutes=60), one(minutes=30))
    assert allows(asked, [WithinHours(most=90)], ["c0", "c1"])
    assert not allows(asked, [WithinHours(most=89)], ["c0", "c1"])
    assert not allows(asked, [WithinHours(most=90, least=61)], ["c0"], ["c1"])


def test_landmarks_hit() -> None:
    """One of every cut is chosen."""
    asked = network(one(), one())
    rule = LandmarksHit([frozenset({0, 1})])
    assert allows(asked, [rule], ["c1"], ["c0"])
    assert not allows(asked, [rule], [], ["c0", "c1"])
