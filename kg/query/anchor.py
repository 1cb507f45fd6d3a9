"""Where a query begins: at the filter that leads to statements by an index, when their own properties have none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.query.query import Query
from kg.query.subject import PLACED_BY_STATEMENTS, PLACES, STATEMENTS, SUBJECTS


@dataclass(frozen=True, slots=True)
class Anchor:
    """Lines that match statements, each once, up to their `WITH`; and the filters that these then pass for sure.

    What text finds is what may fit: the other filters say what does.
    """

    lines: tuple[str, ...]
    parameters: Mapping[str, object]
    settled: frozenset[str] = frozenset()


def anchor(query: Query, variable: str) -> Anchor | None:
    """Where the statements of a query are begun from; None where their own indexes do: ids, measures, years ..."""
    if query.statement or query.measure or (query.id and query.subject in STATEMENTS):
        return None
    begun = next((make for name, make in _ANCHORS.items() if _given(query, name)), None)
    return begun(query, variable) if begun else None


def from_place(query: Query, end: str) -> str:
    """MATCH from the places asked for to the subject, or to the statement where that is what applies there."""
    below = "(w:Place)<-[:PART_OF*0..3]-" if query.descendants else ""
    located = SUBJECTS[query.subject].located
    if query.subject in PLACES:
        return f"MATCH {below}{end}"
    return f"MATCH {below}(l:Place)" + (f"<-[:{located}]-{end}" if located else "")


def asked_place(query: Query) -> str:
    """The condition on the places asked for, of what `from_place` matches."""
    return f"{'w' if query.descendants else 'l'}.code IN $place"


def longest(query: Query) -> str:
    """The parameter of the longest word of `q`: the one that the fewest texts have."""
    return f"$word{max(range(len(query.words)), key=lambda at: len(query.words[at]))}"


def words(query: Query) -> dict[str, object]:
    """The parameters of the words of `q`."""
    return {f"word{index}": word for index, word in enumerate(query.words)}


def stretches(query: Query) -> tuple[str, ...]:
    """Lines that match the stretches with a word of `q`, as x; alone, or the embedded engine begins elsewhere."""
    return "MATCH (x:Stretch)", f"WHERE x.words CONTAINS {longest(query)}", "WITH x"


def _given(query: Query, name: str) -> bool:
    if name == "place":
        return bool(query.place) and query.subject in STATEMENTS | PLACED_BY_STATEMENTS | {"evidence"}
    if name == "q":
        return bool(query.q) and query.subject in STATEMENTS | {"evidence"}
    return bool(getattr(query, name))


def _document(query: Query, variable: str) -> Anchor:
    match = f"MATCH (f:Document)<-[:IN]-(:Passage)<-[:EVIDENCED_BY]-({variable}:Statement)"
    lines = (match, "WHERE f.id IN $document", f"WITH DISTINCT {variable}")
    return Anchor(lines, {"document": list(query.document)}, frozenset({"document"}))


def _place(query: Query, variable: str) -> Anchor:
    lines = (from_place(query, f"({variable}:Statement)"), f"WHERE {asked_place(query)}", f"WITH DISTINCT {variable}")
    return Anchor(lines, {"place": list(query.place)}, frozenset({"place"}))


def _organization(query: Query, variable: str) -> Anchor:
    match = f"MATCH (b:Organization)<-[:NAMES|MADE_BY]-({variable}:Statement)"
    where = "WHERE b.words CONTAINS toLower($organization) OR b.id = $organization"
    return Anchor((match, where, f"WITH DISTINCT {variable}"), {"organization": query.organization})


def _actor(query: Query, variable: str) -> Anchor:
    match = f"MATCH (b:Organization)<-[:MADE_BY]-({variable}:Statement)"
    lines = (match, "WHERE b.words CONTAINS toLower($actor)", f"WITH DISTINCT {variable}")
    return Anchor(lines, {"actor": query.actor})


def _text(query: Query, variable: str) -> Anchor:
    match = f"MATCH (x)-[:OF]->(:Document)<-[:IN]-(:Passage)<-[:EVIDENCED_BY]-({variable}:Statement)"
    return Anchor((*stretches(query), match, f"WITH DISTINCT {variable}"), words(query))


_ANCHORS: Mapping[str, Callable[[Query, str], Anchor]] = {  # what mostly narrows most comes first
    "document": _document,
    "place": _place,
    "organization": _organization,
    "actor": _actor,
    "q": _text,
}
