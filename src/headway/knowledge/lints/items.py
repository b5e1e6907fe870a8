"""Rules about test items: what a question of each kind must hold, and what gives an answer away."""

import re
from collections.abc import Iterator
from string import Template

from headway.knowledge.authored import PUBLISHED, Authored, Placed
from headway.knowledge.items import AuthoredItem, ItemTopic, fingerprint
from headway.values import Finding

GIVEAWAYS = re.compile(r"\b(all|none|both|neither) of (the )?(above|these|them)\b|\bA and B\b", re.IGNORECASE)
LONGEST = 1.8
"""The right option may have at most this many times the characters of the longest wrong one (and 12 more)."""
OWN_PRECISION = re.compile(r"\b(decimals?|decimal places?|significant (digits|figures)|round(ed)? to)\b", re.IGNORECASE)
MOST_TOLERANCE = 0.05
PUBLISH = "When it is as it should stay, run `python tools/publish_items.py`."


def _all(authored: Authored) -> Iterator[tuple[Placed[ItemTopic], int, AuthoredItem]]:
    for placed in authored.things["items"].values():
        for index, item in enumerate(placed.value.items):
            yield placed, index, item


def _finding(authored: Authored, placed: Placed[ItemTopic], index: int, what: str) -> Finding:
    return Finding("item", "error", authored.where(placed, "items", index, "id"), what)


def ids_stand_once(authored: Authored) -> Iterator[Finding]:
    """An item's id is its own in the whole bank, and a replacement exists."""
    seen: set[str] = set()
    every = {item.id for _, _, item in _all(authored)}
    for placed, index, item in _all(authored):
        if item.id in seen:
            yield _finding(authored, placed, index, f"item '{item.id}' stands twice")
        if item.replaced_by and item.replaced_by not in every:
            yield _finding(authored, placed, index, f"item '{item.id}' is replaced by '{item.replaced_by}', not here")
        seen.add(item.id)


def complete(authored: Authored) -> Iterator[Finding]:
    """Each kind has what it needs and nothing of another kind; the level is 1 to 4."""
    for placed, index, item in _all(authored):
        for what in _missing(item, placed.value):
            yield _finding(authored, placed, index, f"item '{item.id}': {what}")


def _missing(item: AuthoredItem, topic: ItemTopic) -> Iterator[str]:
    has = {
        "right": bool(item.right), "wrong": bool(item.wrong), "steps": bool(item.steps), "line": item.line > 0,
        "fix": bool(item.fix), "call": bool(item.call), "solution": bool(item.solution), "code": bool(item.code),
    }  # fmt: skip
    needed = {
        "choice": {"right", "wrong"}, "order": {"steps"}, "bug": {"code", "line", "fix", "call"},
        "query": {"solution"}, "output": {"code"}, "number": set(),
    }[item.kind]  # fmt: skip
    yield from (f"a {item.kind} needs '{key}'" for key in sorted(needed) if not has[key])
    foreign = {key for key, there in has.items() if there} - needed - {"code"}
    yield from (f"a {item.kind} takes no '{key}'" for key in sorted(foreign))
    if not 1 <= item.level <= 4:
        yield f"level {item.level}; 1 to 4 make sense"
    if item.kind == "query" and topic.database is None:
        yield "a query needs a database in its file"
    if item.kind == "number":
        yield from _imprecise(item)
    used = set(Template(item.ask + item.code + item.call + item.good + item.fix).get_identifiers())
    if item.kind != "query" and used != set(item.vary):
        yield f"uses {sorted(used)} but varies {sorted(item.vary)}"


def _imprecise(item: AuthoredItem) -> Iterator[str]:
    """The precision asked for is worked out from the variants (assessment/precision.py); two could contradict."""
    if OWN_PRECISION.search(item.ask):
        yield "the text says how precise the answer must be; that is worked out and added to it"
    if not 0 <= item.tolerance <= MOST_TOLERANCE:
        yield f"tolerance {item.tolerance:g}; 0 to {MOST_TOLERANCE:g} make sense"


def options(authored: Authored) -> Iterator[Finding]:
    """Wrong options: two to four, all different, each with its own misconception; nothing gives the right one away."""
    for placed, index, item in _all(authored):
        if item.kind == "choice":
            for what in _giveaways(item):
                yield _finding(authored, placed, index, f"item '{item.id}': {what}")


def _giveaways(item: AuthoredItem) -> Iterator[str]:
    texts = list(item.wrong.values())
    if not 2 <= len(texts) <= 4:
        yield f"{len(texts)} wrong options; two to four are needed"
    if len({t.casefold() for t in (*texts, item.right)}) <= len(texts):
        yield "two options are the same"
    if not all(name.strip() for name in item.wrong):
        yield "each wrong option needs a misconception of its own"
    if any(GIVEAWAYS.search(text) for text in (*texts, item.right)):
        yield "options that speak of other options are not allowed"
    longest = max((len(text) for text in texts), default=0)
    if len(item.right) > LONGEST * longest + 12:
        yield f"the right option is {len(item.right)} characters long, the longest wrong one {longest}: length tells"
    if len(item.right) * LONGEST + 12 < min((len(text) for text in texts), default=0):
        yield "the right option is much the shortest: length tells"


def right_is_not_mostly_longest(authored: Authored) -> Iterator[Finding]:
    """Over the whole bank, the right option is not the longest more often than chance would have it."""
    choices = [item for _, _, item in _all(authored) if item.kind == "choice"]
    longest = sum(len(item.right) > max(map(len, item.wrong.values())) for item in choices if item.wrong)
    chance = sum(1 / (1 + len(item.wrong)) for item in choices)
    if len(choices) >= 40 and longest > 1.3 * chance:
        what = f"the right option is the longest in {longest} of {len(choices)} choices; {chance:.0f} would be chance"
        yield Finding("item-lengths", "warning", "data/items", what, "Shorten right options, lengthen wrong ones.")


def answers_recorded(authored: Authored) -> Iterator[Finding]:
    """Code whose output is asked has its output recorded, and nothing else is recorded."""
    for placed, index, item in _all(authored):
        recorded = authored.of("item-answers").get(placed.value.id)
        if item.kind == "output" and not (recorded and recorded.answers.get(item.id)):
            yield _finding(authored, placed, index, f"item '{item.id}' has no recorded answer: run the tool")
    for id_, recorded in authored.of("item-answers").items():
        topic = authored.of("items").get(id_)
        outputs = {item.id for item in topic.items if item.kind == "output"} if topic else set()
        for stale in sorted(set(recorded.answers) - outputs):
            what = f"an answer is recorded for '{stale}', which asks for none"
            yield Finding("item", "error", f"data/item-answers/{id_}.yaml", what)


def reviewed(authored: Authored) -> Iterator[Finding]:
    """Each file says how its items were reviewed, at least twice, and all four things were looked at."""
    for placed in authored.things["items"].values():
        looked = {what for review in placed.value.reviews for what in review.looked_at}
        if len(placed.value.reviews) < 2 or len(looked) < 4:
            what = f"'{placed.value.id}' has {len(placed.value.reviews)} reviews of {', '.join(sorted(looked))}"
            yield Finding("item-reviews", "error", authored.where(placed, "reviews"), what)


def published_ones_stay(authored: Authored) -> Iterator[Finding]:
    """A published item is replaced, never edited or taken out: its id keeps its meaning in old results."""
    current = {}
    for placed, index, item in _all(authored):
        current[item.id] = fingerprint(item, item.skill or placed.value.skill)
        before = authored.published.get(item.id)
        if before is None and authored.published:
            what, hint = f"item '{item.id}' has no digest, so nobody would see that it was edited", PUBLISH
            yield Finding("item-unpublished", "error", authored.where(placed, "items", index, "id"), what, hint)
        if before is not None and before != current[item.id]:
            what = f"item '{item.id}' was published and is another question now"
            hint = "Give the new one an id of its own and mark the old one replaced_by."
            yield Finding("item-changed", "error", authored.where(placed, "items", index, "id"), what, hint)
    for gone in sorted(set(authored.published) - set(current)):
        what = f"item '{gone}' was published and is gone"
        yield Finding("item-changed", "error", f"data/{PUBLISHED}", what, "Keep it, marked replaced_by.")
