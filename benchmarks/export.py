"""What the files cost: `python benchmarks/export.py`. CPU seconds of one process after the first call, best of five."""

import time
from collections.abc import Callable
from pathlib import Path

from headway.app.context import open_context
from headway.app.person import PersonQuestion
from headway.app.plan import plan
from headway.app.plan_question import PlanQuestion
from headway.app.profile import profile_docx, profile_of, profile_resume
from headway.app.report import report_html, report_pdf

CV = str(Path(__file__).parent.parent / "examples" / "mara-lindqvist.pdf")


def _timed(name: str, make: Callable[[], bytes]) -> None:
    begin = time.process_time()
    content = make()
    first, best = time.process_time() - begin, float("inf")
    for _ in range(5):
        begin = time.process_time()
        make()
        best = min(best, time.process_time() - begin)
    print(f"{name:12} first {first:.2f} s, then {best:.2f} s, {len(content) / 1000:.0f} kB")


def main() -> None:
    """Print one line a format."""
    context = open_context("2026-11-20")
    result = plan(context, PlanQuestion(cv=CV, role="machine-learning-engineer"))
    profile = profile_of(context, PersonQuestion(cv=CV))
    _timed("HTML", lambda: report_html(result))
    _timed("PDF", lambda: report_pdf(result))
    _timed("DOCX", lambda: profile_docx(profile))
    _timed("JSON Resume", lambda: profile_resume(profile))


if __name__ == "__main__":
    main()
