"""Words as a person reads them: ligatures, spaced letters, turned text, links, headings."""

import pytest

from headway.documents.limits import Limits
from tests.documents.pdf_maker import HEIGHT, lines, pdf, text
from tests.documents.reading import blocks, kinds, read, told


def test_letter_spaced_headings_are_closed_up() -> None:
    """With blanks in the file or with wide spacing, the word is one word."""
    spaced = text(40, 100, "E X P E R I E N C E", 14) + text(40, 140, "EDUCATION", 14, before="4 Tc")

    assert blocks(read(pdf(spaced), "pdf")) == ["EXPERIENCE", "EDUCATION"]


def test_two_letter_spaced_words_stay_two() -> None:
    """The wider gap between words is seen."""
    assert blocks(read(pdf(text(40, 100, "W O R K   H I S T O R Y", 14)), "pdf")) == ["WORK HISTORY"]


def test_words_placed_without_blanks_are_parted() -> None:
    """Many programs move the pen and write no blank."""
    page = f"BT /F1 10 Tf 40 {HEIGHT - 100} Td [(machine) -300 (learn) 20 (ing)] TJ ET"

    assert blocks(read(pdf(page), "pdf")) == ["machine learning"]


def test_hyphens_stay_as_they_are() -> None:
    """No word is mended: a hyphen at a line's end may belong to it."""
    page = lines(40, 100, ["This is about scikit-", "learn and other things"])

    assert read(pdf(page), "pdf").text == "This is about scikit-\nlearn and other things"


def test_raised_signs_stay_in_their_line() -> None:
    """A superscript is no line of its own."""
    page = text(40, 100, "Winner of the prize") + text(130, 96, "1", 6) + text(136, 100, "in Lisbon")

    assert len(read(pdf(page), "pdf").blocks) == 1


def test_turned_text_comes_last_and_whole() -> None:
    """A name up the edge of the page does not fall apart into letters."""
    turned = "BT /F1 12 Tf 0 1 -1 0 20 300 Tm (Curriculum Vitae) Tj ET\n"

    assert blocks(read(pdf(turned + text(40, 100, "Jane Doe")), "pdf")) == ["Jane Doe", "Curriculum Vitae"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(turn: int) -> None:
    """/Rotate turns the page, so text painted the other way stands upright."""
    way = {90: "0 1 -1 0 300 100", 180: "-1 0 0 -1 300 100", 270: "0 -1 1 0 300 400"}[turn]
    page = f"BT /F1 12 Tf {way} Tm 14 TL (First line) Tj T* (Second line) Tj ET"

    document = read(pdf(page, page_extra=f"/Rotate {turn}"), "pdf")

    assert document.text == "First line\nSecond line"


def test_headings_are_told_by_size_weight_and_capitals() -> None:
    """Larger, or bold and short, or in capitals."""
    page = (
        text(40, 60, "Jane Doe", 20)
        + text(40, 100, "EXPERIENCE")
        + text(40, 130, "Education", font="F2")
        + lines(40, 160, ["I have worked on many things in many places."] * 3)
    )

    assert [kind for kind, _ in kinds(read(pdf(page), "pdf"))] == ["heading"] * 3 + ["text"]


def test_links_carry_address_and_text() -> None:
    """The address of an annotation and the words under it."""
    link = (
        f"<</Type/Annot/Subtype/Link/Rect[38 {HEIGHT - 102} 90 {HEIGHT - 88}]/A<</S/URI/URI(https://example.org/me)>>>>"
    )
    document = read(
        pdf(text(40, 100, "my page") + text(140, 100, "else"), page_extra="/Annots[6 0 R]", more=[link]), "pdf"
    )

    assert [(each.url, each.text) for each in document.links] == [("https://example.org/me", "my page")]


def test_only_so_many_pages_are_read_and_that_is_said() -> None:
    """Ten thousand pages do not take long."""
    document = read(pdf(*[text(40, 100, f"Page {n}") for n in range(1, 41)]), "pdf", Limits(pages=3))

    assert blocks(document) == ["Page 1", "Page 2", "Page 3"]
    assert "first 3 of 40 pages" in told(document, "read-in-part")
