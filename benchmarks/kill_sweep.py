"""Kills the loader, and the engine, at random moments, and looks at what is left in the graph.

A loader replaces a few documents again and again, now by one reading and now by another, and says when a write has been
acknowledged. After each kill every document has to be wholly one reading or wholly the other, never an older one than
was acknowledged; the doctor has to find nothing; and a loader started again has to finish.

    python -m benchmarks.kill_sweep --loader 200 --engine 200 [--seed 1] [--neo4j]

With `--neo4j` the engine is a Neo4j server of its own, started again after each time that it is killed, else the
embedded one, which the loader itself starts again. Exit code 0 where nothing was lost and nothing was half there.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.corpus import readings
from benchmarks.engine import Engine, engine_in
from kg.model import Source
from kg.store import Reading, Store, doctor

DOCUMENTS = 10
FORK = multiprocessing.get_context("fork")
LONGEST = 1.2  # seconds from the first acknowledgement to the kill


@dataclass(slots=True)
class Tally:
    rounds: int = 0
    acknowledged: int = 0
    lost: int = 0
    half: int = 0
    unsound: int = 0
    unfinished: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        return not (self.lost or self.half or self.unsound or self.unfinished)


def versions() -> list[list[Reading]]:
    """Two readings of each source: the even ones read the same text otherwise, the odd ones another text."""
    first = list(readings(DOCUMENTS, seed=1))
    other = list(readings(DOCUMENTS, seed=2))
    second = [_otherwise(one) if at % 2 == 0 else other[at] for at, one in enumerate(first)]
    return [[_at(one, at) for at, one in enumerate(version)] for version in (first, second)]


def _otherwise(reading: Reading) -> Reading:
    return replace(reading, statements=tuple(replace(one, part="part") for one in reading.statements))


def _at(reading: Reading, at: int) -> Reading:
    return replace(reading, document=replace(reading.document, sources=(Source(f"sweep:{at}"),)))


def load(engine: Engine, turns: int, said: Connection) -> None:
    """Replace every document in turn, so many times; says each write that was acknowledged."""
    both = versions()
    with engine.open() as store:
        for turn in range(turns):
            for at, reading in enumerate(both[turn % 2]):
                store.write(reading.document, reading.statements, extractor=str(turn % 2))
                said.send((turn, at))


def sweep(engine: Engine, rounds: int, seed: int, victim: str) -> Tally:
    """Kill `victim` (loader, engine, or both at once) so many times, each time on what the last kill left."""
    tally, chance = Tally(), random.Random(f"{seed}-{victim}")
    expected = [[_said(reading) for reading in version] for version in versions()]
    for number in range(rounds):
        acknowledged = _kill(engine, victim, chance.uniform(0.0, LONGEST), tally)
        tally.rounds += 1
        tally.acknowledged += len(acknowledged)
        _judge(engine, acknowledged, expected, tally)
        if (number + 1) % 20 == 0:
            sys.stderr.write(f"{victim}: {number + 1} of {rounds}, {tally}\n")
    return tally


def _kill(engine: Engine, victim: str, after: float, tally: Tally) -> list[tuple[int, int]]:
    """Start a loader, kill after a while from its first acknowledgement; gives what it acknowledged.

    The loader is forked, so that a round takes no time to import what it needs.
    """
    heard, said = FORK.Pipe(duplex=False)
    loader = FORK.Process(target=load, args=(engine, 4 if victim == "engine" else 1_000, said))
    loader.start()
    said.close()
    acknowledged = [heard.recv()]
    deadline = time.monotonic() + after
    while (left := deadline - time.monotonic()) > 0 and heard.poll(left):
        acknowledged.append(heard.recv())
    if victim in {"engine", "both"}:
        engine.kill()
    if victim in {"loader", "both"} and loader.pid is not None:
        os.kill(loader.pid, signal.SIGKILL)
    engine.start()
    acknowledged.extend(_rest(heard))
    loader.join(120)
    if victim == "engine" and loader.exitcode != 0:
        tally.unfinished += 1
        tally.notes.append(f"the loader ended with {loader.exitcode}")
    return acknowledged


def _rest(heard: Connection) -> Iterator[tuple[int, int]]:
    """What was still said, to the end."""
    while True:
        try:
            yield heard.recv()
        except (EOFError, OSError):
            return


def _judge(engine: Engine, acknowledged: list[tuple[int, int]], expected: list[list[object]], tally: Tally) -> None:
    last = {at: turn for turn, at in acknowledged}
    flying = _next(acknowledged[-1]) if acknowledged else None
    with engine.open() as store:
        there = _by_source(store)
        for at in range(DOCUMENTS):
            found = there.get(f"sweep:{at}", [])
            fits = {version for version in (0, 1) if found == [expected[version][at]]}
            if len(found) > 1 or (found and not fits):
                tally.half += 1
                tally.notes.append(f"sweep:{at} is neither")
            elif at in last and not fits & _allowed(last[at], at, flying):
                tally.lost += 1
                tally.notes.append(f"sweep:{at} is older than acknowledged")
        findings = doctor.examine(store)
        if findings:
            tally.unsound += 1
            tally.notes.append(str([(finding.what, finding.examples) for finding in findings]))


def _next(last: tuple[int, int]) -> tuple[int, int]:
    """The write that was under way, or about to be."""
    turn, at = last
    return (turn, at + 1) if at + 1 < DOCUMENTS else (turn + 1, 0)


def _allowed(turn: int, at: int, flying: tuple[int, int] | None) -> set[int]:
    allowed = {turn % 2}
    if flying is not None and flying[1] == at:
        allowed.add(flying[0] % 2)
    return allowed


def _by_source(store: Store) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for reading in store.readings():
        for source in reading.document.sources:
            found.setdefault(source.uri, []).append(_said(reading))
    return found


def _said(reading: Reading) -> object:
    """What is compared: the text, and every statement with its evidence."""
    statements = sorted((one.id, one.evidence) for one in reading.statements)
    merged: dict[str, set[object]] = {}
    for key, evidence in statements:
        merged.setdefault(key, set()).update((piece.start, piece.end, piece.quote) for piece in evidence)
    return reading.document.text, tuple((key, tuple(sorted(merged[key]))) for key in sorted(merged))  # type: ignore[type-var]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--loader", type=int, default=200, help="rounds in which the loader is killed")
    parser.add_argument("--engine", type=int, default=200, help="rounds in which the engine is killed")
    parser.add_argument("--both", type=int, default=0, help="rounds in which both are killed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--neo4j", action="store_true", help="on a Neo4j server instead of the embedded engine")
    chosen = parser.parse_args()
    sound = True
    for victim in ("loader", "engine", "both"):
        rounds = getattr(chosen, victim)
        if rounds:
            with tempfile.TemporaryDirectory() as name, engine_in(Path(name), neo4j=chosen.neo4j) as engine:
                tally = sweep(engine, rounds, chosen.seed, victim)
            sound &= tally.sound
            sys.stdout.write(f"{victim} killed {tally.rounds} times; writes acknowledged {tally.acknowledged}; ")
            sys.stdout.write(f"lost {tally.lost}, half-written {tally.half}, unsound {tally.unsound}, ")
            sys.stdout.write(f"not finished {tally.unfinished}\n")
            sys.stdout.writelines(f"  {note}\n" for note in tally.notes)
            sys.stdout.flush()
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
