"""kg ask"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.options import Data, Form, Uri, opened
from cli.output import console, many, print_json, print_lines

if TYPE_CHECKING:
    from rich.console import Console

    from kg.store import Store

SHOWN = 20  # answers and quotes that people get to see


def ask(
    question: Annotated[str | None, typer.Argument(metavar="QUESTION", help="In Chinese or English.")] = None,
    questions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Answer many: a JSON object a line, with id and question.", dir_okay=False),
    ] = None,
    data: Data = None,
    store: Uri = None,
    form: Annotated[Form, typer.Option("--format", help="text, json or jsonl")] = Form.text,
) -> None:
    """Ask in plain language; the answer comes with the quotes that it rests on and the query it was read as.

    What the documents do not say is not guessed: then the answer is empty, and unknown words are named.

    Examples:

        kg ask "Which cities receive national regional medical centers?"

        kg ask "成都今年新建几家互联网医院?" --format json

        kg ask --questions questions.jsonl --format jsonl
    """
    from kg.errors import KgError
    from kg.questions import answer

    if bool(question and question.strip()) == (questions is not None):
        raise KgError("Ask one question, or give a file of them with --questions.", hint="kg ask --help")
    with opened(data, store) as source:
        if question is None:
            asked = _asked(questions) if questions else []
            print_lines(answer(each["question"], source, id=each["id"]) for each in asked)
            return
        found: Any = answer(question, source)
        titles = _titles(found["evidence"], source) if form is Form.text else {}
    if form is Form.json:
        print_json(found)
    elif form is Form.jsonl:
        print_lines([found])
    else:
        _tell(found, titles)


def _titles(evidence: list[dict[str, Any]], store: Store) -> dict[str, str]:
    """Title and date of each document that is quoted."""
    cypher = "MATCH (d:Document) WHERE d.id IN $ids RETURN d.id AS id, d.title AS title, d.date AS date"
    rows = store.read(cypher, {"ids": sorted({piece["document"] for piece in evidence})}).records()
    return {row["id"]: ", ".join(filter(None, (row["title"], row["date"]))) for row in rows}


def _asked(file: Path) -> list[dict[str, str]]:
    """The questions of a file. Raises KgError with the line that is none."""
    import json

    from kg.errors import KgError, UnreadableFileError

    try:
        lines = file.read_text("utf-8").splitlines()
    except OSError as error:
        raise UnreadableFileError(f"{file} cannot be read: {error.strerror}.", hint="Check the path.") from error
    asked = []
    for number, line in enumerate(lines, start=1):
        try:
            each = json.loads(line) if line.strip() else None
        except json.JSONDecodeError as error:
            raise KgError(f"{file}, line {number}: {error}.", hint="Write one JSON object a line.") from error
        if each is None:
            continue
        if not isinstance(each, dict) or "question" not in each:
            raise KgError(f"{file}, line {number} has no question.", hint='Write {"id": "1", "question": "…"}.')
        asked.append({"id": str(each.get("id", number)), "question": str(each["question"])})
    return asked


def _tell(found: dict[str, Any], titles: dict[str, str]) -> None:
    screen = console()
    if not found["answers"]:
        screen.print("The documents do not say.", markup=False)
    for each in found["answers"][:SHOWN]:
        screen.print(f"  {_answer(each)}", markup=False)
    if len(found["answers"]) > SHOWN:
        screen.print(f"  … and {many(len(found['answers']) - SHOWN, 'answer')} more: --format json shows all")
    _tell_evidence(screen, found["evidence"], titles)
    if found["unknown"]:
        screen.print(f"\nNot understood: {', '.join(found['unknown'])}", markup=False)
    for suggestion in found["suggestions"]:
        screen.print(f"Try: {suggestion}", markup=False)
    screen.print(f"\nRead as: {found['reading']['text']}", markup=False)
    if found["reading"]["rest"]:
        screen.print(f"The same over HTTP: {found['reading']['rest']}", markup=False)


def _tell_evidence(screen: Console, evidence: list[dict[str, Any]], titles: dict[str, str]) -> None:
    if evidence:
        screen.print("\nEvidence:")
    for piece in evidence[:SHOWN]:
        screen.print(f"  «{piece['quote']}»\n    {titles.get(piece['document']) or piece['document']}", markup=False)


def _answer(each: dict[str, Any]) -> str:
    if each["truth"] is not None:
        said = "yes" if each["truth"] else "no"
    elif each["value"] is not None:
        upper = f" to {_number(each['value_max'])}" if each["value_max"] is not None else ""
        unit = "" if each["unit"] == "count" else f" {each['unit']}"
        said = f"{_number(each['value'])}{upper}{unit}"
    else:
        said = " ".join(name for name in (each["en"], each["zh"]) if name) or str(each["date"])
    beside = [text for text in (each["code"], each["status"], each["date"]) if text and text != said]
    return f"{said} ({', '.join(beside)})" if beside else said


def _number(value: float) -> str:
    return f"{value:,.10g}"
