"""What may be asked of the facts, in the page's address and in that of the API."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, Field

from headway.app.facts import FactQuestion


def _or_none(value: object) -> object:
    """A field of a form that was left empty says nothing."""
    return None if value == "" else value


Id = Annotated[Annotated[str, Field(max_length=120)] | None, BeforeValidator(_or_none)]
Years = Annotated[Annotated[float, Field(ge=0, le=100)] | None, BeforeValidator(_or_none)]


class Asked(BaseModel):
    """All words must be in a fact. source, about, one (of a single fact): ids. older: in years. Fifty facts a page."""

    words: Annotated[str, Field(max_length=200)] = ""
    kind: Id = None
    source: Id = None
    about: Id = None
    one: Id = None
    unchecked: bool = False
    conflicts: bool = False
    older: Years = None
    page: Annotated[int, Field(ge=1, le=10_000)] = 1

    def question(self) -> FactQuestion:
        """As the use case takes it."""
        return FactQuestion(**self.model_dump())
