"""Rules about roles, pay, sources and words."""

from collections import defaultdict
from collections.abc import Iterator

from headway.knowledge.authored import Authored
from headway.knowledge.lints.skills import folded
from headway.values import LEVELS, SENIORITIES, Finding


def pay_has_source_and_year(authored: Authored) -> Iterator[Finding]:
    """Ids are unique, figures rise, a year is plausible, quantiles say how many rows they rest on."""
    seen: set[str] = set()
    for placed in authored.pay:
        row = placed.value
        if row.id in seen:
            yield Finding("pay-id-twice", "error", authored.where(placed, "id"), f"'{row.id}' stands twice")
        seen.add(row.id)
        figures = [f for f in (row.low, row.p10, row.p25, row.p50, row.p75, row.p90, row.high) if f is not None]
        if not figures or figures != sorted(figures):
            what = f"pay '{row.id}' has no figures, or they do not rise"
            yield Finding("pay-figures", "error", authored.where(placed), what)
        if not 2000 <= row.year <= 2100:
            yield Finding("pay-year", "error", authored.where(placed, "year"), f"year {row.year}")
        if row.p50 is not None and (row.n is None or row.n < 30):
            what = f"pay '{row.id}' has quantiles from {row.n} rows; 30 are needed"
            yield Finding("pay-n", "error", authored.where(placed), what)


def role_titles(authored: Authored) -> Iterator[Finding]:
    """A title alias leads to one role."""
    owners: dict[str, set[str]] = defaultdict(set)
    for role in authored.of("roles").values():
        for form in (role.label, *role.aliases):
            owners[folded(form)].add(role.id)
    for form, roles in sorted(owners.items()):
        if len(roles) > 1:
            placed = authored.things["roles"][max(roles)]
            what = f"title '{form}' names {', '.join(sorted(roles))}"
            yield Finding("title-twice", "error", authored.where(placed, "aliases"), what)


def role_levels(authored: Authored) -> Iterator[Finding]:
    """Levels rise with seniority, every grade has a place in the order, weights are 1 to 10."""
    for placed in authored.things["roles"].values():
        for index, need in enumerate(placed.value.needs):
            levels = [need.levels[s] for s in SENIORITIES if s in need.levels]
            sound = levels and levels == sorted(levels) and all(level in LEVELS for level in levels)
            if not sound or not 1 <= need.weight <= 10:
                what = f"levels {levels} or weight {need.weight:g} out of order"
                yield Finding("role-levels", "error", authored.where(placed, "needs", index), what)


def own_levels(authored: Authored) -> Iterator[Finding]:
    """Levels in needs lie between 1 and 3."""
    for name in ("skills", "resources"):
        for placed in authored.things[name].values():
            for index, need in enumerate(placed.value.needs):
                if not 1 <= need.level <= 3:
                    what = f"needs '{need.skill}' at level {need.level}; 1 to 3 make sense"
                    yield Finding("need-level", "error", authored.where(placed, "needs", index), what)


def checked_dates(authored: Authored) -> Iterator[Finding]:
    """A link that was looked at carries the date; one that was not carries none."""
    for placed in authored.things["resources"].values():
        if placed.value.checked is not None and placed.value.url is None:
            where = authored.where(placed, "checked")
            yield Finding("checked-nothing", "error", where, "checked-on date without a link")


def coverage_ids(authored: Authored) -> Iterator[Finding]:
    """The checklist points at things that exist."""
    known = {f"{_prefix(name)}:{id_}" for name, things in authored.things.items() for id_ in things}
    known |= {f"pay:{placed.value.id}" for placed in authored.pay}
    known |= {f"stage:{s.id}" for roadmap in authored.of("stages").values() for s in roadmap.stages}
    for row in authored.coverage:
        for id_ in row.ids:
            if id_ not in known:
                what = f"checklist item '{row.item}' points at '{id_}', which does not exist"
                yield Finding("coverage", "error", "data/coverage.yaml", what)


def _prefix(name: str) -> str:
    special = {"stages": "roadmap", "glossary": "term", "faq": "faq"}
    return special.get(name, name.rstrip("s"))
