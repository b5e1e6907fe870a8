"""Commands about a person: plan, read, skills, fit, why."""

from pathlib import Path
from typing import Annotated

import typer

from headway.cli.options import AsJson, Profile, Today

OptionalCv = Annotated[
    str | None, typer.Argument(help="CV file (PDF, DOCX, HTML, Markdown, text, JSON Resume); - reads standard input.")
]
Know = Annotated[
    list[str] | None, typer.Option("--know", metavar="SKILL=LEVEL", help="Say what you know, 0 to 4; repeatable.")
]
TestResults = Annotated[
    list[str] | None,
    typer.Option("--test-result", metavar="FILE", help="Proof that 'headway test --out FILE' wrote; repeatable."),
]
Country = Annotated[str | None, typer.Option("--country", metavar="CODE", help="Two-letter country code, for pay.")]
Confidence = Annotated[float, typer.Option("--confidence", help="How sure a level must be to count as known.")]


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    for command in (plan, read, skills, fit, why):
        app.command()(command)


def plan(
    cv: OptionalCv = None,
    role: Annotated[str | None, typer.Option("--role", help="Role to reach (id or title).")] = None,
    seniority: Annotated[str | None, typer.Option("--seniority", help="intern ... manager")] = None,
    hours: Annotated[float | None, typer.Option("--hours", help="Study hours a week (10 when not said).")] = None,
    weekdays: Annotated[
        str | None,
        typer.Option("--weekdays", metavar="MON,...,SUN", help="Hours for each weekday, e.g. 2,2,0,2,0,4,0."),
    ] = None,
    off: Annotated[
        list[str] | None,
        typer.Option("--off", metavar="FROM:TO", help="Days off, e.g. 2026-12-20:2027-01-03; repeatable."),
    ] = None,
    start: Annotated[str | None, typer.Option("--start", metavar="DATE", help="First day of study (today).")] = None,
    deadline: Annotated[str | None, typer.Option("--deadline", metavar="DATE", help="Day by which to be done.")] = None,
    budget: Annotated[float | None, typer.Option("--budget", help="Money for courses and books.")] = None,
    currency: Annotated[str, typer.Option("--currency", help="Currency of the budget.")] = "USD",
    free_only: Annotated[bool, typer.Option("--free-only", help="Use only what costs nothing.")] = False,
    formats: Annotated[
        list[str] | None, typer.Option("--format", help="Only video, reading, interactive, project ...; repeatable.")
    ] = None,
    languages: Annotated[
        list[str] | None, typer.Option("--language", help="Languages you can study in (en); repeatable.")
    ] = None,
    confidence: Confidence = 0.6,
    done: Annotated[list[str] | None, typer.Option("--done", help="A resource you have finished; repeatable.")] = None,
    skip: Annotated[list[str] | None, typer.Option("--skip", help="A resource you do not want; repeatable.")] = None,
    prefer: Annotated[list[str] | None, typer.Option("--prefer", help="A resource you would like; repeatable.")] = None,
    drop: Annotated[
        list[str] | None, typer.Option("--drop", help="A skill of the role to give up; repeatable.")
    ] = None,
    know: Know = None,
    test_result: TestResults = None,
    country: Country = None,
    html: Annotated[Path | None, typer.Option("--html", help="Write the report as one HTML file.")] = None,
    pdf: Annotated[Path | None, typer.Option("--pdf", help="Write the report as a PDF for paper.")] = None,
    ics: Annotated[Path | None, typer.Option("--ics", help="Write the steps as a calendar file.")] = None,
    today: Today = None,
    save: Annotated[bool, typer.Option("--save", help="Keep CV, answers and plan in your workspace.")] = False,
    late: Annotated[
        bool, typer.Option("--late", help="Where only time is short: the plan that ends after the --deadline.")
    ] = False,
    profile: Profile = None,
    timings: Annotated[bool, typer.Option("--timings", help="Show how long each phase took (standard error).")] = False,
    json: AsJson = False,
    market: Annotated[
        bool, typer.Option("--market", help="Plan for the imported postings: the most within reach, soonest.")
    ] = False,
    seconds: Annotated[float | None, typer.Option("--seconds", help="With --market: how long to search (10).")] = None,
    iterations: Annotated[
        int | None, typer.Option("--iterations", help="With --market: so many steps of search, the same every time.")
    ] = None,
    proof: Annotated[
        int | None,
        typer.Option(
            "--proof", help="With --market: how hard to prove how good it is; 100 is the usual, less is quicker."
        ),
    ] = None,
    coverage: Annotated[
        float | None,
        typer.Option("--coverage", help="With --market: share of a posting's required skills to cover (0.8)."),
    ] = None,
) -> None:
    """The main job: what a CV shows, how far the role is, and the fastest dated plan with its proof.

    With --market: the plan that brings the most imported postings within reach, soonest; --role, --seniority and
    --country then say which postings count.
    """
    from headway.app.context import open_context
    from headway.app.plan import PlanQuestion
    from headway.app.plan import plan as make
    from headway.cli import ask, plan_market, show_plan

    question = PlanQuestion(
        cv=cv, know=tuple(know or ()), test_results=tuple(test_result or ()), country=country,
        profile=profile, role=role, seniority=seniority, hours=hours,
        weekdays=weekdays, off=tuple(off or ()), start=start, deadline=deadline, budget=budget, currency=currency,
        free_only=free_only, formats=tuple(formats or ()), languages=tuple(languages or ()), confidence=confidence,
        done=tuple(done or ()), skip=tuple(skip or ()), prefer=tuple(prefer or ()),
        drop=tuple(drop or ()), late=late, html=html, pdf=pdf, ics=ics,
    )  # fmt: skip
    effort = plan_market.effort(market, seconds, iterations, proof, coverage, save)
    if effort is not None:
        if not plan_market.run(today, question, effort, as_json=json):
            raise typer.Exit(1)
        return
    context = open_context(today)
    result = make(context, ask.completed(context, question))
    saving = None
    if save:
        from headway.app.save_plan import save_plan

        saving = save_plan(result, profile)
    show_plan.plan(result, as_json=json, saving=saving)
    if saving is not None:
        from headway.app.late import only_time_is_short
        from headway.cli.show_workspace import kept

        kept(saving.fits, only_time_is_short(result.plan), saving.same)
    if timings:
        show_plan.timings(result)
    if result.plan.status == "infeasible":
        raise typer.Exit(1)


def read(
    files: Annotated[list[str], typer.Argument(help="Files to read; - is standard input.")],
    today: Today = None,
    json: AsJson = False,
) -> None:
    """A CV or other document as Headway sees it."""
    from headway.app import read as reading
    from headway.app.context import open_context
    from headway.cli import show_person

    show_person.read(reading.read_files(open_context(today), tuple(files)), as_json=json)


def skills(
    files: Annotated[list[str] | None, typer.Argument(help="Files to look through; - is standard input.")] = None,
    jsonl: Annotated[
        str | None, typer.Option("--jsonl", metavar="FILE", help="Rows of JSON, one document a line.")
    ] = None,
    id_field: Annotated[
        str | None, typer.Option("--id-field", help="Field with the row's id (id, else the line).")
    ] = None,
    title_field: Annotated[str, typer.Option("--title-field", help="Field with the title.")] = "title",
    text_field: Annotated[str, typer.Option("--text-field", help="Field with the text.")] = "description",
    thorough: Annotated[
        bool, typer.Option("--thorough", help="A slower second reader; also marks names the skill map lacks (no id).")
    ] = False,
    json: AsJson = False,
) -> None:
    """Where texts name skills."""
    from headway.app import skills as mentions
    from headway.app.context import open_context
    from headway.cli import output, show_person
    from headway.errors import BadOption

    if bool(files) == bool(jsonl):
        raise BadOption("Name files to look through, or one file with --jsonl, not both.")
    context = open_context()
    if not jsonl:
        show_person.skills(mentions.skills_in_files(context, tuple(files or ()), thorough=thorough), as_json=json)
        return
    fields = mentions.RowFields(id=id_field, title=title_field, text=text_field)
    good = 0
    for row in mentions.skills_in_rows(context, jsonl, fields, thorough=thorough):
        output.print_jsonl(row)
        good += "error" not in row
    if not good:
        raise BadOption(
            f"No row of {jsonl} could be read.", "Each line must be a JSON object; --text-field names its text."
        )


def fit(
    cv: OptionalCv = None,
    role: Annotated[str | None, typer.Option("--role", help="Only this role.")] = None,
    seniority: Annotated[str | None, typer.Option("--seniority", help="Compare at this seniority.")] = None,
    know: Know = None,
    test_result: TestResults = None,
    country: Country = None,
    confidence: Confidence = 0.6,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Roles ranked by how far you are, with the reason for each point."""
    from headway.app import fit as fits
    from headway.app.context import open_context
    from headway.app.person import PersonQuestion
    from headway.cli import show_person

    question = PersonQuestion(
        cv=cv, know=tuple(know or ()), country=country, test_results=tuple(test_result or ()), profile=profile
    )
    result = fits.fit(open_context(today), question, role=role, seniority=seniority, confidence=confidence)
    show_person.fit(result, as_json=json)


def why(
    skill: Annotated[str, typer.Argument(help="Skill id or any name of it.")],
    cv: OptionalCv = None,
    know: Know = None,
    test_result: TestResults = None,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """The evidence behind one belief, each piece with its share."""
    from headway.app import fit as fits
    from headway.app.context import open_context
    from headway.app.person import PersonQuestion
    from headway.cli import show_person

    question = PersonQuestion(cv=cv, know=tuple(know or ()), test_results=tuple(test_result or ()), profile=profile)
    result = fits.why(open_context(today), skill, question)
    show_person.why(result, as_json=json)
