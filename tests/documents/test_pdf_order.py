"""Two columns, side bars, rails of dates: a PDF is read as a person reads it."""

from headway.documents.model import Document
from tests.documents.pdf_maker import lines, pdf, text
from tests.documents.reading import blocks, read

MAIN = [f"Main line number {n} which is long enough to be prose" for n in range(1, 9)]
SIDE = ["SKILLS", "Python and SQL", "Docker", "Airflow", "LANGUAGES", "English", "German", "French"]


def in_order(document: Document, *words: str) -> bool:
    places = [document.text.index(word) for word in words]
    return places == sorted(places)


def interleaved(left: list[str], right: list[str], gutter: float) -> str:
    """Both columns painted line by line, as a table is."""
    rows = zip(left, right, strict=True)
    return "".join(text(40, 100 + 15 * n, a) + text(gutter, 100 + 15 * n, b) for n, (a, b) in enumerate(rows))


def test_a_side_bar_at_the_right_is_read_after_the_main_column() -> None:
    """Though the file paints line by line across both."""
    document = read(pdf(interleaved(MAIN, SIDE, 420)), "pdf")

    assert in_order(document, "Main line number 1", "Main line number 8", "SKILLS", "French")


def test_a_side_bar_at_the_left_is_read_whole() -> None:
    """No line of it stands between lines of the main column."""
    document = read(pdf(interleaved(SIDE, MAIN, 200)), "pdf")

    assert in_order(document, "SKILLS", "French", "Main line number 1", "Main line number 8")


def test_a_header_across_both_columns_comes_first_and_a_footer_last() -> None:
    """What crosses the gutter bounds the columns."""
    header = text(150, 50, "Jane Doe, machine learning engineer in the city of Lisbon", 18)
    footer = text(180, 300, "References are available on request from either of the employers")
    document = read(pdf(footer + interleaved(MAIN, SIDE, 420) + header), "pdf")

    assert in_order(document, "Jane Doe", "Main line number 1", "French", "References")


def test_three_columns_are_read_one_after_the_other() -> None:
    """A cut is made again within each side."""
    words = {x: [f"{name}{n} words here" for n in range(1, 7)] for x, name in ((40, "a"), (230, "b"), (420, "c"))}
    page = "".join(text(x, 100 + 15 * n, column[n]) for n in range(6) for x, column in words.items())
    document = read(pdf(page), "pdf")

    assert in_order(document, "a1", "a6", "b1", "b6", "c1", "c6")


def test_a_date_at_the_right_stays_with_its_job() -> None:
    """Job and date are one line, parted by a tab, also when every job has one."""
    jobs = [
        ("Data Scientist, Acme", "2021 - 2023", "- Built churn models for the whole customer base of the firm"),
        ("Analyst, Initech", "2019 - 2021", "- Wrote reports for the board of directors, week after week"),
        ("Intern, Globex", "2018", "- Cleaned data about energy and water in many small towns"),
    ]
    page = "".join(
        text(40, 100 + 40 * n, job) + text(480, 100 + 40 * n, date) + text(40, 115 + 40 * n, duty)
        for n, (job, date, duty) in enumerate(jobs)
    )
    document = read(pdf(page), "pdf")

    assert [block for block in blocks(document) if "\t" in block] == [
        "Data Scientist, Acme\t2021 - 2023",
        "Analyst, Initech\t2019 - 2021",
        "Intern, Globex\t2018",
    ]


def test_place_and_dates_below_one_another_go_to_the_job_and_not_into_its_sentences() -> None:
    """A rail beside wrapped text is joined to the heading line of its group."""
    page = ""
    for n, (job, place) in enumerate([("Engineer, Acme", "Lisbon, PT"), ("Analyst, Initech", "Porto, PT")]):
        y = 100 + 70 * n
        page += text(40, y, job) + text(450, y, place)
        page += text(40, y + 14, "- Built a pipeline that moves all the data of the firm from one") + text(
            450, y + 14, f"May 201{n} - June 202{n}"
        )
        page += text(46, y + 28, "place to another place")
    document = read(pdf(page), "pdf")

    assert "Engineer, Acme\tLisbon, PT\tMay 2010 - June 2020" in blocks(document)
    assert "from one\nplace to another place" in document.text


def test_dates_at_the_left_stay_with_their_text() -> None:
    """The table form of a CV: period, then what was done."""
    page = "".join(
        text(40, y, date) + lines(150, y, [job, "where the team was small and the work was varied and long"])
        for y, date, job in ((100, "2021 - 2023", "Data Scientist at Acme"), (150, "2019 - 2021", "Analyst at Initech"))
    )
    document = read(pdf(page), "pdf")

    assert blocks(document)[0].startswith("2021 - 2023\tData Scientist at Acme")
    assert "2019 - 2021\tAnalyst at Initech" in document.text


def test_titles_in_the_margin_come_before_their_sections() -> None:
    """A narrow left column of section titles is not read as a side bar."""
    page = ""
    for n, title in enumerate(("Experience", "Education", "Languages")):
        y = 100 + 80 * n
        page += text(40, y, title, 11, "F2") + lines(
            160, y, [f"{title} line {k} with a good many words in it" for k in range(4)]
        )
    document = read(pdf(page), "pdf")

    assert in_order(document, "Experience\n", "Experience line 3", "Education\n", "Education line 3", "Languages\n")
    assert [block.kind for block in document.blocks if block.bold] == ["heading"] * 3


def test_bullets_apart_from_their_text_make_no_column() -> None:
    """A bullet is joined to its line, however wide the gap."""
    page = "".join(
        text(40, 100 + 14 * n, "•") + text(60, 100 + 14 * n, f"Duty number {n} of the job") for n in range(4)
    )
    document = read(pdf(page), "pdf")

    assert [block.kind for block in document.blocks] == ["item"] * 4


def test_a_wrapped_line_joins_its_paragraph_and_a_short_one_does_not() -> None:
    """Blocks are paragraphs: words that the page's width parted are in one block."""
    page = lines(40, 100, ["Worked for a long time on deep", "learning for images of plants."]) + lines(
        40, 160, ["Python", "SQL"]
    )
    document = read(pdf(page), "pdf")

    assert blocks(document) == ["Worked for a long time on deep\nlearning for images of plants.", "Python", "SQL"]


def test_every_block_is_its_text_with_page_and_box() -> None:
    """Places are exact, pages count from one."""
    document = read(pdf(text(40, 100, "First page"), text(40, 100, "Second page")), "pdf")

    assert blocks(document) == ["First page", "Second page"]
    assert [block.page for block in document.blocks] == [1, 2]
    assert document.pages == 2
    left, top, right, bottom = document.blocks[0].box or (0, 0, 0, 0)
    assert (round(left), top < 100 < bottom, right < 120) == (40, True, True)


def test_a_side_bar_over_two_pages_is_read_to_its_end() -> None:
    """The main column of the second page follows that of the first; the side bar does so before it."""
    first = interleaved(SIDE, [f"Main {n} on the first page, long enough to be prose" for n in range(8)], 200)
    second = interleaved(
        [f"Side {n} later" for n in range(8)],
        [f"Main {n} on the second page, long enough to be prose" for n in range(8)],
        200,
    )
    document = read(pdf(first, second), "pdf")

    assert in_order(
        document,
        "SKILLS",
        "French",
        "Side 0",
        "Side 7",
        "Main 0 on the first",
        "Main 7 on the first",
        "Main 0 on the second",
    )


def test_columns_of_equal_width_are_read_page_by_page() -> None:
    """As in a paper: the left column of the second page comes after the right one of the first."""
    page = [
        interleaved(
            [f"left {p}{n} of this text here now" for n in range(8)],
            [f"right {p}{n} of this text here" for n in range(8)],
            320,
        )
        for p in "ab"
    ]
    document = read(pdf(*page), "pdf")

    assert in_order(document, "left a0", "left a7", "right a0", "right a7", "left b0", "right b7")


def test_a_title_in_the_middle_by_chance_does_not_cut_a_side_bar() -> None:
    """A bold line that begins where its column's lines begin is no title across both columns."""
    main = [f"Main line number {n} which is long enough to be prose and longer" for n in range(1, 13)]
    page = "".join(text(40, 104 + 16 * n, line) for n, line in enumerate((*SIDE, *SIDE)))
    page += "".join(text(200, 100 + 15 * (n if n < 4 else n + 1), line) for n, line in enumerate(main))
    page += text(200, 160, "Receptionist at the large desk", font="F2")
    document = read(pdf(page), "pdf")

    assert in_order(document, "SKILLS", "French", "Main line number 1", "Receptionist", "Main line number 8")
