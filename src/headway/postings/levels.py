"""The level that a requirement asks for."""

from typing import Final

from headway.postings.model import Requirement
from headway.values import Level

ASKED: Final[Level] = 2
"""A skill named without more: working level."""
OWNED: Final[Level] = 3
YEARS_OF_OWNING: Final = 3.0
"""From so many stated years on, proficient is meant."""


def asked_level(requirement: Requirement) -> Level:
    """1 to 3. Editorial: postings state levels in words and years, never in ours."""
    return OWNED if (requirement.years or 0.0) >= YEARS_OF_OWNING else ASKED
