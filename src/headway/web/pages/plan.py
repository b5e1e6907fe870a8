"""Plan: what would come with other hours, another deadline or less money; keeping it; what was done of it."""

from collections.abc import Mapping
from functools import partial
from typing import Annotated, Any
from urllib.parse import urlencode

import msgspec
from fastapi import Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from headway.app import keep_person, look, route
from headway.app.log import LogQuestion, log
from headway.app.stamp import stamp
from headway.app.swap import swap
from headway.app.work_model import Asked
from headway.errors import BadOption
from headway.values import SENIORITIES
from headway.web.desk import Mine
from headway.web.notices import notice
from headway.web.pages.work import at_once
from headway.web.render import page
from headway.web.routes import Routes

router = Routes()
OVERTAKEN = 429
"""A newer position of the sliders came before this one was worked out."""


class Wished(msgspec.Struct, frozen=True, kw_only=True):
    """The controls as the form sends them. asked: all of them were sent, so that an empty one means: no limit."""

    asked: bool
    fields: dict[str, str]
    wish: route.Wish

    @classmethod
    def of(cls, fields: Mapping[str, str]) -> "Wished":
        """Raises BadOption."""
        sent = {name: value.strip() for name, value in fields.items() if value.strip()}
        asked = "asked" in sent
        wish = route.Wish(
            role=sent.get("role"),
            seniority=sent.get("seniority"),
            hours=_number(sent, "hours", None),
            deadline=sent.get("deadline", "none" if asked else None),
            budget=_number(sent, "budget", -1.0 if asked else None),
            currency=sent.get("currency"),
            free_only="free" in sent if asked else (True if "free" in sent else None),
        )
        return cls(asked=asked, fields=sent, wish=wish)


def _number(sent: Mapping[str, str], name: str, otherwise: float | None) -> float | None:
    text = sent.get(name)
    if text is None:
        return otherwise
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise BadOption(f"'{text[:40]}' is no number.", f"Give a number for {name}.") from None


NAMES = ("asked", "hours", "deadline", "budget", "free", "role", "seniority")


def from_query(request: Request) -> Wished:
    """From the address."""
    return Wished.of({name: request.query_params.get(name, "") for name in NAMES})


def _from_form(
    asked: Annotated[str, Form()] = "",
    hours: Annotated[str, Form()] = "",
    deadline: Annotated[str, Form()] = "",
    budget: Annotated[str, Form()] = "",
    free: Annotated[str, Form()] = "",
    role: Annotated[str, Form()] = "",
    seniority: Annotated[str, Form()] = "",
) -> Wished:
    sent = (asked, hours, deadline, budget, free, role, seniority)
    return Wished.of(dict(zip(NAMES, sent, strict=True)))


@router.get("/plan")
def plan(
    request: Request,
    mine: Mine,
    wished: Annotated[Wished, Depends(from_query)],
    renew: str = "",
    quick: str = "",
    done: str = "",
) -> Response:
    """The plan for the controls as they stand; without any, the one that is kept. quick: while a slider moves."""
    context, profile = mine.context, mine.profile
    shown: dict[str, Any] = {"notice": notice(done), "somebody": keep_person.is_somebody(context, profile)}
    if not shown["somebody"]:
        return page(request, "plan.html", **shown)
    if quick:
        with mine.newest.turn() as newest:
            if not newest:
                return page(request, "wrong.html", code=OVERTAKEN, message="You moved on meanwhile.", hint="")
            answer = _worked_out(request, mine, wished, renew=bool(renew), quick=True)
    else:
        answer = _worked_out(request, mine, wished, renew=bool(renew), quick=False)
    if isinstance(answer, Response):
        return answer
    reliefs = [{"text": r["text"], "href": _address(wished, r["wish"])} for r in answer["reliefs"]]
    roles = look.roles(context)["roles"]
    grades = next((r["seniorities"] for r in roles if r["id"] == answer["target"]["role"]), list(SENIORITIES))
    return page(
        request,
        "plan.html",
        plan=answer,
        reliefs=reliefs,
        wished=wished.fields,
        query=urlencode({**wished.fields, **({"renew": "yes"} if renew else {})}),
        asked=wished.asked,
        roles=roles,
        seniorities=grades,
        **shown,
    )


def _worked_out(request: Request, mine: Mine, wished: Wished, *, renew: bool, quick: bool) -> Any:
    """The plan; where it is not there at once, the page that shows how far it is and can stop it."""
    then = str(request.url.remove_query_params("quick").replace(scheme="", netloc=""))
    fields = {"wish": wished.wish, "renew": renew, "stamp": stamp(mine.context, mine.profile)}
    whole = Asked(kind="plan", title="Working out the plan", fields=fields | {"quick": False}, then=then)
    asked = msgspec.structs.replace(whole, fields=fields | {"quick": quick})
    run = partial(route.route, mine.context, mine.profile, wished.wish, renew=renew, quick=quick)
    return at_once(mine, asked, run, whole)


def _address(wished: Wished, change: Mapping[str, Any]) -> str:
    """The same question with one control moved; empty where the change is none of the controls."""
    if not change:
        return ""
    return "/plan?" + urlencode({**wished.fields, **{name: str(value) for name, value in change.items()}})


@router.post("/plan")
def keep(mine: Mine, wished: Annotated[Wished, Depends(_from_form)], late: Annotated[str, Form()] = "") -> Response:
    """Keep the plan that was shown; late: though it misses the deadline."""
    fields = {"wish": wished.wish, "late": late, "stamp": stamp(mine.context, mine.profile)}
    asked = Asked(kind="keep-plan", title="Keeping the plan", fields=fields, then="/plan")

    def run() -> dict[str, Any]:
        answer = route.keep_route(mine.context, mine.profile, wished.wish, late=bool(late))
        return answer | {"then": "/plan?done=kept" if answer["kept"] else "/plan?done=same"}

    answer = at_once(mine, asked, run)
    return answer if isinstance(answer, Response) else RedirectResponse(answer["then"], 303)


@router.get("/plan.ics")
def calendar(mine: Mine) -> Response:
    """The kept plan for a calendar."""
    content = route.calendar(mine.context, mine.profile)
    named = {"content-disposition": 'attachment; filename="headway-plan.ics"'}
    return Response(content, media_type="text/calendar", headers=named)


@router.post("/plan/step")
def step(
    mine: Mine, step: Annotated[str, Form()], what: Annotated[str, Form()], instead: Annotated[str, Form()] = ""
) -> Response:
    """Begun, done, skipped, or swapped for one that could take its place."""
    if what not in ("started", "finished", "dropped", "swap"):
        raise BadOption("That is nothing that can be done with a step.", "Use the buttons beside it.")
    if what == "swap":
        swap(mine.context, mine.profile, step, instead)
        return RedirectResponse("/plan?done=swapped", 303)
    log(mine.context, mine.profile, LogQuestion(what=what, values=(step,)))
    return RedirectResponse("/plan?done=step", 303)
