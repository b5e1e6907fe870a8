"""schema.org items in the elements of an HTML page: microdata (`itemscope`) and RDFa Lite (`typeof`).

They come out as JSON-LD would hold them, so that one reading serves all three. Both are read as pages write them, a
little more freely than their standards: `content` counts on any element, and a link that names something is its words.
"""

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

Item = dict[str, Any]
_MARKS: Final = re.compile(r"\b(?:itemtype|typeof)\s*=[^>]{0,200}JobPosting")
_PREFIX: Final = re.compile(r"^(?:schema:|https?://schema\.org/)")
_PROSE: Final = frozenset(
    (
        *("description", "responsibilities", "qualifications", "skills", "experienceRequirements"),
        *("educationRequirements", "jobBenefits", "incentiveCompensation"),
    )
)
"""What keeps its markup: its lists say where one demand ends."""
_ADDRESSES: Final = frozenset(("url", "sameAs", "image", "logo"))
_MOST_TEXT: Final = 16_000_000
"""Characters of all values of a page; what comes after is not read."""
_MOST_REFERRED: Final = 50


def marked_items(page: str) -> list[Item]:
    """The items of a page that stand in no other. Empty where no posting is marked. O(elements)."""
    if not _MARKS.search(page):
        return []
    from selectolax.lexbor import LexborHTMLParser

    return _Walk(LexborHTMLParser(page)).items


class _Walk:
    """Every element once, with the item it belongs to; with a stack of our own, as pages may be nested deep."""

    def __init__(self, tree: "LexborHTMLParser") -> None:
        self.items: list[Item] = []
        self._left = _MOST_TEXT
        self._named = {id_: node for node in tree.css("[id]") if (id_ := node.attributes.get("id"))}
        self._referred = 0
        self._stack: list[tuple[LexborNode, Item | None, bool]] = []
        if tree.root is not None:
            self._stack.append((tree.root, None, False))
        while self._stack:
            self._enter(*self._stack.pop())

    def _enter(self, node: "LexborNode", item: Item | None, told: bool) -> None:
        """told: the element stands in prose of its item, which holds its words."""
        attributes = node.attributes
        names = (attributes.get("itemprop") or attributes.get("property") or "").split()
        kind = attributes.get("itemtype") or attributes.get("typeof")
        if kind is not None or "itemscope" in attributes:
            inner = self._item(kind or "", attributes)
            self._keep(item, names, inner)
            self._refer(attributes.get("itemref"), inner, node)
            item, told = inner, False
        elif item is not None and names and self._left > 0:
            for name in map(_bare, names):
                if not (told and name in _PROSE):
                    self._put(item, name, self._value(node, attributes, name))
                    told = told or name in _PROSE
        self._stack.extend((child, item, told) for child in reversed(list(node.iter())))

    @staticmethod
    def _item(kind: str, attributes: dict[str, str | None]) -> Item:
        inner: Item = {"@type": [_PREFIX.sub("", each) for each in kind.split()]}
        known = attributes.get("itemid") or attributes.get("resource") or attributes.get("about")
        return inner | ({"@id": known} if known else {})

    def _keep(self, item: Item | None, names: list[str], inner: Item) -> None:
        if item is None or not names:
            self.items.append(inner)
        else:
            for name in names:
                self._put(item, _bare(name), inner)

    def _refer(self, ids: str | None, item: Item, own: "LexborNode") -> None:
        """What stands elsewhere on the page and is said to belong to an item, whose element is `own`."""
        for id_ in (ids or "").split():
            node = self._named.get(id_)
            self._referred += 1
            if node is not None and node.mem_id != own.mem_id and self._referred <= _MOST_REFERRED:
                self._stack.append((node, item, False))

    @staticmethod
    def _put(item: Item, name: str, value: Any) -> None:
        """A second value makes a list; prose goes on."""
        before = item.get(name)
        if value in (None, ""):
            return
        if before is None:
            item[name] = value
        elif name in _PROSE and isinstance(before, str) and isinstance(value, str):
            item[name] = f"{before}\n{value}"
        else:
            item[name] = [*(before if isinstance(before, list) else [before]), value]

    def _value(self, node: "LexborNode", attributes: dict[str, str | None], name: str) -> Any:
        """What an element says of its item."""
        said = next((attributes[key] for key in ("content", "datetime", "value") if attributes.get(key)), None)
        address = attributes.get("href") or attributes.get("src") or attributes.get("resource")
        if said is None and address and (name in _ADDRESSES or not node.text(deep=True).strip()):
            said = _PREFIX.sub("", address)
            if attributes.get("resource"):
                return {"@id": said}
        if said is None and name in _PROSE and node.child is not None:
            said = node.html if node.tag == "li" else node.inner_html
        if said is None:
            said = " ".join(node.text(deep=True).split())
        self._left -= len(said or "")
        return said


def _bare(name: str) -> str:
    """`schema:title` and whole addresses as `title`."""
    return _PREFIX.sub("", name)
