"""The files a market plan was asked for, each written whole or not at all."""

import msgspec

from headway.app.context import Context
from headway.app.files import write_whole
from headway.app.market_plan import MarketPlanResult
from headway.app.market_plan_json import market_plan_json
from headway.errors import UnknownName
from headway.values import Json


def market_plan_pdf(result: MarketPlanResult) -> bytes:
    """The plan for paper. Raises MissingExtra."""
    return _on_paper(result.context, market_plan_json(result))


def found_plan_pdf(context: Context, work: Json) -> bytes:
    """The same of a search that is over. work: as `Work.json` tells it. Raises UnknownName, MissingExtra."""
    return _on_paper(context, _found(work))


def found_plan_html(work: Json) -> bytes:
    """The report of a search that is over, as one page. Raises UnknownName."""
    from headway.publish.market_report import market_report

    return market_report(_found(work))


def found_plan_calendar(context: Context, work: Json) -> bytes:
    """The same as a calendar file. Raises UnknownName."""
    from headway.publish.market_calendar import MarketDates, market_calendar

    answer = _found(work)
    dates = msgspec.convert(answer["plan"], MarketDates)
    return market_calendar(dates, answer["labels"], context.today)


def _found(work: Json) -> Json:
    answer: Json | None = work["result"]
    if work["kind"] != "market-plan" or answer is None:
        raise UnknownName("This holds no market plan.", "Begin a search on the Market page, under Hours.")
    return answer


def _on_paper(context: Context, answer: Json) -> bytes:
    from headway.publish.market_paper import market_paper
    from headway.publish.typeset import typeset

    return typeset(market_paper(answer, context.today))


def write_files(result: MarketPlanResult) -> None:
    """`--html`, `--pdf` and `--ics`."""
    if result.question.html is not None:
        from headway.publish.market_report import market_report

        write_whole(result.question.html, market_report(market_plan_json(result)), "--html")
    if result.question.pdf is not None:
        write_whole(result.question.pdf, market_plan_pdf(result), "--pdf")
    if result.question.ics is not None:
        from headway.planning.names import names_of
        from headway.publish.market_calendar import MarketDates, market_calendar

        dates = MarketDates(result.plan.steps, result.plan.curve, result.plan.total)
        labels = names_of(result.context.knowledge).labels
        write_whole(result.question.ics, market_calendar(dates, labels, result.context.today), "--ics")
