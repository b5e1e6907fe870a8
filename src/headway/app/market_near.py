"""Near misses: the one skill between a person and postings."""

from typing import Final

from headway.app.context import Context
from headway.fit.openings import TOP, Openings
from headway.postings.demands import Candidate
from headway.values import Json

SHOWN: Final = 15
"""Skills that are told."""
WORTH: Final = 0.5
"""The level told is the lowest that opens this share of what proficient would open."""


def near_rows(context: Context, openings: Openings, who: Candidate) -> list[Json]:
    """Skills by how many more postings each opens alone, the most first."""
    ids = sorted(id_ for id_, skill in context.knowledge.skills.items() if skill.kind != "human")
    rows: list[Json] = []
    for skill in openings.asked():
        opens = [openings.by_one(skill, level) for level in range(1, TOP + 1)]
        if opens[-1]:
            level = next(n for n, count in enumerate(opens, 1) if count >= WORTH * opens[-1])
            row = {
                "skill": ids[skill],
                "label": context.knowledge.skills[ids[skill]].label,
                "have": int(who.levels[skill]),
                "level": level,
                "opens": opens[level - 1],
                "opens_at": opens,
            }
            rows.append(row)
    return sorted(rows, key=lambda row: (-row["opens"], row["level"], row["skill"]))[:SHOWN]
