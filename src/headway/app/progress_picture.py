"""The picture on the Progress page: what the plans asked for, what was done, and when the rest may be done."""

import datetime as dt

from headway.app.context import Context
from headway.app.status import progress_of
from headway.app.workspace_room import state_of
from headway.publish.progress_chart import Point, Way, progress_chart


def picture(context: Context, profile: str | None) -> str:
    """The drawing; empty text in the first days of a plan. Raises NothingKept, WorkspaceUnusable."""
    progress = progress_of(context, state_of(context, profile))
    planned: list[Point] = []
    logged: list[Point] = []
    asked = done = 0.0
    for week in progress.weeks:
        if not planned:
            planned, logged = [(week.first, 0.0)], [(week.first, 0.0)]
        asked, done = asked + week.planned, done + week.studied
        end = min(week.first + dt.timedelta(days=7), progress.today)
        planned.append((end, asked))
        logged.append((end, done))
    forecast = progress.forecast
    return progress_chart(
        Way(
            planned=tuple(planned),
            logged=tuple(logged),
            total=done + sum(each.hours.likely for each in progress.left),
            early=forecast.early,
            middle=forecast.middle,
            late=forecast.late,
        )
    )
