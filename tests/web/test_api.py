"""The JSON door: the same answers as the command line, and no input that makes it fall over."""

from typing import Any

import pytest

from tests.web.conftest import HOST, TODAY, TOKEN, Ask
from tests.web.test_pages import CV

PATIENCE = 600.0
"""Seconds for one answer. Schemathesis gives ten, which the first plan of a process may take on a busy machine."""


def test_the_answers_are_those_of_the_command_line(person: Ask) -> None:
    """Schema and all."""
    from headway.app import look
    from headway.app.context import open_context

    context = open_context(TODAY)
    assert person("GET", "/api/roles").json() == look.roles(context)
    assert person("GET", "/api/skills/python").json()["schema"] == "headway.skill/1"


def test_a_whole_way_through_the_api(person: Ask) -> None:
    """CV in, correction, plan kept, hours logged, undone, erased."""
    read = person("POST", "/api/person/cv?name=ana.txt", files={"cv": ("x", CV)}).json()
    assert {"python", "sql", "docker"} <= {row["skill"] for row in read["skills"]}
    assert person("POST", "/api/person/levels", json={"levels": {"docker": 0}}).json()["added"] == 1
    wish = {"role": "data-analyst", "hours": 6}
    shown = person("GET", "/api/plan", params=wish).json()
    assert shown["mode"] == "new"
    assert person("POST", "/api/plan", json=wish).json()["kept"] is True
    assert person("GET", "/api/plan").json()["steps"] == shown["steps"]
    assert person("POST", "/api/log", json={"what": "hours", "values": ["2"]}).json()["added"] == 1
    assert person("GET", "/api/status").json()["hours"]["logged"] in (0, 2)
    assert person("POST", "/api/undo", json={}).json()["undone"]["kind"] == "hours"
    assert person("POST", "/api/data/forget", json={"sure": True}).json()["erased"] is True
    assert person("GET", "/api/person").status_code == 409


def test_the_api_opens_no_file_by_name(person: Ask) -> None:
    """`headway log tested FILE` reads a file; over the network nobody may name one."""
    sent = {"what": "tested", "values": ["/etc/passwd"]}
    assert person("POST", "/api/log", json=sent).status_code == 422


def test_wrong_words_are_told_as_json(person: Ask) -> None:
    """With what to do next, and the right status."""
    answer = person("GET", "/api/roles/nonsense")
    assert answer.status_code == 404
    assert set(answer.json()) == {"error", "hint"}
    assert person("GET", "/api/nowhere").status_code == 404
    assert person("GET", "/api/log?last=0").status_code == 422


def _schema(person: Ask) -> Any:
    schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
    from headway.app.context import open_context
    from headway.web.app import create_app
    from headway.web.desk import Desk
    from headway.web.guard import Door

    door = Door(hosts=frozenset({HOST, "localhost", "testserver"}), token=TOKEN, most_bytes=200_000)
    app = create_app(Desk(open_context(TODAY), fixed=True), door)
    headers = {"authorization": f"Bearer {TOKEN}"}
    return schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=headers), headers


def _fuzz(person: Ask, examples: int) -> None:
    from hypothesis import HealthCheck, given, settings
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

    schema, headers = _schema(person)
    checks = [not_a_server_error, status_code_conformance, response_schema_conformance]
    calm = settings(deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    for found in schema.get_all_operations():
        operation = found.ok()

        @settings(calm, max_examples=examples)
        @given(case=operation.as_strategy())
        def ask(case: Any) -> None:
            case.call_and_validate(headers=headers, checks=checks, timeout=PATIENCE)

        ask()


def test_no_request_that_the_description_allows_makes_it_fall_over(person: Ask) -> None:
    """A few odd requests for every operation: never a failure of ours, always a status that is described."""
    _fuzz(person, 3)


@pytest.mark.long
def test_many_more_such_requests(person: Ask) -> None:
    """The same for an hour of machine time at most."""
    _fuzz(person, 60)
