"""Whether an employer sponsors a visa, in the words postings use (each line is shaped after a public one)."""

import pytest

from tests.postings.reading import read


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Visa sponsorship is available.", "offered"),
        ("We sponsor visas.", "offered"),
        ("Full visa sponsorship and relocation support", "offered"),
        ("Sponsorship for H-1B visas, TN visas, or green cards.", "offered"),
        ("We don't shy away from sponsoring US visas and green card petitions.", "offered"),
        ("We hold a sponsor licence.", "offered"),
        ("Employment pass sponsorship is provided.", "offered"),
        ("We sponsor visas, though not for every role.", "offered"),
        ("Please note we are unable to sponsor work visas at this time.", "refused"),
        ("Unfortunately, at this time we cannot offer sponsorship for this role.", "refused"),
        ("You must be eligible to work in the UK without sponsorship.", "refused"),
        ("This position is not eligible for visa sponsorship.", "refused"),
        ("No visa sponsorship.", "refused"),
        ("Visa sponsorship is not available.", "refused"),
        ("Will you now or in the future require visa sponsorship?", "unstated"),
        ("You build trust with executive sponsors.", "unstated"),
        ("Our customers are Visa and Mastercard.", "unstated"),
        ("We are rebuilding the immigration system with software.", "unstated"),
        ("Plan Amazon campaigns (Sponsored Products, Brands, Display).", "unstated"),
        ("We like good food.", "unstated"),
    ],
)
def test_offered_refused_or_silent(line: str, says: str) -> None:
    """Other senses of sponsor and visa say nothing; what is said carries the sentence."""
    posting = read(f"About us\nWe make things.\n\nMore\n{line}\n")
    assert posting.visa == says
    assert ("visa" in posting.told) == (says != "unstated")
    if says != "unstated":
        quote = posting.told["visa"].quote
        assert quote is not None
        assert quote.text.rstrip(".") == line.rstrip(".")
