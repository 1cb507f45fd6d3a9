"""Characters a second on one core: the extractor beside jieba's segmentation and a bare pass for the labels.

    python -m benchmarks.extraction [--rounds 7] [--copies 1 10 100] [--json extraction.json]

The Chinese texts of ../shared/eval where they are there, else those of tests/gold. All three run in turn in every
round, so that what the machine does beside them falls on all alike. Processor time, one thread.
"""

from __future__ import annotations

import argparse
import gc
import json
import platform
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

import ahocorasick
import jieba

from kg.model import Document
from languages.recognize import folded
from loaders.extract import extract
from loaders.readers import read
from ontology.vocabulary import vocabulary

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "eval" / "texts"
GOLD = ROOT / "tests" / "gold" / "texts"
Work = Callable[[Sequence[Document]], None]


@dataclass(frozen=True)
class Rate:
    """Characters a second over all rounds: the best and the middle one."""

    name: str
    best: float
    median: float


@dataclass(frozen=True)
class Growth:
    """Microseconds a character where every document is its text so many times over."""

    copies: int
    characters: int
    microseconds: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--copies", type=int, nargs="*", default=[1, 10, 100])
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    args = parser.parse_args()
    documents = texts()
    rates = raced(documents, args.rounds)
    growth = [grown(documents, copies) for copies in args.copies]
    print(_table(documents, rates, growth))
    if args.json:
        figures = {"rates": [asdict(rate) for rate in rates], "growth": [asdict(each) for each in growth]}
        args.json.write_text(json.dumps({"python": platform.python_version(), **figures}, indent=2), encoding="utf-8")
    return 0


def texts() -> list[Document]:
    """The Chinese documents, read."""
    folder = SHARED if SHARED.exists() else GOLD
    documents = [read(path) for path in sorted(folder.glob("*.txt"))]
    return [document for document in documents if document.lang == "zh"]


def raced(documents: Sequence[Document], rounds: int) -> list[Rate]:
    """The three works in turn, so many rounds."""
    works: dict[str, Work] = {"kg extract": _extract, "jieba.lcut": _segment, "pyahocorasick": _scanner(documents)}
    for work in works.values():
        work(documents[:1])  # dictionaries and automata are loaded before the clock runs
    gc.collect()
    gc.freeze()
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            seconds[name].append(_seconds(work, documents))
    size = sum(len(document.text) for document in documents)
    return [Rate(name, size / min(spent), size / median(spent)) for name, spent in seconds.items()]


def grown(documents: Sequence[Document], copies: int) -> Growth:
    longer = [Document("\n".join([document.text] * copies), "zh", date=document.date) for document in documents]
    size = sum(len(document.text) for document in longer)
    spent = min(_seconds(_extract, longer) for _ in range(3 if copies < 50 else 1))
    return Growth(copies, size, 1e6 * spent / size)


def _seconds(work: Work, documents: Sequence[Document]) -> float:
    start = time.process_time()
    work(documents)
    return time.process_time() - start


def _extract(documents: Sequence[Document]) -> None:
    for document in documents:
        extract(document)


def _segment(documents: Sequence[Document]) -> None:
    for document in documents:
        jieba.lcut(document.text)


def _scanner(documents: Sequence[Document]) -> Work:
    """All hits of all labels, in texts folded beforehand: what any extractor with this vocabulary must do at least."""
    automaton = ahocorasick.Automaton()
    for label, kind, id in vocabulary().labels("zh"):
        automaton.add_word(folded(label, "zh"), (kind, id))
    automaton.make_automaton()
    spelled = {document.text: folded(document.text, "zh") for document in documents}

    def scan(documents: Sequence[Document]) -> None:
        for document in documents:
            for _ in automaton.iter(spelled[document.text]):
                pass

    return scan


def _table(documents: Sequence[Document], rates: Sequence[Rate], growth: Sequence[Growth]) -> str:
    size = sum(len(document.text) for document in documents)
    lines = [f"{len(documents)} documents, {size:,} characters", "", f"{'':16}{'best':>14}{'median':>14}  characters/s"]
    lines += [f"{rate.name:16}{rate.best:>14,.0f}{rate.median:>14,.0f}" for rate in rates]
    lines += ["", f"{'copies':16}{'characters':>14}{'µs/character':>14}"]
    return "\n".join(lines + [f"{g.copies:<16}{g.characters:>14,}{g.microseconds:>14.2f}" for g in growth])


if __name__ == "__main__":
    sys.exit(main())
