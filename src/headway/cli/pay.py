"""The `headway pay` group. `headway pay ROLE` is the usual question, so the word `role` may be left out."""

from typing import Annotated

import typer

from headway.cli.options import AsJson, Today
from headway.cli.sections import Whole


class RoleByDefault(Whole):
    """A group whose first command is meant where none is named."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["role", *args]
        return super().parse_args(ctx, args)


pay = typer.Typer(name="pay", help="What roles pay: headway pay ROLE.", no_args_is_help=True, cls=RoleByDefault)

File = Annotated[str, typer.Argument(metavar="FILE", help="Salaries as CSV, one row each; - is standard input.")]
Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="FIELD=COLUMN",
        help="Which column is what, where names differ; field==VALUE for all rows alike.",
    ),
]
Rate = Annotated[
    list[str] | None,
    typer.Option("--rate", metavar="EUR=1.08@DATE", help="USD for one unit, and the day of that rate; repeatable."),
]


def register(app: typer.Typer) -> None:
    """Add the group with its commands."""
    for command in (role, fit, recalibrate, check):
        pay.command()(command)
    app.add_typer(pay)


def role(
    name: Annotated[str, typer.Argument(metavar="ROLE", help="Role id or job title.")],
    seniority: Annotated[str, typer.Option("--seniority", help="intern ... manager")] = "mid",
    country: Annotated[str | None, typer.Option("--country", help="Two-letter country code.")] = None,
    remote: Annotated[str | None, typer.Option("--remote", help="remote, hybrid or onsite.")] = None,
    size: Annotated[str | None, typer.Option("--size", help="Size of the company: S, M or L.")] = None,
    industry: Annotated[str | None, typer.Option("--industry", help="Industry, where the fitted file has it.")] = None,
    company: Annotated[str | None, typer.Option("--company", help="Employer, where the fitted file has it.")] = None,
    city: Annotated[str | None, typer.Option("--city", help="City, where the fitted file has it.")] = None,
    skills: Annotated[bool, typer.Option("--skills", help="Also what postings that name a skill state more.")] = False,
    rate: Rate = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Pay of a role from every source, side by side: `headway pay ROLE` says the same without the word role."""
    from headway.app import pay as asking
    from headway.app.context import open_context
    from headway.cli import show_pay

    question = asking.PayQuestion(
        role=name, seniority=seniority, country=country, remote=remote, size=size, industry=industry,
        company=company, city=city, skills=skills, rates=tuple(rate or ()),
    )  # fmt: skip
    result = asking.pay(open_context(today), question)
    show_pay.pay(result, as_json=json)
    if asking.knows_nothing(result):
        raise typer.Exit(1)


def fit(file: File, map: Map = None, rate: Rate = None, today: Today = None, json: AsJson = False) -> None:
    """Fit a pay model to a file of salaries and keep it; `headway pay ROLE` then shows its ranges."""
    from headway.app import pay_fit
    from headway.app.context import open_context
    from headway.cli import show_pay
    from headway.cli.output import note

    question = pay_fit.SalaryQuestion(file=file, map=tuple(map or ()), rates=tuple(rate or ()))
    show_pay.fitted(pay_fit.fit_pay(open_context(today), question, note), as_json=json)


def recalibrate(file: File, map: Map = None, rate: Rate = None, today: Today = None, json: AsJson = False) -> None:
    """Let newer rows move the ranges of the fitted model, month by month; nothing is fitted again."""
    from headway.app import pay_fit
    from headway.app.context import open_context
    from headway.cli import show_pay

    question = pay_fit.SalaryQuestion(file=file, map=tuple(map or ()), rates=tuple(rate or ()))
    result = pay_fit.recalibrate_pay(open_context(today), question)
    show_pay.recalibrated(result, as_json=json)
    if not result["step"]["fresh"]:
        raise typer.Exit(1)


def check(file: File, map: Map = None, rate: Rate = None, today: Today = None, json: AsJson = False) -> None:
    """How often the ranges hold on rows of a file that the fitted model has not seen, and how good they are."""
    from headway.app import pay_fit
    from headway.app.context import open_context
    from headway.cli import show_pay

    question = pay_fit.SalaryQuestion(file=file, map=tuple(map or ()), rates=tuple(rate or ()))
    result = pay_fit.check_pay(open_context(today), question)
    show_pay.checked(result, as_json=json)
    if not result["report"]["n"]:
        raise typer.Exit(1)
