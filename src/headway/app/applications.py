"""`headway apply`: a small tracker of applications, each with what to prepare for it."""

import datetime as dt
from typing import Final

import msgspec

from headway.app.context import Context, parse_date
from headway.app.files import STDIN, read_input, there
from headway.app.log_words import entry_rows
from headway.app.market_room import filled_store, holds_postings
from headway.app.options import number_word
from headway.app.prepare_for import preparation
from headway.app.status import application_row
from headway.app.workspace_room import entries_so_far, kept_workspace, open_workspace
from headway.errors import BadOption, UnknownName
from headway.postings.plain import document_text, plain_text
from headway.postings.read import read_posting
from headway.postings.titles import Titles
from headway.values import Json
from headway.workspace.fold import Application, State, fold
from headway.workspace.model import STAGES, Applied, Entry, Posted, Stage

WORDS: Final = ("save", "show", "note", *STAGES[1:])
TITLE_ALONE: Final = "To keep only a title: --title in the place of it."


class ApplyQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """What happened to which application. what None: list them. For whoever asks and may name no file, market: the id
    of an imported posting to save; text: a posting as it was copied."""

    what: str | None = None
    which: str | None = None
    market: str | None = None
    text: str | None = None
    title: str | None = None
    company: str | None = None
    url: str | None = None
    date: str | None = None
    next: str | None = None
    outcome: str = ""
    note: str = ""


class AlreadySaved(BadOption):
    """The posting is an application already. number: its own."""

    def __init__(self, message: str, hint: str, number: int = 0) -> None:
        super().__init__(message, hint)
        self.number = number


def apply(context: Context, profile: str | None, question: ApplyQuestion) -> Json:
    """List, show or move on. Raises BadOption, UnknownName, NothingKept, NothingImported, WorkspaceUnusable."""
    if question.what is not None and question.what not in WORDS:
        raise BadOption(f"'{question.what}' is nothing that happens here.", f"Say one of: {', '.join(WORDS)}.")
    if question.what is None or question.what == "show":
        with kept_workspace(context, profile) as store:
            state = fold(store.entries())
        shown = _one(state, question.which) if question.what else None
        return _answer(context, state, (), shown)
    day = _day(context, question.date)
    posting = _posting(context, question) if question.what == "save" else None
    if posting is None:
        _moved(fold(entries_so_far(context, profile)), question, day)  # what is wrong is said before a file is made
    with open_workspace(context, profile) as store, store.alone():
        entries = store.entries()
        state = fold(entries)
        body = _saved(state, entries, posting, question) if posting else _moved(state, question, day)
        added = store.append(day, [body])
        state = fold(store.entries())
    return _answer(context, state, added, state.applications.get(body.number))


def _answer(context: Context, state: State, added: tuple[Entry, ...], shown: Application | None) -> Json:
    return {
        "schema": "headway.apply/1",
        "written": entry_rows(context, added, frozenset())[0] if added else None,
        "applications": [application_row(a) for _, a in sorted(state.applications.items())],
        "application": None if shown is None else _shown(context, state, shown),
    }


def _shown(context: Context, state: State, found: Application) -> Json:
    return {
        **application_row(found),
        "market": found.posting.market,
        "history": [{"date": e.date.isoformat(), "stage": e.stage, "note": e.note} for e in found.history],
        "prepare": preparation(context, state, found.posting) if found.posting.text else None,
    }


def _day(context: Context, text: str | None) -> dt.date:
    day = parse_date(text, "--date") if text else context.today
    if day > context.today:
        raise BadOption(f"--date is {day}, which is still to come.", "For a day to come use --next.")
    return day


def _one(state: State, which: str | None) -> Application:
    """The application with this number; the only open one where none is named."""
    if which is None:
        open_ = [a for a in state.applications.values() if a.stage != "closed"]
        if len(open_) != 1:
            raise BadOption("Which application?", "'headway apply' lists them with their numbers.")
        return open_[0]
    number = number_word(which)
    found = None if number is None else state.applications.get(number)
    if found is None:
        raise UnknownName(f"There is no application {which}.", "'headway apply' lists them with their numbers.")
    return found


def _moved(state: State, question: ApplyQuestion, day: dt.date) -> Applied:
    """A new stage, a note, a day to be ready for."""
    found = _one(state, question.which)
    first = found.history[0].date
    if day < first:
        raise BadOption(f"Application {found.number} was saved on {first}, after {day}.", "Give a later day.")
    stage: Stage | None = next((s for s in STAGES if s == question.what), None)
    if stage is None and not (question.note or question.next):
        raise BadOption("There is nothing to note.", "Add --note TEXT or --next DATE.")
    if question.outcome and (stage or found.stage) != "closed":
        raise BadOption(
            f"Application {found.number} would not be over, so it has no outcome.", "Close it, or write that as a note."
        )
    ahead = parse_date(question.next, "--next") if question.next else None
    if ahead is not None and ahead < day:
        raise BadOption(f"--next is {ahead}, before {day}.", "Give a day to come.")
    return Applied(number=found.number, stage=stage, outcome=question.outcome, next=ahead, note=question.note)


def _saved(state: State, entries: tuple[Entry, ...], posting: Posted, question: ApplyQuestion) -> Applied:
    found = next((a for _, a in sorted(state.applications.items()) if _same(a.posting, posting)), None)
    if found is not None:
        name = f"{found.posting.title}, {found.posting.company}" if found.posting.company else found.posting.title
        more = "" if found.posting.text or found.posting.company else " Is this another one? Say its --company."
        raise AlreadySaved(
            f"This posting is application {found.number} already ({name[:80]}, {found.stage} since {found.since}).",
            f"See: headway apply show {found.number}.{more}",
            found.number,
        )
    bare = next((a for _, a in sorted(state.applications.items()) if _only_named(a.posting, posting)), None)
    if bare is not None:  # its text comes later than its title: the same application
        whole = msgspec.structs.replace(posting, url=posting.url or bare.posting.url)
        ahead = parse_date(question.next, "--next") if question.next else None
        return Applied(number=bare.number, posting=whole, next=ahead, note=question.note)
    # A number that was undone is not used again: its entry is still there, and may be brought back.
    number = max([0, *(e.body.number for e in entries if isinstance(e.body, Applied))]) + 1
    ahead = parse_date(question.next, "--next") if question.next else None
    return Applied(number=number, posting=posting, stage="saved", next=ahead, note=question.note)


def _same(one: Posted, other: Posted) -> bool:
    """Whether both are one posting: by its id, its address or its words; of titles alone, by title and company."""
    if one.market is not None and other.market is not None:
        return one.market == other.market
    if one.url and other.url:
        return one.url == other.url
    if one.text and other.text:
        return (_words(one.text), _words(one.company)) == (_words(other.text), _words(other.company))
    named = (_words(one.title), _words(one.company)) == (_words(other.title), _words(other.company))
    return named and not (one.text or other.text or one.url or other.url)


def _only_named(one: Posted, other: Posted) -> bool:
    """Whether the first is only a title and company, and the second the posting of these with its text."""
    named = (_words(one.title), _words(one.company)) == (_words(other.title), _words(other.company))
    return named and not one.text and one.market is None and bool(other.text) and bool(_words(one.company))


def _words(text: str) -> list[str]:
    return text.casefold().split()


def application_of(state: State, market: str) -> int | None:
    """The number of the application that was made of an imported posting."""
    return next((n for n, each in sorted(state.applications.items()) if each.posting.market == market), None)


def saved_as(context: Context, profile: str | None, market: str) -> int | None:
    """The same, by the log as it is. Raises WorkspaceUnusable."""
    return application_of(fold(entries_so_far(context, profile)), market)


def _posting(context: Context, question: ApplyQuestion) -> Posted:
    """An imported posting by its id, a file or standard input with its text, or only what is typed."""
    which = question.which
    if question.market is not None:
        return _of_market(context, question.market, question)
    if question.text is not None:
        return _of_text(context, plain_text(question.text)[0], "The text", question)
    if which is None:
        if not question.title:
            raise BadOption("Which posting?", "Give the id of an imported one, a file with its text, or --title.")
        return Posted(title=question.title, company=question.company or "", url=question.url)
    if which == STDIN or there(which):
        return _of_file(context, which, question)
    return _of_market(context, which, question)


def _of_file(context: Context, name: str, question: ApplyQuestion) -> Posted:
    return _of_text(context, document_text(read_input(name)), name, question)


def _of_text(context: Context, text: str, name: str, question: ApplyQuestion) -> Posted:
    title = question.title or read_posting(None, text, context.finder, Titles(context.knowledge.roles)).title
    if not title:
        raise BadOption(f"{name} has no title that can be told.", "Say its title (--title).")
    return Posted(title=title, company=question.company or "", url=question.url, text=text)


def _of_market(context: Context, id_: str, question: ApplyQuestion) -> Posted:
    if question.market is None and not holds_postings(context):
        raise UnknownName(f"There is no file '{id_}', and no postings are imported.", TITLE_ALONE)
    rows = filled_store(context).ask("advert", {"id": id_}).to_pylist()
    if not rows:
        also, hint = ("", "") if question.market is not None else (" and no file of that name", f" {TITLE_ALONE}")
        raise UnknownName(f"There is no imported posting '{id_}'{also}.", f"'headway market jobs' shows ids.{hint}")
    found = posted(rows[0])
    return msgspec.structs.replace(
        found,
        title=question.title or found.title,
        company=question.company or found.company,
        url=question.url or found.url,
    )


def posted(row: Json) -> Posted:
    """An imported posting as an application keeps it; that it is invented stays in its title."""
    title = f"{row['title']} (invented posting)" if row["invented"] else row["title"]
    return Posted(title=title, company=row["company"] or "", url=row["url"], text=row["text"], market=row["id"])
