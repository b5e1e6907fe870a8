"""Remote, hybrid or on site; limits; country."""

import pytest

from tests.postings.reading import read

SAID = [
    ("This is a fully remote role.", "remote"),
    ("Location: Remote (US only)", "remote"),
    ("#LI-Remote", "remote"),
    ("Remote work is not available for this role.", "unstated"),
    ("Office-based in Cambridge", "onsite"),
    ("We are a remote-first company.", "remote"),
    ("Work from anywhere in Germany.", "remote"),
    ("Type: Hybrid", "hybrid"),
    ("#LI-HYBRID", "hybrid"),
    ("We operate under a hybrid work model.", "hybrid"),
    ("The role requires in-office presence three days per week.", "hybrid"),
    ("You will work from our London office 2-3 days a week.", "hybrid"),
    ("Remote-first, but we meet in the office 2 days a week.", "hybrid"),
    ("Work on-site at our NYC office 5 days a week.", "onsite"),
    ("All roles are in person, in SF.", "onsite"),
    ("Our team primarily works in-person out of our office.", "onsite"),
    ("Location: San Francisco (In-Person)", "onsite"),
    ("We are not open to remote candidates; this role is on-site.", "onsite"),
    ("You will build hybrid cloud systems and hybrid search.", "unstated"),
    ("A hybrid team of researchers and engineers.", "unstated"),
    ("Experience in remote sensing and with remote teams.", "unstated"),
    ("Home office stipend and remote work reimbursement.", "unstated"),
    ("The process ends with a virtual onsite interview.", "unstated"),
    ("Weekly lunch stipend, in-office lunches and snacks.", "unstated"),
    ("You will travel to work on-site with customers.", "unstated"),
    ("Based in Berlin.", "unstated"),
    ("Take part in a part-time, remote, freelance project.", "remote"),
    ("Working about 60 hrs/week in person with ambitious people.", "onsite"),
]


@pytest.mark.parametrize(("sentence", "workplace"), SAID)
def test_the_workplace_is_what_the_text_says_of_the_job(sentence: str, workplace: str) -> None:
    """Other senses of the words do not count; days in the office decide between hybrid and on site."""
    assert read(f"About the role\n\n{sentence}\n").workplace == workplace


@pytest.mark.parametrize(
    ("title", "workplace"),
    [("Data Engineer (Remote)", "remote"), ("Data Engineer (Hybrid)", "hybrid"), ("Data Engineer - On-site", "onsite")],
)
def test_the_title_rules(title: str, workplace: str) -> None:
    """Whatever is said of the company."""
    assert read("About us\n\nOur team is spread over the world.\n", title).workplace == workplace


def test_limits_are_quoted() -> None:
    """The sentence that says from where one may work."""
    posting = read("About the role\n\nThis is a fully remote role. You must be based in the United States.\n")
    assert posting.workplace_limits == "You must be based in the United States"


@pytest.mark.parametrize(
    "sentence",
    [
        "Our team of 600 skilled professionals, based in Latin America, partners with companies everywhere.",
        "Acme is a technology company based in Boston with team members throughout the country.",
    ],
)
def test_where_the_team_sits_limits_nobody(sentence: str) -> None:
    """Only what is said to the reader does."""
    assert read(f"About the role\n\n{sentence}\n").workplace_limits is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Location: Berlin, Germany", "DE"),
        ("Remote within the United States", "US"),
        ("Work from our London office.", "GB"),
        ("We have customers all over the world.", None),
        ("Our office is in the heart of Little Italy.", None),
        ("We are located across North and South America.", None),
        ("We are based on trust; let us know where you are.", None),
        ("We are trusted by teams based in the United States Department of Defense.", None),
        ("Based in Central London.", "GB"),
        ("Must be based in the US.", "US"),
    ],
)
def test_the_country_only_where_it_is_plain(text: str, country: str | None) -> None:
    """From the title or a phrase that tells where."""
    assert read(f"About the role\n\n{text}\n").country == country
