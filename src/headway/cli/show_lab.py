"""Labs as text."""

from headway.cli.output import findings_of, heading, or_json, say, table, wrapped
from headway.cli.show_reach import percent
from headway.values import LEVEL_NAMES, Json

OUTCOMES = {
    "pass": "Passed.", "not-attempted": "Not attempted.", "wrong": "Not right yet.", "exception": "Your code failed.",
    "timed-out": "Too slow.", "stopped": "Stopped.", "not-checkable": "Could not be checked.",
}  # fmt: skip

LISTED = OUTCOMES | {"pass": "Passed, but it does not count.", "damaged": "Not known: see below."}
NOT_PROOF = "It does not count as proof: it was practice, a copy of the model solution, or taken back in your log."

NOT_SHOWN = {
    "inferred": "inferred from other skills, not shown", "none": "inferred from other skills, not shown",
    "claim": "claimed, not shown", "proof": "shown before",
}  # fmt: skip


@or_json
def listing(found: Json) -> None:
    """One line a lab."""
    cells = [
        (
            row["number"],
            row["id"],
            row["label"],
            f"{row['hours']:g} h",
            ", ".join(f"{part['label']} ({LEVEL_NAMES[part['level']]})" for part in row["proves"]),
            f"passed {row['passed']}" if row["passed"] else LISTED.get(row["outcome"] or "", ""),
        )
        for row in found["labs"]
    ]
    table(("", "id", "lab", "work", "proves", "you"), cells, right=(0, 3))
    findings_of(found["findings"])
    say("\nBegin: headway lab start ID")


@or_json
def one(found: Json) -> None:
    """Brief and last result."""
    say(found["brief"].rstrip())
    heading("What a pass proves")
    for part in found["proves"]:
        say(f"{part['label']}: {LEVEL_NAMES[part['level']]}")
    say(f"\nAbout {found['hours']:g} hours. Hints: {found['hints_shown']} of {found['hints']} taken.")
    findings_of(found["findings"])
    if found["checked"]:
        wrapped(f"Last check, {found['checked']}: {OUTCOMES[found['outcome']]} {found['words']}")
    if found["outcome"] == "pass" and not found["passed"]:
        wrapped(NOT_PROOF)


@or_json
def started(found: Json) -> None:
    """Where the files are."""
    if found["set_aside"]:
        say(f"Your file is kept as {found['set_aside']}.")
    say(f"{found['label']}: read {found['brief']}, write {found['file']}.")
    if found["data"]:
        say(f"Made-up data to try it on: {', '.join(found['data'])}")
    say(f"Then: headway lab check {found['lab']} {found['file']}")


@or_json
def hint(found: Json) -> None:
    """One hint, or all."""
    say(f"Hint {found['number']} of {found['of']}")
    for text in found["hints"]:
        say()
        wrapped(text)


@or_json
def solution(found: Json) -> None:
    """Code, then design."""
    say(found["solution"].rstrip())
    say()
    say(found["design"].rstrip())


@or_json
def checked(found: Json) -> None:
    """Verdict, walls, what moved."""
    wrapped(f"{found['label']}: {OUTCOMES[found['outcome']]} {found['words']}")
    if found["line"]:
        say(f"Line {found['line']} of {found['file']}.")
    for what in found["passed"] if found["outcome"] != "pass" else ():
        say(f"  held: {what}")
    if found["shares"]:
        say("Share of the best score that anyone could reach: " + ", ".join(f"{percent(s)}" for s in found["shares"]))
    if found["printed"] and found["outcome"] != "pass":
        heading("Your code printed (the end of it; this does not count)")
        say(found["printed"].rstrip())
    _walls(found)
    if found["practice"] and found["outcome"] == "pass":
        say("This was practice: nothing is kept as proof. Without --seed and --worlds it counts.")
    if found["note"]:
        wrapped(found["note"])
    if found["moved"]:
        moved(found["moved"], "What this pass moved")
    if found["record"]:
        say(f"\nSigned record: {found['record']} (anyone can check it: headway verify {found['record']})")
    elif found["record_note"]:
        wrapped(f"No signed record: {found['record_note']}")


def _walls(found: Json) -> None:
    if found["walls"] is None:
        return
    lost = found["not_protected_against"]
    if lost:
        wrapped(f"Your code ran apart, but not protected against: {', '.join(lost)}.")


def moved(found: Json, title: str) -> None:
    """Before and after a pass or a test."""
    heading(title)
    rows = [
        (
            f"{row['label']}: chance of level {LEVEL_NAMES[row['level']]}",
            f"{percent(row['before'])}",
            f"{percent(row['after'])}",
            _counts(row["level_before"], row["level_after"]),
        )
        for row in found["skills"]
    ]
    others = found.get("others", [])  # a pass or test kept by an older version has none
    rows += [
        (
            f"{row['label']}: chance of level {LEVEL_NAMES[row['level']]}",
            f"{percent(row['before'])}",
            f"{percent(row['after'])}",
            f"{NOT_SHOWN[row['basis']]}; {_counts(row['level_before'], row['level_after'])}",
        )
        for row in others
    ]
    rows += [
        (f"Fit: {row['label']}, {row['seniority']}", f"{percent(row['before'], 1)}", f"{percent(row['after'], 1)}", "")
        for row in found["fits"]
    ]
    before, after = found["plan_before"], found["plan_after"]
    if before and after:
        rows.append(("Plan: hours left", f"{before['hours']:g}", f"{after['hours']:g}", f"done by {after['end']}"))
    if found["postings"]:
        of = f"of {found['postings']:,} postings"
        rows.append(("Postings within reach", f"{found['reachable_before']:,}", f"{found['reachable_after']:,}", of))
    table(("", "before", "after", ""), rows, right=(1, 2))
    if more := found.get("others_in_all", 0) - len(others):
        say(f"Not shown either, and counting otherwise now: {more} more.")
    if before is None:
        say("No plan is kept yet: headway plan --save")
    if found["reachable_note"]:
        wrapped(found["reachable_note"])


def _counts(before: int, after: int) -> str:
    now = f"counts as {LEVEL_NAMES[after]}"
    return f"{now}, as before" if before == after else f"{now}, before: {LEVEL_NAMES[before]}"


@or_json
def verified(found: Json) -> None:
    """The one sentence, and what was signed."""
    say(f"{found['file']}: {found['words']}.")
    say(f"Lab {found['lab']}, version {found['version']}, signed {found['signed']} by {found['issuer']}.")
    if found["not_protected_against"]:
        wrapped(f"It was graded not protected against: {', '.join(found['not_protected_against'])}.")
    again = found["graded_again"]
    if again is not None:
        if not again["same_submission"]:
            say("The file given is not the one that was graded.")
        else:
            say(f"Graded again on the same worlds: {again['outcome']}.")
