"""Text of `headway apply`."""

from headway.cli.output import heading, or_json, say, table, wrapped
from headway.cli.show_person import level
from headway.values import KNOWN_TAG, Json


@or_json
def apply(result: Json) -> None:
    if result["written"]:
        wrapped(f"Entry {result['written']['number']}, {result['written']['date']}: {result['written']['text']}.")
    shown = result["application"]
    if shown is not None:
        _one(shown)
    elif not result["applications"]:
        say("No application is kept yet. Keep one: headway apply save FILE, or headway apply save --title TITLE")
    else:
        table(
            ("no.", "what", "stage", "since", "next"),
            [(r["number"], _name(r), _stage(r), r["since"], r["next"] or "") for r in result["applications"]],
            right=(0,),
        )


def _name(row: Json) -> str:
    return f"{row['title']}, {row['company']}" if row["company"] else str(row["title"])


def _stage(row: Json) -> str:
    return f"{row['stage']}: {row['outcome']}" if row["outcome"] else str(row["stage"])


def _one(row: Json) -> None:
    heading(f"Application {row['number']}: {_name(row)}")
    ahead = f"; next: {row['next']}" if row["next"] else ""
    say(f"{_stage(row)} since {row['since']}{ahead}" + (f"  {row['url']}" if row["url"] else ""))
    for event in row["history"]:
        if event["note"]:
            wrapped(f"{event['date']}: {event['note']}", "  ")
    if row["prepare"] is None:
        wrapped(
            "The posting's text is not kept, so there is nothing to say on preparing. Add it, with the same title and "
            "company: headway apply save FILE --title TITLE --company COMPANY"
        )
    else:
        _prepare(row["prepare"])


def _prepare(found: Json) -> None:
    if found["nothing_read"]:
        say("No requirement that the skill map knows could be read from the text.")
        return
    if all(row["basis"] == "none" for row in found["requirements"]):
        wrapped("Nothing is known about you yet. Keep your CV, and this says what to show: headway plan CV --save")
    say(f"\nYou meet {found['met']} of {found['required']} requirements that are called required.")
    for met, title in ((True, "Be ready to show"), (False, "To learn or to speak about openly")):
        rows = [r for r in found["requirements"] if (r["have"] >= r["wanted"]) is met]
        if rows:
            say(f"\n{title}:")
        for row in rows:
            _requirement(row)
    years, degree = found["years"], found["degree"]
    if years["asked"] is not None:
        say(f"Years asked: {years['asked']:g}; {years['words']}.")
    if degree["asked"] is not None:
        instead = ", or equivalent experience" if degree["equivalent_ok"] else ""
        say(f"Degree asked: {degree['asked']}{instead}; you have {degree['have']} ({degree['outcome']}).")


def _requirement(row: Json) -> None:
    optional = "" if row["need"] == "required" else f", {row['need']}"
    how = KNOWN_TAG[row["basis"]]
    others = f" (or {', '.join(row['others'])})" if row["others"] else ""
    asks = row["asks"] if row["count"] > 1 else f"{row['label']}{others}"
    wrapped(f"- {asks} at {level(row['wanted'])}{optional} (you: {level(row['have'])}, {how})", "  ")
    for line in row["show"]:
        wrapped(f"“{line}”", "      ")
    learn = row["learn"]
    if learn:
        step = f"step {learn['step']} of your plan, done by {learn['end']}" if learn["step"] else "not in your plan"
        wrapped(f"{learn['label']}, about {learn['hours']:.0f} h; {step}", "      ")
    elif row["have"] < row["wanted"]:
        way = f"from {level(row['have'])} to {level(row['wanted'])}"
        wrapped(f"Nothing that Headway knows teaches it {way} in one step; headway skill {row['best']}", "      ")
