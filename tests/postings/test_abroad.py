"""Postings in other languages, in other money and with other habits. All lines are invented."""

import pytest

from headway.app.context import open_context
from headway.mentions.find import Finder
from headway.postings.by_line import LineReader
from headway.postings.titles import Titles
from tests.postings.reading import asked, needs, read

PAY = [
    ("Salary: 45 000 - 55 000 kr per month. Based in Stockholm.", 45_000, 55_000, "SEK", "month"),
    ("Based in Oslo. Salary 750 000 - 900 000 kr per year", 750_000, 900_000, "NOK", "year"),
    ("Location: Copenhagen\nSalary: 55.000 kr. per month", 55_000, 55_000, "DKK", "month"),
    ("AUD $140k + super", 140_000, 140_000, "AUD", "year"),
    ("Salary: $140k - $160k plus superannuation", 140_000, 160_000, "AUD", "year"),
    ("Equity: 0.1%-0.5%. Cash: 130-160k USD.", 130_000, 160_000, "USD", "year"),
    ("Equity 0.2% - 1.0%, $150K – $200K", 150_000, 200_000, "USD", "year"),
    ("Salaire : entre 55 000 € et 65 000 € brut annuel", 55_000, 65_000, "EUR", "year"),
    ("Jahresgehalt zwischen 70.000 und 90.000 Euro", 70_000, 90_000, "EUR", "year"),
    ("TJM : 500-650 €", 500, 650, "EUR", "day"),
    ("Stundensatz: 90-110 €/h", 90, 110, "EUR", "hour"),
    ("16 000 - 22 000 PLN brutto (UoP)", 16_000, 22_000, "PLN", "month"),
    ("Salary: RMB 400,000 - 600,000 per year", 400_000, 600_000, "CNY", "year"),
]


@pytest.mark.parametrize(("line", "low", "high", "currency", "period"), PAY)
def test_pay_as_other_countries_write_it(line: str, low: float, high: float, currency: str, period: str) -> None:
    """Crowns are of the country; super is Australian; cash beside equity is pay."""
    pay = read(f"Requirements\n - Python\n\nBenefits\n{line}\n").pay
    assert pay is not None
    assert (pay.min, pay.max, pay.currency, pay.period) == (low, high, currency, period)


@pytest.mark.parametrize(
    "line", ["Salary: 45 000 kr per month", "Free snacks for 500 kr, based in Oslo", "$500 cash back"]
)
def test_crowns_of_no_country_and_other_money_are_no_pay(line: str) -> None:
    """Nothing is guessed: where no country is told, the crown has no currency."""
    assert read(f"Requirements\n - Python\n\nBenefits\n{line}\n").pay is None


def test_crowns_are_those_of_the_language() -> None:
    """Where no country is told, a word of one of the languages in the line tells it."""
    text = (
        "Vi søker en dataingeniør som skal bygge og drifte våre løsninger sammen med et lite team.\n"
        "Du har erfaring med Python og SQL, og du liker å lære nye ting hver dag.\n"
        "Vi tilbyr lønn 800 000 kroner per år.\n"
    )
    pay = read(text).pay
    assert pay is not None
    assert (pay.min, pay.currency) == (800_000, "NOK")


def test_crowns_are_read_by_lines_as_in_whole() -> None:
    """An import reads lines; it knows the country as well."""
    context = open_context("2026-11-20")
    reader = LineReader(Finder(context.lexicon), Titles(context.knowledge.roles))
    text = "Requirements\n - Python\n\nSalary: 45 000 - 55 000 kr per month\n\nBased in Stockholm.\n"
    gist = reader.read("Data Engineer", text)
    assert gist is not None
    assert gist.pay == read(text).pay
    assert gist.pay is not None
    assert gist.pay.currency == "SEK"


YEARS = [
    ("18 months of experience with Python", 1.5),
    ("At least 6 months' experience in data", 0.5),
    ("3-6 month internship", None),
    ("A contract of 12 months", None),
    ("20 weeks of leave after 12 months with us", None),
    ("Mindestens 3 Jahre Berufserfahrung", 3),
    ("Mindestens zwei Jahre Erfahrung im Bereich Data Science", 2),
    ("3 à 5 ans d'expérience en Python", 3),
    ("Vous avez au moins 2 ans d’expérience", 2),
    ("Al menos 4 años de experiencia", 4),
    ("Almeno 3 anni di esperienza", 3),
    ("Minimaal 3 jaar ervaring", 3),
    ("3 lata doświadczenia w pracy z danymi", 3),
    ("Co najmniej 5 lat doświadczenia komercyjnego", 5),
    ("Od 10 lat na rynku", None),
    ("3 years' post-qualification experience", 3),
    ("You've worked on digital products for at least 2 years, preferably in retail", 2),
    ("You have built a home and commit for at least 2 years, no less", None),
    ("18 Monate Erfahrung mit Python", 1.5),
    ("18 mois d'expérience", 1.5),
    ("18 maanden ervaring", 1.5),
    ("18 meses de experiencia", 1.5),
    ("Ausbildung von 18 Monaten", None),
    ("Tussen 3 en 5 jaar ervaring", 3),
    ("Entre 3 y 5 años de experiencia", 3),
    ("Minstens vijf jaar ervaring met Python", 5),
    ("Almeno due anni di esperienza", 2),
]


@pytest.mark.parametrize(("line", "years"), YEARS)
def test_years_in_months_and_other_languages(line: str, years: float | None) -> None:
    """Months count where they are of experience, as parts of a year."""
    assert asked(line).min_years == years


WORKPLACES = [
    ("Mon-Thu in the office", "hybrid"),
    ("We are in the office Monday through Friday", "onsite"),
    ("You'll work from our Leeds office on Tuesdays, Wednesdays and Thursdays", "hybrid"),
    ("Catered lunches in the office Monday-Friday", "unstated"),
    ("Our support desk is open Monday to Friday", "unstated"),
    ("Hybrides Arbeiten: 2 Tage pro Woche im Büro", "hybrid"),
    ("3 Tage Homeoffice pro Woche", "hybrid"),
    ("Vollständig remote innerhalb Deutschlands", "remote"),
    ("Vor Ort in München", "onsite"),
    ("2 jours de télétravail par semaine", "hybrid"),
    ("100% télétravail", "remote"),
    ("Présentiel à Lyon", "onsite"),
    ("Modalidad: remoto", "remote"),
    ("Trabajo presencial en Madrid", "onsite"),
    ("Modelo híbrido", "hybrid"),
    ("Volledig remote binnen Nederland", "remote"),
    ("Je werkt 3 dagen thuis en 2 dagen op kantoor", "hybrid"),
    ("Minimaal twee dagen per week op kantoor in Rotterdam", "hybrid"),
    ("Thuiswerken is mogelijk", "hybrid"),
    ("Op kantoor in Amsterdam", "onsite"),
    ("Arbeitsort: Remote", "remote"),
    ("Homeoffice: bis zu 100 % möglich", "remote"),
    ("Einsatzort: Hamburg (vor Ort)", "onsite"),
    ("Télétravail : 3 jours par semaine", "hybrid"),
    ("Deux jours de télétravail par semaine", "hybrid"),
    ("Poste 100 % à distance", "remote"),
    ("Poste basé à Lyon, sur site", "onsite"),
    ("Interventions sur site client", "unstated"),
    ("Teletrabajo: 3 días a la semana", "hybrid"),
    ("Teletrabajo 100%", "remote"),
    ("Dos días a la semana en la oficina", "hybrid"),
    ("Presencial en Barcelona", "onsite"),
    ("All of our roles are remote", "remote"),
    ("We expect everyone in the office at least 60% of the time", "hybrid"),
]


@pytest.mark.parametrize(("line", "workplace"), WORKPLACES)
def test_workplace_by_weekdays_and_in_other_languages(line: str, workplace: str) -> None:
    """Five named days are on site, fewer are hybrid."""
    assert read(f"About the role\nBuild models.\n{line}\n\nRequirements\n - Python\n").workplace == workplace


TITLES = [
    ("GenAI Solutions Architect", "ai-engineer", "unstated"),
    ("Solutions Architect, Retail", "other", "unstated"),
    ("ML Engineer/Data Scientist", "machine-learning-engineer", "unstated"),
    ("Software Engineer / ML Engineer", "machine-learning-engineer", "unstated"),
    ("Data Analyst/Data Scientist", "data-analyst", "unstated"),
    ("AI/ML Engineer", "machine-learning-engineer", "unstated"),
    ("Robotics ML Engineer", "machine-learning-engineer", "unstated"),
    ("Cientista de Dados Sênior", "data-scientist", "senior"),
]


@pytest.mark.parametrize(("title", "role", "seniority"), TITLES)
def test_titles_of_two_and_of_architects(title: str, role: str, seniority: str) -> None:
    """Of two names the first, a plain one after a finer."""
    found = read("We build.\n", title)
    assert (found.role, found.seniority) == (role, seniority)


RANKS = [
    ("Data Scientist (Berufseinsteiger)", "junior"),
    ("Erfahrener Data Engineer (m/w/d)", "senior"),
    ("Leiterin Data Science", "manager"),
    ("Teamleiter Data Analytics", "staff"),
    ("Masterarbeit Deep Learning", "intern"),
    ("Duales Studium Data Science", "intern"),
    ("Stage - Data Scientist (H/F)", "intern"),
    ("Early-Stage ML Engineer", "unstated"),
    ("Data Engineer expérimenté", "senior"),
    ("Responsable Data", "manager"),
    ("Responsable produit IA", "unstated"),
    ("Becario Data Science", "intern"),
    ("Prácticas en Machine Learning", "intern"),
    ("Jefa de Datos", "manager"),
    ("Líder Técnico de Datos", "staff"),
    ("Afstudeerstage Machine Learning", "intern"),
    ("Ervaren Data Engineer", "senior"),
    ("Hoofd Data & AI", "manager"),
    ("Starter Data Analist", "junior"),
]


@pytest.mark.parametrize(("title", "seniority"), RANKS)
def test_ranks_in_other_languages(title: str, seniority: str) -> None:
    """German, French, Spanish and Dutch words; `stage` is an internship only where a title begins with it."""
    assert read("We build.\n", title).seniority == seniority


def test_early_career_in_a_sentence_is_junior() -> None:
    """The text may say the rank that the title leaves out."""
    assert (
        read("We’re looking for a motivated early career AI Engineer to join.\n", "AI Engineer").seniority == "junior"
    )


@pytest.mark.parametrize(
    "line", ["Idealerweise Erfahrung mit AWS", "Idéalement une expérience avec AWS", "Idealmente experiencia con AWS"]
)
def test_ideally_is_a_wish_in_other_languages_too(line: str) -> None:
    """What stands behind the word is wished for, as behind `ideally`."""
    assert needs(f"Requirements\n- Python\n- {line}\n") == {"python": "required", "aws": "preferred"}
