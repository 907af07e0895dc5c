"""Kill builds at random moments: run by test_crash.py in a process of its own.

The process opens no store itself: a child of a process with Oxigraph's threads would hang.

    python kills.py FOLDER SEED ROUNDS KILLS

In each round children build or forget in one graph directory and die at a random moment; after each
another child looks whether it is whole. The last build of a round is let live. Prints as JSON what
was done how often.
"""

import json
import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1]), str(HERE.parents[2])]

from newsroom import IDS, extract, read_bytes, take_in, write_page  # noqa: E402

from kg.graph.change.build import forget  # noqa: E402
from kg.graph.change.derive import read_held  # noqa: E402
from kg.graph.directory.layout import find_store  # noqa: E402
from kg.graph.directory.store import open_store  # noqa: E402
from kg.graph.merge.settings import load_settings  # noqa: E402
from kg.graph.rdf.union import named_quads, union_triples  # noqa: E402
from kg.ontology.gazetteer import load_gazetteer  # noqa: E402

READ = "read.log"


def read_slowly(article):
    """Leave time to be killed in, and a line for each article that was read."""
    time.sleep(0.02)
    with (Path(sys.argv[1]) / READ).open("a") as log:
        log.write(article.id + "\n")
    return extract(article)


def build_first(out: Path) -> None:
    take_in(out, "talks", "a1", extractor=read_slowly)


def build_all(out: Path) -> None:
    take_in(out, *IDS, extractor=read_slowly)


def forget_one(out: Path) -> None:
    if find_store(out) and "talks" in read_held(open_store(out)):
        forget(out, ["talks"], write_page=write_page)


def check(out: Path) -> None:
    """A graph is there as a whole or not at all."""
    if find_store(out):
        store = open_store(out)
        held = set(read_held(store)) - {"talks"}
        assert held in (set(IDS) - {"talks"}, {"a1"}), held
        assert {quad.triple for quad in named_quads(store)} == set(union_triples(store))
        assert len(read_bytes(out)[1]) > 0


def start(job, out: Path) -> int:
    child = os.fork()
    if child == 0:
        try:
            job(out)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return child


def run(job, out: Path) -> bool:
    return os.waitpid(start(job, out), 0)[1] == 0


def kill(job, out: Path, delay: float) -> bool:
    """Whether it was killed before it ended."""
    child = start(job, out)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def look_at(out: Path, kills: int, longest: float, rng: random.Random) -> Counter[str]:
    """Kill so many jobs in one directory; how many of each, and how often it was broken then.

    longest: seconds after which a job is killed at the latest; a whole build takes as long.
    """
    found: Counter[str] = Counter()
    if rng.random() < 0.5:
        found["broken"] += not run(build_first, out)
    while found["killed"] < kills:
        job = rng.choice([build_all, forget_one])
        outcome = "killed" if kill(job, out, rng.uniform(0, longest)) else "done"
        found.update([outcome, f"{job.__name__} {outcome}"])
        found["broken"] += not run(check, out)
    found["broken"] += not run(build_all, out)
    return found


def warm_up() -> None:
    """Load the data that every build asks for once, for all children."""
    load_gazetteer().label("", "en")
    load_settings()


def main(folder: Path, seed: int, rounds: int, kills: int) -> None:
    rng = random.Random(seed)
    warm_up()
    begin = time.perf_counter()
    run(build_all, folder / "whole")
    longest = time.perf_counter() - begin
    found: Counter[str] = Counter()
    for number in range(rounds):
        found += look_at(folder / f"graph{number}", kills, longest, rng)
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
