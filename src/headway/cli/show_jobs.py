"""Text for `headway market jobs`."""

from headway.cli.output import findings_of, heading, or_json, say, wrapped
from headway.cli.show_reach import invented, percent
from headway.values import LEVEL_NAMES, Json

IN_FULL = 5
"""Postings that are shown with every requirement; of the others one line of what is missing."""
NEAR = 8
MARKS = {"proof": "✓", "claim": "+", "inferred": "~", "missing": "-", "not-judged": "·"}
SAID = {
    "proof": " (shown)",
    "claim": " (claimed)",
    "inferred": " (inferred from other skills)",
    "missing": "",
    "not-judged": " (a CV cannot show it; not scored)",
}
WISHES = {"pay": "pay floor", "since": "--since"}


@or_json
def jobs(result: Json) -> None:
    findings_of(result["findings"])
    invented(result)
    kind = "invented postings" if result["invented"] else "postings"
    say(f"{result['passed']} of {result['postings']} {kind} pass the filters; {result['reachable']} are within reach.")
    filters(result["filters"])
    if result["closed"]:
        closed = result["closed"]
        wrapped(
            f"{closed} of them {'has' if closed == 1 else 'have'} closed: the last day to apply is past. They are "
            "ranked all the same, and marked."
        )
    if result["years_words"]:
        wrapped(result["years_words"])
    if result["not_ranked"]:
        names = "names" if result["not_ranked"] == 1 else "name"
        say(f"Not ranked: {result['not_ranked']} that {names} nothing that can be judged.")
    for number, job in enumerate(result["jobs"], 1):
        _job(number, job, number <= IN_FULL)
    if result["ranked"] > len(result["jobs"]):
        say()
        say(f"... and {result['ranked'] - len(result['jobs'])} more (--limit shows more).")
    near(result["near_misses"], result["near_misses_of"])
    say()
    wrapped(
        "Within reach is a stated proxy (four fifths of what is required, years and degree met or nearly), "
        "not a promise of an offer. What the score is made of: headway market jobs --help"
    )


def filters(rows: list[Json]) -> None:
    """What each filter leaves out of what passes the others."""
    for row in rows:
        name = WISHES.get(row["wish"], row["wish"])
        parts = [f"{row['failed']} say otherwise"]
        parts += [f"{row['other_currency']} state pay in another currency"] if row["other_currency"] else []
        parts += [f"{row['silent']} do not say"]
        say(f"  {name}: {', '.join(parts)}")


def _job(number: int, job: Json, full: bool) -> None:
    mark = "INVENTED  " if job["invented"] else ""
    heading(f"{number}. {percent(job['score'])}  {mark}{job['title']}, {job['company'] or 'company not named'}")
    say(f"  {_where(job)}")
    say(f"  {_when(job)}")
    reach = "within reach" if job["reachable"] else "not within reach yet"
    covered = f"{job['required_covered']} of {job['required']} required known"
    say(f"  {reach}: {covered}; years {_asked(job['years'])}; degree {_asked(job['degree'])}")
    if full:
        for row in job["requirements"]:
            wrapped(_requirement(row), "    ")
    elif missing := [row["asks"] for row in job["requirements"] if row["outcome"] == "missing"]:
        wrapped(f"missing: {', '.join(missing)}", "    ")
    if job["findings"]:
        wrapped(f"! noticed in this posting: {', '.join(job['findings'])}", "    ")


def said(word: str, otherwise: str) -> str:
    """A closed word of a posting, or that it is silent."""
    return otherwise if word == "unstated" else word


def _where(job: Json) -> str:
    place = " / ".join(job["locations"]) or ", ".join(job["countries"]) or "place not stated"
    visa = {"offered": "visa sponsored", "refused": "no visa sponsored", "unstated": "silent on visas"}[job["visa"]]
    return f"{place}; {said(job['workplace'], 'workplace not stated')}; {_pay(job['pay'])}; {visa}"


def _pay(pay: Json | None) -> str:
    if pay is None:
        return "pay not stated"
    ends = dict.fromkeys(f"{end:,.0f}" for end in (pay["min"], pay["max"]) if end is not None)
    return f"{pay['currency']} {' - '.join(ends)} {'an' if pay['period'] == 'hour' else 'a'} {pay['period']}"


def _when(job: Json) -> str:
    closes = [f"CLOSED on {job['closes']}" if job["closed"] else f"open until {job['closes']}"] if job["closes"] else []
    if job["posted"] is None:
        return "; ".join([*closes, "not dated", *_copies(job["copies"], job["copies_elsewhere"])])
    parts = [*closes, f"posted {job['posted']}"]
    parts += [f"first {job['first_posted']}"] if job["first_posted"] != job["posted"] else []
    parts.append(f"{job['age_days']} days old")
    parts += _copies(job["copies"], job["copies_elsewhere"])
    parts += [f"posted again {job['reposts']} times"] if job["reposts"] else []
    return "; ".join(parts)


def _copies(here: int, elsewhere: int) -> list[str]:
    """Nothing for an advert by itself."""
    if elsewhere:
        return [f"{here} {'copies' if here > 1 else 'copy'}, {elsewhere} more in other countries"]
    return [f"{here} copies"] if here > 1 else []


def _asked(reason: Json) -> str:
    if reason["asked"] is None:
        return "not asked"
    asked = f"{reason['asked']:g}" if isinstance(reason["asked"], float) else reason["asked"]
    return f"{asked} asked, {reason['outcome']}"


def _requirement(row: Json) -> str:
    need = " (preferred)" if row["need"] == "preferred" else ""
    have = f"{LEVEL_NAMES[row['have']]}{SAID[row['outcome']]}"
    asked = f"{LEVEL_NAMES[row['wanted']]} is asked{need}: “{row['line']}”"
    return f"{MARKS[row['outcome']]} {row['asks']}: {have}; {asked}"


def near(rows: list[Json], counted: Json) -> None:
    """One skill away."""
    if not rows:
        return
    heading("One skill away")
    wrapped(counted_words(counted))
    for row in rows[:NEAR]:
        say(f"  {row['label']} at level {LEVEL_NAMES[row['level']]} opens {row['opens']} more")


def counted_words(counted: Json) -> str:
    """Over which postings near misses and values are counted, in one or two sentences."""
    found = f"{counted['postings']:,} {'posting' if counted['postings'] == 1 else 'postings'} within the filters"
    if counted["because"] == "asked":
        return f"Counted over {found}."
    left = f"left out: {counted['other_work']:,} for other work."
    if counted["because"] == "plan":
        return (
            f"Counted over {found}, for the role of your saved plan, {counted['label']}; {left} "
            "Another role: --role ROLE"
        )
    return f"Counted over {found}, for roles that Headway knows; {left} Only the role you aim at: --role ROLE"
