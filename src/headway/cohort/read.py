"""From the bytes of a share file to what it says, or why it is set aside. The files are untrusted."""

import datetime as dt
import re
from typing import Final

import msgspec

from headway.cohort.model import SCHEMA, Share
from headway.errors import UnreadableFile

MOST_BYTES: Final = 1_000_000
HINT: Final = "Ask for a new file: headway share --out FILE"
_DECODER: Final = msgspec.json.Decoder(Share)
_BEGINNING: Final = re.compile(rb'\s*\{\s*"schema":\s*"headway\.share/')


class _Head(msgspec.Struct):
    schema: str = ""


def is_share(content: bytes) -> bool:
    """Whether the bytes claim to be a share file, of whatever version, be it cut off on its way."""
    try:
        return msgspec.json.decode(content, type=_Head).schema.startswith("headway.share/")
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _BEGINNING.match(content) is not None
    except RecursionError:
        return False


def read_share(content: bytes, today: dt.date) -> Share:
    """The file, checked throughout. today: a file from later would count as the newest for good. Raises
    UnreadableFile."""
    try:
        head = msgspec.json.decode(content, type=_Head)
        if head.schema.startswith("headway.share/") and head.schema != SCHEMA:
            raise UnreadableFile(f"It has the form {head.schema:.40}, not {SCHEMA}.", "Update Headway.")
        share = _DECODER.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableFile(f"It is not what 'headway share' writes: {error}.", HINT) from error
    if wrong := unsound(share, today):
        raise UnreadableFile(f"{wrong}.", HINT)
    return share


def unsound(share: Share, today: dt.date) -> str:
    """What cannot be, in words; empty where all can."""
    plan = share.plan
    skills = [held.skill for held in share.skills]
    dates = [share.date, *(lab.date for lab in share.labs), *(test.date for test in share.tests)]
    wrong = {
        f"It is dated {max(dates)}, after today": max(dates) > today,
        "It names a skill twice": len(set(skills)) != len(skills),
        "Its name is no name": share.name is not None and not (share.name.strip() and share.name.isprintable()),
        "Its plan has more steps done or due than steps": plan is not None
        and max(plan.steps_done, plan.steps_due) > plan.steps,
    }
    return next((words for words, holds in wrong.items() if holds), "")
