"""What in an HTML page a reader does not see: by attribute, inline style, or a rule of its style sheet."""

import re
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

MOST_RULES: Final = 300
_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_RULE: Final = re.compile(r"([^{}]*)\{([^{}]*)\}")
_DYNAMIC: Final = re.compile(r"::?(?:hover|focus|active|before|after|visited|first-line|first-letter|print)|[\[\]>+~]")
_HIDING: Final = (
    (re.compile(r"(?:^|;)\s*display\s*:\s*none"), "not displayed"),
    (re.compile(r"(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)"), "not visible"),
    (re.compile(r"(?:^|;)\s*opacity\s*:\s*0*(?:\.0+)?(?:[\s;!%]|$)"), "transparent"),
    (re.compile(r"(?:^|;)\s*color\s*:\s*(?:transparent|rgba\([^)]*,\s*0?(?:\.0+)?\s*\))"), "transparent"),
    (re.compile(r"(?:^|;)\s*font-size\s*:\s*(?:0*(?:\.\d+)?|1)\s*(?:px|pt)?\s*(?:[;!]|$)"), "tiny"),
    (re.compile(r"(?:^|;)\s*font-size\s*:\s*0*(?:\.0\d*)?\s*(?:r?em|%)"), "tiny"),
    (re.compile(r"(?:^|;)\s*(?:left|top|right|text-indent|margin-left)\s*:\s*-\d{4,}"), "outside the page"),
)
_WHITE: Final = re.compile(
    r"(?:^|;)\s*color\s*:\s*(?:white|snow|ivory|whitesmoke|#f[0-9a-f]f[0-9a-f]f[0-9a-f]|#fff\b"
    r"|rgba?\(\s*2[45]\d[\s,]+2[45]\d[\s,]+2[45]\d)"
)
_COLOUR: Final = re.compile(r"(?:^|;)\s*color\s*:")
_GROUND: Final = re.compile(r"(?:^|;)\s*background(?:-color|-image)?\s*:\s*([^;]*)")
_LIGHT_GROUND: Final = re.compile(r"\s*(?:white|transparent|none|inherit|unset|initial|#fff(?:fff)?\b)", re.I)


class Declarations:
    """The style of each element as far as it can hide text: its own, and that of simple rules."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._of_rules: dict[int, str] = {}
        sheet = "\n".join(node.text(deep=True) or "" for node in tree.css("style"))
        for selector, declared in list(_rules(sheet))[:MOST_RULES]:
            try:
                nodes = tree.css(selector)
            except (SelectolaxError, ValueError):
                continue
            for node in nodes:
                self._of_rules[node.mem_id] = f"{self._of_rules.get(node.mem_id, '')};{declared}"

    def of(self, node: LexborNode) -> str:
        """Declarations in force on this element, lower case."""
        inline = (node.attributes.get("style") or "").lower()
        return f"{self._of_rules.get(node.mem_id, '')};{inline}"


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Rules for the screen that could hide or paint; what stands in @media print and the like is left out."""
    for selector, declared in _RULE.findall(_without_at_rules(_COMMENT.sub("", sheet))):
        if not _DYNAMIC.search(selector) and re.search(
            r"display|visib|opacity|color|size|left|top|indent|backgr", declared
        ):
            yield selector.strip(), declared.strip().lower()


def _without_at_rules(sheet: str) -> str:
    """The sheet without @-blocks, whose braces nest."""
    kept: list[str] = []
    depth, at = 0, 0
    skipping = False
    for match in re.finditer(r"[{}]|@[\w-]+|;", sheet):
        sign = match[0]
        if sign.startswith("@") and depth == 0 and not skipping:
            kept.append(sheet[at : match.start()])
            skipping = True
        elif sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(0, depth - 1)
        if skipping and depth == 0 and sign in "};":
            skipping, at = False, match.end()
    return "".join(kept) + ("" if skipping else sheet[at:])


def why_unseen(node: LexborNode, declared: str) -> str:
    """Why the element and all in it cannot be seen; empty when it can.

    `aria-hidden` is not among the reasons: it hides from a screen reader what the eye does see.
    """
    if "hidden" in node.attributes and node.attributes["hidden"] != "until-found":
        return "not displayed"
    return next((words for pattern, words in _HIDING if pattern.search(declared)), "")


def colour_of(declared: str) -> bool | None:
    """True when the text colour is set to white, False to another, None when it is not set."""
    if _WHITE.search(declared):
        return True
    return False if _COLOUR.search(declared) else None


def is_painted(declared: str) -> bool:
    """True when something other than white is painted beneath."""
    return any(not _LIGHT_GROUND.match(value) for value in _GROUND.findall(declared) if value.strip())
