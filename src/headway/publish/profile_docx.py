"""The profile as DOCX: what was shown before what was said, each line with what it rests on and where that stands."""

import datetime as dt
import io
import zipfile
from typing import Any

from headway.errors import MissingExtra
from headway.publish.profile import LEVEL_WORDS, Profile, ShownEntry, ShownSkill, Witness
from headway.publish.wording import printable

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The day in the archive of a file whose bytes may not depend on when it was made."""
READ = (
    "Shown means by a test, a lab, code or a supervised exam. Claimed means said in the document named "
    "beside it; nobody has checked it. The lines in quotation marks are word for word from that document."
)


def need_docx() -> Any:
    """The writer. Raises MissingExtra."""
    try:
        import docx
    except ImportError:
        raise MissingExtra("A DOCX file needs its writer.", "Install it: pip install 'headway[export]'") from None
    return docx


def docx_of(profile: Profile) -> bytes:
    """The file, the same for the same profile. Raises MissingExtra."""
    document = need_docx().Document()
    made = dt.datetime.combine(dt.date.fromisoformat(profile.today), dt.time())
    about = document.core_properties
    about.title, about.author, about.comments, about.language = "Profile", "", "", "en"
    about.created = about.modified = made
    about.last_modified_by, about.revision = "", 1
    _write(document, profile)
    raw = io.BytesIO()
    document.save(raw)
    return _dateless(raw.getvalue())


def _write(document: Any, profile: Profile) -> None:
    document.add_heading(printable(profile.name or "Profile"), 0)
    document.add_paragraph(_made(profile))
    if profile.skills:
        document.add_heading("Skills", 1)
        for title, skills in _halves(profile):
            if skills:
                document.add_paragraph().add_run(title).italic = True
                for skill in skills:
                    _skill(document, skill)
    for heading, entries in (
        ("Experience", profile.jobs),
        ("Education", profile.education),
        ("Certificates", profile.certificates),
    ):
        if entries:
            document.add_heading(heading, 1)
            for entry in entries:
                _entry(document, entry)
    if profile.languages:
        document.add_heading("Languages", 1)
        document.add_paragraph(", ".join(printable(word) for word in profile.languages))
    document.add_heading("About this profile", 1)
    document.add_paragraph(READ)


def _made(profile: Profile) -> str:
    said = [f"Made on {profile.today} from {printable(profile.document or 'results of tests and labs')}."]
    said += [f"Country: {profile.country}."] if profile.country else []
    said += [f"Years in dated jobs: {profile.years:.1f}."] if profile.years is not None else []
    return " ".join(said)


def _halves(profile: Profile) -> tuple[tuple[str, list[ShownSkill]], ...]:
    return (
        ("Shown: by test, lab, code or supervised exam", [s for s in profile.skills if s.proven]),
        ("Said: claims, each with the line that makes it", [s for s in profile.skills if not s.proven]),
    )


def _skill(document: Any, skill: ShownSkill) -> None:
    line = document.add_paragraph(style="List Bullet")
    line.paragraph_format.keep_with_next = True
    line.add_run(printable(skill.label)).bold = True
    line.add_run(f" ({LEVEL_WORDS[skill.level]})")
    line.add_run(f"; {skill.words}").italic = True
    for witness in skill.witnesses:
        _witness(document, witness)


def _witness(document: Any, witness: Witness) -> None:
    said = f"“{printable(witness.text)}”" if not witness.proof else printable(witness.text)
    about = "; ".join(filter(None, (printable(witness.place), printable(witness.kind))))
    document.add_paragraph(f"{said} ({about})", style="List Continue")


def _entry(document: Any, entry: ShownEntry) -> None:
    line = document.add_paragraph()
    line.add_run(
        ", ".join(filter(None, (printable(entry.title) or printable(entry.kind), printable(entry.at))))
    ).bold = True
    if entry.dates:
        line.add_run(f"\t{entry.dates}")
    for text in entry.lines:
        document.add_paragraph(printable(text), style="List Bullet")
    place = document.add_paragraph(style="List Continue")
    place.add_run(f"({printable(entry.witness.place)}; claimed)").italic = True


def _dateless(content: bytes) -> bytes:
    """The same archive with every part dated alike: the writer stamps the clock's time on each."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            target.writestr(zipfile.ZipInfo(part.filename, EPOCH), source.read(part), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
