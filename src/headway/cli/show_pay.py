"""Text for the pay commands."""

from typing import Any

from headway.cli.output import heading, or_json, say, table, wrapped
from headway.values import SENIORITIES, Json

MOST_SKILLS = 15
CHECKED = (
    "Covered: of distinct figures (what the ranges are made for), of both ends of adverts, of the middles of adverts; "
    "then the ends below and above the range, and how many times its bottom its top is."
)
FEW_JUDGED = 100
FEW_COMPANIES = 200
RANGES = (
    "Ranges of guides are as printed. Where rows are counted, eight in ten of them lie inside the range, a tenth below "
    "and a tenth above; middle is their median."
)
PAY_COLUMNS = ("range", "middle", "level", "where", "year", "rows", "source")


def pay_lines(answer: Json, sources: dict[str, str]) -> list[tuple[str, ...]]:
    """Rows of a pay table (PAY_COLUMNS)."""
    rows: list[tuple[str, ...]] = []
    for figure in answer["figures"]:
        row = figure["row"]
        end = f" - {figure['high']:,.0f}" if figure.get("high") is not None else ""
        plus = "+" if row.get("open_ended") else ""
        middle = f"{figure['middle']:,.0f}" if figure.get("middle") is not None else ""
        place = row.get("country") or "no country named"
        count = f"n = {row['n']}" if row.get("n") else "n not given"
        source = sources.get(row["source"], row["source"])
        amounts = f"{row['currency']} {figure['low']:,.0f}{end}{plus}"
        rows.append((amounts, middle, _levels(row["seniority"]), place, str(row["year"]), count, source))
    return rows


def _levels(seniority: list[str]) -> str:
    return "all levels" if len(seniority) >= len(SENIORITIES) else ", ".join(seniority)


def pay_change(answer: Json, *, sourced: bool = True) -> None:
    """Pay of what fits today and of the target, source by source, and the difference as a range.

    sourced: also the target's figures from tables, which the plan has shown already.
    """
    rows = [
        (f"{side['label']}, {side['seniority']}", f"{i['currency']} {i['low']:,.0f} - {i['high']:,.0f}",
         i["country"] or "no country named", i["years"], "not given" if i["n"] is None else str(i["n"]), i["source"])
        for side in (answer["today"], answer["target"])
        if side
        for i in side["intervals"]
        if sourced or i["kind"] != "table" or side is not answer["target"]
    ]  # fmt: skip
    if rows:
        table(("job", "range a year", "where", "years", "n", "source"), rows)
    wrapped(answer["words"])


def share(value: float) -> str:
    """A share with one decimal."""
    return f"{100 * value:.1f} %"


@or_json
def pay(result: Json) -> None:
    heading(f"Pay a year: {result['label']}, {result['seniority']}")
    say("What sources say")
    if result["figures"]:
        table(PAY_COLUMNS, pay_lines(result, result["sources"]))
    if any(figure["row"].get("n") for figure in result["figures"]):
        wrapped(RANGES)
    for conflict in result["conflicts"]:
        for id_, title in result["sources"].items():
            conflict = conflict.replace(f"{id_} says", f"“{title}” says")
        wrapped(f"Sources disagree: {conflict}.")
    if result["note"]:
        wrapped(result["note"])
    say("\nWhat imported postings state")
    _market(result["market"], result["market_note"], result["seniority"])
    say("\nWhat the fitted model says")
    _model(result["model"], result["model_note"])
    for line in result["unused"]:
        wrapped(f"Not used: {line}")
    _converted(result["converted"], result)
    if result["skills"] is not None:
        _skills(result["skills"])


def _market(market: Json | None, note: str, seniority: str) -> None:
    if market is None:
        wrapped(note)
        return
    wrapped(
        f"{market['stating']} of {market['postings']} distinct postings state pay ({share(market['share'])}); copies "
        "count once; currencies and countries are never pooled."
    )
    if market["invented"]:
        wrapped(f"{market['invented']} of these postings are invented examples: no company wrote them.")
    if market["groups"]:
        table(
            ("seniority", "where", "postings", "lower ends: median (middle half)", "upper ends: median (middle half)"),
            [_group(group) for group in market["groups"]],
            right=(2,),
        )
    for group in market["groups"]:
        if group["seniority"] == seniority or not any(g["seniority"] == seniority for g in market["groups"]):
            wrapped(_told(group))


def _group(group: Json) -> tuple[str, ...]:
    small = " (small)" if group["small"] else ""
    lows, highs = (_spread(group["currency"], group[side]) for side in ("lows", "highs"))
    return group["seniority"], group["country"] or "not said", f"{group['n']}{small}", lows, highs


def _spread(currency: str, spread: Json) -> str:
    if spread["p50"] is None:
        return "none stated"
    half = "" if spread["p25"] is None else f" ({spread['p25']:,.0f} - {spread['p75']:,.0f})"
    return f"{currency} {spread['p50']:,.0f}{half}"


def _told(group: Json) -> str:
    where = group["country"] or "no country named"
    dates = f", {group['first']} to {group['last']}" if group["first"] else ""
    seniority = "all levels" if group["seniority"] == "all" else group["seniority"]
    postings, companies = (
        _number(group["n"], "posting", "postings"),
        _number(group["companies"], "company", "companies"),
    )
    about = f"{group['currency']}, {where}, {seniority}: {postings} of {companies}"
    if group["median_between"] is None:
        return f"{about}{dates}. Too few to bound the median."
    low, high = group["median_between"]
    small = " A small sample." if group["small"] else ""
    bounds = f"its median is between {low:,.0f} and {high:,.0f} (95 %)"
    return f"{about}{dates}. Wherever pay lies inside the ranges, {bounds}.{small}"


def _named_words(fields: list[str]) -> str:
    return f"{' and '.join(fields)} {'is' if len(fields) == 1 else 'are'}"


def _number(n: int, one: str, more: str) -> str:
    return f"{n} {one if n == 1 else more}"


def _model(model: Json | None, note: str) -> None:
    if model is None:
        wrapped(note)
        return
    where = model["country"] + (
        " (the file's most frequent country; none was asked for)" if model["country_assumed"] else ""
    )
    if model["low"] is None:
        wrapped(f"It does not know, for {where}: {model['unknown']}")
    else:
        wrapped(
            f"{model['currency']} {model['low']:,.0f} to {model['high']:,.0f} (80 % interval), middle "
            f"{model['middle']:,.0f}; 90 % interval {model['low90']:,.0f} to {model['high90']:,.0f}; {where}."
        )
    wrapped(
        f"Rests on {_number(model['similar'], 'distinct record', 'distinct records')} alike in role, level and country "
        f"in the last 24 months of the file ({model['same_role']} of the role, {model['same_country']} of the country, "
        f"{model['same_group']} of {_group_words(model['group'])}); the file {model['source']} (digest "
        f"{model['digest']}) runs from {model['years'][0]} to {model['years'][1]}. Records are advertised ranges (both "
        "ends count), or salaries."
    )
    if model["named"]:
        said = ", ".join(f"{field} on {n}" for field, n in model["named"].items())
        wrapped(f"Narrowed by what the file has of it (distinct records): {said}.")
    _rates(model["rates"])
    if model["borrowed"] and model["low"] is not None:
        wrapped("Few are alike, so the range leans on other roles, levels and countries of the file.")
    coverage = model["coverage"]
    if coverage:
        wrapped(
            f"Measured: {share(coverage['measured'])} of the figures of {coverage['n']} {_which(coverage)} lay inside "
            f"such intervals ({share(coverage['asked'])} asked for)."
        )


def _group_words(group: str) -> str:
    """A calibration group, `higher, senior`, in words."""
    tier, _, grade = group.partition(", ")
    where = {"higher": "the better-paid other countries", "lower": "the less-paid other countries"}.get(tier, tier)
    return f"{grade} level in {where}"


def _rates(rates: dict[str, str]) -> None:
    if rates:
        given = ", ".join(f"{code}={rate}" for code, rate in rates.items())
        wrapped(f"What the file does not give in USD was converted at your own rates: {given}.")


def _which(coverage: Json) -> str:
    if coverage["later"]:
        return "later records"
    return "records it had not seen (the file does not say which came later)"


def _converted(rows: list[Json], result: Json) -> None:
    if rows:
        say("\nConverted at your own rates")
        names = {figure["row"]["id"]: _named(figure["row"], result["sources"]) for figure in result["figures"]}
        names["model"] = "the fitted model"
        cells = [
            (names.get(row["of"], row["of"]), _amounts(row), f"{row['rate']:g} USD on {row['on']}") for row in rows
        ]
        table(("figure", "low, middle, high", "rate"), cells)


def _named(row: Json, sources: dict[str, str]) -> str:
    place = row.get("country") or "no country named"
    return f"{sources.get(row['source'], row['source'])}: {_levels(row['seniority'])}, {place}, {row['year']}"


def _amounts(row: Json) -> str:
    values = (row["low"], row["middle"], row["high"])
    return f"{row['currency']} " + ", ".join("-" if value is None else f"{value:,.0f}" for value in values)


def _skills(skills: Json) -> None:
    heading("What postings that name a skill state more, or less")
    wrapped(skills["note"])
    shown = sorted(skills["rows"], key=lambda r: (not r["clear"], r["high"] - r["low"], r["skill"]))
    shown = shown[: max(MOST_SKILLS, sum(r["clear"] for r in shown))]
    if not shown:
        return
    rows = [
        (skills["labels"][r["skill"]], f"{100 * r['low']:+.1f} to {100 * r['high']:+.1f} %",
         f"{r['with_skill']} / {r['without']}", "clear" if r["clear"] else "could be nothing")
        for r in shown
    ]  # fmt: skip
    table(("skill", "95 % interval, all skills together", "with / without", ""), rows)
    wrapped(
        f"Compared within equal role, seniority, country and currency: {skills['postings']} postings with pay, "
        f"{skills['strata']} groups, {skills['looked_at']} skills; {skills['too_few']} skills had too few. "
        f"Shown are {len(shown)}, what is clear first, then what is known best; --json has all."
    )


def _source(source: Json) -> None:
    wrapped(
        f"{source['file']} (digest {source['digest']}): {source['rows']} rows, {source['records']} distinct records, "
        f"{source['first_year']} to {source['last_year']}; {share(source['country_share'])} of them "
        f"{source['shares_country']}."
    )
    _rates(source["rates"])
    if source["set_aside"]:
        wrapped("Set aside: " + ", ".join(f"{why} {n}" for why, n in source["set_aside"].items()) + ".")
    if source["unmapped_titles"]:
        named = [f"{title} ({n})" for title, n in list(source["unmapped_titles"].items())[:8]]
        wrapped("Titles that name no role: " + ", ".join(named) + ".")


def _coverages(result: Json) -> None:
    for percent, coverage in result["coverage"].items():
        wrapped(
            f"{percent} % intervals held for {share(coverage['measured'])} of the figures of {coverage['n']} "
            f"{_which(coverage)}."
        )


def _known_names(layer: Json) -> list[str]:
    return [f"{field}: {n} known" for field, n in layer["known"].items()]


@or_json
def fitted(result: Json) -> None:
    heading("A pay model is fitted and kept")
    _source(result["source"])
    _coverages(result)
    for layer in result["layers"]:
        held = layer["coverage"]["80"]
        wrapped(
            f"Where {_named_words(layer['fields'])} named, {', '.join(_known_names(layer))}; 80 % intervals held "
            f"for {share(held['measured'])} of the figures of {held['n']} {_which(held)}."
        )
    if result["companies"] is not None and result["companies"] < FEW_COMPANIES:
        wrapped(
            f"The file names {_number(result['companies'], 'company', 'companies')}. Pay of one company is alike, so "
            f"these shares say less than so many records suggest; below {FEW_COMPANIES} companies the ranges may hold "
            "for fewer figures of others."
        )
    known = sorted(result["recent_countries"].items(), key=lambda each: (-each[1], each[0]))
    wrapped("Countries with records of the last 24 months: " + ", ".join(f"{c} {n}" for c, n in known[:12]) + ".")
    say("Ask it: headway pay ROLE --country CODE")


@or_json
def recalibrated(result: Json) -> None:
    heading("Newer rows counted in")
    step = result["step"]
    _source(step["source"])
    if not step["fresh"]:
        say("No usable row is new to the model; nothing was changed.")
        return
    say(f"{step['fresh']} records are new to the model.")
    for percent, value in step["covered_before"].items():
        wrapped(
            f"{percent} % intervals held for {share(value)} of their figures, month by month before each was added."
        )


def _nothing_judged(records: int, outside: int) -> None:
    """Which of the two it was, seen before or foreign to the model, and what to do."""
    known = records - outside
    if known:
        every = "every one" if known == records else f"{known} of {records}"
        wrapped(
            f"Nothing was judged: {every} of its distinct records is known to the model already, or older than the "
            "newest year it knows. A model can only be judged on what it has not seen."
        )
    if outside:
        wrapped(
            f"{outside} new {'record lies' if outside == 1 else 'records lie'} outside the model: it knows no such "
            "role, level or country."
        )
    wrapped("Give a file with newer rows: headway pay check NEWER.csv")
    if outside:
        wrapped("Or fit the model anew on a file that has those too: headway pay fit FILE")


@or_json
def checked(result: Json) -> None:
    heading("The fitted model on rows it has not seen")
    _source(result["source"])
    report = result["report"]
    if not report["n"]:
        _nothing_judged(result["source"]["records"], report["outside"])
        return
    said = _number(report["n"], "record", "records")
    say(f"{said} judged; {report['outside']} lie outside the model (unknown role, level or country).")
    rows = [
        (f"{p} %", share(m["figures"]), share(m["ends"]), share(m["middles"]), share(m["below"]), share(m["above"]),
         f"{m['width']:.2f}")
        for p, m in report["intervals"].items()
    ]  # fmt: skip
    columns = ("interval", "distinct figures", "ends of adverts", "middles", "below", "above", "high / low")
    table(columns, rows, right=(1, 2, 3, 4, 5, 6))
    wrapped(CHECKED)
    if report["n"] < FEW_JUDGED:
        wrapped(f"{report['n']} are too few to judge by: at least {FEW_JUDGED} are wanted.")
    groups = [(_group_words(g), share(v[0]), v[1]) for g, v in _by_group(report)]
    if groups:
        table(("group (80 % interval)", "covered", "records"), groups, right=(1, 2))
    for names, each in report["named"].items():
        narrow, plain = each["intervals"]["80"], each["plain"]["80"]
        wrapped(
            f"Where {_named_words(names.split(' and '))} named ({each['n']} records): 80 % intervals cover "
            f"{share(narrow['figures'])}, high / low {narrow['width']:.2f}; the same records without: "
            f"{share(plain['figures'])}, {plain['width']:.2f}."
        )
    losses = report["pinball"]
    named = ", ".join(f"{name} {loss:.4f}" for name, loss in losses.items())
    wrapped(f"How far off the ranges are as a whole (pinball loss of log pay; lower is better): {named}.")


def _by_group(report: Json) -> list[tuple[str, Any]]:
    return list(report["intervals"]["80"]["by_group"].items())
