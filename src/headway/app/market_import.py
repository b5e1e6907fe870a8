"""`headway market import`: postings from files into the market of the user's folder."""

import datetime as dt
import hashlib
from typing import Any

import msgspec

from headway.app.context import Context
from headway.app.files import open_rows
from headway.app.market_examples import example_adverts
from headway.app.market_room import open_store
from headway.errors import BadOption
from headway.knowledge.load import version_of_knowledge
from headway.market.model import Advert
from headway.market.understand import Readers, understand
from headway.mentions.find import Finder
from headway.postings.titles import Titles

Json = dict[str, Any]


def import_postings(context: Context, names: tuple[str, ...], example: bool = False) -> Json:
    """Read, understand and keep the postings of JSON-lines files; the same file again changes nothing.

    example: the bundled invented postings too.
    """
    if not names and not example:
        raise BadOption("There is nothing to import.", "Name a file of postings, or give --example.")
    store = open_store(context)
    readers = Readers(Finder(context.lexicon), Titles(context.knowledge.roles), version_of_knowledge(context.cache))
    from headway.market.schema import table_of

    if example:
        adverts = list(example_adverts(context))
        content = msgspec.json.encode(adverts)
        rows = [understand(advert, readers, context.today) for advert in adverts]
        store.add(f"example-{hashlib.blake2b(content, digest_size=12).hexdigest()}", table_of(rows))
    for name in names:
        with open_rows(name) as lines:
            content = lines.read()
        adverts = [_advert(line, number, name) for number, line in enumerate(content.splitlines(), 1) if line.strip()]
        rows = [understand(advert, readers, context.today) for advert in adverts]
        store.add(hashlib.blake2b(content, digest_size=12).hexdigest(), table_of(rows))
    return {"schema": "headway.market-import/1", **store.ask("summary").to_pylist()[0]}


def _advert(line: bytes, number: int, name: str) -> Advert:
    try:
        row = msgspec.json.decode(line)
        posted = dt.date.fromisoformat(row["posted"]) if row.get("posted") else None
        places = (row["location"],) if row.get("location") else ()
        return Advert(
            source="file",
            board=name,
            source_id=str(row.get("id", number)),
            title=row.get("title") or "",
            text=row["description"],
            company=row.get("company"),
            locations=places,
            posted=posted,
        )
    except (msgspec.DecodeError, KeyError, TypeError, ValueError) as error:
        raise BadOption(f"{name}: line {number} is not a posting: {error}.", "Each line is one JSON object.") from error
