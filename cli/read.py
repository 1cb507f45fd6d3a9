"""kg read"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import Form
from cli.output import line

if TYPE_CHECKING:
    from ontology.codes import Lang


def read(
    lang: Annotated[str, typer.Option(help="zh or en", metavar="LANG")],
    form: Annotated[Form, typer.Option("--format", help="jsonl")] = Form.jsonl,
) -> None:
    """Read phrases from standard input, one a line, and print what each says on its own, as JSON lines.

    A line is a phrase, or {"phrase": …, "date": …} with the date of the document that it stands in. Nothing is
    filled in that a phrase does not say: those fields are null.

    Examples:

        echo "新建互联网医院40家以上" | kg read --lang zh

        echo '{"phrase": "by the end of next year", "date": "2023-03-01"}' | kg read --lang en
    """
    from kg.errors import KgError

    if lang not in {"zh", "en"}:
        raise KgError(f"{lang!r} is no language that is read here.", hint="Give --lang zh or --lang en.")
    for phrase, date in _asked():
        print(line({"phrase": phrase, "readings": _readings(phrase, date, "zh" if lang == "zh" else "en")}))


def _asked() -> Iterator[tuple[str, str | None]]:
    for number, raw in enumerate(sys.stdin, start=1):
        phrase = raw.rstrip("\r\n")
        if phrase.startswith("{"):
            yield _given(phrase, number)
        elif phrase.strip():
            yield phrase, None


def _given(text: str, number: int) -> tuple[str, str | None]:
    from kg.errors import KgError

    try:
        given = json.loads(text)
    except json.JSONDecodeError as error:
        raise KgError(f"Line {number} is no JSON object: {error}.", hint='Write {"phrase": "..."}.') from error
    if not isinstance(given, dict) or not isinstance(given.get("phrase"), str):
        raise KgError(f"Line {number} has no phrase.", hint='Write {"phrase": "..."}.')
    return given["phrase"], given.get("date")


def _readings(phrase: str, date: str | None, lang: Lang) -> list[dict[str, object]]:
    from languages import pack
    from languages.reading import Context
    from loaders.record import reading_record

    return [reading_record(reading) for reading in pack(lang).phrase(phrase, Context(date=date))]
