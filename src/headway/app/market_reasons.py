"""Why a posting's requirement is met or not: by proof, by claim, inferred, missing, or not for a CV to show."""

import math
from collections.abc import Mapping

from headway.app.choices import asked_words, nearest
from headway.app.context import Context
from headway.app.market_judge import Judged
from headway.fit.coverage import share_of
from headway.learner.model import SkillBelief
from headway.mentions.find import Finder
from headway.postings.demands import DEGREES, Candidate
from headway.postings.plain import line_around, plain_text
from headway.postings.read import read_posting, whole_text
from headway.postings.titles import Titles
from headway.values import Json


def requirement_rows(
    context: Context, kept: Json, held: Mapping[str, SkillBelief], found: Judged, readers: tuple[Finder, Titles]
) -> list[Json]:
    """One for each group of the posting that the knowledge base knows, required ones first, as they stand."""
    lines = _lines(kept, readers)
    judged = {skill: number for number, skill in enumerate(found.listing.demands.skills)}
    rows = []
    for group in kept["groups"]:
        members = [skill for skill in group["any_of"] if skill in held]
        if not members:
            continue
        wanted = group["level"]
        count = min(group["count"] or 1, len(members))  # None in what an older version kept
        labels = [context.knowledge.skills[skill].label for skill in members]
        near = {skill: (skill in judged, share_of(held[skill], wanted)) for skill in members}
        chosen = nearest(members, count, near.__getitem__)
        best = chosen[-1]
        level = int(found.who.levels[judged[best]]) if best in judged else held[best].level
        rows.append(
            {
                "any_of": members,
                "count": count,
                "labels": labels,
                "asks": asked_words(labels, count),
                "need": group["need"],
                "years": group["years"],
                "wanted": wanted,
                "best": best,
                "have": level,
                "share": round(sum(share_of(held[skill], wanted) for skill in chosen) / len(chosen), 3),
                "outcome": _outcome(held[best], level, wanted, best in judged),
                "quote": group["quote"],
                "line": lines.get((frozenset(group["any_of"]), group["need"])) or group["quote"],
            }
        )
    return sorted(rows, key=lambda row: row["need"] != "required")


def _outcome(best: SkillBelief, level: int, wanted: int, judged: bool) -> str:
    """proof, claim, inferred, missing; not-judged for what a CV cannot show and this one does not claim."""
    if level < wanted:
        return "missing" if judged else "not-judged"
    if best.proof_level >= wanted:
        return "proof"
    return "inferred" if best.basis in ("inferred", "none") else "claim"


def _lines(kept: Json, readers: tuple[Finder, Titles]) -> dict[tuple[frozenset[str], str], str]:
    """The line in which each group stands, read again from the text that is kept."""
    title = kept["title"] or None
    posting = read_posting(title, kept["text"], *readers)
    text = whole_text(title, plain_text(kept["text"])[0])
    return {
        (frozenset(each.any_of), each.need): line_around(text, each.span.start, each.span.end)
        for each in posting.requirements
    }


def years_reason(asked: float, who: Candidate, ok: bool) -> Json:
    """outcome: unstated, met, nearly or short."""
    if math.isnan(asked):
        return {"asked": None, "have": who.years, "outcome": "unstated"}
    met = (who.years or 0.0) >= asked
    return {"asked": asked, "have": who.years, "outcome": "met" if met else "nearly" if ok else "short"}


def degree_reason(asked: int, equivalent: bool, who: Candidate, ok: bool) -> Json:
    """outcome: unstated, met, nearly (one step short, or made up for by years) or short."""
    have = DEGREES[who.degree]
    if asked < 0:
        return {"asked": None, "equivalent_ok": equivalent, "have": have, "outcome": "unstated"}
    outcome = "met" if who.degree >= asked else "nearly" if ok else "short"
    return {"asked": DEGREES[asked], "equivalent_ok": equivalent, "have": have, "outcome": outcome}
