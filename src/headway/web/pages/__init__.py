"""One file a page: the address, one call of a use case, one template. A file that is put here is a page of the app."""

from importlib import import_module
from pkgutil import iter_modules

from headway.web.routes import Routes


def all_pages() -> tuple[Routes, ...]:
    """The routes of every file of this folder, by its name."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").router for name in names)
