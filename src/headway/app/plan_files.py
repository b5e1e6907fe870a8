"""The files the main job was asked for, each written whole or not at all."""

from collections.abc import Mapping
from pathlib import Path

from headway.app.files import check_outputs, write_whole
from headway.app.plan_result import PlanResult
from headway.planning.names import names_of


def check_files(outputs: Mapping[str, Path]) -> None:
    """Fail before the long work where a file cannot be written. outputs: by option. Raises BadOption, MissingExtra."""
    check_outputs(outputs)
    if "--pdf" in outputs:
        from headway.publish.typeset import need_typst

        need_typst()


def write_files(result: PlanResult) -> None:
    """The files that were asked for, each whole or not at all."""
    if result.question.html is not None:
        from headway.app.report import report_html

        write_whole(result.question.html, report_html(result), "--html")
    if result.question.pdf is not None:
        from headway.app.report import report_pdf

        write_whole(result.question.pdf, report_pdf(result), "--pdf")
    if result.question.ics is not None:
        from headway.publish.calendar_file import calendar_file

        labels = names_of(result.context.knowledge).labels
        labels |= {action.id: action.label for action in result.context.knowledge.actions.values()}
        content = calendar_file(result.plan, labels, result.context.today)
        write_whole(result.question.ics, content, "--ics")
