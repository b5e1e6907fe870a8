"""A JSON Resume: its fields are taken as they are named."""

import json

from tests.evidence.readings import about, read

RESUME = {
    "basics": {
        "name": "Jo Sample",
        "label": "Data scientist",
        "email": "jo@example.org",
        "location": {"city": "Lyon", "countryCode": "FR"},
    },
    "work": [
        {
            "name": "Acme, Inc.",
            "position": "Data Scientist",
            "startDate": "2021-03-01",
            "highlights": ["Models in Python"],
        },
        {"name": "Analyst Partners", "position": "Trainee", "startDate": "2020", "endDate": "2021-02"},
    ],
    "volunteer": [
        {
            "organization": "Code Club",
            "position": "Mentor",
            "startDate": "2015-01",
            "endDate": "2015-12",
            "summary": "Queries in SQL",
        }
    ],
    "education": [
        {"institution": "Example University", "area": "Statistics", "studyType": "Bachelor", "endDate": "2019-06"}
    ],
    "certificates": [{"name": "Deep Learning Specialization", "issuer": "Coursera", "date": "2022-05-01"}],
    "skills": [{"name": "Tools", "keywords": ["Docker", "Tableau"]}],
    "languages": [{"language": "French", "fluency": "Native"}],
}


def test_fields_are_read_as_named() -> None:
    """A company called Analyst Partners is not taken for a title; voluntary work adds no years."""
    reading = read(json.dumps(RESUME), "cv.json")
    assert (reading.name, reading.country, reading.languages) == ("Jo Sample", "FR", ("French",))
    assert [(j.title, j.employer, str(j.start), j.current) for j in reading.jobs] == [
        ("Data Scientist", "Acme, Inc.", "2021-03", True),
        ("Trainee", "Analyst Partners", "2020", False),
        ("Mentor", "Code Club", "2015-01", False),
    ]
    assert [(s.level, s.field, s.institution, str(s.end)) for s in reading.education] == [
        ("bachelor", "Statistics", "Example University", "2019-06")
    ]
    assert [c.resource for c in reading.certificates] == ["deep-learning-specialization"]
    assert reading.years_experience == round((69 + 8) / 12, 1)


def test_its_skills_are_evidence_like_any_other() -> None:
    """Use in the dated job, bare mention in the list, the certificate's course."""
    reading = read(json.dumps(RESUME), "cv.json")
    assert [(e.kind, e.months) for e in about(reading, "python")] == [("cv-use", 69.0)]
    assert [e.kind for e in about(reading, "docker")] == ["cv-mention"]
    assert [e.kind for e in about(reading, "pytorch")] == ["certificate"]
    assert [(e.kind, e.strength) for e in about(reading, "sql")] == [("cv-use", 0.7)]


def test_an_empty_resume_is_an_empty_reading() -> None:
    """No field, nothing read, nothing invented."""
    reading = read('{"basics": {"label": "Analyst"}, "work": [{}]}', "cv.json")
    assert (reading.name, reading.country, reading.jobs, reading.years_experience) == (None, None, (), None)
