"""kg ledger"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.filter import Filters, filtered
from cli.options import Data, Form, FormOption, Uri, opened
from cli.output import console, print_json, print_lines

if TYPE_CHECKING:
    from kg.ledger import Entry, Thread


def ledger(
    filters: Filters = None,
    data: Data = None,
    store: Uri = None,
    form: FormOption = Form.text,
) -> None:
    """Follow promises through time: said again, revised, delivered or not; totals are held against their parts.

    Examples:

        kg ledger place=510000 programme=internet-hospital

        kg ledger indicator=life-expectancy --format json
    """
    from dataclasses import asdict

    from kg.ledger import ledger as threads

    with opened(data, store) as source:
        found = threads(filtered("statements", filters), source)
    if form is Form.text:
        for thread in found:
            _tell(thread)
    elif form is Form.jsonl:
        print_lines(asdict(thread) for thread in found)
    else:
        print_json([asdict(thread) for thread in found])


def _tell(thread: Thread) -> None:
    screen = console()
    names = [thread.measure.get("en") or thread.measure.get("zh"), thread.level, thread.specialty]
    places = " ".join(thread.places[:8]) + (" …" if len(thread.places) > 8 else "")
    screen.print(f"\n[bold]{' · '.join(str(name) for name in names if name)}[/bold]  {places}")
    for entry in thread.entries:
        screen.print(f"  {entry.said or '?':10}  {entry.relation:9}  {_said(entry)}", markup=False)
    for each in thread.sums:
        verdict = "agrees" if each.agrees else "does not agree"
        screen.print(f"  the parts add up to {each.sum:,.10g}: {verdict} with {each.stated:,.10g}", markup=False)


def _said(entry: Entry) -> str:
    statement: dict[str, Any] = entry.statement
    value = "" if statement["value"] is None else f"{statement['value']:,.10g} {statement['unit']}"
    difference = "" if entry.difference is None else f" ({entry.difference:+,.10g})"
    quotes = statement["evidence"]
    quote = f"  «{quotes[0]['quote']}»" if quotes else ""
    return f"{statement['status']} {value} {statement['period'] or ''}{difference}{quote}"
