"""The main job: from a CV (or answers) and a wish to a dated plan with its proof."""

import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

import msgspec

from headway.app.context import Context
from headway.app.experience import LEAST_TOLD, years_close_to
from headway.app.fit import fit_of, fits_of
from headway.app.kept_person import must_be_somebody, somebody
from headway.app.late import only_time_is_short
from headway.app.look import role_id, skill_id
from headway.app.market_room import NOTHING_IMPORTED, MarketReach, holds_postings
from headway.app.options import seniority_word
from headway.app.pay_change import pay_change
from headway.app.pay_sourced import sourced_pay
from headway.app.person import Person, PersonQuestion
from headway.app.plan_files import check_files, write_files
from headway.app.plan_question import DEFAULT_ROLE, PlanQuestion, options_of
from headway.app.plan_result import PlanResult
from headway.errors import BadOption
from headway.knowledge.model import Role
from headway.learner.belief import Belief
from headway.planning.build import build_instance
from headway.planning.comparison import RoadmapHours, roadmap_hours
from headway.planning.model import Instance, Plan
from headway.planning.names import names_of
from headway.planning.options import PlanOptions, check
from headway.planning.plan import make_plan
from headway.planning.search import warm_up
from headway.planning.targets import entry_steps_of, targets_of
from headway.values import Finding, Level, Seniority

__all__ = ["PlanQuestion", "PlanResult", "plan"]


class _Clock:
    """Wall seconds of each phase."""

    def __init__(self) -> None:
        self.phases: dict[str, float] = {}

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        begin = time.perf_counter()
        yield
        self.phases[name] = self.phases.get(name, 0.0) + time.perf_counter() - begin


def plan(context: Context, question: PlanQuestion) -> PlanResult:
    """Read, believe, compare, plan. Raises the errors of bad input; an infeasible question is an answer."""
    must_be_somebody(context, person_question(question))
    check_files(question.outputs)
    clock = _Clock()
    warm_up()
    with clock.phase("knowledge"):
        person = somebody(context, person_question(question))
        role = context.knowledge.roles[role_id(context, question.role or DEFAULT_ROLE)]
        options = check(options_of(context, question))
        asked = seniority_word(question.seniority) if question.seniority else None
    with clock.phase("document"):
        _ = person.document
    with clock.phase("reading"):
        _ = person.reading
    with clock.phase("belief"):
        belief = person.belief
    seniority, because = seniority_for(role, asked, person)
    options = msgspec.structs.replace(options, drop=given_up(context, role, seniority, options.drop))
    with clock.phase("fit"):
        fits = fits_of(person, None, question.confidence)
        target_fit = fit_of(person, role, seniority, question.confidence)
    with clock.phase("plan"):
        instance, found, notes = _solve(context, belief, role, seniority, options, question)
        if question.late and only_time_is_short(found):
            open_ended = msgspec.structs.replace(options, deadline=None)
            instance, found, notes = _solve(context, belief, role, seniority, open_ended, question)
    with clock.phase("market"):
        market = _market(context, person, role, levels_after(instance, found), question.confidence)
    with clock.phase("pay"):
        change = pay_change(context, person, fits, (role.id, seniority))
    result = PlanResult(
        context=context,
        question=question,
        options=options,
        person=person,
        role=role,
        seniority=seniority,
        chosen_because=(*_role_note(question), *because),
        fits=fits,
        target_fit=target_fit,
        pay=sourced_pay(context.knowledge, role.id, seniority, person.country),
        pay_change=change,
        instance=instance,
        plan=found,
        comparison=_comparison(context, instance),
        market=market,
        findings=(*person.findings, *notes),
        phases=clock.phases,
    )
    with clock.phase("files"):
        write_files(result)
    return result


def person_question(question: PlanQuestion) -> PersonQuestion:
    """Whom the plan is for."""
    return PersonQuestion(
        cv=question.cv,
        know=question.know,
        test_results=question.test_results,
        country=question.country,
        profile=question.profile,
    )


def _market(context: Context, person: Person, role: Role, after: Mapping[str, Level], confidence: float) -> MarketReach:
    """The market's packages are loaded only where postings were imported: the plan starts sooner, and without them."""
    if not holds_postings(context):
        return MarketReach(None, NOTHING_IMPORTED)
    from headway.app.market_reach import reach_of_plan

    return reach_of_plan(context, person, role, after, confidence)


def _role_note(question: PlanQuestion) -> tuple[str, ...]:
    if question.role:
        return ()
    return (f"No role was named, so this plans for {DEFAULT_ROLE.replace('-', ' ')}.",)


def seniority_for(role: Role, asked: Seniority | None, person: Person) -> tuple[Seniority, tuple[str, ...]]:
    """What was asked; else the highest of a newcomer's grades (up to mid) whose years are met in work like it."""
    grades = [g.seniority for g in role.grades]
    if asked is not None:
        if asked not in grades:
            raise BadOption(f"{role.label} has no grade '{asked}'.", f"Choose one of: {', '.join(grades)}.")
        return asked, ()
    years = years_close_to(role, person)
    open_to = [g for g in role.grades if g.seniority in ("junior", "mid") and g.years[0] <= (years or 0.0)]
    chosen = open_to[-1].seniority if open_to else (grades[0] if grades else "junior")
    return chosen, (f"No seniority was named; {_held(years, person)}, so this plans for {chosen}.",)


def _held(years: float | None, person: Person) -> str:
    """How many of the person's dated years are in work close to a role."""
    if years is None or not person.years:
        return "no years of work are dated"
    part = f"{years:.1f}" if years >= LEAST_TOLD else "none"
    return f"{part} of your {person.years:.1f} dated years of work {'is' if part == 'none' else 'are'} close to it"


def given_up(context: Context, role: Role, seniority: Seniority, words: Iterable[str]) -> tuple[str, ...]:
    """The skills of --drop. Raises BadOption for one that the role does not ask for, or only as one of several."""
    needs = [[skill for skill, _ in target.any_of] for target in targets_of(role, seniority)[0]]
    skills = context.knowledge.skills
    found = tuple(skill_id(context, word) for word in words)
    for id_ in found:
        if any(id_ == need[0] for need in needs):
            continue
        among = next((need for need in needs if id_ in need), None)
        if among is None:
            raise BadOption(
                f"{role.label}, {seniority}, does not ask for {skills[id_].label}, so there is nothing to give up.",
                f"What it asks for: headway role {role.id}; what you do not want to take: --skip.",
            )
        raise BadOption(
            f"{role.label}, {seniority}, asks for {' or '.join(skills[s].label for s in among)}: any one will do.",
            f"To give up all of them: --drop {among[0]}.",
        )
    return found


def known_levels(belief: Belief, confidence: float) -> tuple[dict[str, Level], dict[str, float]]:
    """Known level of every skill above 0, and the probability that it is really held."""
    levels, chances = {}, {}
    for id_, held in belief.all(confidence).items():
        if held.level > 0:
            levels[id_] = held.level
            chances[id_] = held.at_least[held.level - 1]
    return levels, chances


def levels_after(instance: Instance, found: Plan) -> dict[str, Level]:
    """What is held when the plan is done: what is known and what its steps raise."""
    held = dict(instance.levels)
    for step in found.steps:
        for skill, _, to in step.raises:
            held[skill] = max(held.get(skill, 0), to)
    return held


def _solve(
    context: Context, belief: Belief, role: Role, seniority: Seniority, options: PlanOptions, question: PlanQuestion
) -> tuple[Instance, Plan, tuple[Finding, ...]]:
    knowledge = context.knowledge
    names = names_of(knowledge)
    targets, notes = targets_of(role, seniority, names.labels)
    levels, chances = known_levels(belief, question.confidence)
    entry = entry_steps_of(knowledge.actions, seniority)

    def instance_for(held: Mapping[str, Level], only: Collection[str] | None) -> Instance:
        return build_instance(held, targets, knowledge.resources, options, entry, only, near=instance)

    instance = build_instance(levels, targets, knowledge.resources, options, entry)
    doubts, hopes = (chances, belief.p_at_least) if question.leans else ({}, None)
    found = make_plan(instance, doubts, names=names, rebuild=instance_for, chances=hopes)
    return instance, found, notes


def _comparison(context: Context, instance: Instance) -> tuple[RoadmapHours, ...]:
    """What each guide's fixed roadmap would take this person, where it says enough."""
    rows = [roadmap_hours(r, instance, context.knowledge.resources) for r in context.knowledge.roadmaps.values()]
    return tuple(row for row in rows if row.courses or row.hours is not None)
