"""The files a market plan was asked for, each written whole or not at all."""

from headway.app.files import write_whole
from headway.app.market_plan import MarketPlanResult
from headway.app.market_plan_json import market_plan_json


def market_plan_pdf(result: MarketPlanResult) -> bytes:
    """The plan for paper. Raises MissingExtra."""
    from headway.publish.market_paper import market_paper
    from headway.publish.typeset import typeset

    return typeset(market_paper(market_plan_json(result), result.context.today))


def write_files(result: MarketPlanResult) -> None:
    """`--html`, `--pdf` and `--ics`."""
    if result.question.html is not None:
        from headway.publish.market_report import market_report

        write_whole(result.question.html, market_report(market_plan_json(result)), "--html")
    if result.question.pdf is not None:
        write_whole(result.question.pdf, market_plan_pdf(result), "--pdf")
    if result.question.ics is not None:
        from headway.planning.names import names_of
        from headway.publish.market_calendar import market_calendar

        labels = names_of(result.context.knowledge).labels
        write_whole(result.question.ics, market_calendar(result.plan, labels, result.context.today), "--ics")
