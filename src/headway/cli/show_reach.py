"""Words for the share of the market within reach."""

from headway.cli.output import wrapped
from headway.values import Json


def percent(value: float, digits: int = 0) -> str:
    """A share as per cent, whole ones unless more digits are wanted."""
    return f"{100 * value:.{digits}f} %"


def invented(result: Json) -> None:
    """The one thing that must not be overlooked."""
    if result["invented"]:
        wrapped("! These postings are INVENTED, to try Headway with. They say nothing about any real market.")


def reach_words(now: Json) -> str:
    """Today's share with its interval, in one sentence."""
    kind = "invented postings" if now["invented"] else "postings"
    if not now["postings"]:
        return f"No {kind} pass that name a requirement."
    words = (
        f"Within reach today: {now['reachable']:,} of {now['postings']:,} {kind} of {now['companies']} companies, "
        f"{percent(now['share'])} (95 % interval {percent(now['low'])} - {percent(now['high'])})."
    )
    return f"{words} A small sample: read the interval, not the share." if now["small_sample"] else words
