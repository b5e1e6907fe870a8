"""New terms on the screen."""

from headway.cli.output import or_json, say, table, wrapped
from headway.cli.show_demand import counted
from headway.values import Json

QUOTED = 10
"""So many terms are shown with a line that names them."""


@or_json
def terms(result: Json) -> None:
    """`headway market new-terms`."""
    accepted = result["accepted"]
    if accepted:
        say(f"Draft of '{accepted['id']}' written to {accepted['path']}:")
        say()
        say(accepted["yaml"])
        wrapped(
            "Write the summary, name what it needs, and put it under skills/ of the knowledge base; CONTRIBUTING.md."
        )
        return
    counted(result)
    if result["read"] < result["counted"]["postings"]:
        say(f"Read: {result['read']} of them; more with --most.")
    if not result["terms"]:
        say("No new name stands beside known skills.")
        return
    rows = [
        (t["term"], t["beside"], t["companies"], t["postings"], ", ".join(t["neighbour_labels"]))
        for t in result["terms"]
    ]
    table(("term", "beside a skill", "companies", "postings", "stands beside"), rows, right=(1, 2, 3))
    wrapped(
        "Beside a skill: companies that list it next to a skill we know. About one in six is no skill (a product no "
        "one learns, a metric): read the lines before you accept one."
    )
    say()
    for term in result["terms"][:QUOTED]:
        example = term["examples"][0]
        wrapped(f"{term['term']}: “{example['quote']}” ({example['company'] or 'no company named'})")
    say()
    wrapped('Make a draft skill file: headway market new-terms --accept "TERM" --area AREA --kind tech')
