"""What a finished test moved, measured when its result is written into the log and kept beside the test."""

import msgspec

from headway.app.context import Context
from headway.app.files import write_whole
from headway.app.keep_person import plan_role
from headway.app.lab_moved import Standing, moved, standing
from headway.app.test_files import folder_of, keep
from headway.assessment.model import Session
from headway.assessment.session import evidence_so_far
from headway.errors import HeadwayError
from headway.knowledge.labs import Proves
from headway.values import Json


def keep_and_measure(context: Context, session: Session, profile: str | None) -> Json | None:
    """Write the result into the log; by how much that moved belief, fits, plan and postings within reach.

    None: nothing was shown, or where the person stands cannot be told (a plan that does not fit any more). The result
    is kept all the same.
    """
    pieces = evidence_so_far(session, context.items)
    asked = _asked(context, session)
    before = _standing(context, profile) if pieces else None
    if not keep(context, pieces, profile):
        return None
    after = _standing(context, profile)
    if before is None or after is None:
        return None
    found = moved(context, asked, before, after, [session.about, plan_role(context, profile)])
    write_whole(folder_of(context, profile) / f"{session.id}.moved", msgspec.json.encode(found), "HEADWAY_HOME")
    return found


def kept_moved(context: Context, session: Session, profile: str | None) -> Json | None:
    """What was measured then; None where nothing was, or where it cannot be read."""
    try:
        content = (folder_of(context, profile) / f"{session.id}.moved").read_bytes()
        return msgspec.json.decode(content, type=Json)
    except (OSError, msgspec.MsgspecError):
        return None


def _asked(context: Context, session: Session) -> list[Proves]:
    """Each skill that was asked about, at the level that the test aims at (else the one of its question)."""
    aims: dict[str, int] = {}
    for aim in sorted(session.aims, key=lambda aim: (-aim.weight, aim.level)):
        aims.setdefault(aim.skill, aim.level)
    found: dict[str, int] = {}
    for given in session.given:
        item = context.items.items.get(given.item)
        if item is not None and given.verdict != "skipped":
            found.setdefault(item.skill, aims.get(item.skill, item.level))
    return [Proves(skill=skill, level=level) for skill, level in found.items()]


def _standing(context: Context, profile: str | None) -> Standing | None:
    try:
        return standing(context, profile)
    except HeadwayError:
        return None
