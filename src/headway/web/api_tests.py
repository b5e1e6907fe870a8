"""Tests and labs as JSON under /api."""

from typing import Annotated, Any

import msgspec
from pydantic import BaseModel, Field

from headway.app import labs
from headway.app.test_steps import TestStep, all_tests, answer_test, begin_test, look_at_test, stop_test
from headway.values import Json
from headway.web.api_words import WRONG, Word
from headway.web.desk import Mine
from headway.web.routes import Routes

router = Routes(prefix="/api", responses=WRONG, fresh=("/api/tests", "/api/labs"))
SECRET = ("answer", "slips", "values", "tolerance", "decimals")
"""Of a question: what would give its answer away, and what `ask` says in words."""


class Begin(BaseModel):
    """about: a skill, a role, `plan` or `market`; null: the default role."""

    about: Annotated[str | None, Field(max_length=200)] = None
    questions: Annotated[int | None, Field(ge=1, le=60)] = None


class Given(BaseModel):
    """An answer to question `number`; `?`: I do not know, `-`: skip."""

    number: Annotated[int, Field(ge=1, le=1000)]
    answer: Annotated[str, Field(max_length=20_000)]


@router.get("/tests", summary="Tests so far, and what can be tested")
def tests(mine: Mine) -> Json:
    return all_tests(mine.context, mine.profile)


@router.post("/tests", summary="Begin a test")
def begin(mine: Mine, asked: Begin) -> Json:
    return _told(mine, begin_test(mine.context, mine.profile, asked.about, asked.questions))


@router.get("/tests/{word}", summary="The next question, or the result")
def test(mine: Mine, word: Word) -> Json:
    return _told(mine, word)


@router.post("/tests/{word}", summary="Answer")
def answer(mine: Mine, word: Word, given: Given) -> Json:
    return _told(mine, word, answer_test(mine.context, mine.profile, word, given.number, given.answer))


@router.post("/tests/{word}/end", summary="End it now")
def end(mine: Mine, word: Word) -> Json:
    stop_test(mine.context, mine.profile, word)
    return _told(mine, word)


def _told(mine: Mine, word: str, complaint: str = "") -> Json:
    step: TestStep = look_at_test(mine.context, mine.profile, word, complaint)
    turn: Any = msgspec.to_builtins(step.turn)
    if turn is not None:
        turn["question"] = {name: part for name, part in turn["question"].items() if name not in SECRET}
    row = {"schema": "headway.test-step/1", "session": step.session, "label": step.label}
    return {**row, "turn": turn, "result": step.result}


@router.get("/labs", summary="All labs, with where the person stands")
def all_labs(mine: Mine) -> Json:
    return labs.lab_list(mine.context, mine.profile)


@router.get("/labs/{word}", summary="One lab: its brief, the last result")
def lab(mine: Mine, word: Word) -> Json:
    return labs.lab_show(mine.context, mine.profile, word)
