"""Text of the commands that move a person's data as a whole."""

from headway.cli.output import note, or_json, say, wrapped
from headway.values import Json


def _held(result: Json) -> str:
    """How many entries and files, in words."""
    counts = ((result["entries"], "entry", "entries"), (len(result["attachments"]), "file", "files"))
    return " and ".join(f"{n} {one if n == 1 else more}" for n, one, more in counts)


@or_json
def export(result: Json) -> None:
    say(f"{_held(result)} written to {result['path']}.")
    if result["lost"]:
        note(f"{result['lost']} entries or files could not be read any more and are not in it.")


@or_json
def import_(result: Json) -> None:
    say(f"{result['added']} entries are new, {result['already_there']} were there already; {result['entries']} in all.")
    if result["attachments_missing"]:
        note(f"{len(result['attachments_missing'])} attached files did not come along; nothing else depends on them.")
    if result["damaged_file"]:
        note(f"The damaged file is kept as {result['damaged_file']}; 'headway forget' erases it too.")


@or_json
def backup(result: Json) -> None:
    say(f"{_held(result)} copied to {result['path']} and read back.")


@or_json
def forget(result: Json) -> None:
    verb = "Erased" if result["erased"] else "This would be erased for good"
    say(f"{verb}, of the profile '{result['profile']}':")
    for row in result["entries"]:
        wrapped(f"{row['number']}. {row['date']}: {row['text']}", "  ")
    for file in result["attachments"]:
        say(f"  file {file['name']}, {file['bytes']:,} bytes")
    if result["erased"] and result["file_gone"]:
        say(f"  and with it {', '.join(result['files'])}")
    for copy in result["copies_elsewhere"]:
        state = "is still there" if copy["there"] else "is not there any more"
        wrapped(f"{copy['what'].capitalize()} outside the workspace, not touched: {copy['path']} ({state}).")
    if not result["erased"]:
        note("Nothing was erased yet. To do it: the same command with --yes.")
