"""Random and mutated inputs for the extractor: none may make it fail, lose its offsets or take its time.

Input number i of a seed is always the same, so a run goes on where it was ended:

    python -m benchmarks.fuzz --count 1000000 --seed 1 --state fuzz.json --failures fuzz.jsonl

An input fails when the extractor raises, quotes what does not stand at its offsets, says another thing the second
time, or takes more than 5 ms + 1 ms per 100 characters of processor time in the best of three runs. On a machine that
is busy with other things the time is inflated: `--again` checks the recorded inputs once more, and keeps those that
still fail.
"""

from __future__ import annotations

import argparse
import gc
import json
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import FrameType

from benchmarks.inputs import Input, inputs
from kg.model import Document, Statement
from languages import pack
from languages.reading import Context
from loaders.extract import extract

BASE, PER_CHARACTER = 0.005, 0.00001  # seconds
PHRASE = 80  # shorter inputs are read as a phrase too
EVERY = 1000  # inputs between two states
STUCK = 20.0  # seconds of processor time after which an input is given up


@dataclass
class State:
    """How far a run has come. `slowest`: the part of its allowance that the slowest input took, and its number."""

    seed: int
    next: int = 0
    characters: int = 0
    statements: int = 0
    seconds: float = 0.0
    slowest: tuple[float, int] = (0.0, -1)
    failures: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Failure:
    number: int
    kind: str
    lang: str
    problem: str
    text: str


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1_000_000, help="inputs in all, those of an earlier run included")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--state", type=Path, default=Path("fuzz.json"))
    parser.add_argument("--failures", type=Path, default=Path("fuzz.jsonl"))
    parser.add_argument("--again", action="store_true", help="check the inputs recorded in the failures once more")
    args = parser.parse_args()
    if args.again:
        return _again(args.failures, args.seed)
    state = _resumed(args.state, args.seed)
    _warm()
    with args.failures.open("a", encoding="utf-8") as file:
        for one in inputs(args.seed, state.next, args.count):
            for failure in checked(one, state):
                state.failures[failure.problem.split(":")[0]] = state.failures.get(failure.problem.split(":")[0], 0) + 1
                print(json.dumps(asdict(failure)), file=file, flush=True)
            if state.next % EVERY == 0:
                args.state.write_text(json.dumps(asdict(state)), encoding="utf-8")
    args.state.write_text(json.dumps(asdict(state)), encoding="utf-8")
    print(_summary(state))
    return 1 if state.failures else 0


def _again(path: Path, seed: int) -> int:
    """Check recorded inputs once more; those that fail again are kept in place of the record."""
    _warm()
    recorded = sorted({json.loads(line)["number"] for line in path.read_text("utf-8").splitlines()})
    state, failing = State(seed), list[Failure]()
    for number in recorded:
        failing += checked(next(inputs(seed, number, number + 1)), state)
    path.write_text("".join(json.dumps(asdict(failure)) + "\n" for failure in failing), encoding="utf-8")
    print(f"{len(recorded):,} inputs checked again: {len(failing):,} fail")
    return 1 if failing else 0


def _resumed(path: Path, seed: int) -> State:
    if not path.exists():
        return State(seed)
    state = State(**json.loads(path.read_text("utf-8")))
    if state.seed != seed:
        raise SystemExit(f"{path} is of seed {state.seed}, not {seed}.")
    return state


def _warm() -> None:
    """Vocabularies and automata are loaded once a process; they are no part of an input's time."""
    for lang, text in (("zh", "新建互联网医院40家。"), ("en", "40 internet hospitals will be built in Chengdu.")):
        extract(Document(text, lang))  # type: ignore[arg-type]
    signal.signal(signal.SIGVTALRM, _given_up)
    gc.collect()
    gc.freeze()


def _given_up(signal: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"no end in {STUCK:.0f} s")


def checked(one: Input, state: State) -> Iterator[Failure]:
    """What is wrong with the extraction of an input; `state` counts it in."""
    state.next, state.characters = one.number + 1, state.characters + len(one.text)
    document = Document(one.text, one.lang, place=one.place, date=one.date)
    signal.setitimer(signal.ITIMER_VIRTUAL, STUCK)
    try:
        seconds, statements = _timed(document)
        if len(one.text) <= PHRASE:
            pack(one.lang).phrase(one.text, Context(date=one.date, place=one.place))
    except Exception as error:  # noqa: BLE001
        yield _failure(one, f"raised: {type(error).__name__}: {error}")
        return
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    state.seconds, state.statements = state.seconds + seconds, state.statements + len(statements)
    allowed = BASE + PER_CHARACTER * len(one.text)
    for _ in range(2):
        if seconds > allowed / 2:
            again, same = _timed(document)
            seconds = min(seconds, again)
            if same != statements:
                yield _failure(one, "differs: another output for the same input")
    if seconds / allowed > state.slowest[0]:
        state.slowest = round(seconds / allowed, 3), one.number
    if seconds > allowed:
        yield _failure(one, f"slow: {1000 * seconds:.1f} ms, {1000 * allowed:.1f} ms allowed")
    pieces = [piece for statement in statements for piece in statement.evidence]
    if any(one.text[piece.start : piece.end] != piece.quote for piece in pieces):
        yield _failure(one, "ungrounded: a quote is not what stands at its offsets")


def _timed(document: Document) -> tuple[float, list[Statement]]:
    start = time.process_time()
    statements = extract(document)
    return time.process_time() - start, statements


def _failure(one: Input, problem: str) -> Failure:
    return Failure(one.number, one.kind, one.lang, problem, one.text)


def _summary(state: State) -> str:
    part, number = state.slowest
    found = ", ".join(f"{count} {problem}" for problem, count in sorted(state.failures.items())) or "none"
    return (
        f"inputs {state.next:,}, characters {state.characters:,}, statements {state.statements:,}, "
        f"processor time {state.seconds:.0f} s ({state.characters / max(state.seconds, 1e-9):,.0f} characters/s)\n"
        f"failures: {found}; slowest input: number {number}, {part:.0%} of its allowance"
    )


if __name__ == "__main__":
    sys.exit(main())
