"""`headway plan --market`: the question, and its answer as text."""

from typing import Any

from headway.cli.output import findings_of, heading, note, print_json, say, table, wrapped
from headway.cli.show_person import level
from headway.cli.show_reach import percent
from headway.values import Json, so_many


def effort(
    market: bool, seconds: float | None, iterations: int | None, proof: int | None, coverage: float | None, save: bool
) -> Any:
    """The search that was asked for; None where the question is not about the market. Raises BadOption."""
    from headway.errors import BadOption

    if market:
        from headway.app.market_plan import Effort  # only here: a plan for a role does not wait for it

        if save:
            raise BadOption("--save keeps plans for a role; a market plan is not kept.", "Write it with --html.")
        return Effort(seconds=seconds, iterations=iterations, proof=proof, coverage=coverage)
    given = (("--seconds", seconds), ("--iterations", iterations), ("--proof", proof), ("--coverage", coverage))
    for name, value in given:
        if value is not None:
            raise BadOption(f"{name} is for plans with --market.", "Add --market, or leave it out.")
    return None


def _begins(effort: Any) -> None:
    """Said only once the question makes sense: a refusal is one line."""
    if effort.iterations is None:
        seconds = 10 if effort.seconds is None else effort.seconds
        note(f"Searching for about {so_many(seconds, 'second')}, then proving ...")


def run(today: str | None, question: Any, effort: Any, *, as_json: bool) -> bool:
    """Ask, show, write the files. Returns whether anything can become reachable."""
    from headway.app.context import open_context
    from headway.app.market_plan import plan_market
    from headway.app.market_plan_files import write_files
    from headway.app.market_plan_json import market_plan_json
    from headway.cli import ask

    context = open_context(today)
    asked = ask.completed(context, question)
    result = plan_market(context, asked, effort, lambda: _begins(effort))
    write_files(result)
    answer = market_plan_json(result)
    if as_json:
        print_json(answer)
    else:
        _show(answer)
        for name, path in (("Report", asked.html), ("Report", asked.pdf), ("Calendar", asked.ics)):
            if path is not None:
                say(f"\n{name} written to {path}")
    return bool(answer["plan"]["steps"])


def _show(answer: Json) -> None:
    from headway.cli.show_demand import counted

    heading("The market as imported")
    counted(answer)
    for line in answer["plan_notes"]:
        wrapped(line)
    findings_of(answer["findings"])
    plan = answer["plan"]
    if not plan["steps"]:
        _empty(answer)
        return
    _curve(plan)
    test_first(answer)
    _steps(answer)
    _proof(plan)
    _comparison(answer)
    _blocked(answer)


def _of(weight: float, total: float) -> str:
    return f"{weight:g} of {total:g} ({percent(weight / total, 1)})" if total else f"{weight:g}"


def _empty(answer: Json) -> None:
    plan = answer["plan"]
    heading("The plan: nothing more can become reachable")
    if not plan["total"]:
        wrapped("None of these postings names a required skill, or no posting matches the filters.")
    else:
        say(f"Within reach today: {_of(plan['today'], plan['total'])}.")
    _blocked(answer)
    wrapped(
        "What may help: more hours (--hours), a later --deadline, a larger --budget, wider filters, or a lower "
        "--coverage."
    )


def _curve(plan: Json) -> None:
    heading("Postings within reach")
    say(f"Today: {_of(plan['today'], plan['total'])}")
    rows = [
        (
            point["date"],
            f"{point['hours']:.0f}",
            _of(point["reachable"], plan["total"]),
            f"{point['slow']:g} to {point['fast']:g}",
            f"{point['bound']:g}",
        )
        for point in plan["curve"]
    ]
    table(("by", "hours", "postings within reach", "slow to fast", "at most"), rows, right=(1, 2, 3, 4))
    wrapped("Slow to fast: if every step takes its high or its low hours. At most: no plan has more by then.")


def test_first(answer: Json) -> None:
    rows = answer["test_first"]
    if not rows:
        return
    heading("Test this first")
    wrapped(
        f"About {rows[0]['minutes']} minutes each, or all in one test: headway test market. What is believed of these "
        "is a guess so far, and the plan depends on it; skip any you like."
    )
    for row in rows:
        name = answer["labels"].get(row["skill"], row["skill"])
        wrapped(f"- {name} at {level(row['level'])} ({row['skill']}): {row['text']}", "  ")
    if not all(row["questions"] for row in rows):
        wrapped("To say a level: --know SKILL=LEVEL, or headway log know SKILL=LEVEL.")


def _steps(answer: Json) -> None:
    plan, labels = answer["plan"], answer["labels"]
    heading("The steps")
    for number, step in enumerate(plan["steps"], 1):
        price = "price unknown" if step["cost"] is None else "free" if step["cost"] == 0 else f"{step['cost']:,.0f}"
        name = labels.get(step["id"], step["id"])
        say()
        wrapped(
            f"{number:>2}. {step['start']} to {step['end']}  {name}  [{_hours(step['hours'])}, {price}]", hang="    "
        )
        place = f", {step['url']}" if step["url"] else ""
        wrapped(f"{step['offered']}{place}", "      ")
        if not step["url"]:
            wrapped(step["about"], "      ")
        raises = [f"{labels.get(s, s)} {level(start)} → {level(to)}" for s, start, to in step["raises"]]
        wrapped("; ".join(raises[:5]) + (f"; and {len(raises) - 5} more" if len(raises) > 5 else ""), "      ")
        opens = f"Opens {so_many(step['opens'], 'posting')}. " if step["opens"] else "A step on the way. "
        wrapped(f"{opens}Without it the plan adds {percent(step['lost_without'])} less.", "      ")
        if step["skipped_modules"]:
            wrapped("You can skip: " + ", ".join(step["skipped_modules"]), "      ")
    say(
        f"\nDone by {plan['end']} at {plan['hours_per_week']:g} hours a week "
        f"(between {plan['end_early']} and {plan['end_late']})."
    )
    cost = plan["cost"]
    say(f"Learning: {_hours(plan['hours'])}. Cost: {cost['amount']:,.0f} {cost['currency']}.")


def _hours(span: Json) -> str:
    return f"{span['likely']:.0f} h ({span['low']:.0f}-{span['high']:.0f})"


def _proof(plan: Json) -> None:
    proof, dates = plan["proof"], len(plan["curve"])
    heading("How good it is")
    wrapped(
        f"Added up over the {dates} dates above, {proof['objective']:g} postings are within reach; no plan can have "
        f"more than {proof['bound']:g} (gap {percent(proof['gap'], 1)}, or {percent(proof['gap_of_gain'], 1)} of what "
        f"learning can add). A quick search alone reached {proof['greedy']:g}."
    )
    wrapped(
        f"At {proof['proven_checkpoints']} of the {dates} dates, what is possible at most was worked out exactly. "
        f"The very same answer again: {proof['again']}."
    )


def _comparison(answer: Json) -> None:
    if not answer["comparison"]:
        return
    heading("The same hours on a fixed roadmap")
    plan = answer["plan"]
    rows = [("this plan", f"{plan['objective']:g}", f"{plan['curve'][-1]['reachable']:g}", "1.00")]
    for row in sorted(answer["comparison"], key=lambda r: (-r["objective"], r["id"])):
        ratio = f"{plan['objective'] / row['objective']:.2f}" if row["objective"] else "-"
        rows.append((row["title"], f"{row['objective']:g}", f"{row['curve'][-1]:g}", ratio))
    table(("roadmap", "added up over the dates", "at the end", "this plan has so many times"), rows, right=(1, 2, 3))


def _blocked(answer: Json) -> None:
    blocked = answer["blocked"]
    heading("What stands between you and the rest")
    lines = (
        ("years", "ask for more years of work than you have (more than one short)"),
        ("degree", "ask for a degree you do not have"),
        ("untaught", "require too much that nothing you allow teaches"),
        ("beyond", "could be opened by learning, but not within these hours and this money, or not with the rest"),
        ("unnamed", "name no required skill, so they are never counted"),
    )
    for key, words in lines:
        if blocked[key]:
            wrapped(f"{blocked[key]} {words}", "  ")
