"""How far each role is, and why a belief is what it is."""

from collections.abc import Mapping

import msgspec

from headway.app.context import Context
from headway.app.experience import years_in_the_field
from headway.app.kept_person import somebody
from headway.app.look import role_id, skill_id
from headway.app.market_room import holds_postings
from headway.app.options import seniority_word
from headway.app.past import past_of
from headway.app.pay_change import pay_change
from headway.app.person import Person, PersonQuestion
from headway.fit.model import RoleFit
from headway.fit.role import assumed, fit_role, rank_roles
from headway.knowledge.model import Role
from headway.learner.explain import shares
from headway.learner.model import Share, SkillBelief
from headway.values import KNOWN_CONFIDENCE, Json, Seniority


def level_names(context: Context) -> tuple[str, ...]:
    """The words for levels 0 to 4."""
    return tuple(word.name for word in context.knowledge.words.levels)


def fits_of(person: Person, seniority: str | None, confidence: float) -> tuple[RoleFit, ...]:
    """All roles, best first; at one seniority when it is asked for."""
    wanted = seniority_word(seniority) if seniority else None
    roles = person.context.knowledge.roles.values()
    names = level_names(person.context)
    return rank_roles(person.belief, roles, wanted, years_in_the_field(person), confidence, names, past_of(person))


def fit_of(person: Person, role: Role, seniority: Seniority, confidence: float) -> RoleFit:
    """One role at one seniority."""
    years, names = years_in_the_field(person), level_names(person.context)
    return fit_role(person.belief, role, seniority, years, confidence, names, past_of(person))


def fit(
    context: Context,
    question: PersonQuestion,
    *,
    role: str | None = None,
    seniority: str | None = None,
    confidence: float = KNOWN_CONFIDENCE,
) -> Json:
    """Roles ranked by how far the person covers their needs, with an interval and the reasons."""
    person = somebody(context, question)
    fits = _fits(person, role, seniority, confidence)
    everyone = fits if role is None and seniority is None else fits_of(person, None, confidence)
    target, start = _target(fits), nobody(context)
    return {
        "schema": "headway.fit/1",
        "roles": [fit_row(context, f, start) for f in fits],
        "pay_change": msgspec.to_builtins(pay_change(context, person, everyone, (target.role, target.seniority))),
        "postings": _postings(context, question, person, confidence),
        "findings": msgspec.to_builtins(person.findings),
        "years_experience": person.years,
        "labels": labels_of(context, fits),
    }


def role_rows(context: Context, question: PersonQuestion, role: str | None = None) -> list[Json]:
    """The rows of `fit` alone, of all roles or one: a fraction of the work. Raises as `fit`."""
    fits = _fits(somebody(context, question), role, None, KNOWN_CONFIDENCE)
    return [fit_row(context, f, nobody(context)) for f in fits]


def _fits(person: Person, role: str | None, seniority: str | None, confidence: float) -> tuple[RoleFit, ...]:
    if role is None:
        return fits_of(person, seniority, confidence)
    context = person.context
    found = context.knowledge.roles[role_id(context, role)]
    wanted = seniority_word(seniority) if seniority else None
    years, names = years_in_the_field(person), level_names(context)
    return rank_roles(person.belief, [found], wanted, years, confidence, names, past_of(person))


def _target(fits: tuple[RoleFit, ...]) -> RoleFit:
    """Whose pay is shown beside that of today: the asked role, else the nearest one that is not within reach yet."""
    return next((fit for fit in fits if fit.reachable_now is None), fits[0])


def nobody(context: Context) -> Mapping[str, SkillBelief]:
    """What is believed of someone of whom nothing is known."""
    return context.nobody


def _postings(context: Context, question: PersonQuestion, person: Person, confidence: float) -> Json | None:
    """The market's packages are loaded only where postings were imported."""
    if not holds_postings(context):
        return None
    if context.ask_aside is not None:
        found: Json | None = context.ask_aside("within-reach", question, confidence)
        return found
    from headway.app.market_reach import postings_for

    return postings_for(context, person, confidence)


def fit_row(context: Context, found: RoleFit, nobody: Mapping[str, SkillBelief]) -> Json:
    """One fit for a screen: scores to three places."""
    row: Json = msgspec.to_builtins(found)
    row |= {key: round(row[key], 3) for key in ("score", "low", "high")}
    role = context.knowledge.roles[found.role]
    return row | {"label": role.label, "assumed": round(assumed(role, found.seniority, nobody), 3)}


def labels_of(context: Context, fits: tuple[RoleFit, ...]) -> dict[str, str]:
    """Labels of every skill the fits name."""
    skills = {s for f in fits for p in (*f.won, *f.lost) for s in p.skills}
    return {s: context.knowledge.skills[s].label for s in sorted(skills)}


def why(context: Context, word: str, question: PersonQuestion) -> Json:
    """The evidence behind one belief, each piece with its share of it."""
    skill = skill_id(context, word)
    person = somebody(context, question)
    held = person.belief.skill(skill, KNOWN_CONFIDENCE)
    alone = person.belief.alone(skill)
    rows = [
        {**msgspec.to_builtins(s.evidence), "share": round(s.change, 4), "direct": s.direct}
        for s in _each_word_once(shares(person.belief, skill))
    ]
    prior = person.belief.prior
    return {
        "schema": "headway.why/1",
        "skill": skill,
        "label": context.knowledge.skills[skill].label,
        "belief": msgspec.to_builtins(held),
        "claims_alone": _rounded(alone.claim),
        "proof_alone": _rounded(alone.proof),
        "trust": {source: round(value, 4) for source, value in person.belief.trust.items()},
        "evidence": rows,
        "labels": {row["skill"]: prior.labels[prior.index[row["skill"]]] for row in rows},
        "findings": msgspec.to_builtins(person.findings),
    }


def _each_word_once(found: tuple[Share, ...]) -> list[Share]:
    """What a person said of a skill, "working", is heard as two pieces, this and not the next: told as one word."""
    told: dict[tuple[str, str, str], Share] = {}
    for share in found:
        piece = share.evidence
        key = (piece.skill, piece.source, piece.note if piece.kind == "self-report" else piece.id)
        before = told.get(key)
        if before is None:
            told[key] = share
        else:
            said = before.evidence if before.evidence.holds else piece
            told[key] = msgspec.structs.replace(before, evidence=said, change=before.change + share.change)
    return sorted(told.values(), key=lambda s: (-abs(s.change), s.evidence.source, s.evidence.id))


def _rounded(rates: tuple[float, ...] | None) -> list[float] | None:
    return None if rates is None else [round(rate, 4) for rate in rates]
