"""Names that mean one thing here and another there, read with the shipped skill map."""

from functools import cache

import pytest

from headway.knowledge.load import load_lexicon
from headway.knowledge.names import folded, skill_forms
from headway.mentions.find import Finder


@cache
def _finder() -> Finder:
    return Finder(load_lexicon())


def _named(line: str) -> dict[str, str]:
    """Skills by the name that is found, in a demand of a posting."""
    return {m.text: m.skill for m in _finder().find(f"Engineer\n\nRequirements\n- {line}\n")}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Own model training, deployment, and monitoring", "model-monitoring"),
        ("Experience with MLOps: serving, inference and monitoring", "model-monitoring"),
        ("Experience with monitoring and alerting (Grafana, Datadog)", "monitoring"),
        ("Experience with CI/CD, logging and monitoring of our services", "monitoring"),
    ],
)
def test_monitoring_beside_a_model_is_that_of_models(line: str, skill: str) -> None:
    """The same word is another skill where something trained is watched."""
    assert _named(line)["monitoring"] == skill


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Kept the ward's statistics in Excel", False),
        ("Prepared monthly statistics for the board", False),
        ("Strong statistics and probability", True),
        ("Taught statistics to first-year students", True),
    ],
)
def test_statistics_that_somebody_keeps_are_no_knowledge_of_statistics(line: str, named: bool) -> None:
    """A nurse who kept the figures of a ward for ten years is no proficient statistician."""
    assert ("statistics" in _named(line).values()) == named


def test_a_typed_name_keeps_its_plain_meaning() -> None:
    """Who asks for monitoring, with no words around it, means that of systems."""
    assert skill_forms(load_lexicon())[folded("monitoring")] == "monitoring"


@pytest.mark.parametrize(
    ("line", "name", "skill"),
    [
        ("Experience with React, Remix and Zustand", "Remix", "react"),
        ("Postgres or Aurora on AWS", "Aurora", "amazon-rds"),
        ("Product analytics (Amplitude, Mixpanel, Heap)", "Heap", "product-analytics"),
        ("Infrastructure as code with Terraform, Pulumi or CDK", "CDK", "infrastructure-as-code"),
        ("Firmware for I2C, SPI and UART devices", "SPI", "embedded-systems"),
        ("Uptime and latency SLAs of production services", "SLAs", "site-reliability-engineering"),
        ("Compliance frameworks such as RMF and STIGs", "STIGs", "regulatory-compliance"),
    ],
)
def test_a_tool_named_like_a_word_counts_beside_its_like(line: str, name: str, skill: str) -> None:
    """An ordinary word is a tool where the words around it say so."""
    assert _named(line).get(name) == skill


@pytest.mark.parametrize(
    "line",
    [
        "Remix songs for our listeners",
        "Live near Aurora, Colorado",
        "Allocate memory on the heap",
        "Bringing together AI leaders of the field",
        "Chef at a restaurant, or a puppet maker",
        "Replicate results of papers; show off your fireworks",
        "Own the vault of our museum",
    ],
)
def test_the_same_words_elsewhere_are_none(line: str) -> None:
    """Without such words near, no tool is read into it."""
    tools = {"react", "amazon-rds", "product-analytics", "llm-inference", "infrastructure-as-code", "cybersecurity"}

    assert not tools & set(_named(line).values())


@pytest.mark.parametrize(
    "line",
    ["Proficiency in at least one programming language", "Good knowledge of programming languages"],
)
def test_an_unnamed_language_is_no_skill(line: str) -> None:
    """`A programming language` asks for one of those named behind it, which count by themselves."""
    assert "programming" not in _named(line).values()


def test_pipelines_of_a_named_kind_belong_to_that_name() -> None:
    """`RAG pipelines` are RAG, not data pipelines."""
    assert set(_named("Experience with RAG pipelines").values()) == {"retrieval-augmented-generation"}


@pytest.mark.parametrize("line", ["Kept a rota in Excel", "Experience with Excel", "Budgets kept using Excel."])
def test_a_spreadsheet_alone_in_its_line_is_a_tool(line: str) -> None:
    """Where nothing near speaks of tools, the word before it and its capital do; the mention is the name alone."""
    assert _named(line) == {"Excel": "excel"}


@pytest.mark.parametrize("line", ["Excel in a busy team", "A place to excel", "You work in excellent company"])
def test_to_excel_is_no_tool(line: str) -> None:
    """The verb and its like."""
    assert "excel" not in _named(line).values()


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Track pipeline, attribution, and ROI across sources and data partners", "data-pipelines"),
        ("Provide coaching, training, and performance feedback to drive evaluation of models", "model-training"),
        ("Requirements\n- You work in NYC, although we’re flexible with days off", "adaptability"),
        ("You have a degree in Marketing, Communications or a related field with excellent results", "communication"),
    ],
)
def test_words_of_sales_staff_and_studies_are_no_skill_of_data(line: str, skill: str) -> None:
    """A sales pipeline, the training of people, an employer's own flexibility, a subject of studies."""
    assert skill not in _named(line).values()


@pytest.mark.parametrize(
    ("line", "name", "skill"),
    [
        ("Infrastructure automation with Terraform: drive automation everywhere", "automation", "devops"),
        ("Process automation with Zapier: internal tools and automation", "automation", "workflow-automation"),
        ("Solid understanding of database design and optimization", "optimization", "performance-optimization"),
        ("Foundations in probability, linear algebra and optimization", "optimization", "optimization"),
        ("Run onboarding workshops and training for new users", "training", "teaching"),
        ("Own model training: datasets, training and evaluation of models", "training", "model-training"),
    ],
)
def test_a_broad_word_means_what_its_neighbours_do(line: str, name: str, skill: str) -> None:
    """Automation of infrastructure, tuning of databases and training of people are other skills."""
    assert _named(line).get(name) == skill


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Build trust with hiring managers and leaders", "hiring"),
        ("Knowledge of vehicle communication protocols (CAN, LIN)", "communication"),
        ("Strong Python programming skills", "programming"),
        ("Strong programming skills in Rust", "programming"),
        ("We hired solutions architects last year", "solutions architects"),
        ("CI/CD with GitLab pipelines", "pipelines"),
    ],
)
def test_what_rules_a_name_out_does_so_in_the_plural(line: str, name: str) -> None:
    """People of that name, protocols, a language named with it, and the title of a job."""
    assert name not in _named(line)


def test_a_name_by_itself_is_no_half_of_a_longer_one() -> None:
    """AI before `and process automation` is no automation; `written and verbal` still share their noun."""
    assert _named("AI and intelligent automation").get("AI") != "workflow-automation"
    assert _named("Strong written and verbal communication").get("written") == "written-communication"
