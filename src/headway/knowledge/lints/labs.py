"""Rules about labs: folders complete, enough solutions of both sorts, every reason shown by one of them."""

from collections.abc import Iterator

from headway.knowledge.authored import Authored
from headway.knowledge.labs import FOLDER, Lab, read_labs
from headway.values import Finding

FEWEST_WRONG, FEWEST_GOOD = 4, 3
TOP_LEVEL = 3


def labs_sound(authored: Authored) -> Iterator[Finding]:
    """What the loader says, and the rules of each lab."""
    labs, findings = read_labs(authored.root)
    yield from findings
    orders = [lab.authored.order for lab in labs.values()]
    for lab in labs.values():
        where = f"data/{FOLDER}/{lab.authored.id}/lab.yaml"
        for what in _faults(lab, set(authored.things["skills"])):
            yield Finding("lab", "error", where, what)
        if orders.count(lab.authored.order) > 1:
            yield Finding("lab", "error", where, f"another lab has the number {lab.authored.order} too")


def _faults(lab: Lab, skills: set[str]) -> Iterator[str]:
    authored = lab.authored
    for part in authored.proves:
        if part.skill not in skills:
            yield f"there is no skill '{part.skill}'"
        if not 1 <= part.level <= TOP_LEVEL:
            yield f"a lab proves levels 1 to {TOP_LEVEL}, not {part.level}"
    for wrong in authored.wrong:
        if wrong.reason not in authored.reasons:
            yield f"wrong/{wrong.file} names the reason '{wrong.reason}', which is not among the reasons"
    if len(authored.wrong) < FEWEST_WRONG or len(authored.good) < FEWEST_GOOD:
        yield f"it needs at least {FEWEST_WRONG} wrong and {FEWEST_GOOD} good solutions"
    if not lab.hints:
        yield "it has no hint"
    if "Out of scope" not in lab.design or "Objectives" not in lab.design:
        yield "design.md says neither objectives nor what is out of scope"
