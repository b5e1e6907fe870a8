"""`headway pay ROLE`: sourced ranges, the market's stated pay and the fitted model side by side, never pooled."""

from collections.abc import Sequence

import msgspec

from headway.app.context import Context
from headway.app.look import role_id
from headway.app.options import country_code, seniority_word
from headway.app.pay_market import MarketOffers, MarketPay, skill_premiums
from headway.app.pay_model import FIT_FIRST, model_of
from headway.app.pay_sourced import sourced_pay
from headway.errors import BadOption, UnknownName
from headway.pay.columns import Rates, parse_rates
from headway.pay.serve import Estimate, Question, estimate
from headway.pay.tables import PayAnswer
from headway.values import Json

WORKPLACES = ("remote", "hybrid", "onsite")
SIZES = {"s": "S", "small": "S", "m": "M", "medium": "M", "l": "L", "large": "L"}


class PayQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked, as a person types it."""

    role: str
    seniority: str = "mid"
    country: str | None = None
    remote: str | None = None
    size: str | None = None
    industry: str | None = None
    company: str | None = None
    city: str | None = None
    skills: bool = False
    rates: tuple[str, ...] = ()


def pay(context: Context, question: PayQuestion) -> Json:
    """All that is known, each source by itself. Raises UnknownName, BadOption, UnreadableFile."""
    role = role_id(context, question.role)
    seniority, country = seniority_word(question.seniority), country_code(question.country)
    remote, size = workplace_word(question.remote), size_word(question.size)
    rates = parse_rates(question.rates, context.today)
    answer = sourced_pay(context.knowledge, role, seniority, country)
    market, market_note = MarketOffers(context, [role]).pay(role, seniority, country, remote)
    model = model_of(context)
    asked = Question(
        role=role, seniority=seniority, country=country, remote=remote, size=size,
        company=question.company, city=question.city, industry=question.industry,
    )  # fmt: skip
    estimated = estimate(model, asked) if model else None
    return {
        "schema": "headway.pay/1",
        "label": context.knowledge.roles[role].label,
        "sources": {s.id: s.title for s in context.knowledge.sources.values()},
        **msgspec.to_builtins(answer),
        "asked": {
            "remote": remote,
            "size": size,
            "industry": question.industry,
            "company": question.company,
            "city": question.city,
        },
        "market": msgspec.to_builtins(market),
        "market_note": market_note,
        "model": msgspec.to_builtins(estimated),
        "model_note": "" if model else f"No pay model is fitted. {FIT_FIRST}",
        "unused": _unused(question, answer, market, estimated),
        "converted": _converted(answer, market, estimated, rates),
        "skills": skill_premiums(context, role, _labels(context)) if question.skills else None,
    }


def knows_nothing(answer: Json) -> bool:
    """No source had a figure."""
    model = answer["model"]
    return (
        not answer["figures"]
        and not (answer["market"] and answer["market"]["stating"])
        and not (model and model["low"] is not None)
    )


def _labels(context: Context) -> dict[str, str]:
    return {id_: skill.label for id_, skill in context.knowledge.skills.items()}


def workplace_word(word: str | None) -> str | None:
    """remote, hybrid or onsite. Raises UnknownName."""
    if word is None or word.casefold() in WORKPLACES:
        return word.casefold() if word else None
    raise UnknownName(f"--remote is '{word}'.", f"Choose one of: {', '.join(WORKPLACES)}.")


def size_word(word: str | None) -> str | None:
    """S, M or L. Raises UnknownName."""
    if word is None:
        return None
    if word.casefold() in SIZES:
        return SIZES[word.casefold()]
    raise UnknownName(f"--size is '{word}'.", "Choose S (under 50 people), M (50 to 250) or L (more).")


def _unused(
    question: PayQuestion, answer: PayAnswer, market: MarketPay | None, estimated: Estimate | None
) -> list[str]:
    """Which wishes narrowed nothing, source by source."""
    said = []
    wishes = ("remote", "size", "company", "city", "industry")
    asked = [f"--{wish}" for wish in wishes if getattr(question, wish)]
    if asked and answer.figures:
        said.append(f"{', '.join(asked)}: the sourced figures do not tell it apart; they are for all.")
    asked = [wish for wish in asked if wish != "--remote"]
    if asked and market:
        said.append(f"{', '.join(asked)}: what postings state is not narrowed by it.")
    if estimated:
        said += [f"--{name}: {_why_not(name, estimated.used)}" for name in estimated.unused]
    return said


def _why_not(name: str, used: Sequence[str]) -> str:
    if name == "industry" and "company" in used:
        return "the model's range is the company's, which says more."
    return "the model's range is not narrowed by it: the fitted file has too few such rows, or no such column."


def _converted(answer: PayAnswer, market: MarketPay | None, estimated: Estimate | None, rates: Rates) -> list[Json]:
    """The same figures in other currencies, by the user's own dated rates and no others."""
    rows: list[tuple[str, str, tuple[float | None, ...]]] = [
        (f.row.id, f.row.currency, (f.low, f.middle, f.high)) for f in answer.figures
    ]
    for group in market.groups if market else ():
        ends = (group.lows.p50, group.middles.p50, group.highs.p50)
        rows.append((f"market, {group.country or 'no country'}, {group.seniority}: medians", group.currency, ends))
    if estimated and estimated.low is not None:
        rows.append(("model", estimated.currency, (estimated.low, estimated.middle, estimated.high)))
    return [row for of, currency, ends in rows for row in _in_others(of, currency, ends, rates)]


def _in_others(of: str, currency: str, ends: tuple[float | None, ...], rates: Rates) -> list[Json]:
    if "USD" in rates.usd:
        raise BadOption("--rate gives a rate for USD.", "Rates say how many USD one unit of another currency is.")
    if currency == "USD":
        factors = {code: 1 / rate for code, rate in rates.usd.items()}
    else:
        factors = {"USD": rates.usd[currency]} if currency in rates.usd else {}
    return [
        {
            "of": of,
            "currency": code,
            **{
                name: None if value is None else round(value * factor)
                for name, value in zip(("low", "middle", "high"), ends, strict=True)
            },
            "rate": rates.usd[code if currency == "USD" else currency],
            "on": rates.dates[code if currency == "USD" else currency],
        }
        for code, factor in factors.items()
    ]
