"""What the pages of the market ask when they are opened without a filter."""

from headway.app.market_demand import Question
from headway.app.market_jobs import JobsQuestion
from headway.app.market_scope import Wishes
from headway.app.market_value import ValueQuestion
from headway.app.market_wishes import JobsWish
from headway.app.person import PersonQuestion

SKILLS, EVERY_SKILL, TRENDS, JOBS, VALUES = 25, 2000, 12, 20, 15
"""How many rows each page shows; EVERY_SKILL: more than there are."""


def first_questions(profile: str | None) -> tuple[tuple[object, ...], ...]:
    """For Aside.ahead: the name of each with what it takes. Those the person is most likely to look at come first."""
    who = PersonQuestion(profile=profile)
    return (
        ("demand", Wishes(), Question(by="asked", limit=SKILLS)),
        ("jobs", who, JobsQuestion(wish=JobsWish(), limit=JOBS)),
        ("value", who, ValueQuestion(wish=JobsWish(), limit=VALUES)),
        ("trends", Wishes(), (), "named", TRENDS),
        ("demand", Wishes(), Question(by="asked", limit=EVERY_SKILL)),
    )
