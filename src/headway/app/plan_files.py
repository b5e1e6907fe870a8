"""The files the main job was asked for, each written whole or not at all."""

from headway.app.files import write_whole
from headway.app.plan_result import PlanResult
from headway.planning.names import names_of


def write_files(result: PlanResult) -> None:
    """The files that were asked for, each whole or not at all."""
    if result.question.html is not None:
        from headway.app.report import report_html

        write_whole(result.question.html, report_html(result), "--html")
    if result.question.ics is not None:
        from headway.publish.calendar_file import calendar_file

        labels = names_of(result.context.knowledge).labels
        labels |= {action.id: action.label for action in result.context.knowledge.actions.values()}
        content = calendar_file(result.plan, labels, result.context.today)
        write_whole(result.question.ics, content, "--ics")
