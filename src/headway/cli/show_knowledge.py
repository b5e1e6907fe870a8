"""Text for the knowledge commands."""

from typing import Any

import msgspec

from headway.cli.output import findings, heading, or_json, print_json, say, table, wrapped
from headway.values import LEVEL_NAMES, Json

_WAYS = {"from": "People come from", "to": "People go on to", "both": "People come from and go on to"}


def _sources(ids: list[str]) -> str:
    return f"[{', '.join(ids)}]" if ids else ""


def _wanted(levels: Json) -> str:
    """`junior: working, senior: proficient`."""
    return ", ".join(f"{seniority}: {LEVEL_NAMES[level]}" for seniority, level in levels.items())


def _legend(titles: dict[str, str]) -> None:
    """What each short name in brackets stands for."""
    if titles:
        say("\nSources")
    for id_, title in titles.items():
        wrapped(f"[{id_}] {title}", "  ")


def _claim(claim: Json) -> None:
    mark = "sourced" if claim["sourced"] else "no source given"
    wrapped(f"Claim ({mark}): {claim['text']} {_sources(claim['guides'])}")


@or_json
def roles(result: Json) -> None:
    rows = [(r["id"], r["label"], ", ".join(r["seniorities"]), r["needs"]) for r in result["roles"]]
    table(("id", "role", "seniorities", "needs"), rows, right=(3,))


@or_json
def role(result: Json) -> None:
    found, labels = result["role"], result["labels"]
    heading(f"{found['label']} ({found['id']})")
    wrapped(found["summary"])
    say("\nWhat they do")
    for duty in found["duties"]:
        wrapped(f"- {duty['text']} {_sources(duty['sources'])}", "  ")
    say("\nWhat it needs (level from that seniority on; weight 1 to 10)")
    rows = [
        (
            " or ".join(labels[s] for s in need["any_of"]),
            _wanted(need["levels"]),
            f"{need['weight']:g}",
        )
        for need in sorted(found["needs"], key=lambda n: -n["weight"])
    ]
    table(("skill", "levels", "weight"), rows, right=(2,))
    wrapped(f"How this was judged (editorial): {found['why']}")
    for statement in found.get("education", ()):
        wrapped(f"Education: {statement['text']} {_sources(statement['sources'])}")
    for neighbour in found.get("neighbours", ()):
        way = _WAYS[neighbour.get("direction", "both")]
        wrapped(f"{way}: {result['neighbours'][neighbour['role']]}. {neighbour.get('why', '')}")
    for claim in result["claims"]:
        _claim(claim)
    _legend(result["sources"])
    say(f"\n{len(result['pay'])} pay rows; see them with: headway pay {found['id']}")


@or_json
def skill(result: Json) -> None:
    found, labels = result["skill"], result["labels"]
    heading(f"{found['label']} ({found['id']}, {found['kind']})")
    wrapped(found["summary"])
    wrapped("Also written: " + ", ".join(result["names"]))
    needs = [f"{labels.get(n['skill'], n['skill'])} {LEVEL_NAMES[n['level']]}" for n in found.get("needs", ())]
    wrapped("Needs (level): " + (", ".join(needs) or "nothing"))
    if result["needed_by"]:
        wrapped("Needed by: " + ", ".join(labels[s] for s in result["needed_by"]))
    rows: list[tuple[object, ...]] = [(a["role"], _wanted(a["levels"]), f"{a['weight']:g}") for a in result["asked_by"]]
    if rows:
        table(("asked by", "levels", "weight"), rows, right=(2,))
    rows = [
        (t["label"], t["kind"], f"{LEVEL_NAMES[t['from']]} to {LEVEL_NAMES[t['to']]}", f"{t['hours']:g} h", t["price"])
        for t in result["taught_by"]
    ]
    if rows:
        table(("taught by", "kind", "level", "hours", "price"), rows, right=(3,))


@or_json
def resource(result: Json) -> None:
    (found,), labels = result["resources"], result["labels"]
    heading(f"{found['label']} ({found['id']})")
    wrapped(f"{result['offered']}. {found['summary']}")
    if found.get("url"):
        say(found["url"])
    hours = found["hours"]
    wrapped(f"Hours: {hours['likely']:g} ({hours['low']:g} to {hours['high']:g}). {hours.get('why', '')}")
    say(f"Price: {found['price']['kind']}")
    raised = [(labels[t["skill"]], t.get("from", 0), t["to"]) for t in found["teaches"]]
    wrapped("Teaches: " + "; ".join(f"{name} {LEVEL_NAMES[a]} to {LEVEL_NAMES[b]}" for name, a, b in raised))
    needs = [f"{labels[n['skill']]} {LEVEL_NAMES[n['level']]}" for n in found.get("needs", ())]
    wrapped("Takes as held: " + ("; ".join(needs) or "nothing"))
    wrapped(found.get("why", ""))


@or_json
def resources(result: Json) -> None:
    rows = [
        (r["id"], r["label"], r["kind"], f"{r['hours']['likely']:g} h", r["price"]["kind"]) for r in result["resources"]
    ]
    table(("id", "resource", "kind", "hours", "price"), rows, right=(3,))
    say(f"{len(rows)} resources")


@or_json
def glossary(result: Json) -> None:
    for entry in [*result["terms"], *result["questions"]]:
        heading(entry["term"])
        wrapped(f"{entry['text']} {_sources(entry['sources'])}")
    _legend(result["sources"])


@or_json
def sources(result: Json) -> None:
    rows = [(s["id"], s["kind"], s["title"], s.get("published") or "not dated", s["facts"]) for s in result["sources"]]
    table(("id", "kind", "title", "published", "facts"), rows, right=(4,))
    say("\nClaims of the guides")
    for claim in result["claims"]:
        mark = "sourced" if claim["sourced"] else "no source given"
        against = f" Against: {', '.join(claim['conflicts'])}." if claim.get("conflicts") else ""
        wrapped(f"- {claim['text']} {_sources(claim['guides'])} ({mark}).{against}", "  ")


@or_json
def facts(result: Json) -> None:
    titles = result["sources"]
    for fact in result["facts"]:
        heading(f"{fact['label']} · {fact['kind']}")
        wrapped(fact["text"])
        wrapped(f"{'; '.join(titles[id_] for id_ in fact['sources'])} · {_age_words(fact)} · id {fact['id']}", "  ")
        if fact["why"]:
            wrapped(f"Why: {fact['why']}", "  ")
        for other in fact["against"]:
            wrapped(f"Against it: {other['text']} ({'; '.join(titles[id_] for id_ in other['sources'])})", "  ")
    if result["undated"]:
        say(f"\n{result['undated']:,} more have no date: their age is not known.")
    if not result["count"]:
        say("No fact fits. Take a word or an option away.")
        return
    say(f"\n{result['count']:,} facts; page {result['page']} of {result['pages']}.")


def _age_words(fact: Json) -> str:
    """When it was said, and whether somebody has looked since."""
    dated = f"figure of {fact['year']}" if fact["year"] else "source without a date"
    if not fact["year"] and fact["age_months"] is not None:
        dated = f"source {fact['age_months']} months old"
    return f"{dated}; {'checked on ' + fact['checked'] if fact['checked'] else 'nobody has checked it since'}"


@or_json
def compare(result: Json) -> None:
    for route in result["routes"]:
        heading(route["label"])
        wrapped(route["summary"])
        months = "-".join(f"{m:g}" for m in route["months"])
        say(f"Time: {months} months · cost: {route['cost']} {_sources(route['sources'])}")
        for name, key in (("+", "strengths"), ("-", "limits")):
            for duty in route[key]:
                wrapped(f"{name} {duty['text']} {_sources(duty['sources'])}", "  ")
        wrapped("Suits: " + ", ".join(route["suits"]))
        if route.get("note"):
            wrapped(route["note"])
    for claim in result["claims"]:
        _claim(claim)
    _legend(result["sources"])


@or_json
def path(result: Json) -> None:
    heading(f"From {result['from_label']} to {result['to_label']} ({result['seniority']})")
    if not result["legs"]:
        say("These are the same role.")
    for leg in result["legs"]:
        say(f"\n{leg['from_label']} → {leg['to_label']}")
        wrapped(leg["why"], "  ")
        pace = f"{result['hours_per_week']:g} h a week"
        say(f"  {leg['hours']['likely']:.0f} h of study, {leg['months']:.1f} months at {pace}")
        wrapped("New or deeper: " + (", ".join(leg["new_skills"]) or "nothing"), "  ")
        for line in leg["pay"]:
            wrapped(f"Pay: {line}", "  ")
    total = result["total"]
    say(f"\nAll legs: {total['hours']:.0f} h, {total['months']:.1f} months.")
    direct = result["direct"]
    if len(result["legs"]) > 1:
        say(f"Going there directly: {direct['hours']:.0f} h, {direct['months']:.1f} months, with no pay on the way.")
    _legend(result["sources"])


def _bounds(pair: tuple[float, float] | None, unit: str) -> str:
    if pair is None:
        return "unknown"
    low, high = (f"{v:.1f}" for v in pair)
    return f"{low} {unit}" if low == high else f"{low}-{high} {unit}"


def audit(result: Any, *, as_json: bool) -> None:
    """A roadmap's arithmetic."""
    if as_json:
        print_json({"schema": "headway.audit/1", **msgspec.to_builtins(result)})
        return
    heading(f"Audit of {result.title}")
    rows = [(c.label, _bounds(c.months, "months"), _bounds(c.hours, "h"), c.basis, c.source) for c in result.courses]
    if rows:
        table(("course, in its order", "time", "hours", "basis", "source"), rows, right=(1, 2))
        say(f"One after the other at its own pace: {_bounds(result.months, 'months')}, {_bounds(result.hours, 'h')}.")
    if result.promised_months:
        say(f"Promised: {_bounds(result.promised_months, 'months')}.")
        for end, pace in zip(dict.fromkeys(result.promised_months), result.pace_that_keeps_promise, strict=False):
            say(f"To be done in {end:g} months: {_bounds(pace, 'hours a week')}.")
    say()
    findings(result.findings)
    if not result.findings:
        say("Nothing wrong found.")


def check(result: list[Any], *, as_json: bool) -> None:
    """Findings of the lint."""
    errors = sum(f.severity == "error" for f in result)
    if as_json:
        print_json({"schema": "headway.check/1", "errors": errors, "findings": result})
        return
    findings(result)
    say(f"{errors} errors, {len(result) - errors} other findings")
