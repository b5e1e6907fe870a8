"""The market plan as a printed report."""

import datetime as dt

from headway.publish import paper
from headway.publish.paper import Block, Heading, Line, Paper, Points, Table, Tiles, Tone
from headway.publish.plan_paper import finding
from headway.publish.wording import finely, hours, money, price, web_address
from headway.values import LEVEL_NAMES, Json, so_many

BLOCKED = (
    ("years", "ask for more years of work"),
    ("degree", "ask for another degree"),
    ("untaught", "require too much that nothing allowed teaches"),
    ("beyond", "could be opened by learning, but not within these hours and this money, or not with the rest"),
    ("unnamed", "name no required skill and are never counted"),
)


def market_paper(answer: Json, today: dt.date) -> Paper:
    """The whole report. answer: as `plan --market --json` has it."""
    plan = answer["plan"]
    blocks: list[Block] = [
        Line(f"Made on {answer['today']} from {answer['document'] or 'your answers'}.", "soft"),
        *_tiles(plan),
        *(Line(note, "soft") for note in (*answer["notes"], *answer["plan_notes"])),
        *(finding(row) for row in answer["findings"]),
        Heading("Postings within reach"),
        *_curve(plan),
        *_tests(answer),
        *_steps(answer),
        *_comparison(answer),
        Heading("What stands in the way of the rest"),
        Points(tuple(f"{answer['blocked'][key]} {words}" for key, words in BLOCKED)),
    ]
    return Paper(
        title="Opening the market",
        date=today,
        blocks=tuple(blocks),
        foot=f"Headway, knowledge base {answer['knowledge']}, {answer['today']}. "
        f"The options {plan['proof']['again']} repeat it. Made on this machine; nothing was sent.",
    )


def _tiles(plan: Json) -> list[Block]:
    if not plan["curve"] or not plan["total"]:
        return []
    end, cost = plan["curve"][-1], plan["cost"]
    unpriced = f"; {plan['unpriced_steps']} steps without a known price" if plan["unpriced_steps"] else ""
    rows = (
        (f"{plan['today']:g} of {plan['total']:g}", "postings within reach today"),
        (f"{end['reachable']:g} ({finely(end['share'])})", f"by {end['date']} ({end['slow']:g} to {end['fast']:g})"),
        (hours(plan["hours"]), f"of learning at {plan['hours_per_week']:g} h a week"),
        (f"{money(cost['amount'])} {cost['currency']}", f"known cost{unpriced}"),
    )
    return [Tiles(rows)]


def _curve(plan: Json) -> list[Block]:
    if not plan["steps"]:
        return [Line("Nothing more can become reachable.")]
    rows = tuple(
        (
            p["date"],
            f"{p['hours']:.0f}",
            f"{p['reachable']:g} ({finely(p['share'])})",
            f"{p['slow']:g} to {p['fast']:g}",
            f"{p['bound']:g}",
        )
        for p in plan["curve"]
    )
    head = ("by", "hours", "within reach", "slow to fast", "no plan has more than")
    told = "Slow to fast: if every step takes its high or its low hours."
    return [Table(head, rows, right=(1, 4), wide=(2, 3)), Line(told, "soft")]


def _tests(answer: Json) -> list[Block]:
    rows, labels = answer["test_first"], answer["labels"]
    if not rows:
        return []
    told = tuple(f"{labels[r['skill']]} at {LEVEL_NAMES[r['level']]}: {r['text']}." for r in rows)
    about = f"About {rows[0]['minutes']} minutes each. What is believed of these is a guess so far."
    return [Heading("Test this first"), Line(about, "soft"), Points(told)]


def _steps(answer: Json) -> list[Block]:
    plan, labels = answer["plan"], answer["labels"]
    if not plan["steps"]:
        return []
    day = dt.date.fromisoformat
    spans = [(labels[s["id"]], day(s["start"]), day(s["end"]), False) for s in plan["steps"]]
    proof = (
        f"Added up over the {len(plan['curve'])} dates above, {plan['objective']:g} postings are within reach; no plan "
        f"can have more than {plan['bound']:g} (gap {finely(plan['gap'])}). A quick search alone reached "
        f"{plan['proof']['greedy']:g}."
    )
    return [
        Heading("The steps"),
        paper.dated(spans),
        paper.Steps(tuple(_step(step, labels) for step in plan["steps"])),
        Heading("How good it is"),
        Line(proof),
    ]


def _step(step: Json, labels: dict[str, str]) -> paper.Step:
    opens = f"Opens {so_many(step['opens'], 'posting')}. " if step["opens"] else "A step on the way. "
    lines: tuple[tuple[str, Tone], ...] = (
        (step["offered"], "soft"),
        (step["about"], "plain"),
        (f"{step['start']} to {step['end']} · {hours(step['hours'])} · {price(step['cost'])}", "plain"),
        ("; ".join(f"{labels.get(s, s)} {LEVEL_NAMES[a]} → {LEVEL_NAMES[b]}" for s, a, b in step["raises"]), "plain"),
        (f"{opens}Without it the plan adds {finely(step['lost_without'])} less.", "soft"),
    )
    return paper.Step(title=labels[step["id"]], url=web_address(step["url"]), lines=lines)


def _comparison(answer: Json) -> list[Block]:
    plan = answer["plan"]
    if not answer["comparison"]:
        return []
    own = ("this plan", f"{plan['objective']:g}", f"{plan['curve'][-1]['reachable']:g}")
    rows = tuple((r["title"], f"{r['objective']:g}", f"{r['curve'][-1]:g}") for r in answer["comparison"])
    head = ("roadmap", "added up over the dates", "at the end")
    return [Heading("The same hours on a fixed roadmap"), Table(head, (own, *rows), right=(1, 2))]
