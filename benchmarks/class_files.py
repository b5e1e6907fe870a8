"""How long a class takes to put together, by the number of people.

    python benchmarks/class_files.py [--people 10 100 1000]

Invented people with five skills each, drawn by a fixed seed, write share files into a temporary folder; `headway class`
is asked for each size in this process, with the knowledge base loaded. CPU-seconds of the whole answer, and of the
search for the shared plan in it.
"""

import argparse
import datetime as dt
import random
import tempfile
import time
from pathlib import Path

import msgspec

from headway.app import classroom as use_case
from headway.app.classroom import ClassQuestion, classroom
from headway.app.context import Context, open_context
from headway.app.person import Person, PersonQuestion
from headway.app.share import bytes_of, share_of
from headway.cohort.model import Share

ROLE = "data-analyst"
KINDS = 40
"""So many different people; the others are copies with a word of their own, which merge like any."""


def people(context: Context) -> list[Share]:
    """The different ones."""
    dice, role = random.Random(7), context.knowledge.roles[ROLE]
    skills = sorted({skill for need in role.needs for skill in need.any_of})
    made = []
    for number in range(KINDS):
        know = tuple(f"{skill}={dice.randint(1, 3)}" for skill in dice.sample(skills, 5))
        person = Person(context, PersonQuestion(know=know))
        made.append(share_of(context, person, role, "junior", word=f"{number:016x}", name=f"Invented {number}"))
    return made


def measured(context: Context, kinds: list[Share], size: int) -> tuple[float, float]:
    """CPU-seconds of the answer, and of the plan in it."""
    spent = 0.0
    search = use_case.shared_plan

    def timed(*given: object) -> object:
        nonlocal spent
        begin = time.process_time()
        found = search(*given)  # type: ignore[arg-type]
        spent += time.process_time() - begin
        return found

    use_case.shared_plan = timed  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as folder:
        for n in range(size):
            one = msgspec.structs.replace(kinds[n % KINDS], person=f"{n:016x}")
            (Path(folder) / f"{n}.json").write_bytes(bytes_of(one))
        begin = time.process_time()
        classroom(context, ClassQuestion(names=(folder,)))
        whole = time.process_time() - begin
    use_case.shared_plan = search
    return whole, spent


def main() -> None:
    """Print one line a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, nargs="+", default=[10, 100, 1000])
    context = open_context(dt.date(2026, 11, 28).isoformat())
    kinds = people(context)
    for size in parser.parse_args().people:
        whole, plan = measured(context, kinds, size)
        print(f"{size:6} people: {whole:6.2f} CPU-s, of which the shared plan {plan:5.2f}")


if __name__ == "__main__":
    main()
