"""Text of the commands that keep progress."""

import datetime as dt

from headway.cli.output import heading, note, or_json, say, table, wrapped
from headway.cli.show_doubts import doubts
from headway.cli.show_person import level, percent
from headway.values import Json, so_many, weekly_words

FIRST = 8
"""So many steps of a plan that `headway plans` shows whole."""


def kept(done: bool, only_time: bool, same: tuple[int, dt.date] | None = None) -> None:
    """What became of `plan --save`, beside the plan. only_time: it does not fit, and more time alone would do.

    same: number and date of the entry that has this plan already.
    """
    if same is not None:
        number, date = same
        note(f"The same plan is kept already: entry {number} of your log, {date}. Nothing was added.")
    elif done:
        note("Kept in your workspace. Next: headway log hours 2, headway status.")
    elif only_time:
        note("Nothing was kept: the plan does not fit. Loosen a limit, or keep it though it ends late: add --late.")
    else:
        note("Nothing was kept: the plan does not fit. Loosen a limit and ask again.")


@or_json
def log(result: Json) -> None:
    if result["added"]:
        for row in result["entries"]:
            wrapped(f"Entry {row['number']}, {row['date']}: {row['text']}.")
        return
    rows = [(r["number"], r["date"], r["text"] + (" [undone]" if r["undone"] else "")) for r in result["entries"]]
    table(("entry", "date", "what"), rows, right=(0,))


@or_json
def undo(result: Json) -> None:
    row = result["undone"]
    wrapped(f"Entry {row['number']} does not count any more: {row['text']}.")


@or_json
def status(result: Json) -> None:
    target, plan, steps = result["target"], result["plan"], result["steps"]
    heading(f"{target['label']}, {target['seniority']}: {steps['done']} of {steps['total']} steps done")
    if result["paused"]:
        until = result["paused"]["until"]
        say(
            f"Paused since {result['paused']['since']}"
            + (f", until {until}." if until else "; go on with: headway log resumed")
        )
    if steps["finished_ever"] > steps["done"]:
        say(f"Finished in all, earlier plans with it: {steps['finished_ever']}.")
    hours, week = result["hours"], result["week"]
    wrapped(f"This week: {_of_planned(week)}. Since {hours['since']}: {_of_planned(hours)}.")
    if result["streak"] > 1:
        say(f"{result['streak']} weeks in a row with study.")
    _next(result["next"])
    _ahead(result, plan)
    for row in result["begun"]:
        likely = f" of about {row['likely']:g}" if row["likely"] else ""
        wrapped(f"Begun {row['since']}: {row['label']}, {row['logged']:g}{likely} h.")
    _applications(result["applications"])
    _review(result["review"], result["labels"])


def _of_planned(row: Json) -> str:
    """Hours done beside those that the plan has; on its first days and in weeks off it has none."""
    return (
        f"{row['logged']:g} h of {row['planned']:g} planned" if row["planned"] else f"{row['logged']:g} h, none planned"
    )


def reviews(found: Json) -> None:
    """The same for somebody who keeps no plan; nothing where nothing was shown."""
    _review(found, {row["skill"]: row["label"] for row in found["due"]})


def _review(review: Json, labels: dict[str, str]) -> None:
    """What was shown and is due to be looked at again."""
    for row in review["due"][:5]:
        wrapped(f"Due for review since {row['due']}: {labels[row['skill']]}. headway test {row['skill']}")
    if len(review["due"]) > 5:
        say(f"and {len(review['due']) - 5} more.")
    if not review["due"] and review["next"]:
        say(f"Nothing is due for review before {review['next']}.")
    if review["note"]:
        wrapped(review["note"])


def _next(step: Json | None) -> None:
    if step is None:
        say("Every step of the plan is done.")
        return
    url = f", {step['url']}" if step["url"] else ""
    wrapped(f"Next: {step['number']}. {step['label']}{url}; about {step['hours_left']:.0f} h left.")
    if step["offered"]:
        wrapped(f"{step['offered']}. {step['about']}", "      ")
    if step["why"]:
        wrapped(step["why"], "      ")


def _ahead(result: Json, plan: Json) -> None:
    forecast = result["forecast"]
    if result["next"] is None:
        return
    if plan["end"]:
        say(f"The plan says: done by {plan['end']} at {weekly_words(plan['hours_per_week'], plan['speed'])}.")
    forecast_lines(forecast, result["deadline"])


def forecast_lines(forecast: Json, deadline: str | None) -> None:
    """The range of the finish and what it rests on."""
    early, middle, late = (forecast[key] or "not within 15 years" for key in ("early", "middle", "late"))
    wrapped(f"As things go: done by {middle} (even odds); between {early} and {late} in eight of ten cases.")
    if forecast["in_time"] is not None:
        say(f"Chance of being done by {deadline}: {percent(forecast['in_time'])}.")
    base = (
        f"{so_many(round(forecast['weeks']), 'week')} of log: {forecast['pace']:.2f} h studied for each hour planned "
        f"({forecast['pace_low']:.2f} to {forecast['pace_high']:.2f})"
        if forecast["weeks"] >= 1
        else "hardly any log yet, so the range is wide"
    )
    if forecast["finished"]:
        base += (
            f"; things take {forecast['effort']:.2f} times the estimate "
            f"({forecast['effort_low']:.2f} to {forecast['effort_high']:.2f}, {forecast['finished']} finished)"
        )
    wrapped(f"It rests on {base}.", "  ")


def _applications(rows: list[Json]) -> None:
    if rows:
        heading("Applications")
        table(
            ("no.", "what", "stage", "since", "next"),
            [(r["number"], _posting(r), r["stage"], r["since"], r["next"] or "") for r in rows],
            right=(0,),
        )


def _posting(row: Json) -> str:
    return f"{row['title']}, {row['company']}" if row["company"] else str(row["title"])


@or_json
def plans(result: Json) -> None:
    for row in result["plans"]:
        heading(f"Plan {row['number']}, {row['date']}: {row['target']['label']}, {row['target']['seniority']}")
        hours = row["hours"]
        end = f", done by {row['end']} at {weekly_words(row['hours_per_week'], row['speed'])}" if row["end"] else ""
        say(f"{row['steps']} steps, about {hours['likely']:.0f} h ({hours['low']:.0f}-{hours['high']:.0f}){end}.")
        for line in row["why"]:
            wrapped(line)
        change_lines(row["changes"])
    heading(f"Steps of plan {result['steps_of']}")
    rows = [(s["number"], s["start"], s["end"], s["label"], f"{s['hours']['likely']:.0f}") for s in result["steps"]]
    table(("no.", "from", "to", "step", "hours"), rows, right=(0, 4))


def change_lines(changes: list[Json]) -> None:
    """What was removed and added with its reason; moved steps in one line."""
    for row in changes:
        if row["what"] != "moved":
            mark = "+" if row["what"] == "added" else "-"
            wrapped(f"{mark} {row['label']} ({row['hours']:.0f} h): {row['why']}.", "  ")
    moved = [row["days"] for row in changes if row["what"] == "moved"]
    if moved:
        later = max(moved, key=abs)
        far = f"{so_many(abs(later), 'day')} {'later' if later > 0 else 'earlier'}"
        one = len(moved) == 1
        wrapped(f"· 1 step moves by {far}." if one else f"· {len(moved)} steps move, by up to {far}.", "  ")


@or_json
def replan(result: Json) -> None:
    target = result["target"]
    if result["status"] == "infeasible":
        heading(f"{target['label']}, {target['seniority']}: no plan fits any more; the plan before stays")
        for skill, wanted in result["unreachable"]:
            say(f"Nothing you allow teaches {result['labels'].get(skill, skill)} to {level(wanted)}.")
        for relief in result["reliefs"]:
            wrapped(f"- {relief['text']}", "  ")
        return
    word = "the plan stays as it is" if not result["changed"] else "the plan from here"
    heading(f"{target['label']}, {target['seniority']}: {word}")
    for line in result["why"]:
        wrapped(line)
    change_lines(result["changes"])
    if result["end"]:
        was = f" (before: {result['end_before']})" if result["end_before"] != result["end"] else ""
        say(f"Done by {result['end']}{was}.")
    forecast_lines(result["forecast"], result["deadline"])
    if result["hours_for_deadline"] is not None and result["forecast"]["in_time"] < 0.5:
        wrapped(f"For even odds of the deadline, really study about {result['hours_for_deadline']:g} h a week.")
    if result["extra_hours"]:
        wrapped(
            f"Keeping to your plan costs {result['extra_hours']:.0f} h at most against one made anew "
            "(headway replan --anew)."
        )
    say()
    shown = result["steps"] if result["changed"] and not result["kept"] else result["steps"][:FIRST]
    rows = [(s["number"], s["start"], s["end"], s["label"], f"{s['hours']['likely']:.0f}") for s in shown]
    table(("no.", "from", "to", "step", "hours"), rows, right=(0, 4))
    if len(result["steps"]) > len(rows):
        say(f"... and {len(result['steps']) - len(rows)} more with: headway plans")
    doubts(result, result["labels"], "headway log know SKILL=LEVEL")
    note("Kept." if result["kept"] else "Nothing was kept.")
