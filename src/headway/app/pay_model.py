"""The fitted pay model in the user's folder: read, written whole, asked."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from headway.app.context import Context
from headway.app.files import write_whole
from headway.errors import BadOption, UnreadableFile
from headway.pay.model import FittedPay, PayModel
from headway.postings.titles import Titles

Model = TypeVar("Model", bound=PayModel)
FIT_FIRST = "Fit one from a file of salaries: headway pay fit FILE"


def path_of(context: Context) -> Path:
    """Where the model lives."""
    return context.home / "pay" / "model.json"


def model_of(context: Context) -> PayModel | None:
    """The served table; None where nothing was fitted. Raises UnreadableFile."""
    return _read(context, PayModel)


def fitted_of(context: Context) -> FittedPay:
    """The model with its records. Raises BadOption where nothing was fitted, UnreadableFile."""
    found = _read(context, FittedPay)
    if found is None:
        raise BadOption("No pay model is fitted yet.", FIT_FIRST)
    return found


def _read(context: Context, shape: type[Model]) -> Model | None:
    try:
        return msgspec.json.decode(path_of(context).read_bytes(), type=shape)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as error:
        raise UnreadableFile(f"The fitted pay model cannot be read: {error}.", "Fit it again.") from error


def keep(context: Context, model: FittedPay) -> None:
    """Write the model whole or not at all. Raises BadOption."""
    write_whole(path_of(context), msgspec.json.encode(model), "HEADWAY_HOME")


def reader_of_titles(context: Context) -> Callable[[str], str | None]:
    """Title to role id: the special role it names, else its family; None where it names neither."""
    titles = Titles(context.knowledge.roles)

    @cache
    def role_of(title: str) -> str | None:
        named = titles.named(title)
        if named is None:
            return None
        return named.job or (named.family if named.family != "other" else None)

    return role_of
