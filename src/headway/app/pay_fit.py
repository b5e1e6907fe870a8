"""`headway pay fit`, `recalibrate` and `check`: files of salaries into a served table, and how well it holds."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from headway.app.context import Context
from headway.app.files import open_rows
from headway.app.pay_model import fitted_of, keep, reader_of_titles
from headway.errors import UnreadableFile
from headway.pay.columns import parse_map, parse_rates, read_rows
from headway.pay.model import FittedPay
from headway.pay.records import SalaryFile, records_of
from headway.values import Json

MOST_BYTES = 256 * 1024 * 1024
Progress = Callable[[str], None]


class SalaryQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A file of salaries (`-` standard input), which column is what, and rates for currencies it does not convert."""

    file: str
    map: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()


def fit_pay(context: Context, question: SalaryQuestion, progress: Progress) -> Json:
    """Fit and keep the model of a file. Raises UnreadableFile, BadOption."""
    from headway.pay.fit import fit

    model = fit(_read(context, question), progress)
    keep(context, model)
    return {"schema": "headway.pay-fit/1", **_about(model)}


def recalibrate_pay(context: Context, question: SalaryQuestion) -> Json:
    """Count the newer rows of a file in, and keep the model. Raises UnreadableFile, BadOption."""
    from headway.pay.recalibrate import recalibrate

    model = fitted_of(context)
    file = _read(context, question)
    moved = recalibrate(model, file)
    step = moved.newer[-1]
    if step.fresh:
        keep(context, moved)
    return {"schema": "headway.pay-recalibrate/1", "step": msgspec.to_builtins(step), **_about(moved)}


def check_pay(context: Context, question: SalaryQuestion) -> Json:
    """Judge the kept model on the rows of a file that it has not seen. Raises UnreadableFile, BadOption."""
    from headway.pay.measure import measure
    from headway.pay.recalibrate import fresh_records

    model = fitted_of(context)
    file = _read(context, question)
    report = measure(model, fresh_records(model, file))
    return {
        "schema": "headway.pay-check/1",
        "model": {"id": model.id, "source": msgspec.to_builtins(model.source), "steps": len(model.newer)},
        "source": msgspec.to_builtins(file.source),
        "report": msgspec.to_builtins(report),
    }


def _read(context: Context, question: SalaryQuestion) -> SalaryFile:
    mapping, rates = parse_map(question.map), parse_rates(question.rates, context.today)
    name = "standard input" if question.file == "-" else Path(question.file).name
    with open_rows(question.file) as lines:
        content = lines.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise UnreadableFile(f"{name} is larger than {MOST_BYTES // 1024**2} MB.", "Give the newest part of it.")
    rows = read_rows(content, name, mapping, rates, context.today)
    file = records_of(rows, reader_of_titles(context), name, content)
    given = {code: f"{rate:g}@{rates.dates[code]}" for code, rate in sorted(rates.usd.items())}
    file = msgspec.structs.replace(file, source=msgspec.structs.replace(file.source, rates=given))
    if not file.source.rows:
        raise UnreadableFile(f"{name} has no rows.", "It needs a line of column names and rows below it.")
    return file


def _about(model: FittedPay) -> Json:
    """What one should know of a model."""
    roles = {key.removeprefix("role:"): n for key, n in model.counts.items() if key.startswith("role:")}
    countries = {key.removeprefix("country:"): n for key, n in model.counts.items() if key.startswith("country:")}
    return {
        "id": model.id,
        "source": msgspec.to_builtins(model.source),
        "coverage": msgspec.to_builtins(model.coverage),
        "misses": model.misses,
        "groups": [msgspec.to_builtins(cell) for cell in model.cells],
        "recent_roles": roles,
        "recent_countries": countries,
        "newest": model.newest,
        "companies": len({record.named[0] for record in model.records if record.named and record.named[0]}) or None,
        "layers": [
            {
                "fields": layer.fields,
                "known": {field: len(names) for field, names in layer.shifts.items()},
                "coverage": msgspec.to_builtins(layer.coverage),
                "misses": layer.misses,
            }
            for layer in model.layers
        ],
    }
