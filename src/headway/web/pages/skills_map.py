"""Map: skills and what they rest on."""

from fastapi import Request
from starlette.responses import HTMLResponse

from headway.app.skills_map import View, map_of
from headway.web.desk import Mine
from headway.web.render import page
from headway.web.routes import Routes

router = Routes()


@router.get("/map")
def skills(
    request: Request, mine: Mine, skill: str = "", area: str = "", role: str = "", whole: str = ""
) -> HTMLResponse:
    """My route, an area, what lies around one skill, or all of it."""
    view = View(skill=skill.strip() or None, area=area or None, role=role or None, whole=bool(whole))
    return page(request, "map.html", map=map_of(mine.context, mine.profile, view))
