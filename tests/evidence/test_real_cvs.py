"""Real files in other people's templates (read from the shared data; skipped without it), and our own example."""

from pathlib import Path

import pytest

from headway.documents.read import read_document
from headway.evidence.cv import read_cv
from headway.evidence.model import CvReading
from tests.evidence.readings import TODAY, finder, knowledge

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "mara-lindqvist.pdf"


def _read(path: Path) -> CvReading:
    return read_cv(read_document(path), finder(), knowledge(), TODAY)


def _jobs(reading: CvReading) -> list[tuple[str, str, str]]:
    return [(j.title, j.employer, f"{j.start}/{'now' if j.current else j.end}") for j in reading.jobs]


def test_our_example_is_read_right() -> None:
    """A two-column CV: jobs, degree, certificate, place, and what is only being learned."""
    reading = _read(EXAMPLE)
    assert (reading.name, reading.country) == ("Mara Lindqvist", "DE")
    assert _jobs(reading) == [
        ("Senior Data Analyst", "Nordfracht Logistik GmbH", "2024-04/now"),
        ("Data Analyst", "Kaufhaus Elbufer AG", "2021-09/2024-03"),
        ("Working student, controlling", "Hansefracht Reederei", "2019-10/2021-08"),
    ]
    assert [(s.level, s.field, s.institution) for s in reading.education] == [
        ("bachelor", "Economics and Statistics", "Universität Hamburg")
    ]
    assert [c.name for c in reading.certificates] == ["Python for Everybody Specialization"]
    assert reading.years_experience == 7.2
    assert [e.level for e in reading.evidence if e.skill == "docker"] == [1]


WEB_DEVELOPER = [
    ("Senior Web Developer", "Creative Solutions Inc.", "2019-01/now"),
    ("Web Developer", "TechAdvancers", "2016-06/2018-12"),
]
RESEARCHER = [
    ("Co-Founder & CTO", "Nexus AI", "2023-06/now"),
    ("Research Intern", "NVIDIA Research", "2022-05/2022-08"),
    ("Research Intern", "Google DeepMind", "2021-05/2021-08"),
    ("Research Intern", "Apple ML Research", "2020-05/2020-08"),
    ("Research Intern", "Microsoft Research", "2019-05/2019-08"),
]


@pytest.mark.parametrize(
    ("file", "jobs"),
    [
        ("AmruthPillai__bronzor.pdf", WEB_DEVELOPER),
        ("AmruthPillai__kakuna.pdf", WEB_DEVELOPER),
        ("AmruthPillai__nosepass.pdf", WEB_DEVELOPER),
        ("rendercv__John_Doe_ClassicTheme_CV.pdf", RESEARCHER),
        ("rendercv__John_Doe_Sb2novTheme_CV.pdf", RESEARCHER),
    ],
)
def test_jobs_come_out_the_same_in_every_template(shared: Path, file: str, jobs: list[tuple[str, str, str]]) -> None:
    """Columns, date columns, running heads: the same jobs."""
    assert _jobs(_read(shared / "data" / "cv" / file)) == jobs
