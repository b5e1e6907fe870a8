"""Commands about postings: posting."""

from typing import Annotated

import typer

from headway.cli.options import AsJson
from headway.values import Json


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    app.command()(posting)


def posting(
    files: Annotated[
        list[str] | None, typer.Argument(help="Postings (text, Markdown, HTML, PDF, DOCX); - is standard input.")
    ] = None,
    jsonl: Annotated[
        str | None, typer.Option("--jsonl", metavar="FILE", help="Rows of JSON, one posting a line.")
    ] = None,
    id_field: Annotated[
        str | None, typer.Option("--id-field", help="Field with the row's id (id, else the line).")
    ] = None,
    title_field: Annotated[str, typer.Option("--title-field", help="Field with the title.")] = "title",
    text_field: Annotated[str, typer.Option("--text-field", help="Field with the text or HTML.")] = "description",
    json: AsJson = False,
) -> None:
    """What a job posting asks and offers."""
    from headway.app import posting as postings
    from headway.app.context import open_context
    from headway.app.skills import RowFields
    from headway.cli import output
    from headway.errors import BadOption

    if bool(files) == bool(jsonl):
        raise BadOption("Name postings to read, or one file with --jsonl, not both.")
    context = open_context()
    if not jsonl:
        show(postings.posting_in_files(context, tuple(files or ())), as_json=json)
        return
    good = 0
    for row in postings.postings_in_rows(context, jsonl, RowFields(id=id_field, title=title_field, text=text_field)):
        output.print_jsonl(row)
        good += "error" not in row
    if not good:
        raise BadOption(
            f"No row of {jsonl} could be read.", "Each line must be a JSON object; --text-field names its text."
        )


def show(result: Json, *, as_json: bool) -> None:
    """As JSON, or as text with the words each fact was read from."""
    from headway.cli import output

    if as_json:
        output.print_json(result)
        return
    for document in result["documents"]:
        output.heading(f"{document['name']}: {document['title'] or 'no title found'}")
        output.findings_of(document["findings"])
        output.table(("", "", "read from"), _facts(document))
        for need in ("required", "preferred"):
            _requirements(document, need)
    output.say()
    output.wrapped("What of it you meet, and what to show or learn: headway apply save FILE, once your CV is kept.")


def _facts(document: Json) -> list[tuple[str, str, str]]:
    """Fact, value and quoted words."""
    quotes, degree, pay = document["quotes"], document["degree"], document["pay"]
    years = document["min_years"]
    values = {
        "role": _said(document["role"]),
        "seniority": _said(document["seniority"]),
        "min_years": "not stated" if years is None else f"{years:g}",
        "degree": _said(degree["level"]) + (", or equivalent experience" if degree["equivalent_ok"] else ""),
        "pay": "not stated" if pay is None else _pay(pay),
        "workplace": _said(document["workplace"]),
        "country": document["country"] or "not stated",
    }
    names = {"min_years": "years"}
    return [(names.get(key, key), value, _short(quotes.get(key, {}).get("text", ""))) for key, value in values.items()]


def _said(word: str) -> str:
    """A closed word, or that the posting is silent."""
    return {"unstated": "not stated", "none": "none needed", "other": "none that Headway knows"}.get(word, word)


def _pay(pay: Json) -> str:
    low, high = (None if pay[end] is None else f"{pay[end]:,.0f}" for end in ("min", "max"))
    span = f"{low} to {high}" if low and high and low != high else low or f"up to {high}"
    return f"{span} {pay['currency']} a {pay['period']}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:57] + "..."


def _requirements(document: Json, need: str) -> None:
    from headway.app.choices import asked_words
    from headway.cli import output

    labels = {skill["skill"]: skill["label"] for skill in document["skills"]}
    rows = [each for each in document["requirements"] if each["need"] == need]
    if not rows:
        return
    output.heading(need.capitalize())
    for row in rows:
        years = f" ({row['years']:g}+ years)" if row["years"] else ""
        asks = asked_words([labels.get(skill, skill) for skill in row["any_of"]], row["count"])
        output.wrapped(f"- {asks}{years}", "  ")
