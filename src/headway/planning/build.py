"""From the person, the targets and the catalogue to a complete planning question."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

import msgspec

from headway.errors import UnknownName
from headway.knowledge.model import Price, Resource, Teaches
from headway.planning.model import Choice, EntryStep, Instance, Target
from headway.planning.options import PlanOptions, check
from headway.values import TOP_PLANNED_LEVEL, WEEKS_PER_MONTH, Level, Span


def build_instance(
    levels: Mapping[str, Level],
    targets: Iterable[Target],
    resources: Mapping[str, Resource],
    options: PlanOptions,
    entry_steps: Sequence[EntryStep] = (),
    only: Collection[str] | None = None,
    near: Instance | None = None,
) -> Instance:
    """The question with every choice the options allow, as this person meets it.

    What a done resource teaches is held. only: the resources to consider, None for all. near: the same question for
    other levels; its choices are taken over where no module could be known more or less. Raises
    BadOption for options that make no sense and UnknownName for a word in done, skip or prefer that names nothing.
    """
    check(options)
    _check_words(resources, options)
    options = msgspec.structs.replace(options, done=_finished(resources, options.done))
    held = with_done(levels, resources, options.done)
    met = {} if near is None else {choice.id: choice for choice in near.choices}
    pace = options.calendar.weekly_hours
    choices = [
        met[r.id] if r.id in met and not r.modules else _choice(r, held, options, pace)
        for r in resources.values()
        if (only is None or r.id in only) and (r.id in met or _is_allowed(r, options))
    ]
    priced = [c for c in choices if c is not None and (not _money_matters(options) or c.cost is not None)]
    return Instance(
        levels=held,
        targets=tuple(t for t in targets if t.any_of[0][0] not in options.drop),
        choices=tuple(sorted(priced, key=lambda choice: choice.id)),
        calendar=options.calendar,
        budget=0.0 if options.free_only and options.budget is None else options.budget,
        currency=options.currency,
        entry_steps=tuple(entry_steps),
        done=options.done,
        skipped=tuple(sorted(r.id for r in resources.values() if _is_named(r, options.skip))),
        unpriced_left_out=sum(c is not None for c in choices) - len(priced),
    )


def with_done(levels: Mapping[str, Level], resources: Mapping[str, Resource], done: Iterable[str]) -> dict[str, Level]:
    """Levels with what the finished resources teach."""
    held = {skill: level for skill, level in sorted(levels.items()) if level > 0}
    for name in done:
        for part in resources[name].teaches:
            held[part.skill] = max(held.get(part.skill, 0), min(part.to, TOP_PLANNED_LEVEL))
    return held


def _is_allowed(resource: Resource, options: PlanOptions) -> bool:
    return (
        resource.replaced_by is None
        and resource.id not in options.done
        and not _is_named(resource, options.skip)
        and (not options.formats or resource.format in options.formats)
        and (not options.languages or resource.language in options.languages)
        and not (options.free_only and resource.price.kind not in ("free", "unknown"))
    )


def _money_matters(options: PlanOptions) -> bool:
    return options.free_only or options.budget is not None


def _words_for(resource: Resource) -> set[str]:
    words = (resource.id, resource.label, resource.provider, resource.platform, resource.kind, resource.format)
    return {word.casefold() for word in words if word}


def _names_of(resource: Resource) -> set[str]:
    """What means this one resource: its id, and the title that a plan shows."""
    return {resource.id.casefold(), resource.label.casefold()}


def _finished(resources: Mapping[str, Resource], done: Iterable[str]) -> tuple[str, ...]:
    """Ids of what was finished, however it was named."""
    words = {name.casefold() for name in done}
    if not words:
        return ()
    return tuple(id_ for id_, resource in resources.items() if not words.isdisjoint(_names_of(resource)))


def _is_named(resource: Resource, words: Collection[str]) -> bool:
    return bool(words) and not _words_for(resource).isdisjoint(word.casefold() for word in words)


def _check_words(resources: Mapping[str, Resource], options: PlanOptions) -> None:
    if options.done:
        single = {word for resource in resources.values() for word in _names_of(resource)}
        for name in options.done:
            if name.casefold() not in single:
                raise UnknownName(f"There is no resource '{name}'.", _nearest(name, single))
    if not (options.skip or options.prefer):
        return
    known = {word for resource in resources.values() for word in _words_for(resource)}
    for word in (*options.skip, *options.prefer):
        if word.casefold() not in known:
            raise UnknownName(f"No resource, provider, kind or format is called '{word}'.", _nearest(word, known))


def _nearest(word: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(word.casefold(), sorted(known), n=1)
    return f"Did you mean '{near[0]}'?" if near else "'headway resources' lists them."


def _choice(resource: Resource, held: Mapping[str, Level], options: PlanOptions, pace: float) -> Choice | None:
    """The resource for this person, or None when they know every part of it."""
    skipped, share = _skipped_modules(resource, held)
    if share <= 0:
        return None
    hours = resource.hours.span.scaled(share)
    return Choice(
        id=resource.id,
        hours=hours,
        cost=_cost(resource.price, hours, options, pace),
        teaches=tuple(sorted(_capped(part) for part in resource.teaches if part.from_ < TOP_PLANNED_LEVEL)),
        needs=tuple(sorted((need.skill, need.level) for need in resource.needs)),
        preferred=_is_named(resource, options.prefer),
        skipped_modules=skipped,
    )


def _capped(part: Teaches) -> tuple[str, Level, Level]:
    return part.skill, part.from_, min(part.to, TOP_PLANNED_LEVEL)


def _skipped_modules(resource: Resource, held: Mapping[str, Level]) -> tuple[tuple[str, ...], float]:
    """Titles of the modules whose every teaching is held, and the share of hours that is left."""
    known = [m for m in resource.modules if m.teaches and all(held.get(t.skill, 0) >= t.to for t in m.teaches)]
    whole = sum(module.hours for module in resource.modules)
    left = whole - sum(module.hours for module in known)
    return tuple(module.title for module in known), (left / whole if whole > 0 else 1.0)


MONTHLY: Final = "month"


def _cost(price: Price, hours: Span, options: PlanOptions, pace: float) -> float | None:
    """What it costs this person: a subscription for as many months as the likely hours take at their pace.

    None when the price is unknown or stands in another currency, for amounts of two currencies are never added.
    """
    money = price.money
    if money is None or price.kind == "unknown":
        return None
    if money.amount == 0:
        return 0.0
    if money.currency != options.currency:
        return None
    months = math.ceil(hours.likely / (pace * WEEKS_PER_MONTH) - 1e-9) if price.per == MONTHLY else 1
    return money.amount * max(1, months)
