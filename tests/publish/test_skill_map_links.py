"""The map's skills can be links; what they hold is escaped."""

from headway.publish.skill_map import Node, skill_map


def _node(href: str) -> Node:
    return Node(id="a", label="A & <b>", needs=(), level=1, wanted=2, basis="claim", step=None, href=href)


def test_a_node_leads_to_its_address_and_without_one_nowhere() -> None:
    """The report's map has no links, the page's has."""
    assert '<a href="/skills/a" data-id="a">' in skill_map([_node("/skills/a")])
    assert "<a " not in skill_map([_node("")])
    assert "<b>" not in skill_map([_node('"><b>')])
