"""Proof kept in a file: what a test writes, and what plan, fit and why read with --test-result."""

import json
from pathlib import Path
from typing import Any

import msgspec

from headway.errors import UnreadableFile
from headway.learner.model import Evidence

SCHEMA = "headway.evidence/1"
MOST_BYTES = 4_000_000
HINT = "Name a file that 'headway test --out FILE' wrote."


def evidence_json(pieces: tuple[Evidence, ...]) -> dict[str, Any]:
    """What is written."""
    return {"schema": SCHEMA, "evidence": msgspec.to_builtins(pieces)}


def read_evidence(name: str) -> tuple[Evidence, ...]:
    """The test answers in a file. Raises UnreadableFile: nothing but sound test answers is taken."""
    path = Path(name)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFile(f"{name} is too long to be a test result.", HINT)
        raw = json.loads(path.read_bytes())
        rows = raw["evidence"] if isinstance(raw, dict) else None
        pieces = msgspec.convert(rows, tuple[Evidence, ...])
    except OSError as error:
        raise UnreadableFile(f"{name} cannot be read: {error.strerror}.", HINT) from error
    except (ValueError, KeyError, RecursionError, msgspec.ValidationError) as error:
        raise UnreadableFile(f"{name} is not a test result: {error}.", HINT) from error
    for piece in pieces:
        _sound(piece, name)
    return pieces


def _sound(piece: Evidence, name: str) -> None:
    response = piece.response
    if piece.kind != "test-answer" or response is None or not 1 <= piece.level <= 4:
        raise UnreadableFile(f"{name} holds more than test answers (piece '{piece.id}').", HINT)
    possible = response.guess >= 0 and response.slip >= 0 and response.guess + response.slip < 1
    if not (0 < response.a <= 10 and abs(response.b) <= 10 and possible):
        raise UnreadableFile(f"{name}: answer '{piece.id}' has impossible parameters.", HINT)
