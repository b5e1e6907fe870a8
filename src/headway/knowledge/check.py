"""`headway check`: load, link, then look for the odd but legal. Accepted exceptions carry a reason."""

from collections.abc import Callable, Iterator
from pathlib import Path

from headway.knowledge.authored import Authored, read_all
from headway.knowledge.link import link_findings
from headway.knowledge.lints import examples, facts, item_wording, items, labs, resources, skills
from headway.values import Finding

Rule = Callable[[Authored], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    skills.duplicate_aliases,
    skills.ambiguous_without_support,
    skills.wrong_area,
    skills.unused_skills,
    resources.levels_taught,
    resources.teaches_below_its_needs,
    resources.hours_ordered,
    resources.hours_agree_with_stated,
    resources.hours_out_of_line,
    resources.modules_add_up,
    resources.prices,
    resources.needed_skills_can_be_learned,
    resources.needs_can_be_met,
    facts.pay_has_source_and_year,
    facts.role_titles,
    facts.role_levels,
    facts.own_levels,
    facts.checked_dates,
    facts.coverage_ids,
    examples.plainly_invented,
    examples.examples_sound,
    items.ids_stand_once,
    items.complete,
    items.options,
    items.right_is_not_mostly_longest,
    items.answers_recorded,
    items.reviewed,
    items.published_ones_stay,
    item_wording.asked_once,
    item_wording.words_do_not_tell,
    item_wording.luck_is_stated,
    labs.labs_sound,
)


def check(root: Path) -> list[Finding]:
    """Every finding of the knowledge base at `root`, errors first, then by place."""
    authored = read_all(root)
    findings = authored.findings + link_findings(authored)
    findings += [finding for rule in RULES for finding in rule(authored)]
    return sorted(_unexcepted(authored, findings), key=lambda f: (f.severity != "error", f.where, f.code, f.what))


def _unexcepted(authored: Authored, findings: list[Finding]) -> list[Finding]:
    """Findings without the accepted ones; an exception that no longer applies is itself an error."""
    kept = list(findings)
    for exception in authored.exceptions:
        matching = [f for f in kept if f.code == exception.code and exception.where in f"{f.where} {f.what}"]
        if not matching:
            what = f"exception '{exception.code}' for '{exception.where}' is not needed any more"
            kept.append(Finding("stale-exception", "error", "data/exceptions.yaml", what, "Remove it."))
        kept = [f for f in kept if f not in matching]
    return kept
