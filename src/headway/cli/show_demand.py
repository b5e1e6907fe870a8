"""What the market asks for, on the screen."""

from headway.cli.output import heading, or_json, say, table, wrapped
from headway.cli.show_reach import percent
from headway.values import Json, so_many

WITHOUT = {
    "without_country": "name no country",
    "without_seniority": "state no seniority",
    "without_workplace": "do not say where one works",
    "without_date": "carry no date",
}


def counted(result: Json) -> None:
    """What was counted, and what to know before the figures."""
    found, asked = result["counted"], result["filter"]
    for note in result["notes"]:
        wrapped(f"! {note}")
    wishes = ", ".join(f"{name} {value}" for name, value in asked.items() if value) or "everything imported"
    dates = f", posted {found['first_posted']} to {found['last_posted']}" if found["first_posted"] else ""
    wrapped(f"Counted ({wishes}): {counted_of(found)}{dates}.")
    also = [f"{found['folded']:,} duplicates folded into them"] if found["folded"] else []
    also += [f"{found['undated']:,} without a date"] if found["undated"] else []
    also += [f"{found[key]:,} left out because they {words}" for key, words in WITHOUT.items() if found[key]]
    if also:
        wrapped(f"Also: {'; '.join(also)}.")


def counted_of(found: Json) -> str:
    """`30 postings of 4 companies`."""
    companies = "1 company" if found["companies"] == 1 else f"{found['companies']:,} companies"
    return f"{so_many(found['postings'], 'posting')} of {companies}"


def counted_share(share: Json, n: int, *, small: bool) -> str:
    """A share with its interval; for a small sample the counts come first."""
    inside = f"{percent(share['low'])} to {percent(share['high'])}"
    return f"{share['postings']} of {n} ({inside})" if small else f"{percent(share['share'])} ({inside})"


def _points(change: Json) -> str:
    low, high = 100 * change["low"], 100 * change["high"]
    return f"{100 * change['difference']:+.0f} points ({low:+.0f} to {high:+.0f})"


def _skills(result: Json) -> None:
    small, n = result["counted"]["small"], result["counted"]["postings"]
    rows = [
        (
            row["label"],
            counted_share(row["named"], n, small=small),
            *(
                (row[way]["postings"] if small else f"{percent(row[way]['share'])}")
                for way in ("required", "preferred")
            ),
            row["context"]["postings"] if small else percent(row["context"]["share"]),
            f"{row['choice']} of {row['asked']['postings']}" if row["choice"] else "",
        )
        for row in result["skills"]
    ]
    columns = ("skill", "named in (95 % interval)", "required", "preferred", "in passing", "as one of several")
    table(columns, rows, right=(1, 2, 3, 4, 5))
    wrapped(
        "In passing: named, but not asked for. As one of several: of the postings that ask for it, those in which "
        "another skill would do as well (`PyTorch or TensorFlow`). Intervals allow for companies that post many alike."
    )
    if len(result["skills"]) < result["all_skills"]:
        say(f"{len(result['skills'])} of {result['all_skills']} skills; more with --limit.")


def _changes(result: Json) -> None:
    periods = result["periods"]
    heading("What changed")
    if periods is None:
        say("Nothing to compare: the postings do not fall into two periods.")
        return
    wrapped(
        f"{periods['before']} postings dated before {periods['split']} against {periods['after']} from then on; "
        f"{periods['tested']} skills tested, corrected for asking so often (5 % false discoveries)."
    )
    if not result["changes"]:
        wrapped("No skill's share can be told apart from no change. That is not proof that nothing changed.")
        return
    rows = [
        (
            row["label"],
            row["change"]["verdict"],
            f"{percent(row['change']['before']['share'])} to {percent(row['change']['after']['share'])}",
            _points(row["change"]),
            f"{row['change']['q']:.3f}",
        )
        for row in result["changes"]
    ]
    table(("skill", "", "share", "difference (95 % interval)", "q"), rows, right=(2, 3, 4))
    wrapped("Boards show what is still open: old dates among them are adverts that nobody has filled yet.")


def _one_change(result: Json) -> None:
    change = result["skills"][0]["change"] if result["skills"] else None
    if change and change["verdict"] == "not told apart":
        wrapped(f"This skill: {_points(change)}, p {change['p']:.2f}: not told apart from no change.")


def _together(result: Json) -> None:
    heading("Named together more often than by chance")
    rows = [
        (
            row["label"],
            row["other_label"],
            f"{percent(row['given']['share'])} ({row['given']['postings']})",
            f"{row['lift']:.1f} times ({row['low']:.1f} to {row['high']:.1f})",
        )
        for row in result["together"]
    ]
    if not rows:
        say("None that is sure (five postings or more, and an interval above 1).")
        return
    table(
        ("of postings that name", "also name", "share (postings)", "against chance (95 % interval)"), rows, right=(2, 3)
    )


@or_json
def demand(result: Json) -> None:
    """`headway market demand`."""
    counted(result)
    if not result["counted"]["postings"]:
        say("No posting matches. Ask for less, or see what there is: headway market demand")
        return
    say()
    if not result["skills"]:
        say("None of them names such a skill.")
        return
    _skills(result)
    _changes(result)
    if result["filter"] and len(result["skills"]) == 1:
        _one_change(result)
    _together(result)
