"""kg explain"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import Form
from cli.output import console, print_lines

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from kg.model import Document, Evidence, Statement
    from loaders.explain import Explained


def explain(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Documents.")],
    mentions: Annotated[bool, typer.Option("--mentions", help="Show all that was recognized, too.")] = False,
    form: Annotated[Form, typer.Option("--format", help="text or jsonl")] = Form.text,
) -> None:
    """Show which rule read what in a document: evidence marked in the text, what it states below, what was left unread.

    Examples:

        kg explain samples/sichuan-2023-plan.zh.txt

        kg explain samples/sichuan-2023-plan.zh.txt --mentions
    """
    from loaders.explain import explain as explained
    from loaders.readers import read

    screen = console()
    for file in files:
        document = read(file)
        if form is Form.text:
            _tell_masthead(screen, file, document)
        for part in explained(document):
            if form is Form.text:
                _tell(screen, document, part, mentions=mentions)
            else:
                print_lines([_record(document, part)])


def _tell_masthead(screen: Console, file: Path, document: Document) -> None:
    screen.print(f"[bold]{file.name}[/bold]")
    known = {"title": document.title, "issuer": document.issuer, "place": document.place, "date": document.date}
    screen.print("  ".join(f"{name}: {value}" for name, value in known.items() if value), markup=False)
    if document.flags:
        screen.print(f"doubts: {', '.join(document.flags)}", markup=False)


def _tell(screen: Console, document: Document, part: Explained, *, mentions: bool) -> None:
    from loaders.explain import describe

    if part.cut:
        screen.print(f"\n[dim]cut: {part.cut}[/dim]")
        screen.print(document.text[part.start : part.end].strip(), style="dim", markup=False)
        return
    screen.print()
    screen.print(_marked(document, part))
    for mention in part.mentions if mentions else ():
        screen.print(
            f"    · {document.text[mention.start : mention.end]}: {describe(mention)}", style="dim", markup=False
        )
    for fact in part.facts:
        screen.print(f"  → {said(fact.statement, fact.evidence)}", markup=False)
    for unread in part.unread:
        quote = document.text[unread.span.start : unread.span.end]
        screen.print(f"  ? {quote}: {unread.reason}", style="yellow", markup=False)


def _marked(document: Document, part: Explained) -> Text:
    from rich.text import Text

    text = Text(document.text[part.start : part.end])
    for fact in part.facts:
        text.stylize("bold green", max(0, fact.evidence.start - part.start), fact.evidence.end - part.start)
    for unread in part.unread:
        text.stylize("yellow", unread.span.start - part.start, unread.span.end - part.start)
    return text


def said(statement: Statement, evidence: Evidence) -> str:
    """A statement in one line, with the rule that read it and its quote."""
    measure = statement.measure.id or f"“{statement.measure.zh or statement.measure.en}”"
    value = None if statement.value is None else f"{statement.value:,.10g}"
    upper = None if statement.value_max is None else f"to {statement.value_max:,.10g}"
    comparator = None if statement.comparator == "eq" else statement.comparator
    unit = None if statement.unit == "count" or value is None else statement.unit
    places = " ".join(statement.places[:8]) + (" …" if len(statement.places) > 8 else "")
    change = None if statement.change == "level" else statement.change
    each = "each" if statement.each else None
    of = f"({statement.specialty})" if statement.specialty else None
    parts = (statement.status, comparator, value, upper, unit, change, measure, of, statement.level, each, places)
    said = "  ".join(part for part in (*parts, statement.period) if part)
    return f"{said}   [rule {evidence.rule}] «{evidence.quote}»"


def _record(document: Document, part: Explained) -> dict[str, object]:
    from loaders.explain import describe
    from loaders.record import record

    return {
        "start": part.start,
        "end": part.end,
        "text": document.text[part.start : part.end],
        "cut": part.cut,
        "mentions": [{"start": m.start, "end": m.end, "meaning": describe(m)} for m in part.mentions],
        "statements": [record(fact.statement) for fact in part.facts],
        "unread": [{"start": u.span.start, "end": u.span.end, "reason": u.reason} for u in part.unread],
    }
