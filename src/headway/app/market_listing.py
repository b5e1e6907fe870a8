"""The listing of the market, kept between runs while neither the market nor the knowledge base has changed."""

import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec

from headway.app.context import Context
from headway.app.market_room import filled_store, folder_of
from headway.market.listing import VERSION, Listing, load, save
from headway.market.manifest import read_manifest
from headway.whole import whole

KEPT = "market-listing-"


def judged_skills(context: Context) -> tuple[str, ...]:
    """What postings are judged by: every skill but human ones, which a CV cannot show either way."""
    return tuple(sorted(id_ for id_, skill in context.knowledge.skills.items() if skill.kind != "human"))


def listing(context: Context) -> Listing:
    """Every posting that counts. Raises NothingImported, MissingExtra."""
    skills = judged_skills(context)
    kept = _kept(context)
    found = load(kept, skills) if kept else None
    if found is None and kept is not None and context.ask_aside is not None:
        context.ask_aside("listing")
        found = load(kept, skills)
    if found is not None:
        return found
    from headway.market.listed import listing_of

    made = listing_of(filled_store(context), skills)
    if kept is not None:
        _keep(made, kept)
    return made


def _kept(context: Context) -> Path | None:
    """Where the listing of this very market is kept; None where nothing can be kept, or nothing is imported."""
    manifest = read_manifest(folder_of(context))
    if context.cache is None or not manifest.segments:
        return None
    key = hashlib.blake2b(msgspec.json.encode((manifest.segments, manifest.gone, manifest.copies)), digest_size=12)
    key.update(f"{VERSION} {context.knowledge.digest}".encode())
    return context.cache / f"{KEPT}{key.hexdigest()}.npz"


def forget_kept(context: Context) -> None:
    """No copy of what was imported stays in the cache."""
    for path in context.cache.glob(f"{KEPT}*") if context.cache else ():
        with suppress(OSError):
            path.unlink()


def _keep(made: Listing, path: Path) -> None:
    """Write it whole or not at all; those of other markets go."""
    with suppress(OSError), whole(path) as fresh:
        with fresh.open("wb") as file:
            save(made, file)
        for old in path.parent.glob(f"{KEPT}*.npz"):
            old.unlink()
