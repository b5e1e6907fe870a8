"""How things are called in the sentences of a plan, which stages they belong to, and what is taught when."""

from collections.abc import Callable

import msgspec

from headway.knowledge.model import Knowledge
from headway.planning.model import SkillLevel
from headway.planning.position import positions


class Names(msgspec.Struct, frozen=True):
    """labels: of skills and resources; what is not named goes by its id. stages: of resources. place: in the guides."""

    labels: dict[str, str] = {}
    stages: dict[str, tuple[str, ...]] = {}
    place: Callable[[SkillLevel], float] | None = None

    def of(self, name: str) -> str:
        return self.labels.get(name, name)


def names_of(knowledge: Knowledge) -> Names:
    """The names of the knowledge base."""
    labels = {skill.id: skill.label for skill in knowledge.skills.values()}
    labels |= {resource.id: resource.label for resource in knowledge.resources.values()}
    return Names(labels, {r.id: r.stages for r in knowledge.resources.values() if r.stages}, positions(knowledge))
