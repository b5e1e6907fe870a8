"""Word documents: everything once, in reading order, without what was deleted or is hidden."""

import zipfile
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.shared import Pt, RGBColor

from headway.documents.docx.styles import W
from headway.documents.model import Document
from tests.documents.reading import blocks, codes, kinds, read, told

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def saved(word: WordDocument) -> Document:
    """Save with python-docx, read with ours."""
    held = BytesIO()
    word.save(held)
    return read(held.getvalue(), "docx")


def raw(body: str) -> Document:
    """Read a DOCX whose body is this XML."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
    return read(held.getvalue(), "docx")


def p(*runs: str) -> str:
    """A paragraph of runs, each as XML or as words."""
    return "<w:p>" + "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def styled(properties: str, words: str) -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def test_body_tables_header_and_footer_each_once_in_order() -> None:
    """Header first, footer last, the table where it stands."""
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Jane Doe, Lisbon"
    word.sections[0].footer.paragraphs[0].text = "Page footer"
    word.add_heading("Experience", 1)
    table = word.add_table(2, 2)
    for cell, words in zip(table._cells, ["2021", "Engineer", "2019", "Analyst"], strict=True):
        cell.text = words
    word.add_paragraph("Built pipelines", style="List Bullet")

    assert kinds(saved(word)) == [
        ("text", "Jane Doe, Lisbon"),
        ("heading", "Experience"),
        ("table", "2021\tEngineer"),
        ("table", "2019\tAnalyst"),
        ("item", "Built pipelines"),
        ("text", "Page footer"),
    ]


def test_merged_cells_are_read_once() -> None:
    """Across columns and down rows."""
    word = docx.Document()
    table = word.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "wide"
    table.cell(0, 2).merge(table.cell(1, 2)).text = "tall"
    table.cell(1, 0).text = "below"

    assert saved(word).text.split() == ["wide", "tall", "below"]


def test_a_layout_table_is_read_cell_by_cell() -> None:
    """A side bar made with a table is not cut into rows."""
    word = docx.Document()
    table = word.add_table(1, 2)
    for cell, lines in zip(table._cells, [["Skills", "Python", "SQL"], ["Experience", "Acme", "Initech"]], strict=True):
        cell.text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)

    assert blocks(saved(word)) == ["Skills", "Python", "SQL", "Experience", "Acme", "Initech"]


def test_a_date_beside_a_job_is_on_its_line() -> None:
    """The label of a row is joined to the first line of the cell beside it."""
    word = docx.Document()
    table = word.add_table(1, 2)
    table.cell(0, 0).text = "2021 - 2023"
    table.cell(0, 1).text = "Data Scientist at a firm that makes tea"
    table.cell(0, 1).add_paragraph("Built models.")

    assert blocks(saved(word)) == ["2021 - 2023\tData Scientist at a firm that makes tea", "Built models."]


def test_a_nested_table_is_read_once() -> None:
    """A table within a cell belongs to that cell."""
    word = docx.Document()
    outer = word.add_table(1, 1)
    inner = outer.cell(0, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "left", "right"

    assert saved(word).text == "left\tright"


def test_a_text_box_is_read_once() -> None:
    """Word saves it twice: for new and for old readers."""
    box = "<w:txbxContent>" + p("In the box") + "</w:txbxContent>"
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )

    assert blocks(raw(p("Before", shape) + p("After"))) == ["Before", "In the box", "After"]


def test_tracked_changes_read_as_accepted() -> None:
    """What was deleted is gone, what was inserted is there."""
    change = "<w:del><w:r><w:delText>Java</w:delText></w:r></w:del><w:ins><w:r><w:t>Python</w:t></w:r></w:ins>"

    assert raw(p("I know ", change)).text == "I know Python"


def test_line_breaks_and_tabs_inside_a_paragraph() -> None:
    """Each line is a block; a tab parts a job from its date."""
    body = "<w:p><w:r><w:t>Acme</w:t><w:tab/><w:t>2021</w:t><w:br/><w:t>- built things</w:t></w:r></w:p>"

    assert kinds(raw(body)) == [("text", "Acme\t2021"), ("item", "- built things")]


def test_hidden_text_is_reported_and_left_out() -> None:
    """Marked as hidden, white, or too small to read."""
    document = raw(
        p("Jane Doe ", styled("<w:vanish/>", "one"))
        + p(styled('<w:color w:val="FFFFFF"/>', "two"))
        + p(styled('<w:sz w:val="2"/>', "three"))
    )

    assert document.text == "Jane Doe"
    assert codes(document) == ["hidden-text"] * 3
    assert all(word in told(document, "hidden-text") for word in ("one", "two", "three", "1 points small"))


def test_hidden_by_a_style_is_hidden() -> None:
    """The look comes through the styles."""
    word = docx.Document()
    word.styles.add_style("Ghost", 1).font.color.rgb = RGBColor(255, 255, 255)
    word.add_paragraph("seen")
    word.add_paragraph("unseen", style="Ghost")

    document = saved(word)

    assert (document.text, codes(document)) == ("seen", ["hidden-text"])


def test_white_text_on_a_painted_ground_is_seen() -> None:
    """Shaded runs, paragraphs, cells and filled boxes."""
    white = styled('<w:color w:val="FFFFFF"/>', "white")
    shade = '<w:shd w:val="clear" w:fill="1F3864"/>'
    box = f"<w:txbxContent>{p(white)}</w:txbxContent>"
    fill = '<wps:spPr><a:solidFill><a:srgbClr val="1F3864"/></a:solidFill></wps:spPr>'
    document = raw(
        p(styled(f'<w:color w:val="FFFFFF"/>{shade}', "run"))
        + f"<w:p><w:pPr>{shade}</w:pPr>{white}</w:p>"
        + f"<w:tbl><w:tr><w:tc><w:tcPr>{shade}</w:tcPr>{p(white)}</w:tc></w:tr></w:tbl>"
        + p(f"<w:r><w:drawing><wps:wsp>{fill}<wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></w:r>")
    )

    assert (document.text.split(), codes(document)) == (["run", "white", "white", "white"], [])


def test_headings_by_style_size_weight_and_capitals() -> None:
    """Body text is what most text is set in."""
    word = docx.Document()
    word.add_paragraph().add_run("Jane Doe").font.size = Pt(24)
    word.add_paragraph("WORK EXPERIENCE")
    word.add_paragraph().add_run("Education").bold = True
    word.add_paragraph("I have worked with data for many years, in several countries and in two languages.")

    assert [kind for kind, _ in kinds(saved(word))] == ["heading", "heading", "heading", "text"]


def test_links_have_address_and_text() -> None:
    """Of a relation and of a field."""
    word = docx.Document()
    paragraph = word.add_paragraph()
    key = word.part.relate_to(
        "https://example.org",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    link = paragraph._p.makeelement(
        f"{W}hyperlink", {"{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id": key}
    )
    link.append(paragraph.add_run("my page")._r)
    paragraph._p.append(link)
    field = raw(p('<w:r><w:instrText>HYPERLINK "https://example.com/x"</w:instrText></w:r>', "shown"))

    assert [(each.url, each.text) for each in saved(word).links] == [("https://example.org", "my page")]
    assert [each.url for each in field.links] == ["https://example.com/x"]
