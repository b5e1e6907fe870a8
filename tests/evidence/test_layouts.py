"""Jobs and degrees in the layouts of real CVs. Each test's CV is the layout it names."""

from tests.evidence.readings import jobs, read


def test_title_and_date_on_one_line_employer_below() -> None:
    """The commonest layout; several jobs, places stripped, the second role's date bound to its own lines."""
    assert jobs("""
EXPERIENCE

Senior Data Analyst                                   Apr 2024 – present
Nordbeispiel Logistik GmbH, Hamburg
- SQL models
Working student, controlling                          Oct 2019 – Aug 2021
Muster Reederei, Hamburg
- Reports in Excel
""") == [
        ("Senior Data Analyst", "Nordbeispiel Logistik GmbH", "2024-04", "now"),
        ("Working student, controlling", "Muster Reederei", "2019-10", "2021-08"),
    ]


def test_title_then_employer_then_date_on_its_own_line() -> None:
    """Lines above the date belong to the entry, as many as the first entry has."""
    assert jobs("""
WORK EXPERIENCE

Machine Learning Engineer
Sample Bank N.V., Amsterdam
March 2021 – Present
- Deployed models with Docker.

Data Analyst
Example Retail B.V., Utrecht
September 2018 – February 2021
- Built reports with SQL.
""") == [
        ("Machine Learning Engineer", "Sample Bank N.V.", "2021-03", "now"),
        ("Data Analyst", "Example Retail B.V.", "2018-09", "2021-02"),
    ]


def test_date_column_to_the_left_in_german() -> None:
    """Dates first, "seit" and "heute", company and town after a comma, a training place with its own heading."""
    assert jobs("""
Beruflicher Werdegang

seit 03/2020    Leiter Data Science, Beispiel Versicherung AG, Köln
- Python
04/2016 – 02/2020    Data Scientist (m/w/d)
Muster Consulting GmbH, Berlin
- SQL

Praktika

06/2013 – 08/2013    Praktikant Softwareentwicklung, Muster SE, Walldorf
""") == [
        ("Leiter Data Science", "Beispiel Versicherung AG", "2020-03", "now"),
        ("Data Scientist (m/w/d)", "Muster Consulting GmbH", "2016-04", "2020-02"),
        ("Praktikant Softwareentwicklung", "Muster SE", "2013-06", "2013-08"),
    ]


def test_markdown_in_french() -> None:
    """Titles as headings, employer after a dash or "chez", dates below; degrees with and without a field."""
    text = """
# Claire Exemple

## Expérience professionnelle

### Data engineer — Société Exemple SAS, Lyon
janvier 2021 – aujourd'hui
- Pipelines en Python

### Stage en data science chez Laboratoire Test
De mars 2020 à août 2020

## Formation
**Diplôme d'ingénieur**, INSA Lyon, 2015–2020

Licence de mathématiques, Université Lyon 1 (2018)
"""
    assert jobs(text, "cv.md") == [
        ("Data engineer", "Société Exemple SAS", "2021-01", "now"),
        ("Stage en data science", "Laboratoire Test", "2020-03", "2020-08"),
    ]
    assert [(s.level, s.field, s.institution, str(s.end)) for s in read(text, "cv.md").education] == [
        ("master", "", "INSA Lyon", "2020"),
        ("bachelor", "mathématiques", "Université Lyon 1", "2018"),
    ]


def test_several_roles_at_one_employer() -> None:
    """The employer's line gives its name to each role and is no job itself; a later freelancer has none."""
    assert jobs("""
EXPERIENCE

Acme Technologies Ltd                         London
Senior Data Engineer                          Jan 2022 - Present
* Spark
Data Engineer                                 Mar 2020 - Dec 2021
* Airflow

Globex                                        2016 - 2018
Business Analyst (2017 - 2018)
* Excel dashboards
Junior Analyst (2016 - 2017)
* Reports

Freelance web developer
* Sites for small shops
""") == [
        ("Senior Data Engineer", "Acme Technologies Ltd", "2022-01", "now"),
        ("Data Engineer", "Acme Technologies Ltd", "2020-03", "2021-12"),
        ("Business Analyst", "Globex", "2017", "2018"),
        ("Junior Analyst", "Globex", "2016", "2017"),
        ("Freelance web developer", "", "", ""),
    ]


def test_employer_first_with_date_and_title_below() -> None:
    """Employer and date, then the title; or employer and town, then title and date; or on one's own account."""
    assert jobs("""
Experience
Example Search, Mountain View, CA               June 2019 - Present
Software Engineer III, Machine Learning
- TensorFlow
Example Social                                  Menlo Park, CA
Software Engineer Intern                        Summer 2018
- PyTorch
Self-employed                                   2016 - 2018
Web designer
""") == [
        ("Software Engineer III, Machine Learning", "Example Search", "2019-06", "now"),
        ("Software Engineer Intern", "Example Social", "2018-06", "2018-08"),
        ("Web designer", "Self-employed", "2016", "2018"),
    ]


def test_sentences_instead_of_list_items_in_italian() -> None:
    """Employer line, title and date line, and prose that is not taken for a name."""
    assert jobs("""
ESPERIENZE LAVORATIVE
Banca Esempio S.p.A. — Milano
Data Scientist | gennaio 2020 – oggi
Sviluppo di modelli in Python. Ho usato anche SQL.

Azienda Prova S.r.l. — Torino
Tirocinante analista dati | giugno 2019 – dicembre 2019
Analisi con Excel.
""") == [
        ("Data Scientist", "Banca Esempio S.p.A.", "2020-01", "now"),
        ("Tirocinante analista dati", "Azienda Prova S.r.l.", "2019-06", "2019-12"),
    ]


def test_date_title_employer_on_three_lines_in_portuguese() -> None:
    """The date opens the entry."""
    assert jobs("""
EXPERIÊNCIA PROFISSIONAL

01/2022 - atual
Engenheiro de Dados
Exemplo Lda.
• Python

03/2019 - 12/2021
Analista de BI
Banco Fictício
• SQL
""") == [
        ("Engenheiro de Dados", "Exemplo Lda.", "2022-01", "now"),
        ("Analista de BI", "Banco Fictício", "2019-03", "2021-12"),
    ]


def test_one_list_item_a_job_in_dutch() -> None:
    """Where only list items are dated, each is a job; the sentence behind the employer is not its name."""
    assert jobs(
        """
## Werkervaring

- **2021 - heden**: Data-analist, Gemeente Utrecht. Dashboards met SQL.
- **2019 - 2021**: Bijbaan ontwikkelaar, Voorbeeld B.V. Python-scripts.
""",
        "cv.md",
    ) == [
        ("Data-analist", "Gemeente Utrecht", "2021", "now"),
        ("Bijbaan ontwikkelaar", "Voorbeeld B.V.", "2019", "2021"),
    ]


def test_labels_before_each_field_in_spanish() -> None:
    """Puesto, Empresa, Fechas; and "en" before a company."""
    assert jobs("""
EXPERIENCIA LABORAL

Puesto: Analista de datos
Empresa: Banco Ficticio
Periodo: 06/2017 - 12/2019
- SQL

Científica de datos en Empresa Prueba S.L.
Enero de 2020 - Actualidad
""") == [
        ("Analista de datos", "Banco Ficticio", "2017-06", "2019-12"),
        ("Científica de datos", "Empresa Prueba S.L.", "2020-01", "now"),
    ]


def test_chinese_script() -> None:
    """Headings, labels, dates and words for jobs in Chinese; skills are in Latin letters."""
    text = """
个人简历

姓名：张三

工作经验

软件工程师
公司：示例科技有限公司
时间：2019年3月 – 2023年6月
- 使用 Python

教育背景

学士学位：计算机科学
学校：示例大学
时间：2015 – 2019

技能
- 编程语言：Python, SQL
"""
    reading = read(text)
    assert jobs(text) == [("软件工程师", "示例科技有限公司", "2019-03", "2023-06")]
    assert reading.name == "张三"
    assert [(s.level, s.institution) for s in reading.education] == [("bachelor", "示例大学")]
    assert {e.skill for e in reading.evidence} == {"python", "sql"}


def test_overlapping_jobs_count_once() -> None:
    """Two jobs at the same time are two years, not four; voluntary work and studies are none."""
    reading = read("""
EXPERIENCE
Data Scientist, Acme Ltd          Jan 2020 - Dec 2021
Tutor, Example College            Jan 2020 - Dec 2021

EDUCATION
BSc Mathematics, Example University          2010 - 2020

VOLUNTEERING
Mentor, Code Club          Jan 2010 - Dec 2012
""")
    assert [job.months for job in reading.jobs] == [24.0, 24.0, 36.0]
    assert reading.years_experience == 2.0


def test_a_cv_without_dates_or_skills() -> None:
    """Nothing is invented: months and years stay None, and two findings say so."""
    reading = read("""
Jordan Example

Experience
Gardener
Example Park
- Looked after roses
""")
    assert [(job.title, job.months) for job in reading.jobs] == [("Gardener", None)]
    assert (reading.years_experience, reading.evidence) == (None, ())
    assert {finding.code for finding in reading.findings} == {"no-skill-found", "no-dated-job"}


def test_impossible_dates_are_reported() -> None:
    """An end before the start, and a start after today; neither adds to the years."""
    reading = read("""
EXPERIENCE
Data Analyst, Acme Ltd          Mar 2022 - Jan 2021
Data Analyst, Beta Ltd          Mar 2031 - present
Data Analyst, Gamma Ltd         Jan 2020 - Dec 2020
""")
    assert {finding.code for finding in reading.findings} >= {"end-before-start", "date-in-future"}
    assert reading.years_experience == 1.0


def test_a_short_sentence_below_is_no_employer() -> None:
    """The employer stands after the comma; what was done stands below without a list mark or full stop."""
    assert jobs("""
VOLUNTEERING
Mentor, Code Club          2015-01 – 2015-12
Wrote queries with children every week
""") == [("Mentor", "Code Club", "2015-01", "2015-12")]


def test_certificates_with_a_year_in_each_line_are_not_one() -> None:
    """A year before a remark is no date at the end of its line; a bracket that was opened is closed."""
    reading = read("""
CERTIFICATES
Python course, Evening School, 2025 (40 hours)
Microsoft Certified: Power BI Data Analyst Associate, 2024
Certified Kubernetes Administrator (CKA), CNCF, 2023
""")
    assert [c.name for c in reading.certificates] == [
        "Python course",
        "Microsoft Certified: Power BI Data Analyst Associate",
        "Certified Kubernetes Administrator (CKA)",
    ]
