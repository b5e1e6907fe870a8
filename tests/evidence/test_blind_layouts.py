"""Ways of setting out a CV that a blind reading of unseen ones found to be misread. All people are invented."""

import pytest

from headway.documents.read import read_bytes
from headway.evidence.dates import find_dates
from headway.evidence.headings import misspelt_opening, phrase_opening
from headway.evidence.places import looks_like_place
from headway.evidence.sections import parts_of
from tests.evidence.readings import jobs, read


def test_markdown_links_and_tags_are_not_in_names() -> None:
    """Linked employers and a spacer before the date."""
    text = """
# Jo Sample
## Experience
### Data analyst | [Acme Ltd](https://example.org/a_(b))<span class="gap"></span>Jan 2020 - Dec 2021
- SQL
"""
    assert jobs(text, "cv.md") == [("Data analyst", "Acme Ltd", "2020-01", "2021-12")]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Experiance", "experience"),
        ("Educatoin", "education"),
        ("Hablidades e competências", "skills"),
        ("Formacao academica", "education"),
        ("Experiências profisionais", "experience"),
    ],
)
def test_a_heading_with_one_letter_wrong_is_known(heading: str, kind: str) -> None:
    """One letter wrong, missing, too many or out of turn, and missing accents."""
    opening = phrase_opening(heading) or misspelt_opening(heading)
    assert opening is not None
    assert opening.kind == kind


@pytest.mark.parametrize("text", ["Project", "Prospects", "Senior developer", "Data analyst", "Summer"])
def test_other_words_are_not_taken_for_misspelt_headings(text: str) -> None:
    """Short words and titles are compared to the letter."""
    assert misspelt_opening(text) is None or phrase_opening(text) is not None


@pytest.mark.parametrize("title", ["Software Engineer (Internship) | Acme", "Data analyst (volunteering)"])
def test_a_kind_of_work_in_brackets_behind_a_title_is_no_heading(title: str) -> None:
    """A title with "(Internship)" is a job."""
    assert phrase_opening(title) is None


def test_the_end_of_a_schools_name_is_no_heading() -> None:
    """ "Technology" opens a list of skills; "Technology Leeds" does not."""
    document = read_bytes(b"## Experience\n### Technology Leeds\n### Experience highlights\n", "cv.md")
    assert "skills" not in [part.kind for part in parts_of(document)]


def test_an_unknown_markdown_heading_of_the_same_rank_ends_a_section() -> None:
    """What stands under it is not taken for the section above; titles and companies head entries."""
    text = "# Jo Sample\n## Skills\nSQL\n## Playground\nDocker\n## Data analyst, Acme Ltd\n"
    assert [part.kind for part in parts_of(read_bytes(text.encode(), "cv.md"))] == ["header", "skills", "other"]


def test_projects_under_the_heading_of_jobs_are_no_jobs() -> None:
    """Under "Experience & Projects" an entry without a title is a project, and adds no years."""
    reading = read("""
Jo Sample

EXPERIENCE & PROJECTS

Data analyst, Acme Ltd                Jan 2020 - Dec 2020
- SQL

Three-dimensional archery game        Jan 2021 - Dec 2021
- Python
""")
    assert [job.title for job in reading.jobs] == ["Data analyst"]
    assert reading.years_experience == 1.0
    assert [(e.skill, e.kind, e.strength) for e in reading.evidence if e.skill == "python"] == [
        ("python", "cv-use", 0.6)
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021-present: Researcher", "2021", ""),
        ("2019-heute", "2019", ""),
        ("Mid 2024 - Present", "2024-06", ""),
        ("Early 2020 - Late 2021", "2020-01", "2021-12"),
        ("Mid-2022 – Mitte 2023", "2022-06", "2023-07"),
    ],
)
def test_dates_as_people_write_them(text: str, first: str, last: str) -> None:
    """ "Now" without blanks, and parts of a year."""
    (span,) = find_dates(text)
    assert (str(span.start), "" if span.current else str(span.end)) == (first, last)


def test_a_range_that_breaks_at_its_dash_is_one() -> None:
    """In a narrow column the second date stands on the next line."""
    assert jobs("""
EXPERIENCE

Acme Ltd
Data analyst in a team   11/2023 –
05/2024
- SQL

Initech Ltd
Tester in retraining     05/2023
– 06/2023
- SQL
""") == [
        ("Data analyst in a team", "Acme Ltd", "2023-11", "2024-05"),
        ("Tester in retraining", "Initech Ltd", "2023-05", "2023-06"),
    ]


def test_title_and_employer_in_one_line_over_dates_and_a_place() -> None:
    """What stands beside the dates is where, not who."""
    assert jobs("""
EXPERIENCE

Founder and Product Lead, samplApp
Mid 2024 - Present, Leeds West

Warehouse Worker, Example Staff
Feb 2019 - Mar 2023, Leeds West
""") == [
        ("Founder and Product Lead", "samplApp", "2024-06", "now"),
        ("Warehouse Worker", "Example Staff", "2019-02", "2023-03"),
    ]


def test_employer_and_dates_as_list_items_under_the_title() -> None:
    """ "From" leads to the dates and is no employer; once the order is known, a title needs no word that we know."""
    assert jobs("""
EXPERIENCE

Data analyst
• Acme, India
• From: 01/03/2022 – 30/11/2022
• SQL

Crew Member
• Initech’s, England
• From 02/01/2023 – 30/09/2024
• Serving
""") == [("Data analyst", "Acme", "2022-03", "2022-11"), ("Crew Member", "Initech’s", "2023-01", "2024-09")]


def test_a_list_of_jobs_with_the_employer_as_the_first_point() -> None:
    """The item below the dated one names a company; a duty below it does not."""
    text = """
# Jo Sample
## Work experience
* Spring 2024: Research assistant
  * Example University
  * Duties included: SQL
* 2020-2021: Developer
  * Wrote Python for a group of labs
"""
    assert jobs(text, "cv.md") == [
        ("Research assistant", "Example University", "2024-03", "2024-05"),
        ("Developer", "", "2020", "2021"),
    ]


def test_at_tells_title_and_employer_though_no_word_is_known() -> None:
    """ "Stocker at Sample Foods"."""
    assert jobs("EXPERIENCE\n\nStocker at Sample Foods    May 2020 - June 2021\n- Shelves\n") == [
        ("Stocker", "Sample Foods", "2020-05", "2021-06")
    ]


def test_leaders_part_a_line_like_columns() -> None:
    """Dashes to the place at the right edge; titles cut to letters."""
    assert jobs("""
EXPERIENCE

2016-2018    SAMPLE LTD, Principal SE ---------------- Salem MA
     Wrote Python.

2012-2016    EXAMPLA, Senior SE ...................... Salem MA
     Lead technical vision and strategy, systems design, and software implementation for
     all SQL databases.
""") == [("Principal SE", "SAMPLE LTD", "2016", "2018"), ("Senior SE", "EXAMPLA", "2012", "2016")]


def test_a_software_engineer_is_a_title_though_software_names_companies() -> None:
    """A company word before the word for a job says what the job is about."""
    assert jobs("EXPERIENCE\n\nSoftware Engineer (Internship) | Sample Engineers    June 2022 – May 2023\n- SQL\n") == [
        ("Software Engineer (Internship)", "Sample Engineers", "2022-06", "2023-05")
    ]


def test_time_off_and_courses_are_no_jobs() -> None:
    """They add no years; what was learned there is still evidence."""
    reading = read("""
EXPERIENCE

Career break                          Jan 2020 - Dec 2020
- SQL

Udemy courses: web developer          Jan 2021 - Dec 2021
- Python

Data analyst, Acme Ltd                Jan 2022 - Dec 2022
""")
    assert [job.title for job in reading.jobs] == ["Data analyst"]
    assert reading.years_experience == 1.0
    assert {e.skill for e in reading.evidence} >= {"sql", "python"}


def test_degrees_without_dates_are_told_apart() -> None:
    """A second degree, or a second school, begins the next one."""
    studies = read("""
EDUCATION
Master of Science in Biology
Sample University, Leeds

Bachelor of Science in Chemistry
Example University, York
""").education
    assert [(s.level, s.field, s.institution) for s in studies] == [
        ("master", "Biology", "Sample University"),
        ("bachelor", "Chemistry", "Example University"),
    ]


def test_labels_in_a_line_of_studies_are_no_fields() -> None:
    """ "Major: " before the field, and a dated study of a school that we do not know."""
    studies = read("""
EDUCATION
Sample College - Major: Computer Science, GPA: 4.0      2019-2022
Systems analysis - Exampletec                           Jan 2015 - June 2017
""").education
    assert [(s.field, s.institution) for s in studies] == [
        ("Computer Science", "Sample College"),
        ("Systems analysis", "Exampletec"),
    ]


def test_certificates_with_their_school_after_a_dash() -> None:
    """A second line of the item is the issuer, and "Issued" is no part of the name."""
    found = read("""
CERTIFICATES

Sample Deep Course — Coursera & Example — Issued April 03, 2026
Cleaning Data — Kaggle — Issued May 2025
""").certificates
    assert [(c.name, str(c.date)) for c in found] == [("Sample Deep Course", "2026-04"), ("Cleaning Data", "2025-05")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# Lebenslauf — Jo Sample\n", "Jo Sample"),
        ("# Jo Sample (24 anos)\n", "Jo Sample"),
        ("Hi, my name is Jo Sample. I am a developer.\n## Interests\n* Open Source\n", "Jo Sample"),
        ("## Interests\n* Open Source\n* Deep Learning\n", None),
    ],
)
def test_names_at_the_top(text: str, name: str | None) -> None:
    """After the word for a CV, with an age, in a sentence; never a list item."""
    assert read(text, "cv.md").name == name


def test_a_language_with_its_level_is_spoken_wherever_it_stands() -> None:
    """ "Anglais courant" among other points; a language alone is not taken."""
    assert read(
        "# Jo Sample\n## Profil\n- Anglais courant\n- Code en SQL\n- Roman spanish art\n", "cv.md"
    ).languages == ("English",)


@pytest.mark.parametrize(
    ("text", "place"),
    [("Salem MA", True), ("Sydney NSW", True), ("Acme CO", False), ("IBM MA", False), ("Data analyst MA", False)],
)
def test_a_town_with_its_state(text: str, place: bool) -> None:
    """No comma between; letters that are legal forms too do not count."""
    assert looks_like_place(text) is place


def test_groups_inside_a_list_of_skills_stay_in_it() -> None:
    """A heading of a lower rank than the section's is no section of its own."""
    text = "# Jo Sample\n## Skills\n### Databases\n- SQL\n### Additional competencies\n- Docker\n### Clouds\n- AWS\n"
    text += "## Playground\n- Rust\n"
    assert {e.skill: e.strength for e in read(text, "cv.md").evidence} == {"sql": 1, "docker": 1, "aws": 1, "rust": 0.5}


def test_short_sentences_under_a_name_are_a_profile() -> None:
    """Once sentences have begun, two words and a full stop are one."""
    text = "Jo Sample\n\nData analyst\n\nWorked for two years with Python.\n\nUsed SQL.\n\nTested Docker.\n"
    assert {e.skill for e in read(text).evidence if e.kind == "cv-mention"} == {"python", "sql", "docker"}


def test_a_course_among_jobs_is_study() -> None:
    """What it names was learned: aware, and half a year at most."""
    course = "Udemy courses: Python for all    Jan 2021 - Dec 2023\n- Python\n"
    reading = read(f"EXPERIENCE\n\n{course}\nTester, Acme Ltd    Jan 2020 - Dec 2020\n")
    assert [(e.level, e.months, e.strength) for e in reading.evidence if e.skill == "python"] == [(1, 6.0, 0.5)]


def test_issuers_and_grades_are_no_skills() -> None:
    """The platform under a course's name, and the label before a grade."""
    reading = read("""
CERTIFICATES
SQL for all | April 2025
Tableau

EDUCATION
BSc in Chemistry, Sample University    2018 - 2021
- Docker: passed
""")
    assert {e.skill for e in reading.evidence} == {"sql", "docker"}
