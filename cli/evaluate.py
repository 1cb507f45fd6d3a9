"""kg eval"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import Form
from cli.output import console, print_json, print_table

if TYPE_CHECKING:
    from loaders.agreement import Gold
    from loaders.evaluate import Score

FIGURES = ("gold", "recall", "precision", "f1", "strict_f1", "named_precision", "grounding")


def evaluate(
    texts: Annotated[Path, typer.Argument(metavar="TEXTS", help="Folder of NAME.txt.", file_okay=False, exists=True)],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder of NAME.jsonl.", file_okay=False, exists=True)],
    output: Annotated[
        Path | None, typer.Option("--output", metavar="DIR", help="Judge these records instead of extracting now.")
    ] = None,
    errors: Annotated[int, typer.Option("--errors", metavar="N", help="Show N errors of each kind a document.")] = 0,
    form: Annotated[Form, typer.Option("--format", help="text or json")] = Form.text,
) -> None:
    """Hold what is extracted from texts against a gold standard.

    Examples:

        kg eval tests/gold/texts tests/gold/facts

        kg eval tests/gold/texts tests/gold/facts --errors 3
    """
    from loaders.evaluate import Score
    from loaders.evaluate import evaluate as scored

    scores = scored(texts, gold, _extracted if output is None else _stored(output))
    whole = sum(scores.values(), Score())
    if form is not Form.text:
        print_json({"documents": {name: _figures(one) for name, one in scores.items()}, "all": _summary(whole)})
        return
    _tell(scores, whole)
    for name, one in scores.items() if errors else ():
        _tell_errors(name, one, errors)


def _extracted(file: Path) -> Sequence[Gold]:
    from loaders.extract import extract
    from loaders.readers import read
    from loaders.record import record

    return [record(statement) for statement in extract(read(file))]


def _stored(folder: Path) -> Callable[[Path], Sequence[Gold]]:
    from loaders.evaluate import records

    def output(file: Path) -> Sequence[Gold]:
        found = folder / f"{file.stem}.jsonl"
        return records(found) if found.exists() else []

    return output


def _figures(score: Score) -> dict[str, float]:
    return {name: round(getattr(score, name), 4) for name in FIGURES}


def _summary(score: Score) -> dict[str, object]:
    tallies = {name: [t.gold, t.found, t.strict] for name, t in score.phenomena().items()}
    fields = {name: round(share, 4) for name, share in score.fields().items()}
    return {**_figures(score), "fields": fields, "phenomena": tallies}


def _tell(scores: dict[str, Score], whole: Score) -> None:
    columns = ["document", *(name.replace("_", " ") for name in FIGURES)]
    print_table(columns, [[name, *_shown(score)] for name, score in {**scores, "ALL": whole}.items()])
    print_table(["field", "right where found"], [[name, f"{share:.3f}"] for name, share in whole.fields().items()])
    ways = [[name, tally.gold, tally.found, tally.strict] for name, tally in whole.phenomena().items()]
    print_table(["phenomenon", "gold", "found", "right in every field"], ways)


def _shown(score: Score) -> list[str]:
    return [str(score.gold), *(f"{getattr(score, name):.3f}" for name in FIGURES[1:])]


def _tell_errors(name: str, score: Score, number: int) -> None:
    screen = console()
    screen.print(f"\n{name}", markup=False)
    for kind, found in (("missed", score.missed), ("too much", score.spurious)):
        for record in found[:number]:
            screen.print(f"  {kind}: {_short(record)}", markup=False)
    for match in [match for match in score.matches if not match.strict][:number]:
        wrong = [field for field, agrees in match.verdict.items() if not agrees]
        pairs = "; ".join(f"{f}: {_field(match.gold, f)} -> {_field(match.output, f)}" for f in wrong)
        screen.print(f"  wrong: {_short(match.gold)}: {pairs}", markup=False)


def _field(record: Gold, name: str) -> object:
    return record.get("period" if name == "year" else name)


def _short(record: Gold) -> str:
    quote = (record.get("evidence") or [{}])[0].get("quote", "")
    return f"{record.get('value')} «{quote[:60]}»"
