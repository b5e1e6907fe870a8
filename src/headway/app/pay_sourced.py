"""Sourced pay figures with the names of their sources."""

from headway.knowledge.model import Knowledge
from headway.pay.tables import PayAnswer, pay_for
from headway.values import Seniority


def sourced_pay(knowledge: Knowledge, role: str, seniority: Seniority, country: str | None) -> PayAnswer:
    """What the sources say of a role; where they disagree, each by its title."""
    titles = {source.id: source.title for source in knowledge.sources.values()}
    return pay_for(knowledge.pay, role, seniority, country, titles)
