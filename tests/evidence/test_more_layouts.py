"""Layouts that a second look brought: each test's CV is shaped like the kind of person it names."""

from tests.evidence.readings import about, jobs, read


def test_functional_cv_with_a_career_summary_of_dates() -> None:
    """A summary that holds dated titles is the list of jobs; a company's town is cut though nobody knows it."""
    assert jobs("""
CAREER SUMMARY
2019 – present     Operations Manager     Harbourside Foods Ltd, Leeds
2014 – 2019        Stock Planner          Pennine Wholesale plc, Nowhereton
""") == [
        ("Operations Manager", "Harbourside Foods Ltd", "2019", "now"),
        ("Stock Planner", "Pennine Wholesale plc", "2014", "2019"),
    ]


def test_a_summary_without_dates_stays_one() -> None:
    """What was done is then named without a date."""
    reading = read("SUMMARY\nData analyst with Python since school.\nLooking back on ten years of work.")
    assert ([s.kind for s in reading.sections], reading.jobs) == (["summary"], ())


def test_army_with_dates_over_several_ranks() -> None:
    """The force is the employer of each post, a rank is a part of the title; "Staff Sergeant" is no staff engineer."""
    text = """
MILITARY EXPERIENCE

U.S. ARMY, Various Locations\t\tJun 2012 - Aug 2024
Information Technology Specialist (25B), Staff Sergeant\t\tMar 2018 - Aug 2024
- Supervised twelve people.
- Built a maintenance tracker in SQL that replaced fourteen spreadsheets of the unit.
Signal Support Systems Specialist (25U), Sergeant\t\tJun 2012 - Feb 2018
- Ran radio networks.
"""
    assert jobs(text) == [
        ("Information Technology Specialist (25B), Staff Sergeant", "U.S. ARMY", "2018-03", "2024-08"),
        ("Signal Support Systems Specialist (25U), Sergeant", "U.S. ARMY", "2012-06", "2018-02"),
    ]
    reading = read(text)
    assert [job.seniority for job in reading.jobs] == [None, None]
    assert "Signal" not in about(reading, "sql")[0].quotes[0].text


def test_freelancer_whose_projects_are_jobs() -> None:
    """Titles and clients with short dates (03.24) under "Projekte"; the tools below are no employer."""
    text = """
Projekte (Auszug)

03.24 - heute
Data Engineer (freiberuflich), Musterbank AG, Frankfurt
Docker und Python

03.21-08.22
ETL-Entwickler, Stadtwerke Exempel, Fürth
Docker, SQL

Zertifikate
Probezertifikat Datenbanken, 05.23
"""
    assert jobs(text) == [
        ("Data Engineer (freiberuflich)", "Musterbank AG", "2024-03", "now"),
        ("ETL-Entwickler", "Stadtwerke Exempel", "2021-03", "2022-08"),
    ]
    reading = read(text)
    assert [piece.months for piece in about(reading, "docker")] == [33.0, 18.0]
    assert [str(certificate.date) for certificate in reading.certificates] == ["2023-05"]


def test_projects_of_a_learner_are_not_jobs() -> None:
    """Names of projects with dates, no title and no client."""
    reading = read("""
PROJECTS
Bike share demand  |  Python, scikit-learn  |  Jan 2026 – Mar 2026
Fake reviews at Acme Ltd  |  PyTorch  |  Nov 2025 – Dec 2025
""")
    assert (reading.jobs, [e.strength for e in about(reading, "python")]) == ((), [0.6])


def test_month_with_a_dash_and_nothing_after_it() -> None:
    """03.21- at the beginning of a line goes on; a version number of that shape is no date."""
    text = """
# CV

## Werkervaring

**03.21-** Data-analist bij Gemeente Voorbeeld

SQL

**09.18-02.21** Ontwikkelaar, Proef B.V.

SQL
"""
    assert jobs(text, "cv.md") == [
        ("Data-analist", "Gemeente Voorbeeld", "2021-03", "now"),
        ("Ontwikkelaar", "Proef B.V.", "2018-09", "2021-02"),
    ]
    assert read("EXPERIENCE\nDeveloper, Acme Ltd\nServers on release 10.04 and 12.10").years_experience is None


def test_definition_list_of_an_academic() -> None:
    """A date alone over its items: the first item heads the entry; a thesis is no part of the school's name."""
    text = """<h1>Ilse Sample</h1><h2>Appointments</h2><dl>
<dt>2022–present</dt><dd>Postdoctoral Researcher, Institute for Examples, Leuven<br>Models in PyTorch.</dd>
<dt>2020–2022</dt><dd>Data Scientist, Musterlab, Geneva</dd></dl>
<h2>Education</h2><dl><dt>2016–2020</dt><dd>PhD in Physics, Example University. Thesis: “Rare decays”</dd></dl>"""
    assert jobs(text, "cv.html") == [
        ("Postdoctoral Researcher", "Institute for Examples", "2022", "now"),
        ("Data Scientist", "Musterlab", "2020", "2022"),
    ]
    assert [(s.level, s.field, s.institution) for s in read(text, "cv.html").education] == [
        ("phd", "Physics", "Example University")
    ]


def test_two_degrees_of_one_school() -> None:
    """The second degree has fewer lines above its date, so it is of the school above."""
    reading = read("""
EDUCATION
Example University\tGothenburg
M.Sc. in Engineering Mathematics\tAug 2016 – Jun 2018
B.Sc. in Electrical Engineering\tAug 2013 – Jun 2016
GPA: 3.7/4.0
""")
    assert [(s.level, s.institution) for s in reading.education] == [
        ("master", "Example University"),
        ("bachelor", "Example University"),
    ]
    assert [s.heading for s in reading.sections] == ["EDUCATION"]


def test_several_summers_count_the_last() -> None:
    """Two summers are not the year between them."""
    reading = read("EXPERIENCE\nExample Ltd\nResearch Assistant\tSummers 2015, 2016\n- SQL")
    assert [(j.title, str(j.start), str(j.end), j.months) for j in reading.jobs] == [
        ("Research Assistant", "2016-06", "2016-08", 3.0)
    ]


def test_certificate_among_the_studies_counts_once() -> None:
    """With its issuer in brackets; it is no course of study too."""
    reading = read(
        "EDUCATION\nMachine Learning Professional Certificate (Coursera), 2025\nBA Geography, Example University, 2012"
    )
    assert [(c.name, c.issuer) for c in reading.certificates] == [
        ("Machine Learning Professional Certificate", "Coursera")
    ]
    assert [piece.kind for piece in about(reading, "machine-learning")] == ["certificate"]
    assert [study.field for study in reading.education] == ["Geography"]


def test_name_with_a_tagline_and_entries_marked_with_arrows() -> None:
    """The name ends at the dash; the mark of an entry is no part of the title."""
    text = """
Tomasz Sample — Analytics & ML
Kraków, Poland

WORK HISTORY

» Data Scientist — Example Retail     [2022/05 – now]
   – SQL
"""
    assert (read(text).name, jobs(text)) == (
        "Tomasz Sample",
        [("Data Scientist", "Example Retail", "2022-05", "now")],
    )


def test_two_columns_of_a_web_page_with_the_name_in_the_second() -> None:
    """Skills come first in the text; the name opens the header, and an apprenticeship beside a title is its rank."""
    reading = read(
        """<table><tr><td><h2>Compétences</h2><p>SQL</p></td>
<td><h1>Éloïse Modèle</h1><p>Nantes, France</p><h2>Expériences</h2>
<p><b>Alternance – Data analyst</b> | Groupe Exemple, Rennes | sept. 2020 – août 2021</p></td></tr></table>""",
        "cv.html",
    )
    assert (reading.name, reading.country) == ("Éloïse Modèle", "FR")
    assert [(j.title, j.employer, j.seniority) for j in reading.jobs] == [("Data analyst", "Groupe Exemple", "intern")]


def test_place_in_italics_is_no_employer() -> None:
    """The bank stands in bold with the title, the city in italics with the dates; leave between jobs is no job."""
    text = """
# Aisha Example

## Employment

**Lead Analyst (Fraud), Sample Bank plc** — *London, Nov 2023 to date*

SQL

**Parental leave** — *Jan 2022 to Oct 2023*

**Data Analyst Apprentice, City Council** — *Sept 2016 to Mar 2019*
"""
    assert jobs(text, "cv.md") == [
        ("Lead Analyst (Fraud)", "Sample Bank plc", "2023-11", "now"),
        ("Data Analyst Apprentice", "City Council", "2016-09", "2019-03"),
    ]


def test_the_kind_before_a_certificates_name_is_not_its_name() -> None:
    """ "Certificate:" or "Kurs:" before the name; alone with an issuer it stays all there is."""
    studies = (
        "EDUCATION\nCertificate: Machine Learning with Python (Coursera), 2023\nBA Geography, Example University, 2012"
    )
    courses = "Kurs: Python for Everybody Specialization, Coursera, 2024\nCertificate: Coursera, 2020"
    reading = read(f"{studies}\n\nCERTIFICATES\n{courses}")
    assert [(c.name, c.issuer) for c in reading.certificates] == [
        ("Machine Learning with Python", "Coursera"),
        ("Python for Everybody Specialization", "Coursera"),
        ("Certificate", "Coursera"),
    ]
    assert [piece.kind for piece in about(reading, "machine-learning")] == ["certificate"]
