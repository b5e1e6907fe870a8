"""Commands that look into the knowledge base."""

from pathlib import Path
from typing import Annotated

import typer

from headway.cli.options import AsJson, Today


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    for command in (roles, role, skill, resources, glossary, sources, facts, compare, path, audit, check):
        app.command()(command)


def roles(json: AsJson = False) -> None:
    """All roles Headway knows."""
    from headway.app import look
    from headway.app.context import open_context
    from headway.cli import show_knowledge

    show_knowledge.roles(look.roles(open_context()), as_json=json)


def role(name: Annotated[str, typer.Argument(help="Role id or job title.")], json: AsJson = False) -> None:
    """What one role does, needs and pays, and who says so."""
    from headway.app import look
    from headway.app.context import open_context
    from headway.cli import show_knowledge

    show_knowledge.role(look.role(open_context(), name), as_json=json)


def skill(name: Annotated[str, typer.Argument(help="Skill id or any name of it.")], json: AsJson = False) -> None:
    """What one skill is, what it needs, who asks for it and who teaches it."""
    from headway.app import look
    from headway.app.context import open_context
    from headway.cli import show_knowledge

    show_knowledge.skill(look.skill(open_context(), name), as_json=json)


def resources(
    word: Annotated[str | None, typer.Argument(help="Show this one in full: its id or name.")] = None,
    skill: Annotated[str | None, typer.Option("--skill", help="Only what teaches this skill.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="course, book, project ...")] = None,
    free: Annotated[bool, typer.Option("--free-only", help="Only what costs nothing.")] = False,
    json: AsJson = False,
) -> None:
    """Courses, books, projects and other things that teach."""
    from headway.app import look
    from headway.app.context import open_context
    from headway.cli import show_knowledge
    from headway.errors import BadOption

    if word is not None:
        if skill or kind or free:
            raise BadOption("One resource was named, and a filter too.", "Leave out --skill, --kind and --free-only.")
        show_knowledge.resource(look.resource(open_context(), word), as_json=json)
        return
    result = look.resources(open_context(), skill=skill, kind=kind, free=free)
    show_knowledge.resources(result, as_json=json)
    if not result["resources"]:
        raise typer.Exit(1)


def glossary(
    word: Annotated[str | None, typer.Argument(help="Show only entries that hold this word.")] = None,
    json: AsJson = False,
) -> None:
    """Words explained, and common questions answered."""
    from headway.app import look
    from headway.app.context import open_context
    from headway.cli import show_knowledge

    show_knowledge.glossary(look.glossary(open_context(), word), as_json=json)


def sources(today: Today = None, json: AsJson = False) -> None:
    """Where every fact comes from, and which claims have no source."""
    from headway.app import look
    from headway.app.context import open_context
    from headway.cli import show_knowledge

    show_knowledge.sources(look.sources(open_context(today)), as_json=json)


def facts(
    words: Annotated[list[str] | None, typer.Argument(help="Words that must be in it.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="role, demand, pay, skill, resource ...")] = None,
    source: Annotated[str | None, typer.Option("--source", help="Id of a source, or editorial.")] = None,
    about: Annotated[str | None, typer.Option("--about", help="Id of the role, skill or resource.")] = None,
    one: Annotated[str | None, typer.Option("--id", help="One fact, by the id that stands with it.")] = None,
    unchecked: Annotated[bool, typer.Option("--unchecked", help="Only what nobody has looked at since.")] = False,
    conflicts: Annotated[bool, typer.Option("--conflicts", help="Only what another source contradicts.")] = False,
    older: Annotated[float | None, typer.Option("--older", help="Only sources at least so many years old.")] = None,
    page: Annotated[int, typer.Option("--page", help="Fifty facts a page.")] = 1,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Everything the knowledge base says, with its source and its age."""
    from headway.app import facts as use
    from headway.app.context import open_context
    from headway.cli import show_knowledge

    question = use.FactQuestion(
        words=" ".join(words or ()), kind=kind, source=source, about=about, unchecked=unchecked, conflicts=conflicts,
        older=older, page=page, one=one,
    )  # fmt: skip
    found = use.facts(open_context(today), question)
    show_knowledge.facts(found, as_json=json)
    if not found["count"]:
        raise typer.Exit(1)


def compare(
    ways: Annotated[list[str] | None, typer.Argument(help="degree, bootcamp, self-taught ...")] = None,
    json: AsJson = False,
) -> None:
    """Ways into the field side by side: degree, bootcamp, self-taught."""
    from headway.app import look
    from headway.app.context import open_context
    from headway.cli import show_knowledge

    show_knowledge.compare(look.compare(open_context(), tuple(ways or ())), as_json=json)


def path(
    start: Annotated[str, typer.Argument(metavar="FROM", help="The role held now.")],
    goal: Annotated[str, typer.Argument(metavar="TO", help="The role wanted.")],
    hours: Annotated[float, typer.Option("--hours", help="Study hours a week.")] = 10.0,
    seniority: Annotated[str, typer.Option("--seniority", help="Level of the roles on the way.")] = "mid",
    country: Annotated[str | None, typer.Option("--country", help="Two-letter country code, for pay.")] = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """The way from one role to another, step by step, with time and pay on each leg."""
    from headway.app import career_path
    from headway.app.context import open_context
    from headway.cli import show_knowledge

    question = career_path.PathQuestion(start, goal, hours, seniority, country)
    show_knowledge.path(career_path.find_path(open_context(today), question), as_json=json)


def audit(
    roadmap: Annotated[str, typer.Argument(help="A guide (s0 ... s3) or your own roadmap file (.yaml).")],
    json: AsJson = False,
) -> None:
    """Check a roadmap's own arithmetic: hours, months, order, skills taught nowhere."""
    from headway.app import checking
    from headway.app.context import open_context
    from headway.cli import show_knowledge

    result = checking.audit_roadmap(open_context(), roadmap)
    show_knowledge.audit(result, as_json=json)
    if any(f.severity == "error" for f in result.findings):
        raise typer.Exit(1)


def check(
    folder: Annotated[Path | None, typer.Argument(help="Another data folder to check.")] = None,
    json: AsJson = False,
) -> None:
    """Lint the knowledge base: danglers, cycles, odd hours, skills nobody teaches."""
    from headway.app import checking
    from headway.cli import show_knowledge

    found = checking.check_knowledge(folder)
    show_knowledge.check(found, as_json=json)
    if any(f.severity == "error" for f in found):
        raise typer.Exit(1)
