"""What a skill named at a place counts as: required, preferred or context.

The section gives the need; a label at the line's start, then a phrase in the sentence or in the brackets changes it.
"""

import re
from bisect import bisect_left, bisect_right

from headway.postings.lines import NEED_OF, Line, Lines, labels
from headway.postings.model import Need
from headway.postings.sentences import FURTHEST, brackets_around, sentence_around
from headway.postings.signals import Places
from headway.postings.words import PhraseWords, patterns

Stretch = tuple[int, int]
_LONGEST = 2 * FURTHEST + 100
_STRONG = re.compile(
    r"\b(?:required|must|proficien\w+|strong|expert\w*|deep|solid|\d+\+? years|experience (?:with|in))\b"
)
_FIRM = re.compile(r"\b(?:required|must|proficien\w+|strong|expert\w*|deep|solid|\d+\+? years)\b")
_LAST_OF_LIST = re.compile(r", [^,]{1,40} (?:and|or) [^,]{1,40}")
"""`A, B and C` after a word that asks for no more than experience: the wish behind it is for all of them."""
_THINGS = re.compile(
    r"[\s,:–—-]*(?:stack|tools?|name|vendors?|partners?|pronouns?|candidates?|location|start|"
    r"communication|method|way|hours)\b"
)
_ANY = re.compile(r"\b(?:at least one|one or more|any of|one of|a modern|one modern)\b")
_GOES_ON = re.compile(
    r"\bwith (?:at least|a minimum|minimum|proven|strong)|, (?:with|and (?:strong|proven|a)|including)\b"
    r"|, and (?:[\w-]+ )?(?:experience|proficiency|knowledge|skills|expertise)\b"
)
_ENDS = re.compile(r"\s*(?:[.!;,)\]]|$|\n|\bbut\b|\(|[–—-] )")


class Needs:
    """Needs of places in one text. signals: of the same text."""

    def __init__(self, lines: Lines, signals: Places) -> None:
        self._lines = lines
        self._low = lines.low
        self._wished: dict[int, list[Stretch]] = {}
        self._musts = self._by_line(signals.get("must", ()))
        self._asks = self._by_line(signals.get("asks", ()))
        self._item_asks = patterns(PhraseWords, "item_asks")
        self._open = "required" not in lines.kinds
        self._needs: dict[int, Need] = {}
        self._used: dict[int, int] = {}
        marks = dict.fromkeys(signals.get("wished_before", ()), True)
        marks.update(
            {place: False for place in signals.get("wished_after", ()) if place not in marks or self._leads(place)}
        )
        for place, before in marks.items():
            self._mark(place, before)
        for stretches in self._wished.values():
            stretches.sort()

    def _by_line(self, places: "list[Stretch] | tuple[()]") -> dict[int, list[Stretch]]:
        grouped: dict[int, list[Stretch]] = {}
        for place in places:
            grouped.setdefault(self._lines.index_at(place[0]), []).append(place)
        return grouped

    def _leads(self, place: Stretch) -> bool:
        """Whether a phrase stands at the start of its line or sentence, or before a colon."""
        line = self._lines.at(place[0])
        if line is None:
            return False
        begin, _ = sentence_around(self._low, *place, line.start, line.end)
        return not self._low[begin : place[0]].strip(" -*(,") or self._low[place[1] : place[1] + 1] == ":"

    def _mark(self, place: Stretch, before: bool) -> None:
        """Note the stretch that a phrase of wishing covers."""
        index = self._lines.index_at(place[0])
        if index < 0:
            return
        line = self._lines.lines[index]
        if line.heading:
            return
        inside = brackets_around(self._low, *place, line.start, line.end)
        sentence = sentence_around(self._low, *place, line.start, line.end)
        if inside is not None and _ANY.search(self._low, sentence[0], inside[0]):
            return  # `at least one language (Python preferred)`: what is asked for is the one
        stretch = self._before(place, inside, sentence, line.end) if before else self._after(place, inside, sentence)
        if stretch is not None:
            self._wished.setdefault(index, []).append(stretch)

    def _after(self, place: Stretch, inside: Stretch | None, sentence: Stretch) -> Stretch:
        """To the end of the brackets or the sentence, or to where the demand goes on."""
        end = inside[1] if inside else sentence[1]
        goes_on = _GOES_ON.search(self._low, place[1], end)
        return place[0], goes_on.start() if goes_on else end

    def _before(self, place: Stretch, inside: Stretch | None, sentence: Stretch, stop: int) -> Stretch | None:
        low, (start, end) = self._low, place
        if _THINGS.match(low, end, stop):
            return None
        if low[start:end] in (
            "plus",
            "welcome",
            "helpful",
            "optional",
            "desired",
            "preferred",
            "ideal",
        ) and not _ENDS.match(low, end):
            leads = not low[sentence[0] : start].strip(" -*(") or low[sentence[0] : start].rstrip().endswith(",")
            return (start, inside[1] if inside else sentence[1]) if leads and low[start:end] == "preferred" else None
        if inside is not None:
            if low[inside[0] : start].strip(" ,-") not in ("", "strongly", "highly"):
                return inside[0], end
            whole = low.startswith("not ", start)
            return (sentence[0] if whole else self._last_item(sentence[0], inside[0] - 1)), end
        if _STRONG.search(low, sentence[0], start) and "," in low[sentence[0] : start]:
            comma = low.rfind(",", sentence[0], start - 1)
            tail = low[comma:start]
            if (
                len(tail.split()) > 1
                and not re.match(r", (?:and|or)\b", tail)
                and _STRONG.search(low, sentence[0], comma)
                and not (_LAST_OF_LIST.fullmatch(tail.rstrip()) and not _FIRM.search(low, sentence[0], comma))
            ):
                return (comma, end) if not re.search(r",[^,]*,", low[sentence[0] : start]) else (sentence[0], end)
        colon = low.find(":", end, sentence[1])
        return sentence[0], sentence[1] if colon >= 0 else end

    def _last_item(self, left: int, right: int) -> int:
        """Start of the last item of a list that ends at right."""
        cut = max(self._low.rfind(mark, left, right) for mark in (",", ";", " and ", " or ", "/", "("))
        return max(left, cut)

    def line_need(self, line: Line) -> Need:
        """What the section and the line's own label say."""
        pattern, needs = labels()
        if line.end - line.start > 8:
            label = pattern.match(self._low, line.start, min(line.end, line.start + 45))
            if label and line.section not in ("benefits", "legal"):
                return needs[label[1] or label[2]]
        if (
            line.item
            and line.section in ("duties", "about", "none")
            and self._item_asks.match(self._low, line.start, line.end)
        ):
            return "required"
        return NEED_OF.get(line.section, "context")

    def open_at(self, index: int) -> bool:
        """Whether a line outside the requirements may state one: the text has no such section, or it insists."""
        return (
            self._open
            or bool(self._musts.get(index))
            or self._lines.lines[index].section in ("none", "duties", "about")
        )

    def at(self, position: int) -> Need:
        """The need of what stands at a position."""
        index = self._lines.index_at(position)
        if index < 0:
            return "context"
        line = self._lines.lines[index]
        need = self._needs.get(index)
        if need is None:
            need = self._needs[index] = self.line_need(line)
        if self._is_wished(index, position):
            return "preferred" if need != "context" or self._asked(index, line, position) else "context"
        if need != "required" and not line.heading:
            return self._lifted(index, line, position, need)
        return "context" if need == "required" and not line.item and self._in_use(index, line, position) else need

    def _in_use(self, index: int, line: Line, position: int) -> bool:
        """Whether a sentence of prose tells of the employer's tools (`Our stack includes Python`) and asks for none."""
        pattern = patterns(PhraseWords, "in_use")
        first = self._used.get(index)
        if first is None:  # once for a line: one of a thousand names would be searched a thousand times
            told = pattern.search(self._low, line.start, line.end)
            first = self._used[index] = told.start() if told else line.end
        if first >= position:
            return False
        begin, _ = sentence_around(self._low, position, position + 1, line.start, line.end)
        said = pattern.search(self._low, begin, position)
        return said is not None and not self._same_sentence(self._asks.get(index, ()), line, position)

    def _is_wished(self, index: int, position: int) -> bool:
        stretches = self._wished.get(index)
        if not stretches:
            return False
        number = bisect_right(stretches, (position, len(self._low))) - 1
        while number >= 0 and stretches[number][0] > position - _LONGEST:
            if stretches[number][1] > position:
                return True
            number -= 1
        return False

    def _lifted(self, index: int, line: Line, position: int, need: Need) -> Need:
        """Required after all, where the sentence insists or where the text has no section of requirements."""
        if line.section in ("benefits", "legal", "process", "other", "stack"):
            return need
        if need == "context" and self._asked(index, line, position):
            return "required"
        if need == "preferred" and self._insists(index, line, position):
            return "required"
        return need

    def _insists(self, index: int, line: Line, position: int) -> bool:
        return self._same_sentence(self._musts.get(index, ()), line, position)

    def _asked(self, index: int, line: Line, position: int) -> bool:
        if index == 0:
            return False
        if self._insists(index, line, position):
            return True
        if not self._open and line.section not in ("after",):
            return False
        return self._same_sentence(self._asks.get(index, ()), line, position)

    def _same_sentence(self, places: "list[Stretch] | tuple[()]", line: Line, position: int) -> bool:
        if not places:
            return False
        begin, end = sentence_around(self._low, position, position + 1, line.start, line.end)
        number = bisect_left(places, (begin, 0))
        return number < len(places) and places[number][0] < end
