"""Which postings near misses and the value of an hour are counted over: those for the work that the person aims at.

A market holds all kinds of work. That customer success would open thirty postings of sales tells an analyst nothing.
"""

from typing import Final

import msgspec

from headway.app.context import Context
from headway.app.kept_person import KeptPerson
from headway.app.market_judge import Judged
from headway.arrays import Array
from headway.market.wishes import of_role
from headway.values import Json

OTHER_WORK: Final = "other"
"""The role of a posting whose title names no role of the map."""


class Aim(msgspec.Struct, frozen=True, kw_only=True):
    """mask: postings that pass the filters and are for the work aimed at. role: None where that is every role known.

    because: `asked` (--role), `plan` (the role of the saved plan), `map` (neither is there: every role of the map).
    """

    mask: Array
    role: str | None
    because: str


def aim_of(found: Judged) -> Aim:
    """What is asked for, else the role of the saved plan where a posting is for it, else every role of the map."""
    passed = found.passed.mask
    if found.wishes.role is not None:
        return Aim(mask=passed, role=found.wishes.role, because="asked")
    saved = found.person.state.plan if isinstance(found.person, KeptPerson) else None
    if saved is not None:
        mask = passed & of_role(found.listing, saved.saved.role)
        if mask.any():
            return Aim(mask=mask, role=saved.saved.role, because="plan")
    known = ~found.listing.words["role"].among(frozenset({OTHER_WORK}))
    return Aim(mask=passed & known, role=None, because="map")


def counted_work(context: Context, found: Judged, aim: Aim) -> Json:
    """What was counted, for a screen."""
    role = context.knowledge.roles.get(aim.role) if aim.role else None
    return {
        "role": aim.role,
        "label": role.label if role else aim.role,
        "because": aim.because,
        "postings": int(aim.mask.sum()),
        "other_work": int((found.passed.mask & ~aim.mask).sum()),
    }
