"""Who it is and where they live: only what the CV states."""

import pytest

from tests.evidence.readings import read


@pytest.mark.parametrize(
    ("head", "name", "country"),
    [
        ("Anna Beispiel\nanna@example.org | Berlin, Deutschland", "Anna Beispiel", "DE"),
        ("JANE ROE\nLondon, UK", "JANE ROE", "GB"),
        ("CURRÍCULUM VITAE\nNombre: María Ejemplo\nDirección: Madrid, España", "María Ejemplo", "ES"),
        ("Max Muster\nMusterstraße 1, 10115 Berlin\nTel. 030 5550 2015", "Max Muster", "DE"),
        ("Jo van der Sample\nPleasantville, CA 94588", "Jo van der Sample", "US"),
        ("Jo Sample\nSpringfield, IL", "Jo Sample", None),
        ("Jo Sample\n+49 30 5550 1234", "Jo Sample", None),
        ("Data Analyst\njo@example.org", None, None),
        ("Jo Sample\nParis, France | Berlin, Germany", "Jo Sample", None),
    ],
)
def test_name_and_country_of_the_contact_lines(head: str, name: str | None, country: str | None) -> None:
    """A job title is no name, a phone prefix no country, two countries are none."""
    reading = read(f"{head}\n\nSKILLS\nPython\n")
    assert (reading.name, reading.country) == (name, country)


def test_places_of_jobs_say_nothing_about_the_person() -> None:
    """Only contact lines count."""
    assert read("Jo Sample\n\nEXPERIENCE\nEngineer, Acme Ltd, Paris, France          2019 - 2020\n").country is None


def test_capitals_of_another_keyboard_are_read() -> None:
    """A capital i with a dot is an i: in labels and in names of languages, which may stand with two blanks."""
    reading = read("EXPERIENCE\nPOSİTİON: Data Analyst\nCOMPANY: Acme\nJan 2020 - May 2021\n- Python\n")
    assert [(job.title, job.employer) for job in reading.jobs] == [("Data Analyst", "Acme")]
    assert read("LANGUAGES\nITALİAN, Mandarin  Chinese\n").languages[:2] == ("Italian", "Mandarin")


def test_languages_have_one_name() -> None:
    """However the CV names them; programming languages are none."""
    assert read("SPRACHEN\nDeutsch (Muttersprache), Englisch (C1)\n\nLANGUAGES\nPython, SQL\n").languages == (
        "German",
        "English",
    )
    assert read("SKILLS\n- Languages: English, Français\n- Python\n").languages == ("English", "French")


def test_links_are_kept_as_written_and_once() -> None:
    """No address is made up from a user name."""
    head = "Jo Sample\ngithub.com/example-jo | https://github.com/example-jo/ | jo@example.org | LinkedIn: example-jo"
    assert read(f"{head}\n\nSKILLS\nPython\n").links == ("github.com/example-jo",)
