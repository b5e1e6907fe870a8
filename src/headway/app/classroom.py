"""`headway class`: a class from the files that its people hand over. Method: docs/method/class.md."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from headway.app.class_files import Aside, Found, find_shares, read_cvs, take_uploads
from headway.app.class_json import Told, class_json
from headway.app.class_plan import HALF, SharedPlan, shared_plan
from headway.app.context import Context, parse_date
from headway.app.files import check_writable, write_whole
from headway.app.look import role_id
from headway.app.options import seniority_word
from headway.cohort.merge import Group, commonest_role, commonest_seniority, group_of, newest
from headway.cohort.model import Member
from headway.errors import BadOption, UnreadableFile
from headway.knowledge.model import Role
from headway.knowledge.needs import grades_of, needs_at
from headway.planning.options import PlanOptions, check
from headway.values import SENIORITIES, Json, Seniority


class ClassQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Files and folders; role and seniority None: what most of them aim at. part: of the class that has to lack
    something for the shared plan to teach it."""

    names: tuple[str, ...] = ()
    role: str | None = None
    seniority: str | None = None
    cvs: bool = False
    hours: float = 10.0
    part: float = HALF
    start: str | None = None
    deadline: str | None = None
    free_only: bool = False
    html: Path | None = None


def classroom(context: Context, question: ClassQuestion) -> Json:
    """Everything that may be told of a class. Raises UnreadableFile where no file can be read, and the errors of bad
    options."""
    check_writable(question.html, "--html")
    answer = _answer(context, question, find_shares(context, question.names, cvs=question.cvs))
    if question.html is not None:
        write_whole(question.html, class_page(answer), "--html")
    return answer


def class_of_uploads(context: Context, question: ClassQuestion, files: Iterable[tuple[str, bytes]]) -> Json:
    """The same for files that came through the browser, as (name, content). Raises the same."""
    return _answer(context, question, take_uploads(context, files))


def class_page(answer: Json) -> bytes:
    """An answer as one page to keep or to pass on."""
    from headway.publish.class_report import class_report

    return class_report(answer)


def _answer(context: Context, question: ClassQuestion, found: Found) -> Json:
    options = _options(context, question)
    members = [Member(share=each) for each in found.shares]
    asked = None if question.role is None else role_id(context, question.role)
    role = _role(context, asked, members, bool(found.cvs), found.aside)
    mine = [m for m in members if m.share.role == role.id]
    seniority = _seniority(role, question.seniority, mine)
    from_cvs, unread = read_cvs(context, found.cvs, role, seniority)
    every, older = newest([*members, *from_cvs])
    aside = tuple(sorted({*found.aside, *unread}))
    if not every:
        raise _nothing(aside)
    group = group_of(every, role.id, seniority)
    plan = _plan(context, group, role, options, question.part)
    told = Told(context=context, role=role, group=group, every=every, older=older, aside=aside, plan=plan)
    return class_json(told, question.part)


def _plan(context: Context, group: Group, role: Role, options: PlanOptions, part: float) -> SharedPlan | None:
    if not group.told:
        return None
    return shared_plan(context, group.members, needs_at(role, group.seniority), options, part)


def _options(context: Context, question: ClassQuestion) -> PlanOptions:
    if not 0 < question.part <= 1:
        raise BadOption(f"--part is {question.part:g}.", "Give a share of the class above 0, up to 1: 0.5 is half.")
    return check(
        PlanOptions(
            start=parse_date(question.start, "--start") if question.start else context.today,
            hours=question.hours,
            deadline=parse_date(question.deadline, "--deadline") if question.deadline else None,
            free_only=question.free_only,
        )
    )


def _role(context: Context, asked: str | None, members: list[Member], cvs: bool, aside: tuple[Aside, ...]) -> Role:
    """The role asked for, else the commonest one that is known here. Raises UnreadableFile, BadOption."""
    roles = context.knowledge.roles
    if asked is not None:
        return roles[asked]
    common = commonest_role(m for m in newest(members)[0] if m.share.role in roles)
    if common is not None:
        return roles[common]
    if cvs or members:
        raise BadOption("Which role is the class for?", "Name it: --role data-analyst. 'headway roles' lists them.")
    raise _nothing(aside)


def _nothing(aside: tuple[Aside, ...]) -> UnreadableFile:
    if not aside:
        return UnreadableFile("There is no file to read.", "Name the files that 'headway share --out FILE' wrote.")
    more = f" And {len(aside) - 1} more." if len(aside) > 1 else ""
    return UnreadableFile(f"No file can be read. {aside[0].file}: {aside[0].reason}{more}")


def _seniority(role: Role, asked: str | None, mine: list[Member]) -> Seniority:
    """The one asked for, else the commonest of the files, else the one people enter by. Raises BadOption."""
    grades = grades_of(role)
    if asked is not None:
        wish = seniority_word(asked)
        if wish not in grades:
            raise BadOption(f"{role.label} has no grade '{wish}'.", f"Choose one of: {', '.join(grades)}.")
        return wish
    common = commonest_seniority(newest(mine)[0])
    if common is not None:
        return common
    entry = SENIORITIES.index("junior")
    return next((grade for grade in grades if SENIORITIES.index(grade) >= entry), grades[-1])
