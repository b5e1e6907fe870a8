"""What the Start page does: keep a CV that came as bytes, keep answers, show what was read to be put right."""

from collections.abc import Callable

import msgspec

from headway.app.context import Context
from headway.app.kept_person import KeptPerson
from headway.app.log import LogQuestion, log
from headway.app.read import certificates_of, education_of, jobs_of, skills_of
from headway.app.workspace_room import is_kept, open_workspace, state_of
from headway.documents.page_picture import is_pdf, page_picture
from headway.documents.read import read_bytes
from headway.errors import BadOption, NothingKept, UnreadableFile
from headway.values import Json
from headway.workspace.fold import State, fold
from headway.workspace.model import ReadCv, Said
from headway.workspace.seal import attachment

LONGEST_NAME = 80
MOST_PAGES = 5
"""Pages of a CV that are shown beside what was read."""
NOT_MINE = "read from the CV by mistake"
"""Note of an entry that takes a skill away again."""


def keep_cv(
    context: Context, profile: str | None, name: str, content: bytes, tell: Callable[[str], None] = lambda _: None
) -> Json:
    """Read a CV and keep it with what was read. name: only a label. tell: is told what comes next; if it raises,
    nothing is kept. Raises UnreadableFile, WorkspaceUnusable."""
    if not content:
        raise UnreadableFile("The file is empty.", "Choose the file with your CV.")
    label = plain_name(name)
    tell("Reading the file")
    document = read_bytes(content, label)
    tell("Looking for skills, jobs and studies")
    from headway.evidence.cv import read_cv

    reading = read_cv(document, context.finder, context.knowledge, context.today)
    # What the reader of files noticed (hidden text) belongs to what is kept: nobody opens the file again.
    findings = tuple(dict.fromkeys((*document.findings, *reading.findings)))
    tell("Keeping what was read")
    file = attachment(label, content)
    body = ReadCv(document=label, file=file.digest, cv=msgspec.structs.replace(reading, findings=findings))
    with open_workspace(context, profile) as store, store.alone():
        if fold(store.entries()).cv != body:
            store.append(context.today, [body], [file])
    return person(context, profile)


def plain_name(name: str) -> str:
    """The last part of a file's name, as a label: printable, short, never a path."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(c for c in last if c.isprintable()).strip(". ")
    return kept[-LONGEST_NAME:] or "cv"


def keep_levels(context: Context, profile: str | None, levels: dict[str, int], *, note: str = "") -> Json:
    """Keep what a person says of their own levels; 0: I do not have it. Raises BadOption, UnknownName."""
    if not levels:
        raise BadOption("Nothing was answered.", "Say for at least one skill how well you know it.")
    pairs = tuple(f"{skill}={level}" for skill, level in levels.items())
    return log(context, profile, LogQuestion(what="know", values=pairs, note=note))


def person(context: Context, profile: str | None) -> Json:
    """Who the workspace says the person is: what was read, with the quoted lines, and what they said of it since.

    Raises NothingKept, WorkspaceUnusable.
    """
    state = state_of(context, profile)
    kept = KeptPerson(context, state)
    reading = kept.reading
    return {
        "schema": "headway.person/1",
        "document": kept.document_name,
        "pages": _pages(context, profile, state),
        "read_on": state.cv_date.isoformat() if state.cv_date else None,
        "name": reading.name if reading else None,
        "country": reading.country if reading else None,
        "years_experience": kept.years,
        "jobs": jobs_of(reading) if reading else [],
        "education": education_of(reading) if reading else [],
        "certificates": certificates_of(reading) if reading else [],
        "languages": list(reading.languages) if reading else [],
        "skills": [row | _said(state, row["skill"]) for row in skills_of(kept)],
        "findings": msgspec.to_builtins(kept.findings),
        "has_plan": state.plan is not None,
    }


def cv_page(context: Context, profile: str | None, number: int) -> bytes:
    """PNG of a page of the kept CV. Raises NothingKept, UnreadableFile, WorkspaceUnusable."""
    content = _content(context, profile, state_of(context, profile))
    if content is None or not is_pdf(content):
        raise NothingKept("The CV that is kept has no pages to show.", "What was read is shown as text.")
    return page_picture(content, number)


def _content(context: Context, profile: str | None, state: State) -> bytes | None:
    """The bytes of the CV that counts."""
    wanted = state.cv.file if state.cv else None
    with open_workspace(context, profile) as store:
        return next((a.content for a in store.attachments() if a.digest == wanted), None)


def _pages(context: Context, profile: str | None, state: State) -> list[int]:
    """Pages that something was read from, where they can be shown."""
    if state.cv is None:
        return []
    content = _content(context, profile, state)
    if content is None or not is_pdf(content):
        return []
    return sorted({q.page for e in state.cv.cv.evidence for q in e.quotes if q.page is not None})[:MOST_PAGES]


def is_somebody(context: Context, profile: str | None) -> bool:
    """Whether the workspace knows anything yet. Raises WorkspaceUnusable."""
    if not is_kept(context, profile):
        return False
    try:
        state_of(context, profile)
    except NothingKept:
        return False
    return True


def plan_role(context: Context, profile: str | None) -> str | None:
    """The role of the kept plan. Raises WorkspaceUnusable."""
    if not is_somebody(context, profile):
        return None
    kept = state_of(context, profile).plan
    return kept.saved.role if kept else None


def _said(state: State, skill: str) -> Json:
    """What the person said of the skill last. undo: the entry to take back where it says nothing else."""
    found = state.said.get(skill)
    alone = [e for e in state.counted if isinstance(e.body, Said) and list(e.body.levels) == [skill]]
    return {
        "said": found.level if found else None,
        "removed": found is not None and found.level == 0,
        "undo": alone[-1].id if found and alone else None,
    }
