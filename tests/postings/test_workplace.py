"""Remote, hybrid or on site; limits; country."""

import pytest

from tests.postings.reading import read

SAID = [
    ("This is a fully remote role.", "remote"),
    ("Location: Remote (US only)", "remote"),
    ("#LI-Remote", "remote"),
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
    ("text", "country"),
    [
        ("Location: Berlin, Germany", "DE"),
        ("Remote within the United States", "US"),
        ("Work from our London office.", "GB"),
        ("We have customers all over the world.", None),
    ],
)
def test_the_country_only_where_it_is_plain(text: str, country: str | None) -> None:
    """From the title or a phrase that tells where."""
    assert read(f"About the role\n\n{text}\n").country == country
