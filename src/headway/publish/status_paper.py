"""Where a person is against their plan, as a printed page."""

import datetime as dt

from headway.publish import paper
from headway.publish.paper import Block, Heading, Line, Paper, Table, Tiles
from headway.publish.wording import percent, web_address
from headway.values import Json, so_many


def status_paper(answer: Json, history: Json, today: dt.date) -> Paper:
    """answer: as `status --json` has it; history: as `plans --json` has it."""
    target, steps = answer["target"], answer["steps"]
    hours, week = answer["hours"], answer["week"]
    tiles = Tiles(
        (
            (f"{steps['done']} of {steps['total']}", f"steps done; due by now: {steps['due']}"),
            (f"{hours['logged']:g} h", f"logged since {hours['since']}; planned {hours['planned']:g}"),
            (
                f"{week['logged']:g} h",
                f"this week, of {week['planned']:g}" if week["planned"] else "this week, none planned",
            ),
            (f"{hours['left']:.0f} h", "left of this plan"),
        )
    )
    blocks: list[Block] = [
        Line(f"On {answer['today']}; the plan of {answer['plan']['saved']}.", "soft"),
        tiles,
        *_paused(answer),
        *_next(answer),
        *_forecast(answer),
        *_begun(answer),
        *_left(answer, history),
        *_review(answer),
        *_applications(answer),
        *_plans(history),
    ]
    return Paper(
        title=f"Progress: {target['label']}, {target['seniority']}",
        date=today,
        blocks=tuple(blocks),
        foot=f"Headway, {answer['today']}. Made on this machine; nothing was sent.",
    )


def _paused(answer: Json) -> list[Block]:
    pause = answer["paused"]
    return [Line(f"Paused since {pause['since']}{_until(pause)}.", "note")] if pause else []


def _until(pause: Json) -> str:
    return f", until {pause['until']}" if pause["until"] else ""


def _next(answer: Json) -> list[Block]:
    step = answer["next"]
    if step is None:
        return [Heading("Next"), Line("Every step of the plan is done.")]
    lines: list[tuple[str, paper.Tone]] = [
        (f"{step['start']} to {step['end']} · about {step['hours_left']:.0f} h left", "plain")
    ]
    lines += [(step["offered"], "soft"), (step["about"], "plain")] if step["provider"] else []
    lines += [(step["why"], "soft")] if step["why"] else []
    shown = paper.Step(title=step["label"], url=web_address(step["url"]), lines=tuple(lines))
    return [Heading("Next"), paper.Steps((shown,))]


def _forecast(answer: Json) -> list[Block]:
    found = answer["forecast"]
    if found is None:
        return []
    early, middle, late = (found[key] or "a day beyond all dates" for key in ("early", "middle", "late"))
    told = f"As things go: done by {middle}, between {early} and {late}."
    chance = found["in_time"]
    if answer["deadline"] and chance is not None:
        told += f" In time for {answer['deadline']} with a probability of {percent(chance)}."
    weeks = so_many(round(found["weeks"]), "week")
    how = (
        f"From {weeks} of log: {percent(found['pace'])} of the planned hours are studied "
        f"({percent(found['pace_low'])} to {percent(found['pace_high'])}); a step takes {found['effort']:.2f} times "
        f"the hours it is said to ({found['effort_low']:.2f} to {found['effort_high']:.2f}, from {found['finished']} "
        "that are finished)."
    )
    return [Heading("Forecast"), Line(told), Line(how, "soft")]


def _begun(answer: Json) -> list[Block]:
    rows = tuple(
        (r["label"], r["since"], f"{r['logged']:g}", "not said" if r["likely"] is None else f"{r['likely']:g}")
        for r in answer["begun"]
    )
    head = ("begun", "since", "hours logged", "hours expected")
    return [Heading("Under way"), Table(head, rows, right=(2, 3))] if rows else []


def _left(answer: Json, history: Json) -> list[Block]:
    """The dates of the plan that is followed."""
    day = dt.date.fromisoformat
    rows = [
        (s["label"], day(s["start"]), day(s["end"]), s["kind"] == "entry")
        for s in history["steps"]
        if s["end"] >= answer["today"]
    ]
    return [Heading("The plan from today on"), paper.dated(rows), _table(rows)] if rows else []


def _table(rows: list[tuple[str, dt.date, dt.date, bool]]) -> Table:
    return Table(("step", "from", "to"), tuple((label, str(a), str(b)) for label, a, b, _ in rows))


def _review(answer: Json) -> list[Block]:
    review, labels = answer["review"], answer["labels"]
    rows = tuple((labels.get(r["skill"], r["skill"]), str(r["due"])) for r in review["due"])
    return [Heading("Worth looking at again"), Table(("skill", "since"), rows)] if rows else []


def _applications(answer: Json) -> list[Block]:
    rows = tuple(
        (a["title"] or "?", a["company"] or "", a["stage"], a["since"], a["next"] or "") for a in answer["applications"]
    )
    head = ("application", "company", "stage", "since", "next")
    return [Heading("Applications"), Table(head, rows, wide=(0, 1))] if rows else []


def _plans(history: Json) -> list[Block]:
    rows = tuple(
        (str(p["number"]), p["date"], f"{p['steps']}", p["end"] or "", " ".join(p["why"])) for p in history["plans"]
    )
    head = ("plan", "kept on", "steps", "until", "why")
    return [Heading("How the plan came to be"), Table(head, rows, right=(2,), wide=(4,))]
