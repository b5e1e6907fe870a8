"""Weights beside demand, on the screen."""

from headway.cli.output import heading, or_json, say, table, wrapped
from headway.cli.show_demand import counted, counted_share
from headway.cli.show_reach import percent
from headway.values import Json

NAMED = 3
FEW = 30
VERDICTS = {"over": "weighs more", "under": "weighs less", "in line": ""}


def _agreement(role: Json) -> str:
    if role["agreement"] is None:
        return "unknown"
    return f"{role['agreement']:.2f} ({role['low']:.2f} to {role['high']:.2f})"


def _ranks(pair: list[int]) -> str:
    low, high = pair
    return str(low) if low == high else f"{low}-{high}"


def _apart(role: Json, verdict: str) -> str:
    """The needs most out of line, with weight and share."""
    wanted = [need for need in role["needs"] if need["verdict"] == verdict]
    told = [f"{n['label'].split(' or ')[0]} ({n['weight']:g}; {percent(n['named']['share'])})" for n in wanted[:NAMED]]
    more = f" and {len(wanted) - NAMED} more" if len(wanted) > NAMED else ""
    return ", ".join(told) + more


def _one(role: Json) -> None:
    of = f" of {role['companies']} companies" if role["companies"] else ""
    heading(f"{role['label']}: {role['postings']} postings{of}")
    say(f"Rank agreement of weight and share: {_agreement(role)}; 1 is the same order, 0 none.")
    small = role["postings"] < FEW
    rows = [
        (
            need["label"],
            f"{need['weight']:g}",
            counted_share(need["named"], role["postings"], small=small),
            _ranks(need["weight_rank"]),
            _ranks(need["demand_rank"]),
            VERDICTS[need["verdict"]],
        )
        for need in role["needs"]
    ]
    columns = ("need", "weight", "named in (95 % interval)", "rank by weight", "rank by share", "")
    table(columns, rows, right=(1, 2, 3, 4))


@or_json
def weights(result: Json) -> None:
    """`headway market weights`."""
    counted(result)
    roles = result["roles"]
    if not roles:
        say("No role has enough postings to be judged (ten).")
        return
    alone = len(roles) == 1 and result["filter"]["role"]
    if alone:
        _one(roles[0])
    else:
        rows = [(r["label"], r["postings"], _agreement(r), _apart(r, "over"), _apart(r, "under")) for r in roles]
        say()
        table(("role", "postings", "rank agreement", "weighs more than named", "weighs less"), rows, right=(1,))
        if result["too_few"]:
            say(f"{result['too_few']} more roles have fewer than ten postings.")
    apart = any(need["verdict"] != "in line" for role in roles for need in role["needs"])
    told = (
        "Weighs more, or less: no rank that the interval of its share allows would explain its weight. "
        if apart
        else ""
    )
    wrapped(
        f"{told}{'In brackets weight and share. ' if apart and not alone else ''}"
        "Weights are our judgement: what interviews ask and postings take for granted weighs more on purpose."
    )
