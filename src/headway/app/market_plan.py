"""`headway plan --market`: which steps bring the most imported postings within reach, soonest."""

import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec

from headway.app.candidate import candidate_of
from headway.app.context import Context
from headway.app.kept_person import must_be_somebody, somebody
from headway.app.market_listing import judged_skills
from headway.app.market_room import filled_store
from headway.app.market_scope import Wishes, counted_json, scope_of
from headway.app.person import Person
from headway.app.plan import known_levels, person_question
from headway.app.plan_files import check_files
from headway.app.plan_question import DEFAULT_ROLE, PlanQuestion, options_of
from headway.errors import BadOption
from headway.planning.build import build_instance
from headway.planning.market.model import MarketPlan, TestFirst
from headway.planning.market.plan import USUAL_EFFORT, make_market_plan, raises
from headway.planning.market.puzzle import puzzle_of
from headway.planning.market.question import MarketQuestion
from headway.planning.market.roadmaps import fixed_roadmaps
from headway.planning.market.search import GoOn, Search
from headway.planning.market.worth_testing import Stakes, stakes, worth_testing
from headway.planning.options import check
from headway.postings.demands import SET_SHARE
from headway.values import Json

if TYPE_CHECKING:
    from headway.market.store import Store

DEFAULT_SECONDS = 10.0
SEARCHING = 0.8
"""Part of the time before the bound's choices are followed, which takes a quarter of it again."""
MOST_SECONDS = 3600.0
MOST_EFFORT = 1000
"""Hundredths of the usual effort for a proof."""
MOST_ITERATIONS = 10_000_000


class Effort(msgspec.Struct, frozen=True, kw_only=True):
    """How long to search (seconds, or a number of rebuilds that repeats a run) and what counts as covered.

    proof: hundredths of the usual effort for the proof; None: as much as goes with the seconds.
    """

    seconds: float | None = None
    iterations: int | None = None
    proof: int | None = None
    coverage: float | None = None


class MarketPlanResult(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the question finds out. Nothing in it depends on the clock but the number of iterations."""

    context: Context
    question: PlanQuestion
    person: Person
    plan: MarketPlan
    test_first: tuple[TestFirst, ...]
    weekly_hours: float
    unpriced_left_out: int
    counted: Json


def plan_market(
    context: Context, question: PlanQuestion, effort: Effort, begins: Callable[[], None] = lambda: None
) -> MarketPlanResult:
    """Read the person, take the scope's postings, search, prove. An empty answer is an answer.

    begins: called once the question is known to make sense, before the long work.

    Raises the errors of bad input, NothingImported, MissingExtra.
    """
    must_be_somebody(context, person_question(question))
    _check_files(question)
    coverage, go_on, proof = _effort(effort)
    options = check(options_of(context, question))
    scope = _scope(context, question)
    store = filled_store(context)
    person = somebody(context, person_question(question))
    begins()
    knowledge = context.knowledge
    asked = asked_of(context, question, person, scope, coverage)
    role = knowledge.roles[scope.role if scope.role in knowledge.roles else DEFAULT_ROLE]
    plan = make_market_plan(asked, go_on, fixed_roadmaps(asked, knowledge, role), effort=proof)
    return MarketPlanResult(
        context=context,
        question=question,
        person=person,
        plan=plan,
        test_first=worth_testing(asked, plan.steps, person.belief.p_at_least) if question.leans else (),
        weekly_hours=options.calendar.weekly_hours,
        unpriced_left_out=asked.instance.unpriced_left_out,
        counted=_counted(store, scope),
    )


def asked_of(
    context: Context, question: PlanQuestion, person: Person, scope: Any, coverage: float = SET_SHARE
) -> MarketQuestion:
    """The planning question of this person among the postings of the scope. Raises NothingImported."""
    levels, _ = known_levels(person.belief, question.confidence)
    who = candidate_of(person, ())
    return MarketQuestion(
        instance=build_instance(levels, (), context.knowledge.resources, check(options_of(context, question))),
        demands=_demands(filled_store(context), scope, judged_skills(context)),
        years=who.years,
        degree=who.degree,
        share=coverage,
    )


def stakes_of(context: Context, question: PlanQuestion) -> Stakes:
    """What a test should find out for the market: the beliefs that the plain greedy plan depends on."""
    person = somebody(context, person_question(question))
    asked = asked_of(context, question, person, _scope(context, question))
    puzzle = puzzle_of(asked)
    search = Search(puzzle)
    search.greedy()
    choices = {choice.id: choice for choice in asked.instance.choices}
    row = [choices[puzzle.network.candidates[c].id] for c in search.best.order]
    levels = dict(asked.instance.levels)
    steps = []
    for choice in row:
        raised = raises(choice, levels)
        levels |= {skill: to for skill, _, to in raised}
        steps.append((raised, choice.hours))
    return stakes(asked, steps, person.belief.p_at_least)


def _scope(context: Context, question: PlanQuestion) -> Any:
    return scope_of_question(
        context, Wishes(role=question.role, country=question.country, seniority=question.seniority)
    )


def scope_of_question(context: Context, wishes: Wishes) -> Any:
    """The scope; without the market's packages the line that installs them. Raises MissingExtra, BadOption."""
    from headway.app.market_room import open_store

    open_store(context)
    return scope_of(context, wishes)


def _check_files(question: PlanQuestion) -> None:
    check_files(question.outputs)
    if question.late:
        raise BadOption("--late is for plans to a role; a plan for the market ends at its deadline.", "Leave it out.")
    if question.drop:
        raise BadOption("--drop gives up a skill of a role; --market plans for no role.", "Leave it out.")


def _effort(effort: Effort) -> tuple[float, GoOn, int]:
    """The coverage, when to stop, and the effort for the proof. Raises BadOption."""
    coverage = SET_SHARE if effort.coverage is None else effort.coverage
    if not 0.0 < coverage <= 1.0:
        raise BadOption(f"--coverage is {coverage:g}.", "Give a share above 0, up to 1, for example 0.8.")
    if effort.proof is not None and not 1 <= effort.proof <= MOST_EFFORT:
        raise BadOption(f"--proof is {effort.proof}.", f"Give 1 to {MOST_EFFORT}; 100 is the usual.")
    if effort.seconds is not None and effort.iterations is not None:
        raise BadOption("--seconds and --iterations both say how long to search.", "Give one of the two.")
    if effort.iterations is not None:
        if not 0 <= effort.iterations <= MOST_ITERATIONS:
            raise BadOption(f"--iterations is {effort.iterations}.", f"Give 0 to {MOST_ITERATIONS}.")
        most = effort.iterations
        return coverage, lambda made, _: made < most, effort.proof or USUAL_EFFORT
    seconds = DEFAULT_SECONDS if effort.seconds is None else effort.seconds
    if not (math.isfinite(seconds) and 0 <= seconds <= MOST_SECONDS):
        raise BadOption(f"--seconds is {seconds:g}.", f"Give 0 to {MOST_SECONDS:g}.")
    return coverage, _Clock(SEARCHING * seconds), effort.proof or proof_of(seconds)


def proof_of(seconds: float) -> int:
    """Hundredths of the usual effort for a proof: who wants an answer in a second does not want it proven for ten."""
    return max(1, min(USUAL_EFFORT, round(USUAL_EFFORT * seconds / DEFAULT_SECONDS)))


class _Clock:
    """Whether to search on. It begins with the search: reading the CV and the postings is no part of it."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.begin: float | None = None

    def __call__(self, made: int, value: float) -> bool:
        now = time.monotonic()
        self.begin = now if self.begin is None else self.begin
        return now - self.begin < self.seconds


def _demands(store: "Store", scope: Any, skills: tuple[str, ...]) -> Any:
    from headway.market.demands import demands_of

    return demands_of(store.ask("scoped_demands", scope.parameters()), skills)


def _counted(store: "Store", scope: Any) -> Json:
    from headway.market.scope import count

    counted, _ = count(store, scope)
    return counted_json(scope, counted)
