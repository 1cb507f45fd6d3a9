"""kg extract"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from cli.options import Form
from cli.output import console, line, print_json, print_lines, print_table, target


def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Documents. - reads standard input.")],
    form: Annotated[Form, typer.Option("--format", help="text, json or jsonl")] = Form.jsonl,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Write DIR/NAME.jsonl for each file instead.")
    ] = None,
) -> None:
    """Print what documents promise and report, one record a line, with the quotes that say so. Stores nothing.

    Offsets count characters of the text decoded as it stands in the file. The fields: docs/model.md.

    Examples:

        kg extract samples/sichuan-2023-plan.zh.txt

        kg extract reports/*.txt --out facts

        kg extract - < announcement.txt
    """
    from kg.errors import KgError

    if out is None and len(files) > 1 and form is Form.jsonl:
        raise KgError("Several files need a folder to write to.", hint="Add --out DIR.")
    failed = 0
    for file in files:
        try:
            records = _records(file)
        except KgError as error:
            failed += 1
            console(stderr=True).print(f"not read: {error}", markup=False)
            continue
        _give(file, records, form, out)
    if failed:
        raise typer.Exit(1 if failed == len(files) else 3)


def _records(file: Path) -> list[dict[str, object]]:
    from loaders.extract import extract as statements
    from loaders.readers import read
    from loaders.record import record

    document = read(sys.stdin.buffer.read(), name="standard input") if str(file) == "-" else read(file)
    return [record(statement) for statement in statements(document)]


def _give(file: Path, records: list[dict[str, object]], form: Form, out: Path | None) -> None:
    if out is not None:
        with target(out / f"{file.stem}.jsonl", folder=True) as kept:
            kept.writelines(f"{line(record)}\n".encode() for record in records)
    elif form is Form.jsonl:
        print_lines(records)
    elif form is Form.json:
        print_json(records)
    else:
        _table(file, records)


def _table(file: Path, records: list[dict[str, object]]) -> None:
    columns = ("status", "value", "unit", "measure", "level", "places", "period", "quote")
    print_table(columns, [[_cell(record, column) for column in columns] for record in records], title=file.name)


def _cell(record: dict[str, object], column: str) -> object:
    value = record.get(column)
    if column == "measure" and isinstance(measure := record["measure"], dict):
        return measure["en"] or measure["zh"] or measure["label"]
    if column == "quote" and isinstance(evidence := record["evidence"], list):
        return evidence[0]["quote"] if evidence else ""
    return " ".join(value) if isinstance(value, list) else value
