"""Text of the main job."""

from headway.app.plan_json import plan_json
from headway.app.plan_result import PlanResult
from headway.app.save_plan import Saving
from headway.cli.output import findings_of, heading, note, print_json, say, table, wrapped
from headway.cli.show_doubts import doubts
from headway.cli.show_pay import PAY_COLUMNS, pay_change, pay_lines
from headway.cli.show_person import fit_notes, fit_table, level, percent
from headway.cli.show_reach import invented, reach_words
from headway.values import KNOWN_FROM, PART, PLAN_STATUS, Json, found_by

LEGEND = (
    "Levels: aware follows it; working does it with the documentation at hand; proficient owns it at work; expert "
    "teaches it. Weight: how much the role hangs on it, of 10."
)


def plan(result: PlanResult, *, as_json: bool, saving: Saving | None = None) -> None:
    """The whole answer, in the order a person asks: who, how far, what is missing, pay, plan, proof.

    saving: what became of it, where it was to be kept; told elsewhere, but for the JSON.
    """
    answer = plan_json(result, saving)
    if as_json:
        print_json(answer)
        return
    _in_short(answer)
    _profile(answer)
    _fits(answer)
    _gap(answer)
    _pay(answer, result)
    _plan(answer)
    _comparison(answer)
    _next(answer, result, saved=saving is not None)
    _files(result)


def timings(result: PlanResult) -> None:
    """Phase by phase on standard error."""
    for name, seconds in result.phases.items():
        note(f"{name:>10} {seconds * 1000:7.0f} ms")


def _in_short(answer: Json) -> None:
    """The answer in a few lines, for whoever reads no further."""
    target, plan, fit = answer["target"], answer["plan"], answer["target_fit"]
    say()
    role = f"{target['label']}, {target['seniority']}"
    wrapped(f"In short, for {role}: {percent(fit['score'])} of its needs are covered.")
    if plan["status"] == "infeasible":
        wrapped("No plan fits your limits; what would make one fit stands below.")
    elif plan["status"] == "nothing-to-learn":
        wrapped("Nothing needs learning for it; what is left is to show it.")
    else:
        wrapped(
            f"The fastest plan takes {plan['learn_hours']['likely']:.0f} h of learning: done by {plan['end']} at "
            f"{plan['hours_per_week']:g} hours a week. It begins with {_begin(answer)}"
        )


def _begin(answer: Json) -> str:
    """The first step with what it takes and where it is."""
    step = answer["plan"]["steps"][0]
    price = {None: "price unknown", 0: "free"}.get(step["cost"], f"{step['cost'] or 0:,.0f}")
    place = f": {step['url']}" if step.get("url") else "."
    return f"{answer['labels'].get(step['id'], step['id'])} ({step['hours']['likely']:.0f} h, {price}){place}"


def _next(answer: Json, result: PlanResult, *, saved: bool) -> None:
    """What a person may do with it now. saved: keeping it was asked for, so what became of that is told elsewhere."""
    say()
    if answer["plan"]["status"] != "infeasible" and not saved:
        wrapped("To follow it: the same command with --save; then headway log hours 2, and headway status.")
    other = "" if result.question.role else "Another goal: --role ROLE (headway roles lists them). "
    wrapped(f"{other}For paper or the browser: --pdf FILE, --html FILE, or all of it in pages: headway serve.")


def _profile(answer: Json) -> None:
    profile = answer["profile"]
    if profile["document"]:
        heading(f"What {profile['document']} shows")
        years = profile["years_experience"]
        say(f"Years in dated jobs: {'none dated' if years is None else f'{years:.1f}'}")
        for job in profile["jobs"]:
            end = "present" if job["current"] else job["end"] or "?"
            wrapped(f"{job['start'] or '?'} to {end}: {job['title']}, {job['employer']}", "  ")
    else:
        heading("What you said")
    findings_of(answer["findings"])
    skills = sorted(profile["skills"], key=lambda s: (-s["level"], s["label"].casefold()))
    for value in (4, 3, 2, 1):
        named = [_skill(s) for s in skills if s["level"] == value]
        if named:
            wrapped(f"{level(value)}: " + ", ".join(named), "  ")
    unsure = [s["label"] for s in skills if s["level"] == 0]
    if unsure:
        wrapped("named, but not sure enough to count: " + ", ".join(unsure), "  ")
    proven = any(s["proof_level"] for s in skills)
    if skills and not proven:
        say("All of this is claimed, nothing shown yet.")


def _skill(row: Json) -> str:
    mark = "*" if row["proof_level"] else ""
    return f"{row['label']}{mark}"


def _fits(answer: Json) -> None:
    heading("How far each role is")
    fit_table(answer["fits"][:8])
    fit_notes(answer["fits"])
    say(f"... {len(answer['fits']) - 8} more with: headway fit")


def _gap(answer: Json) -> None:
    target, fit = answer["target"], answer["target_fit"]
    heading(f"The gap to {target['label']}, {target['seniority']}")
    for line in answer["notes"]:
        wrapped(line)
    say(f"Covered: {percent(fit['score'])} of the role's needs ({percent(fit['low'])} to {percent(fit['high'])}).")
    rows = []
    for row in answer["gap"]:
        others = [answer["labels"].get(s, s) for s in row["any_of"] if s != row["skill"]]
        either = f" (or {', '.join(others)})" if others else ""
        rows.append(
            (
                row["label"] + either,
                level(row["have"]),
                level(row["wanted"]),
                KNOWN_FROM[row["basis"]],
                f"{row['weight']:g}",
            )
        )
    if rows:
        table(("missing", "now", "wanted", "known from", "weight"), rows, right=(4,))
        wrapped(LEGEND)


def _pay(answer: Json, result: PlanResult) -> None:
    target = answer["target"]
    heading(f"Pay a year for {target['label']}, {target['seniority']}")
    sources = {s.id: s.title for s in result.context.knowledge.sources.values()}
    if answer["pay"]["figures"]:
        table(PAY_COLUMNS, pay_lines(answer["pay"], sources))
    for conflict in answer["pay"]["conflicts"]:
        wrapped(f"Sources disagree: {conflict}.")
    if answer["pay"]["note"]:
        wrapped(answer["pay"]["note"])
    pay_change(answer["pay_change"], sourced=False)
    _market(answer)


def _market(answer: Json) -> None:
    """Today's share of the market, and the share when the plan is done."""
    market = answer["market"]
    if market is None:
        wrapped(f"Share of the market within reach: not known, {answer['reachable_note'].rstrip('.')}.")
        return
    heading(f"Within reach of {answer['reachable_note']}")
    invented(market["now"])
    wrapped(reach_words(market["now"]))
    end = market["at_end"]
    if end["postings"] and answer["plan"]["status"] != "infeasible":
        wrapped(
            f"When the plan is done: {end['reachable']} of {end['postings']}, {percent(end['share'])} "
            f"(95 % interval {percent(end['low'])} - {percent(end['high'])}), were the market to stay as it is."
        )
    wrapped("Four fifths of what they require known, years and degree met or nearly: a proxy, no promise of an offer.")


def _hours(span: Json) -> str:
    return f"{span['likely']:.0f} h ({span['low']:.0f}-{span['high']:.0f})"


def _plan(answer: Json) -> None:
    plan = answer["plan"]
    heading(f"The plan: {PLAN_STATUS[plan['status']]}")
    if plan["status"] == "infeasible":
        _infeasible(answer)
    elif plan["status"] == "nothing-to-learn":
        wrapped("Nothing needs learning for this role. What is left is to show it: the steps below.")
    for number, step in enumerate(plan["steps"], 1):
        _step(number, step, answer)
    if plan["end"]:
        likely, early, late = plan["end"], plan["end_early"], plan["end_late"]
        if plan["days_late"]:
            say()
            wrapped(f"Late: it ends {plan['days_late']} days after {plan['deadline']}, the day you aim at.")
        what = "This part is done" if plan["status"] == "infeasible" else "Done"
        say(f"\n{what} by {likely} at {plan['hours_per_week']:g} hours a week (between {early} and {late}).")
        unpriced = f"; {plan['unpriced_steps']} steps have no known price" if plan["unpriced_steps"] else ""
        cost = plan["cost"]
        learn, entry = _hours(plan["learn_hours"]), _hours(plan["entry_hours"])
        wrapped(f"Learning: {learn}. Getting hired: {entry}. Cost: {cost['amount']:,.0f} {cost['currency']}{unpriced}.")
    _proof(plan)
    doubts(plan, answer["labels"], "--know")
    findings_of(plan.get("left_out", ()))


def _step(number: int, step: Json, answer: Json) -> None:
    labels = answer["labels"]
    name = labels.get(step["id"], step["id"])
    price = "price unknown" if step["cost"] is None else "free" if step["cost"] == 0 else f"{step['cost']:,.0f}"
    where = "" if step["kind"] == "entry" else f", {price}"
    say()
    wrapped(f"{number:>2}. {step['start']} to {step['end']}  {name}  [{_hours(step['hours'])}{where}]", hang="    ")
    if step["kind"] == "learn":
        place = f", {step['url']}" if step["url"] else ""
        wrapped(f"{step['offered']}{place}", "      ")
        if not step["url"]:
            wrapped(step["about"], "      ")
    raises = [f"{labels.get(s, s)} {level(a)} → {level(b)}" for s, a, b in step["matters"]]
    more = len(step["raises"]) - len(raises)
    if raises:
        wrapped("; ".join(raises) + (f"; and {more} more by the way" if more > 0 else ""), "      ")
    if step.get("why"):
        wrapped(step["why"], "      ")
    if step.get("skipped_modules"):
        wrapped("You can skip: " + ", ".join(step["skipped_modules"]), "      ")
    if step.get("stages"):
        wrapped("In a guide: " + "; ".join(labels.get(s, s) for s in step["stages"]), "      ")


def _infeasible(answer: Json) -> None:
    plan = answer["plan"]
    if plan.get("shortfall_hours"):
        say(f"Short by {plan['shortfall_hours']:.0f} hours.")
    if plan.get("shortfall_money"):
        say(f"Short by {plan['shortfall_money']:,.0f} {plan['cost']['currency']}.")
    for skill, wanted in plan.get("unreachable", ()):
        say(f"Nothing you allow teaches {answer['labels'].get(skill, skill)} to {level(wanted)}.")
    if plan["reliefs"]:
        say("Any one of these would make it fit:")
    for relief in plan["reliefs"]:
        wrapped(f"- {relief['text']}", "  ")
    say()
    wrapped(PART if plan["steps"] else "No part of it fits.")


def _proof(plan: Json) -> None:
    proof = plan.get("proof")
    if not proof:
        return
    say(
        f"Proof: {proof['objective']:.1f} h of learning; no plan can take less than {proof['bound']:.1f} h "
        f"(gap {100 * proof['gap']:.1f} %)."
    )
    wrapped(found_by(proof))


def _comparison(answer: Json) -> None:
    rows = [r for r in answer["comparison"] if r["hours"] is not None]
    if not rows:
        return
    heading("The guides' fixed roadmaps for the same person and target")
    for row in rows:
        end = f", until {row['end']}" if row["end"] else ""
        wrapped(
            f"{row['title']}: {_hours(row['hours'])}{end}; {row['known_hours']:.0f} h of it you know; "
            f"it would leave {len(row['unmet'])} needs unmet ({percent(row['weight_met'])} of their weight covered).",
            "  ",
        )


def _files(result: PlanResult) -> None:
    for name, path in (
        ("Report", result.question.html),
        ("Report", result.question.pdf),
        ("Calendar", result.question.ics),
    ):
        if path is not None:
            say(f"\n{name} written to {path}")
