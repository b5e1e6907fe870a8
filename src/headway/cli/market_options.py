"""Filters that several commands on the market share."""

from typing import Annotated

import typer

Role = Annotated[str | None, typer.Option("--role", help="Only this role (id or title).")]
Seniority = Annotated[
    list[str] | None, typer.Option("--seniority", help="Only this seniority, intern ... manager; repeatable.")
]
Country = Annotated[str | None, typer.Option("--country", metavar="CODE", help="Only this country (DE, US, GB ...).")]
Remote = Annotated[bool, typer.Option("--remote", help="Only remote jobs: hybrid, on site and silent ones are out.")]
Workplace = Annotated[
    list[str] | None, typer.Option("--workplace", help="Only remote, hybrid or onsite jobs; repeatable.")
]
Visa = Annotated[
    list[str] | None,
    typer.Option("--visa", help="Only where sponsoring a visa is stated: yes, no, or silent; repeatable."),
]
Company = Annotated[str | None, typer.Option("--company", help="Only companies with this in their name.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Only postings from this day on.")]
PayFloor = Annotated[
    float | None,
    typer.Option("--pay-floor", help="Only where the top of the stated pay, a year, reaches this; needs --currency."),
]
Currency = Annotated[
    str | None, typer.Option("--currency", metavar="CODE", help="Currency of pay; others are not converted.")
]
Unpaid = Annotated[bool, typer.Option("--include-unpaid", help="Let postings that state no pay pass the pay floor.")]
Unstated = Annotated[
    bool, typer.Option("--include-unstated", help="Let postings pass the other filters where they are silent.")
]
