"""The calibrated parameters in use on this machine: a file in the user's folder, laid over the bank's start values."""

from pathlib import Path

import msgspec

from headway.app.files import write_whole
from headway.assessment.calibrate import Fitted
from headway.errors import BadOption, UnreadableFile
from headway.knowledge.items import ItemBank

SCHEMA = "headway.item-parameters/1"
MOST_BYTES = 4_000_000
HINT = "Name a file that 'headway calibrate fit --out FILE' wrote."
FOLDER, NOW, BEFORE = "calibration", "item-parameters.json", "item-parameters-before.json"
MOST = 10.0
"""Slopes and difficulties beyond this are no parameters of a question."""


class ItemValues(msgspec.Struct, frozen=True, kw_only=True):
    """A file of parameters: what was fitted, to how much, and how it did on people left out (nats an answer)."""

    schema: str
    people: int
    answers: int
    folds: int
    loss_before: float
    loss_after: float
    better: bool
    items: dict[str, Fitted]


def read_values(path: Path) -> ItemValues:
    """Parameters from a file. Raises UnreadableFile."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFile(f"{path} is too long to be item parameters.", HINT)
        found = msgspec.json.decode(path.read_bytes(), type=ItemValues)
    except OSError as error:
        raise UnreadableFile(f"{path} cannot be read: {error.strerror}.", HINT) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableFile(f"{path} is no file of item parameters: {error}.", HINT) from error
    if found.schema != SCHEMA:
        raise UnreadableFile(f"{path} is no file of item parameters ('{found.schema}').", HINT)
    for item, value in found.items.items():
        if not (0 < value.a <= MOST and abs(value.b) <= MOST):
            raise UnreadableFile(f"{path}: question '{item}' has impossible parameters.", HINT)
    return found


def calibrated(bank: ItemBank, home: Path) -> ItemBank:
    """The bank with the parameters in use, if any. Raises UnreadableFile."""
    path = home / FOLDER / NOW
    if not path.exists():
        return bank
    try:
        values = read_values(path).items
    except UnreadableFile as error:
        raise UnreadableFile(
            str(error).removesuffix(HINT).strip(), "Take it out of use: headway calibrate undo"
        ) from error
    items = {
        id_: msgspec.structs.replace(item, a=values[id_].a, b=values[id_].b, source="calibrated")
        if id_ in values
        else item
        for id_, item in bank.items.items()
    }
    return msgspec.structs.replace(bank, items=items)


def put_in_use(home: Path, content: bytes) -> None:
    """Use these parameters from now on; those used so far are kept for `take_back`."""
    now, before = home / FOLDER / NOW, home / FOLDER / BEFORE
    now.parent.mkdir(parents=True, exist_ok=True)
    if now.exists():
        write_whole(before, now.read_bytes(), "HEADWAY_HOME")
    write_whole(now, content, "HEADWAY_HOME")


def take_back(home: Path) -> bool:
    """Back to the parameters used before. False: back to the start values. Raises BadOption: none are in use."""
    now, before = home / FOLDER / NOW, home / FOLDER / BEFORE
    if not now.exists():
        raise BadOption(
            "The questions have their start values: nothing was calibrated here.", "There is nothing to undo."
        )
    if before.exists():
        before.replace(now)
        return True
    now.unlink()
    return False
