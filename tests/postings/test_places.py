"""Where a job is: labels in many languages, cities, states, and words that only look like places."""

import pytest

from tests.postings.reading import read

BODY = "\n\nWe build tools for farmers.\n\nRequirements\n- Python\n"


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("Standort: Leipzig", "DE"),
        ("Arbeitsort: Heilbronn", "DE"),
        ("Le poste est basé à Lyon.", "FR"),
        ("Lieu de travail : Villeurbanne", "FR"),
        ("Ubicación: Valencia", "ES"),
        ("Nuestra oficina en Málaga espera; trabajarás en nuestras oficinas en Málaga.", "ES"),
        ("Localização: Campinas", "BR"),
        ("Standplaats: Eindhoven", "NL"),
        ("Lokalizacja: Wrocław", "PL"),
        ("勤務地：東京都港区", "JP"),
        ("근무지: 서울 강남구", "KR"),
        ("Location: Cambridge, MA", "US"),
        ("Location: London, ON", "CA"),
        ("Location: Paris, TX", "US"),
        ("Location: Vancouver, CA", "CA"),
        ("Location: Berlin, DE", "DE"),
        ("Location: Ohio", "US"),
        ("Location\nBratislava", "SK"),
        ("**Location**\nHo Chi Minh City", "VN"),
        ("Location: Palermo, Buenos Aires", "AR"),
        ("Location: Palermo", "IT"),
    ],
)
def test_a_label_or_a_phrase_tells_the_country(line: str, country: str) -> None:
    """A label in the language of the advert, with the place behind or below it, gives the country."""
    assert read(line + BODY).country == country


@pytest.mark.parametrize("line", ["Leipzig", "Berlin · Hybrid · Full-time", "Remote, Tallinn", "Kraków / Warszawa"])
def test_a_line_that_is_only_a_place_tells_the_country(line: str) -> None:
    """Near the top, a line of places and words of work beside them says where the job is; its quote is the place."""
    posting = read(line + BODY)
    quote = posting.told["country"].quote
    assert posting.country in ("DE", "EE", "PL")
    assert quote is not None
    assert quote.text in line


@pytest.mark.parametrize(
    "line",
    [
        "You will work in our nice office with a garden.",
        "We live in an age of data and in our phoenix project nothing is lost.",
        "Customers in Berlin, Paris and Madrid rely on us.",
        "Berlin is where our founders met in 2019 and ate well.",
        "Location: Springfield",
        "Location: Dover, DE",
    ],
)
def test_what_does_not_plainly_say_where_says_nothing(line: str) -> None:
    """Words that are also places, customers' towns, and towns that may be anywhere give no country."""
    assert read(line + BODY).country is None


def test_a_label_goes_before_offices_named_in_passing() -> None:
    """The place of the job is the labelled one, however often other offices are named."""
    text = "Location: Riga" + BODY + "We have offices in London.\nOur people work in our London and Bristol hubs.\n"
    assert read(text).country == "LV"
