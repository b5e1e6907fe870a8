"""Adverts of those who make a tool: naming themselves is not asking for it. All texts are invented."""

import pytest

from headway.market.reading import skills_of
from headway.postings.by_line import LineReader
from tests.postings.reading import read, readers

TAIL = "\n\nRequirements\n- 5+ years of Python\n- SQL\n"


def skills(text: str) -> dict[str, str]:
    """Skill to need; read whole and by lines alike."""
    whole = read(text)
    gist = LineReader(*readers()).read("Data Engineer", text)
    assert gist is not None
    assert skills_of(gist) == skills_of(whole)
    return {each.skill: each.need for each in whole.skills}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Databricks is the data and AI company. Thousands of teams rely on the Databricks platform.", "databricks"),
        ("GitLab is an open-core software company. You will make GitLab faster.", "gitlab"),
        ("Snowflake’s founders started from scratch. Snowflake grows fast.", "snowflake"),
        ("MongoDB's mission is to help builders. We sell MongoDB everywhere.", "mongodb"),
        ("Elastic, the Search AI Company, helps people find. Elastic is used everywhere.", "elasticsearch"),
        ("We are Confluent, and we love streams. Confluent is everywhere.", "kafka"),
        ("Datadog is hiring. Every Datadog employee counts.", "datadog"),
    ],
)
def test_a_maker_that_names_itself_does_not_ask_for_its_tool(text: str, skill: str) -> None:
    """Neither where it says who it is nor anywhere else outside its demands."""
    assert skill not in skills(text + TAIL)
    assert skill not in skills(text + TAIL + "- You want to make us better every day\n" + f"\n{text}")


@pytest.mark.parametrize(
    ("line", "need"),
    [
        ("Experience with Snowflake and dbt", "required"),
        ("Python, Snowflake, SQL", "required"),
        ("Snowflake internals", "required"),
        ("Knowledge of Snowflake is a plus", "preferred"),
    ],
)
def test_a_maker_may_ask_for_its_own_tool(line: str, need: str) -> None:
    """Where a demand names it as a tool."""
    assert skills(f"Snowflake is the data company.{TAIL}- {line}\n")["snowflake"] == need


def test_who_uses_a_tool_is_not_its_maker() -> None:
    """What is said of a tool in use stays a mention of it."""
    found = skills(f"We sell shoes. Our data is in Snowflake. Snowflake is our warehouse. Databricks is a must.{TAIL}")
    assert found["snowflake"] == "context"
    assert "databricks" in found
