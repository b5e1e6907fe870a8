"""The plan for a role as a printed report: the parts of the HTML report, in its order."""

import datetime as dt

from headway.publish import paper
from headway.publish.paper import Bar, Bars, Block, Heading, Line, Paper, Points, Quoted, Table, Tiles, Tone
from headway.publish.report import Report
from headway.publish.wording import SAY_IT, SHOW_IT, hours, money, percent, price, web_address
from headway.values import KNOWN_FROM, LEVEL_NAMES, PART, PLAN_STATUS, Json, found_by, so_many

ROLES = 10


def plan_paper(report: Report, today: dt.date) -> Paper:
    """The whole report."""
    answer = report.answer
    target = answer["target"]
    blocks = (
        *_opening(answer),
        *_profile(report),
        *_fits(answer),
        *_gap(answer),
        *_plan(answer),
        *_pay(answer),
        *_market(answer),
        *_evidence(report),
        *_sources(report),
    )
    return Paper(
        title=f"{answer['profile']['name'] or 'Your way'}: {target['label']}, {target['seniority']}",
        date=today,
        blocks=blocks,
        foot=f"Headway, knowledge base {report.version}, {answer['today']}. Made on this machine; nothing was sent.",
    )


def _opening(answer: Json) -> list[Block]:
    plan, fit = answer["plan"], answer["target_fit"]
    reached = f"{percent(fit['low'])} to {percent(fit['high'])}"
    unpriced = f"; {plan['unpriced_steps']} steps without a known price" if plan["unpriced_steps"] else ""
    fits = plan["end"] and plan["status"] != "infeasible"
    when = (
        f"done, at {plan['hours_per_week']:g} h a week ({plan['end_early']} to {plan['end_late']})"
        if fits
        else "within what you allow"
    )
    learning = "of learning" if fits else "of learning in the part that fits"
    span = plan["learn_hours"]
    return [
        Line(f"Made on {answer['today']} from {answer['profile']['document'] or 'your answers'}.", "soft"),
        Tiles(
            (
                (percent(fit["score"]), f"of the role is covered ({reached})"),
                (f"{span['likely']:.0f} h", f"{learning} ({span['low']:.0f}–{span['high']:.0f})"),
                (plan["end"] if fits else "does not fit", when),
                (f"{money(plan['cost']['amount'])} {plan['cost']['currency']}", f"known cost{unpriced}"),
            )
        ),
        *(Line(note, "soft") for note in answer["notes"]),
        *(finding(row) for row in answer["findings"]),
    ]


def finding(row: Json) -> Line:
    """Something noticed, with its weight."""
    tone: Tone = row["severity"]
    return Line(f"{row.get('where', '')}: {row['what']} {row.get('hint', '')}".strip(": "), tone)


def _profile(report: Report) -> list[Block]:
    profile = report.answer["profile"]
    blocks: list[Block] = [Heading(f"What {'the CV shows' if profile['document'] else 'you said'}")]
    if profile["document"]:
        years = profile["years_experience"]
        told = "none dated" if years is None else f"{years:.1f}"
        blocks.append(Line(f"Years in dated jobs: {told}. Country: {profile['country'] or 'not stated'}."))
        rows = [_job(row) for row in profile["jobs"]] + [_study(row) for row in profile["education"]]
        blocks += [Table(("when", "what", "where"), tuple(rows), wide=(1, 2))] if rows else []
    for level in (4, 3, 2, 1):
        named = sorted((s for s in profile["skills"] if s["level"] == level), key=lambda s: s["label"].casefold())
        if named:
            marked = [s["label"] + (" (shown)" if s["proof_level"] else "") for s in named]
            blocks += [Heading(LEVEL_NAMES[level].capitalize(), 3), Line(", ".join(marked))]
    blocks.append(Line("Claimed unless it says shown: by a test, a lab, code or a supervised exam.", "soft"))
    meanings = [f"{row['level']} {row['name']}: {row['text']}" for row in report.levels]
    return [*blocks, Heading("What the levels mean", 3), Points(tuple(meanings))]


def _job(row: Json) -> tuple[str, ...]:
    end = "present" if row["current"] else row["end"] or "?"
    return f"{row['start'] or '?'} to {end}", row["title"], row["employer"]


def _study(row: Json) -> tuple[str, ...]:
    return f"{row['start'] or '?'} to {row['end'] or '?'}", row["field"] or row["level"], row["institution"]


def _fits(answer: Json) -> list[Block]:
    target = answer["target"]["role"]
    nearest = [row for row in answer["fits"][:ROLES] if row["role"] != target]
    shown = sorted([*nearest, answer["target_fit"]], key=lambda row: -row["score"])
    rows = tuple(Bar(label=f"{r['label']} ({r['seniority']})", strong=r["role"] == target, **_share(r)) for r in shown)
    told = "The bar is the expected share of the role's weighted needs that you cover; the thin line is the interval."
    return [Heading("How far each role is"), Bars(rows), Line(told, "soft")]


def _share(row: Json) -> dict[str, float]:
    return {key: row[key] for key in ("score", "low", "high")}


def _gap(answer: Json) -> list[Block]:
    if not answer["gap"]:
        return [Heading("The gap"), Line("Nothing is missing for this role.")]
    rows = []
    for row in answer["gap"]:
        others = [answer["labels"].get(s, s) for s in row["any_of"] if s != row["skill"]]
        label = row["label"] + (f" (or {', '.join(others)})" if others else "")
        rows.append(
            (
                label,
                LEVEL_NAMES[row["have"]],
                LEVEL_NAMES[row["wanted"]],
                KNOWN_FROM[row["basis"]],
                f"{row['weight']:g}",
            )
        )
    return [Heading("The gap"), Table(("missing", "now", "wanted", "known from", "weight"), tuple(rows), right=(4,))]


def _plan(answer: Json) -> list[Block]:
    plan = answer["plan"]
    steps, labels = plan["steps"], answer["labels"]
    blocks: list[Block] = [Heading(f"The plan: {PLAN_STATUS[plan['status']]}"), *_unfit(answer)]
    if steps:
        spans = [(labels.get(s["id"], s["id"]), _day(s["start"]), _day(s["end"]), s["kind"] == "entry") for s in steps]
        blocks += [paper.dated(spans), paper.Steps(tuple(_step(step, labels) for step in steps))]
    return [
        *blocks,
        *_proof(plan),
        *_may_know(answer),
        *_leans(answer),
        *map(finding, plan.get("left_out", ())),
        *_comparison(answer),
    ]


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _unfit(answer: Json) -> list[Block]:
    plan, labels = answer["plan"], answer["labels"]
    if plan["status"] == "nothing-to-learn":
        return [Line("Nothing needs learning for this role. What is left is to show it.")]
    if plan["days_late"]:
        late = f"Late: it ends {plan['days_late']} days after {plan['deadline']}, the day you aim at."
        return [Line(late, "warning")]
    if plan["status"] != "infeasible":
        return []
    blocks: list[Block] = []
    if plan.get("shortfall_hours"):
        blocks.append(Line(f"Short by {plan['shortfall_hours']:.0f} hours."))
    if plan.get("shortfall_money"):
        blocks.append(Line(f"Short by {money(plan['shortfall_money'])} {plan['cost']['currency']}."))
    for skill, level in plan.get("unreachable", ()):
        blocks.append(Line(f"Nothing you allow teaches {labels.get(skill, skill)} to {LEVEL_NAMES[level]}."))
    if plan["reliefs"]:
        blocks += [Line("Any one of these would make it fit:"), Points(tuple(r["text"] for r in plan["reliefs"]))]
    return [*blocks, Line(PART if plan["steps"] else "No part of it fits.")]


def _step(step: Json, labels: dict[str, str]) -> paper.Step:
    lines: list[tuple[str, Tone]] = []
    if step["provider"]:
        lines += [(step["offered"], "soft"), (step["about"], "plain")]
    cost = f" · {price(step['cost'])}" if step["kind"] == "learn" else ""
    lines.append((f"{step['start']} to {step['end']} · {hours(step['hours'])}{cost}", "plain"))
    raises = [f"{labels.get(s, s)}: {LEVEL_NAMES[a]} → {LEVEL_NAMES[b]}" for s, a, b in step["matters"]]
    more = len(step["raises"]) - len(raises)
    if raises:
        lines.append(("; ".join(raises) + (f"; and {more} more by the way" if more > 0 else ""), "plain"))
    lines += [(step["why"], "soft")] if step.get("why") else []
    lines += [(f"You can skip: {', '.join(step['skipped_modules'])}", "soft")] if step.get("skipped_modules") else []
    lines += (
        [(f"In a guide: {'; '.join(labels.get(s, s) for s in step['stages'])}", "soft")] if step.get("stages") else []
    )
    return paper.Step(title=str(labels.get(step["id"], step["id"])), url=web_address(step["url"]), lines=tuple(lines))


def _proof(plan: Json) -> list[Block]:
    proof = plan.get("proof")
    if not proof:
        return []
    told = (
        f"The plan takes {proof['objective']:.1f} hours of learning; no plan over this knowledge base can take less "
        f"than {proof['bound']:.1f} (gap {100 * proof['gap']:.1f} %)."
    )
    return [Heading("Proof", 3), Line(told), Line(found_by(proof), "soft")]


def _may_know(answer: Json) -> list[Block]:
    rows = tuple(
        f"{answer['labels'].get(r['skill'], r['skill'])} at {LEVEL_NAMES[r['level']]} ({percent(r['probability'])} "
        f"likely): shown in a test, {r['spares_hours']:.0f} h and {so_many(r['spares_days'], 'day')} less."
        for r in answer["plan"].get("may_know", ())
    )
    return [Heading("What you may have already", 3), Points(rows), Line(SHOW_IT, "soft")] if rows else []


def _leans(answer: Json) -> list[Block]:
    rows = tuple(
        f"{answer['labels'].get(r['skill'], r['skill'])} at {LEVEL_NAMES[r['level']]} ({percent(r['probability'])} "
        f"sure): if not, {r['extra_hours']:.0f} h and {so_many(r['extra_days'], 'day')} more."
        for r in answer["plan"].get("leans_on", ())
    )
    return [Heading("What the plan leans on", 3), Points(rows), Line(SAY_IT, "soft")] if rows else []


def _comparison(answer: Json) -> list[Block]:
    rows = tuple(
        f"{r['title']}: {hours(r['hours'])}{', until ' + r['end'] if r['end'] else ''}; {r['known_hours']:.0f} h of it "
        f"you know; {len(r['unmet'])} needs stay unmet ({percent(r['weight_met'])} of their weight covered)."
        for r in answer["comparison"]
        if r["hours"] is not None
    )
    return [Heading("The guides' fixed roadmaps for the same person and target", 3), Points(rows)] if rows else []


def _pay(answer: Json) -> list[Block]:
    pay, change = answer["pay"], answer["pay_change"]
    blocks: list[Block] = [Heading("Pay a year")]
    rows = [_figure(f, pay.get("titles", {})) for f in pay["figures"]]
    head = ("range", "middle", "where", "year", "rows", "source")
    blocks += [Table(head, tuple(rows), right=(1, 4))] if rows else []
    blocks += [Line(f"Sources disagree: {c}.", "warning") for c in pay["conflicts"]]
    blocks += [Line(pay["note"], "soft")] if pay["note"] else []
    sides = [side for side in (change.get("today"), change.get("target")) if side]
    moved = [_interval(side, i) for side in sides for i in side["intervals"]]
    if moved:
        head = ("job", "range a year", "where", "years", "n", "source")
        blocks += [Heading("Pay today and at the target", 3), Table(head, tuple(moved), right=(4,), wide=(0, 1))]
    return [*blocks, Line(change["words"])]


def _figure(figure: Json, titles: dict[str, str]) -> tuple[str, ...]:
    row = figure["row"]
    high = "" if figure["high"] is None else f"–{money(figure['high'])}"
    more = "+" if row.get("open_ended") else ""
    middle = "" if figure["middle"] is None else money(figure["middle"])
    where, n = row.get("country") or "no country named", row.get("n", "not given")
    return (
        f"{row['currency']} {money(figure['low'])}{high}{more}",
        middle,
        where,
        str(row["year"]),
        str(n),
        titles.get(row["source"], row["source"]),
    )


def _interval(side: Json, row: Json) -> tuple[str, ...]:
    pay = f"{row['currency']} {money(row['low'])}–{money(row['high'])}; {row['says']}"
    n = "not given" if row["n"] is None else str(row["n"])
    return f"{side['label']}, {side['seniority']}", pay, row["country"] or "no country", row["years"], n, row["source"]


def _market(answer: Json) -> list[Block]:
    market, note = answer["market"], answer["reachable_note"]
    if market is None:
        return [Line(f"Share of the market within reach: not known, {note}", "soft")]
    now, end = market["now"], market["at_end"]
    blocks: list[Block] = [Heading(f"Within reach of {note}")]
    if now["invented"]:
        told = "These postings are INVENTED, to try Headway with. They say nothing about any real market."
        blocks.append(Line(told, "warning"))
    blocks.append(Line(f"Today: {_reach(now)}"))
    if now["small_sample"]:
        blocks.append(Line("A small sample: read the interval, not the share.", "soft"))
    if end["share"] is not None and answer["plan"]["status"] != "infeasible":
        blocks.append(Line(f"When the plan is done: {_reach(end)} Were the market to stay as it is."))
    told = "Four fifths of what they require known, years and degree met or nearly: a proxy, no promise of an offer."
    return [*blocks, Line(told, "soft")]


def _reach(row: Json) -> str:
    said = f"{row['reachable']} of {row['postings']} postings of {row['companies']} companies"
    if row["share"] is None:
        return f"{said}."
    return f"{said}, {percent(row['share'])} (95 % interval {percent(row['low'])} to {percent(row['high'])})."


def _evidence(report: Report) -> list[Block]:
    blocks: list[Block] = [Heading("The evidence behind it")]
    for skill in report.evidence:
        shown = f"claimed {LEVEL_NAMES[skill['claim_level']]}, shown {LEVEL_NAMES[skill['proof_level']]}"
        none = skill["basis"] == "none"
        known = KNOWN_FROM["none"] if none else f"{KNOWN_FROM[skill['basis']]}; {shown}"
        blocks.append(Heading(f"{skill['label']}: {LEVEL_NAMES[skill['level']]} ({known})", 3))
        for piece in skill["pieces"]:
            of = "" if piece["direct"] else f" of {piece['label']}"
            blocks.append(Line(f"{piece['share']:+.2f} level · {piece['kind']}{of} {piece['note']}".strip()))
            for quote in piece["quotes"]:
                blocks.append(Quoted(quote["text"], f"page {quote['page']}" if quote["page"] else ""))
    return blocks


def _sources(report: Report) -> list[Block]:
    rows = tuple(
        f"{s['id']}: {s['title']}{', ' + s['author'] if s['author'] else ''} "
        f"({s['kind']}{'; ' + s['licence'] if s['licence'] else ''})"
        for s in report.sources
    )
    claims = tuple(
        f"{c['text']} ({', '.join(c['guides'])}; {'sourced' if c['sourced'] else 'no source given'}"
        f"{'; against: ' + ', '.join(c['conflicts']) if c['conflicts'] else ''})"
        for c in report.claims
    )
    said: list[Block] = [Heading("What the guides claim about this role", 3), Points(claims)] if claims else []
    return [Heading("Sources"), Points(rows), *said]
