"""Rules about skills and their aliases."""

from collections import defaultdict
from collections.abc import Iterator

from headway.knowledge.authored import Authored, Placed
from headway.knowledge.compiled import entries_of
from headway.knowledge.model import LexiconEntry, Skill
from headway.values import Finding


def folded(text: str) -> str:
    """An alias as the scan compares it: hyphen, slash, underscore and space alike, case ignored."""
    return " ".join(text.casefold().replace("-", " ").replace("/", " ").replace("_", " ").split())


def duplicate_aliases(authored: Authored) -> Iterator[Finding]:
    """One written form for two skills needs a rule that decides between them."""
    by_form: dict[str, list[tuple[Placed[Skill], LexiconEntry]]] = defaultdict(list)
    for placed in authored.things["skills"].values():
        for entry in entries_of(placed.value):
            by_form[folded(entry.text)].append((placed, entry))
    for form, uses in sorted(by_form.items()):
        owners = {placed.value.id for placed, _ in uses}
        if len(owners) > 1 and not _decided([entry for _, entry in uses]):
            placed = uses[-1][0]
            what = f"'{form}' names {', '.join(sorted(owners))} and no rule decides"
            hint = "Make it ambiguous with cues on all but one, or give the forms different exact cases."
            yield Finding("alias-twice", "error", authored.where(placed, "aliases"), what, hint)
        if len(owners) == 1 and len({(e.text, e.case) for _, e in uses}) < len(uses):
            placed = uses[-1][0]
            yield Finding("alias-repeated", "warning", authored.where(placed, "aliases"), f"'{form}' stands twice")


def _decided(entries: list[LexiconEntry]) -> bool:
    exact = [e.text for e in entries if e.case == "exact"]
    if len(exact) == len(entries) and len(set(exact)) == len(exact):
        return True
    undecided = [e for e in entries if not (e.ambiguous and e.cues)]
    return len({e.skill for e in undecided}) <= 1


def ambiguous_without_support(authored: Authored) -> Iterator[Finding]:
    """A label marked ambiguous must be spelled out among the aliases, with cues or vetoes."""
    for placed in authored.things["skills"].values():
        skill = placed.value
        forms = {folded(e.text) for e in entries_of(skill)}
        if skill.label_is_ambiguous and folded(skill.label) not in forms:
            what = f"label '{skill.label}' is ambiguous, but no alias says when it counts"
            yield Finding("ambiguous-label", "warning", authored.where(placed, "label_is_ambiguous"), what)


def wrong_area(authored: Authored) -> Iterator[Finding]:
    """A skill's area is its folder, and the closed list has it."""
    areas = {area.id for area in authored.words.areas} if authored.words else set()
    for placed in authored.things["skills"].values():
        skill = placed.value
        if skill.area not in areas:
            where = authored.where(placed, "area")
            yield Finding("unknown-area", "error", where, f"area '{skill.area}' is not in data/words.yaml")
        if placed.file.split("/")[1] != skill.area:
            where = authored.where(placed, "area")
            yield Finding("wrong-folder", "error", where, f"area '{skill.area}' differs from the folder")


def unused_skills(authored: Authored) -> Iterator[Finding]:
    """A skill that no role asks for and no skill requires."""
    used: set[str] = set()
    for skill in authored.of("skills").values():
        used.update(n.skill for n in skill.needs)
        used.update(skill.broader)
    for role in authored.of("roles").values():
        used.update(role.helpful, role.tools, *(n.any_of for n in role.needs))
    for id_, placed in authored.things["skills"].items():
        if id_ not in used and placed.value.replaced_by is None:
            yield Finding(
                "unused-skill",
                "error",
                authored.where(placed),
                f"no role needs '{id_}' and no skill requires it",
            )
