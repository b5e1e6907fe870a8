"""docs/reference/json.md describes every key of every answer, and nothing else."""

import re
from typing import Any

import msgspec
import pytest

from headway import values
from headway.assessment import review
from headway.cli.main import app
from headway.cohort import model as cohort
from headway.evidence import model as evidence
from headway.fit import model as fit
from headway.knowledge import audit, fact, guides
from headway.knowledge import model as knowledge
from headway.learner import model as learner
from headway.market import demand, scope, terms, together, trends, weights
from headway.mentions import model as mentions
from headway.pay import change, measure, premium, serve, stated, tables
from headway.pay import model as pay
from headway.planning import comparison
from headway.planning import model as planning
from headway.planning.market import model as market_plan
from headway.postings import model as postings
from tests.docs.answers import UNASKED, answers
from tests.docs.json_page import PAGE, Checker, sections

pytestmark = pytest.mark.xdist_group("every answer")
"""One process asks all commands for all tests here."""

STRUCTS: dict[str, Any] = {
    "FixedRoadmap": market_plan.FixedRoadmap, "MarketBlocked": market_plan.Blocked, "MarketPoint": market_plan.Point,
    "MarketProof": market_plan.MarketProof, "TestFirst": market_plan.TestFirst, "MarketStep": market_plan.MarketStep,
    "Change": demand.Change, "Counted": scope.Counted, "MarketFilter": scope.Scope, "MarketShare": demand.Share,
    "Periods": demand.Periods, "SkillDemand": demand.SkillDemand, "Together": together.Together,
    "RoleWeights": weights.RoleWeights, "WeighedNeed": weights.WeighedNeed, "NewTerm": terms.NewTerm,
    "SkillTrend": trends.SkillTrend, "TermExample": terms.Example, "TrendMonth": trends.Month,
    "Certificate": evidence.Certificate, "Checkpoint": planning.Checkpoint, "Claim": guides.Claim,
    "CourseTime": audit.CourseTime, "CvSection": evidence.Section, "Degree": postings.Degree, "Duty": fact.Duty,
    "Education": knowledge.Education, "EvidenceShare": learner.Evidence, "Finding": values.Finding, "Fit": fit.RoleFit,
    "Grade": knowledge.Grade, "Hours": fact.Hours, "Lean": planning.Lean, "Mention": mentions.Mention,
    "Module": knowledge.Module, "Money": values.Money, "Need": fact.Need, "NeededMention": postings.NeededMention,
    "Neighbour": knowledge.Neighbour, "PayAnswer": tables.PayAnswer, "PayFigure": tables.PayFigure,
    "PayRow": knowledge.PayRow, "PayStatement": postings.PayRange, "Plan": planning.Plan, "Point": fit.Point,
    "PostingPay": postings.Pay, "PostingQuote": postings.Quote, "PostingSection": postings.Section,
    "Price": knowledge.Price, "Proof": planning.Proof, "Quote": learner.Quote, "Relief": planning.Relief,
    "Requirement": postings.Requirement, "Response": learner.Response, "ReviewDue": review.Due,
    "TestEvidence": learner.Evidence,
    "Resource": knowledge.Resource, "RoadmapHours": comparison.RoadmapHours,
    "RoadmapTarget": planning.Target, "Role": knowledge.Role, "RoleNeed": knowledge.RoleNeed, "Route": guides.Route,
    "Skill": knowledge.Skill, "SkillBelief": learner.SkillBelief, "SkillNeed": postings.SkillNeed,
    "SourceCount": guides.Source, "Span": values.Span, "Stated": fact.Stated, "Step": planning.Step,
    "Teaches": fact.Teaches, "Term": guides.Term,
    "Coverage": pay.Coverage, "Estimate": serve.Estimate, "Measured": measure.Measured, "PayChange": change.PayChange,
    "PayInterval": change.PayInterval, "PaySide": change.PaySide, "PayGroup": pay.Cell,
    "NamedReport": measure.NamedReport, "PayReport": measure.Report, "Premium": premium.Premium,
    "Recalibration": pay.Recalibration,
    "HeldSkill": cohort.HeldSkill, "PassedLab": cohort.PassedLab, "PlanState": cohort.PlanState,
    "ShareFile": cohort.Share, "TakenTest": cohort.TakenTest,
    "SalarySource": pay.SalarySource, "Spread": stated.Spread, "StatedPay": stated.StatedPay,
}  # fmt: skip
"""Shapes that are one of our structs: all of its fields are described, also those that no example fills."""


@pytest.fixture
def checked() -> Checker:
    """The page's tables after a walk through every answer."""
    checker = Checker(sections(PAGE.read_text(encoding="utf-8")))
    for answer in answers():
        checker.shape(answer.value, answer.heading, answer.line)
    return checker


def _fields(struct: Any) -> set[str]:
    return {field.encode_name for field in msgspec.structs.fields(struct)}


def test_every_key_is_described_with_its_type(checked: Checker) -> None:
    """No key comes that the page does not explain, and no value of another type than it says."""
    assert sorted(checked.problems) == []


def test_every_described_key_exists(checked: Checker) -> None:
    """A key that no answer holds and no struct has is stale."""
    stale = [
        f"{shape}.{key}"
        for shape, fields in checked.shapes.items()
        for key in fields
        if shape not in UNASKED
        and (shape, key) not in checked.seen
        and key not in (_fields(STRUCTS[shape]) if shape in STRUCTS else ())
    ]
    assert stale == []


def test_every_field_of_an_authored_or_computed_fact_is_described(checked: Checker) -> None:
    """Also fields that are left out while they hold nothing."""
    missing = {
        shape: sorted(_fields(struct) - checked.shapes[shape].keys())
        for shape, struct in STRUCTS.items()
        if _fields(struct) - checked.shapes[shape].keys()
    }
    assert missing == {}


def test_every_key_has_a_meaning() -> None:
    """A name and a type alone leave the reader to guess."""
    rows = re.findall(r"^\| `.+$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) > 300
    assert [row for row in rows if not re.fullmatch(r"\| `[^|]+` \| [^|]+ \| [^|]+ \|", row)] == []


def test_every_command_has_a_section() -> None:
    """A new command is described before it is done."""
    headings = set(re.findall(r"^### (headway \S+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    names = {f"headway {c.name or c.callback.__name__}" for c in app.registered_commands if c.callback}
    assert names - headings == set()
    assert headings - names == set()


def test_every_described_command_was_asked(checked: Checker) -> None:
    """The checks above are worth nothing for a command that was not run."""
    asked = {answer.heading for answer in answers()}
    headings = {h for h in checked.shapes if h.startswith("headway ")}
    assert headings - asked - UNASKED == set()


def test_a_wrong_value_is_noticed() -> None:
    """The checker itself: unknown key, wrong type, wrong length, wrong level."""
    checker = Checker({"Thing": {"a": "list of (string, level)", "b": "date or null"}})
    checker.shape({"a": [["x", 5], ["y"]], "b": "soon", "c": 1}, "Thing", "at")
    assert len(checker.problems) == 4
    clean = Checker(checker.shapes)
    clean.shape({"a": [["x", 4]], "b": None}, "Thing", "at")
    assert clean.problems == set()
