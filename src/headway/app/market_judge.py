"""The whole market as one person meets it: what passes their filters, how well each posting fits, what is in reach."""

import msgspec

from headway.app.candidate import candidate_of
from headway.app.context import Context
from headway.app.kept_person import somebody
from headway.app.market_listing import listing
from headway.app.market_wishes import JobsWish, wishes_of
from headway.app.person import Person, PersonQuestion
from headway.errors import BadOption
from headway.fit.postings import PostingFits, fit_postings, rates_of
from headway.market.listing import Listing
from headway.market.wishes import Passed, Wishes, passing
from headway.postings.demands import Candidate, Reach, reach


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """The market as one person meets it."""

    person: Person
    listing: Listing
    who: Candidate
    wishes: Wishes
    passed: Passed
    fits: PostingFits
    reach: Reach


def judge(context: Context, question: PersonQuestion, wish: JobsWish, confidence: float) -> Judged:
    """Every posting judged for this person. Raises NothingImported, MissingExtra and the errors of bad input."""
    if not 0.5 <= confidence <= 0.99:
        raise BadOption(f"--confidence is {confidence:g}.", "Give a number from 0.5 to 0.99.")
    return judge_person(context, somebody(context, question), wish, confidence)


def judge_person(context: Context, person: Person, wish: JobsWish, confidence: float) -> Judged:
    """The same for a person who was read already."""
    wishes = wishes_of(context, wish)
    market = listing(context)
    who = candidate_of(person, market.demands.skills, confidence)
    rates = rates_of(person.belief.all(confidence), market.demands.skills)
    return Judged(
        person=person,
        listing=market,
        who=who,
        wishes=wishes,
        passed=passing(market, wishes),
        fits=fit_postings(market.demands, rates, who),
        reach=reach(market.demands, who),
    )
