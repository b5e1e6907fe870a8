"""Text for the commands about a person."""

from headway.cli.output import findings_of, heading, or_json, say, table, wrapped
from headway.cli.show_pay import pay_change
from headway.cli.show_reach import invented, reach_words
from headway.cli.show_reach import percent as percent
from headway.values import EVIDENCE_WORDS, KNOWN_FROM, LEVEL_NAMES, Json, source_words

STUDIES = {"other": "studies"}
LITTLE = 0.15
"""A best score that lies so little above what is assumed of anyone rests on next to nothing. Editorial."""


def level(value: int) -> str:
    """A level as a word."""
    return LEVEL_NAMES[value]


def place(quote: Json) -> str:
    """Where a quoted line stands."""
    parts = [f"page {quote['page']}"] if quote.get("page") else []
    parts += [f"line {quote['line']}"] if quote.get("line") else []
    return ", ".join(parts)


@or_json
def read(result: Json) -> None:
    for document in result["documents"]:
        _document(document)


def _document(document: Json) -> None:
    heading(f"{document['name']} ({document['format']})")
    if document["person"]:
        say(f"Name: {document['person']}")
    findings_of(document["findings"])
    for job in document["jobs"]:
        end = "present" if job["current"] else job["end"] or "?"
        months = f", {job['months']:.0f} months" if job["months"] is not None else ""
        wrapped(f"{job['start'] or '?'} to {end}{months}: {job['title']}, {job['employer']}", "  ")
    for study in document["education"]:
        kind = STUDIES.get(study["level"], study["level"])
        wrapped(f"{study['start'] or '?'} to {study['end'] or '?'}: {kind}, {study['field']}", "  ")
    for certificate in document["certificates"]:
        wrapped(f"Certificate: {certificate['name']}", "  ")
    years = document["years_experience"]
    say("Years in dated jobs: " + ("none dated" if years is None else f"{years:.1f}"))
    rows = [
        (s["label"], level(s["level"]), level(s["claim_level"]), level(s["proof_level"]), _first(s["mentions"]))
        for s in document["skills"]
    ]
    if rows:
        table(("skill", "level", "claimed", "shown", "named, for example"), rows)
    if implied := ", ".join(s["label"] for s in document["implied"]):
        wrapped(f"Not named, but a job title or a degree speaks for: {implied}")


def _first(quotes: list[Json]) -> str:
    if not quotes:
        return ""
    text = quotes[0]["text"].strip()
    short = text if len(text) <= 60 else text[:57] + "..."
    return f"{place(quotes[0])}: {short}"


@or_json
def skills(result: Json) -> None:
    for document in result["documents"]:
        heading(document["name"])
        findings_of(document["findings"])
        rows = [(m["start"], m["text"], m["label"], m["kind"], f"{m['confidence']:.2f}") for m in document["mentions"]]
        table(("at", "text", "skill", "kind", "confidence"), rows, right=(0, 4))
        say(f"{len(rows)} mentions of {len({m['skill'] for m in document['mentions']} - {None})} skills")


@or_json
def fit(result: Json) -> None:
    findings_of(result["findings"])
    fit_table(result["roles"])
    fit_notes(result["roles"])
    for row in result["roles"][:3]:
        heading(f"{row['label']}, {row['seniority']}: {percent(row['score'])}")
        for point in row["won"]:
            wrapped(f"+ {point['reason']}", "  ")
        for point in row["lost"]:
            wrapped(f"- {point['reason']}", "  ")
        if row["years_note"]:
            wrapped(row["years_note"], "  ")
    _postings(result["postings"])
    heading("Pay today and at the target")
    pay_change(result["pay_change"])


def _postings(found: Json | None) -> None:
    """The share of the market within reach, and the best few postings."""
    heading("Postings")
    if found is None:
        say("None are imported: headway market import FILE")
        return
    invented(found["within_reach"])
    wrapped(reach_words(found["within_reach"]))
    for job in found["best"]:
        mark = "INVENTED  " if job["invented"] else ""
        where = " / ".join(job["locations"]) or "place not stated"
        within = "within reach" if job["reachable"] else "not within reach yet"
        wrapped(f"{percent(job['score'])}  {mark}{job['title']}, {job['company'] or '?'}, {where}: {within}", "  ")
    say(f"  ... {found['ranked'] - len(found['best'])} more with: headway market jobs")


def fit_table(rows: list[Json]) -> None:
    """Roles with score and interval."""
    table(
        ("role", "seniority", "covered", "80 % interval", "within reach now"),
        [
            (
                r["label"],
                r["seniority"],
                percent(r["score"]),
                f"{percent(r['low'])} - {percent(r['high'])}",
                f"{r['reachable_now'] or 'not yet'}{' (held)' if r['reachable_because'] == 'held' else ''}",
            )
            for r in rows
        ],
        right=(2, 3),
    )


def fit_notes(rows: list[Json]) -> None:
    """What `within reach` means, and how much of a score is only what is assumed of anyone."""
    best = rows[0]
    if best["score"] - best["assumed"] < LITTLE:
        wrapped(
            f"! Little is known about you: of the {percent(best['score'])} for {best['label']}, "
            f"{percent(best['assumed'])} is what is assumed of anyone who starts. "
            "Name a fuller CV, or more of what you know (--know, headway test)."
        )
    wrapped(
        "Within reach: four fifths of what a CV can show is known, and the years are met or nearly; (held): a dated "
        "job shows it. Human skills are not judged for it, because a CV that is silent on them says nothing. "
        "A proxy, no promise."
    )


@or_json
def why(result: Json) -> None:
    held = result["belief"]
    heading(f"{result['label']}: {level(held['level'])} ({KNOWN_FROM[held['basis']]})")
    chances = ", ".join(f"{level(k)} {percent(p)}" for k, p in enumerate(held["at_least"], 1))
    say(f"Chance of at least: {chances}.")
    claims = _alone(held["claim_level"], result["claims_alone"])
    proof = _alone(held["proof_level"], result["proof_alone"])
    wrapped(f"By what your CV and you say alone: {claims}. By what you have shown alone: {proof}.")
    if not result["evidence"]:
        say("There is no evidence; this is what is assumed of anyone who starts.")
    for piece in result["evidence"][:12]:
        about = "" if piece["direct"] else f" (through {result['labels'].get(piece['skill'], piece['skill'])})"
        note = f" ({piece['note']})" if piece["note"] else ""
        wrapped(f"{piece['share']:+.2f} level  {_said_by(piece)}{about}{note}", "  ")
        for quote in piece["quotes"][:2]:
            wrapped(f"“{quote['text'].strip()}” {place(quote)}", "        ")
    rest = len(result["evidence"]) - 12
    if rest > 0:
        say(f"  ... and {rest} smaller pieces (--json shows all)")
    for source, trust in result["trust"].items():
        say(f"Trust in {source_words(source)}: {percent(trust)}")


def _alone(counted: int, chances: list[float] | None) -> str:
    """The level that pieces of one kind show by themselves; what is there but not sure enough to count is told apart
    from nothing."""
    if chances is None:
        return "there is none"
    if counted:
        return str(level(counted))
    return f"not sure enough to count ({level(1)} {percent(chances[0])})"


def _said_by(piece: Json) -> str:
    """The kind of a piece in words; a degree weighs as a certificate does, but is none."""
    by_degree = piece["kind"] == "certificate" and not piece["named"]
    return "degree" if by_degree else EVIDENCE_WORDS[piece["kind"]]
