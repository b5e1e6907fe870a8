"""Text for `headway market value`."""

from headway.cli.output import findings_of, heading, or_json, say, table, wrapped
from headway.cli.show_jobs import counted_words, filters
from headway.cli.show_reach import invented, reach_words
from headway.values import LEVEL_NAMES, Json


@or_json
def value(result: Json) -> None:
    findings_of(result["findings"])
    now = result["now"]
    invented(now)
    wrapped(counted_words(result["counted"]))
    wrapped(reach_words(now))
    filters(result["filters"])
    if now["postings"]:
        wrapped(
            f"{result['closed_by_years_or_degree']:,} of these {now['postings']:,} ask for years or a degree that no "
            "study of skills changes."
        )
    _pay_now(result["pay_now"])
    _list("Skills, by postings for each hour of study (what has to come first included)", result["skills"])
    _list("Resources, by postings for each hour", result["resources"])
    _set(result)


def _pay_now(pay: Json) -> None:
    if pay["median"] is None:
        say("None of those within reach states pay in a currency to compare.")
        return
    between = (
        f"95 % interval {pay['low']:,.0f} - {pay['high']:,.0f}" if pay["low"] is not None else "too few for an interval"
    )
    median = f"{pay['currency']} {pay['median']:,.0f} a year"
    wrapped(f"Median stated pay of what is within reach: {median} (n = {pay['n']}, {between}).")


def _list(title: str, rows: list[Json]) -> None:
    heading(title)
    if not rows:
        say("Nothing opens a posting by itself.")
        return
    cells = [
        (_name(row), f"{row['hours']:g}", row["opens"], f"{row['low']:.0f} - {row['high']:.0f}",
         f"{row['opens_per_hour']:.2f}", _more_pay(row))
        for row in rows
    ]  # fmt: skip
    table(("what", "hours", "opens", "95 %", "an hour", "median pay"), cells, right=(1, 2, 3, 4, 5))


def _name(row: Json) -> str:
    level = f", {LEVEL_NAMES[row['level']]}" if "level" in row else ""
    before = len(row["steps"]) - 1 if "resource" in row else 0
    return f"{row['label']}{level}" + (f" (after {before} other{'s' if before > 1 else ''})" if before else "")


def _more_pay(row: Json) -> str:
    return "too few" if row["pay_added"] is None else f"{row['pay_added']:+,.0f}"


def _set(result: Json) -> None:
    if not result["set"]:
        return
    heading("Together, step by step: nothing counted twice")
    for number, row in enumerate(result["set"], 1):
        names = ", ".join(f"{step['label']} ({step['hours']:g} h)" for step in row["steps"])
        wrapped(f"{number}. {names}", "  ")
        together = f"{row['opens_together']} in {row['hours_together']:g} h together"
        wrapped(f"{row['hours']:g} h open {row['opens']} more; {together}", "     ")
    say()
    wrapped(
        "Chosen greedily: the next step is always the one that adds most for each hour. "
        "headway plan CV --market looks for a better order over time, with a bound."
    )
