"""What all of /api shares: the shape of what is wrong, the words of addresses."""

from typing import Annotated

from fastapi import Path
from pydantic import BaseModel

from headway.values import Json

Word = Annotated[str, Path(max_length=200)]


class Wrong(BaseModel):
    """What is wrong, and what to do next."""

    error: str
    hint: str


WRONG: dict[int | str, Json] = {
    400: {"model": Wrong, "description": "This cannot be asked like this"},
    401: {"description": "No key, or one of an earlier start", "content": {"text/plain": {}}},
    403: {"description": "From another site", "content": {"text/plain": {}}},
    404: {"model": Wrong, "description": "No such name"},
    409: {"model": Wrong, "description": "Nothing is kept or imported yet"},
    413: {"description": "Too long", "content": {"text/plain": {}}},
    422: {"model": Wrong, "description": "A value of the wrong kind"},
    501: {"model": Wrong, "description": "A package is not installed"},
}
