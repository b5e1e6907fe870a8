"""A process that writes without end and says on standard output what was acknowledged; it is there to be killed.

`python -m tests.workspace.killed PATH SEED`. One line for each step: `ready`; `wrote ID...` after a group was appended;
`attached DIGEST`; `erasing ID` before and `erased ID` after an entry was erased; `backed-up FILE` after a backup.
"""

import datetime as dt
import os
import random
import sys
from pathlib import Path

from headway.workspace.backup import back_up
from headway.workspace.erase import erase_entries
from headway.workspace.model import Hours
from headway.workspace.seal import attachment
from headway.workspace.store import Store

DAY = dt.date(2026, 11, 20)


def say(line: str) -> None:
    """Straight into the pipe: what was said before the kill is heard."""
    os.write(1, f"{line}\n".encode())


def main(path: Path, seed: int) -> None:
    """Open, write a few groups, close; again and again."""
    dice = random.Random(seed)
    own: list[str] = []
    say("ready")
    for round_ in range(10**6):
        with Store(path) as store:
            for group in range(dice.randrange(1, 8)):
                step(store, dice, own, f"{seed}/{round_}/{group}")


def step(store: Store, dice: random.Random, own: list[str], name: str) -> None:
    """One group of entries; now and then with a file, an erasing, a backup."""
    size = dice.randrange(1, 5)
    files = [attachment(name, dice.randbytes(dice.randrange(30_000)))] if size > 1 and dice.random() < 0.3 else []
    names = " ".join(each.digest for each in files)  # a file that no entry names goes at the next erasing
    added = store.append(DAY, [Hours(hours=1, note=f"group {name} {names} of {size}") for _ in range(size)], files)
    say("wrote " + " ".join(e.id for e in added))
    for each in files:
        say(f"attached {each.digest}")
    if size == 1:
        own.append(added[0].id)
    if own and dice.random() < 0.05:
        gone = own.pop()
        say(f"erasing {gone}")
        erase_entries(store, [gone])
        say(f"erased {gone}")
    if dice.random() < 0.05:
        target = store.path.parent / f"backup-{name.replace('/', '-')}"
        back_up(store, target)
        say(f"backed-up {target}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
