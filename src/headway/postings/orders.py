"""Text in a posting that gives orders to a machine: shown as a finding, and left out of what is read."""

from headway.documents.machine import orders_in
from headway.postings.lines import Lines
from headway.postings.signals import Places
from headway.values import Finding

_MOST = 5
_REACH = 220


def orders_of(lines: Lines, signals: Places) -> list[tuple[int, int]]:
    """The lines' stretches that hold such orders, each once, in order."""
    found: dict[tuple[int, int], None] = {}
    for start, end in signals.get("orders", ()):
        for begin in orders_near(lines.low, start, end):
            line = lines.at(begin)
            if line is not None:
                found.setdefault((line.start, line.end))
    return sorted(found)


def orders_near(low: str, start: int, end: int) -> list[int]:
    """Where orders begin around a word that they may hold."""
    left, right = max(0, start - _REACH), min(len(low), end + _REACH)
    return [left + begin for begin, _ in orders_in(low[left:right])]


def findings_of(stretches: list[tuple[int, int]], text: str) -> list[Finding]:
    """One finding for each, quoting it."""
    findings = []
    for start, end in stretches[:_MOST]:
        line = text.count("\n", 0, start) + 1
        quoted = text[start : min(end, start + 160)]
        what = f"The posting gives orders to a machine reader: “{quoted}”"
        findings.append(Finding("instructions-to-machine", "warning", f"line {line}", what, "It has no effect here."))
    return findings
