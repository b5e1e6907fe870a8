"""`headway market jobs`: every posting ranked by how well the person fits, with the reason for each requirement."""

from typing import Final

import msgspec
import numpy as np

from headway.app.context import Context
from headway.app.experience import years_words
from headway.app.market_aim import aim_of, counted_work
from headway.app.market_detail import details
from headway.app.market_judge import judge
from headway.app.market_near import near_rows
from headway.app.market_wishes import JobsWish
from headway.app.person import PersonQuestion
from headway.errors import BadOption
from headway.fit.openings import Openings
from headway.fit.postings import ranking
from headway.postings.demands import SET_SHARE
from headway.values import KNOWN_CONFIDENCE, Json

MOST: Final = 1000
"""So many postings are shown at most."""


class JobsQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """What is wanted of the ranking."""

    wish: JobsWish = JobsWish()
    reachable: bool = False
    limit: int = 20
    confidence: float = KNOWN_CONFIDENCE


def market_jobs(context: Context, person: PersonQuestion, question: JobsQuestion) -> Json:
    """Postings that pass the filters, best first, the near misses, and what each filter left out."""
    if not 1 <= question.limit <= MOST:
        raise BadOption(f"--limit is {question.limit}.", f"Give a number from 1 to {MOST}.")
    found = judge(context, person, question.wish, question.confidence)
    wanted = found.passed.mask & (found.reach.reachable if question.reachable else True)
    order = ranking(found.fits, found.reach.covered, found.listing.demands.ids, wanted)
    shown = order[: question.limit]
    aim = aim_of(found)
    closes = found.listing.numbers["closes"]
    openings = Openings(found.listing.demands, found.who.levels, found.reach, aim.mask)
    return {
        "schema": "headway.market-jobs/1",
        "today": context.today.isoformat(),
        "invented": found.listing.invented,
        "postings": len(found.listing),
        "passed": int(found.passed.mask.sum()),
        "closed": int((found.passed.mask & (closes < np.datetime64(context.today, "D"))).sum()),
        "ranked": len(order),
        "not_ranked": int((wanted & ~found.fits.ranked).sum()),
        "reachable": int((found.passed.mask & found.reach.reachable).sum()),
        "reachable_share_needed": SET_SHARE,
        "filters": msgspec.to_builtins(found.passed.tallies),
        "jobs": details(context, found, shown),
        "near_misses": near_rows(context, openings, found.who),
        "near_misses_of": counted_work(context, found, aim),
        "years_experience": found.person.years,
        "years_counted": found.who.years,
        "years_words": years_words(found.person.years, found.who.years),
        "findings": msgspec.to_builtins(found.person.findings),
    }
