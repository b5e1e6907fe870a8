"""A share file and a class on the screen."""

from headway.cli.output import heading, or_json, say, table, wrapped
from headway.cli.show_person import level
from headway.cli.show_reach import percent
from headway.values import Json, found_by

TRENDS = (("done", "done"), ("on_time", "on time"), ("behind", "behind"), ("paused", "paused"), ("no_plan", "no plan"))


@or_json
def share(result: Json) -> None:
    """What is in the file, before it goes anywhere."""
    heading("What the file says")
    for line in result["words"]:
        wrapped(f"· {line}")
    say()
    if result["file"]:
        say(f"Written: {result['file']}. Read it; it is yours to hand on, and nothing was sent.")
    else:
        say("Nothing was written. To write it: the same with --out FILE. To read all of it: the same with --json.")


@or_json
def classroom(result: Json) -> None:
    """People, what they hold, progress, the plan for all, named people, what was set aside."""
    target = result["target"]
    heading(f"Class: {target['label']}, {target['seniority']}")
    _people(result)
    _needs(result)
    _progress(result["progress"])
    _plan(result["plan"])
    _rows(result)
    _aside(result["aside"])


def _people(result: Json) -> None:
    cvs = f" ({result['from_cvs']} from a CV)" if result["from_cvs"] else ""
    wrapped(
        f"{_people_word(result['people'])} in all; {result['group']} aim at this role{cvs}, "
        f"{result['named']} gave a name."
    )
    rows = [f"{row['label']} {row['people']}" for row in result["targets"]]
    if result["other_targets"]:
        rows.append(f"others {result['other_targets']} (fewer than {result['fewest']} each)")
    wrapped(f"Targets: {', '.join(rows)}.")
    if result["older_files"]:
        wrapped(f"{result['older_files']} older files of the same people do not count.")
    if result["other_knowledge"]:
        wrapped(
            f"{result['other_knowledge']} files come from another version of the knowledge base; a skill they do not "
            "name counts as not held."
        )
    for line in result["withheld"]:
        wrapped(f"! {line}")


def _people_word(n: int) -> str:
    return "1 person" if n == 1 else f"{n} people"


def _needs(result: Json) -> None:
    rows = result["needs"]
    if not rows:
        return
    heading("What the role asks for, the widest gap first")
    table(
        ("skill", "level", "hold it", "95 %", "shown", "said", "inferred"),
        [
            (
                row["label"], level(row["wanted"]), _of(row["holds"]),
                f"{percent(row['holds']['low'])}-{percent(row['holds']['high'])}",
                row["proof"]["people"], row["claim"]["people"], row["inferred"]["people"],
            )
            for row in rows
        ],
        right=(2, 3, 4, 5, 6),
    )  # fmt: skip
    wrapped(
        "Shown: by a test, a lab, code or a supervised exam. Said: by a CV or by themselves. Inferred: follows from "
        "other skills. 95 %: where the share may lie among people like these (Wilson)."
    )
    if result["furthest"]:
        wrapped(f"The class is furthest in: {'; '.join(result['furthest'])}.")


def _of(found: Json) -> str:
    return f"{found['people']} of {found['n']}"


def _progress(found: Json | None) -> None:
    if found is None:
        return
    heading(f"Progress of the {found['n']} who handed over a file")
    say(", ".join(f"{words}: {found[key]['people']}" for key, words in TRENDS) + ".")
    say(f"Not heard of for {found['silent_days']} days or more: {found['silent']['people']}.")
    of = f" of {found['hours_planned']:g} planned so far" if found["hours_planned"] else "; none planned so far"
    say(f"Hours done: {found['hours_done']:g}{of}.")
    if found["labs"]:
        wrapped("Labs passed: " + ", ".join(f"{row['lab']} {row['passed']['people']}" for row in found["labs"]) + ".")


def _plan(plan: Json | None) -> None:
    if plan is None:
        return
    heading(f"One plan for all: what at least {percent(plan['part'])} lack")
    if not plan["goals"]:
        say("There is nothing that so many people lack.")
        return
    goals = ", ".join(f"{row['label']} {level(row['wanted'])} ({_of(row['lack'])})" for row in plan["goals"])
    wrapped(f"Goals, with the level and how many lack it: {goals}.")
    _dates(plan)
    for step in plan["steps"]:
        wrapped(f"{step['number']}. {step['start']} to {step['end']}  {step['label']}, {step['hours']['likely']:.0f} h")
        wrapped(f"new to {_of(step['new_to'])}{_unready(step['not_ready'])}", "   ")
    _left(plan)


def _dates(plan: Json) -> None:
    hours, proof = plan["hours"], plan["proof"]
    if plan["status"] == "infeasible":
        wrapped("It does not fit. The heaviest part that fits:")
        for line in plan["reliefs"]:
            wrapped(f"It would fit: {line}", "  ")
    end = f", done by {plan['end']}" if plan["end"] else ""
    wrapped(
        f"About {hours['likely']:.0f} h ({hours['low']:.0f}-{hours['high']:.0f}) at "
        f"{plan['hours_per_week']:g} h a week{end}."
    )
    if proof:
        wrapped(
            f"No plan is shorter than {proof['bound']:.0f} h; this one takes {proof['objective']:.0f} h. "
            f"{found_by(proof)}"
        )


def _unready(rows: list[Json]) -> str:
    if not rows:
        return ""
    return "; not ready: " + ", ".join(f"{row['label']} {level(row['level'])} ({row['people']})" for row in rows)


def _left(plan: Json) -> None:
    wrapped(
        f"With it, {_of(plan['done_with_it'])} have all that the role asks for. {_of(plan['needs_catching_up'])} lack "
        "something that a step takes as held, and have to catch up before it."
    )
    if plan["left_alone"]:
        rows = ", ".join(f"{row['label']} {level(row['wanted'])} ({row['people']})" for row in plan["left_alone"])
        wrapped(f"Left to each alone, with the number of people: {rows}.")


def _rows(result: Json) -> None:
    rows = result["rows"]
    if not rows:
        return
    heading("People who gave a name")
    table(
        ("name", "aims at", "file of", "plan", "hours", "has", "left alone"),
        [
            (
                row["name"], f"{row['label']}, {row['seniority']}",
                f"{row['date']}{' (silent)' if row['silent'] else ''}", *_told(row),
            )
            for row in rows
        ],
        right=(),
    )  # fmt: skip


def _told(row: Json) -> tuple[str, str, str, str]:
    if not row["whole"]:
        return "-", "-", "-", "-"
    plan = row["plan"]
    planned = f" of {plan['hours_planned']:g}" if plan and plan["hours_planned"] else ""
    hours = f"{plan['hours_done']:g}{planned}" if plan else ""
    has = "" if row["met"] is None else f"{row['met']} of {row['asked']}"
    left = [
        *(row["left"] or ()),
        *({"label": f"first {c['label']}", "level": c["level"]} for c in row["catch_up"] or ()),
    ]
    return row["trend"], hours, has, ", ".join(f"{each['label']} {level(each['level'])}" for each in left)


def _aside(rows: list[Json]) -> None:
    if rows:
        heading(f"{len(rows)} file{'s were' if len(rows) > 1 else ' was'} set aside")
        for row in rows:
            wrapped(f"{row['file']}: {row['reason']}", "  ")
