"""A query as Cypher that Neo4j and the embedded engine both run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.query.anchor import Anchor, anchor, asked_place, from_place, longest, stretches, words
from kg.query.condition import RECEIVED, Conditions, on_statement, on_subject
from kg.query.field import NAMED, QUOTE
from kg.query.order import EVIDENCE_ID, Span, follows, order_of
from kg.query.query import Query
from kg.query.subject import PLACED_BY_STATEMENTS, PLACES, STATEMENTS, SUBJECTS

STATEMENT_COLUMNS = (
    "id", "type", "status", "level", "value", "value_max", "comparator", "unit", "change", "baseline_value",
    "baseline_year", "each", "period", "year", "specialty", "part", "measure_id", "measure_zh", "measure_en",
    "measure_kind", "organizations", "places",
)  # fmt: skip
_ON_EDGE = frozenset({"receives", "status", "year"})  # what a RECEIVES relationship tells itself


@dataclass(frozen=True, slots=True)
class Cypher:
    text: str
    parameters: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Scope:
    """Lines that match every answer once, up to and with the names that the last `WITH` carries on."""

    lines: tuple[str, ...]
    carried: str  # "WITH DISTINCT n", to which more may be added
    parameters: dict[str, object]


def cypher(query: Query, span: Span | None = None) -> Cypher:
    """The page of answers: one row an answer, sorted, from the cursor on, `limit` + 1 rows at most.

    The last columns are `sort_key`, and `statements` (ids) where statements connect the subject with the filters.
    The row beyond `limit` tells that there are more. With a span, those that are in it. Raises CursorError for a
    cursor of another query.
    """
    scope, order = _scope(query) if span is None else _spanned(query, span), order_of(query)
    parameters, by = scope.parameters | {"limit": query.limit + 1}, order.by if span is None else span.by
    lines, following = [*scope.lines, f"{scope.carried}, {order.key} AS sort_key"], follows(query)
    if following is not None and span is None:
        lines += [f"WHERE {following[0]}", f"WITH {_names(query)}, sort_key"]
        parameters |= following[1]
    # the page is cut before its columns are read
    lines += [f"ORDER BY {by}", "LIMIT $limit", f"RETURN {_returned(query)}", f"ORDER BY {by}"]
    return Cypher("\n".join(lines), parameters)


def count_cypher(query: Query) -> Cypher:
    """How many answers there are: one row, column `count`."""
    if query.subject == "evidence" and query.filters.keys() <= {"descendants"}:  # Neo4j has the count of a type at hand
        return Cypher("MATCH ()-[e:EVIDENCED_BY]->() RETURN count(e) AS count", {})
    scope = _scope(query)
    return Cypher("\n".join([*scope.lines, scope.carried, "RETURN count(*) AS count"]), scope.parameters)


def group_cypher(query: Query) -> Cypher:
    """The answers counted by `group_by`: rows of `key` and `count`, the largest first, `limit` at most."""
    scope = _scope(query)
    before, key = SUBJECTS[query.subject].groups[query.group_by or ""]
    distinct = f"WITH DISTINCT {'n, e, d' if query.subject == 'evidence' else 'n'}, {key} AS key"
    lines = [*scope.lines, *([scope.carried, before, distinct] if before else [f"{scope.carried}, {key} AS key"])]
    lines += ["RETURN key, count(*) AS count", "ORDER BY count DESC, key", "LIMIT $limit"]
    return Cypher("\n".join(lines), scope.parameters | {"limit": query.limit})


def columns_of(query: Query) -> tuple[str, ...]:
    """The properties of the subject that a row holds, in order."""
    if query.subject in STATEMENTS:
        return STATEMENT_COLUMNS
    return ("code", "name_zh", "name_en") if query.subject in PLACES else NAMED[query.subject]


def connected(query: Query) -> bool:
    """Whether the rows carry `statements`: the ids of those that make the subject an answer."""
    if query.subject in STATEMENTS or query.subject == "evidence":
        return False
    return bool(query.receives or query.about_statements or (query.place and query.subject in PLACED_BY_STATEMENTS))


def _scope(query: Query) -> Scope:
    if query.subject in STATEMENTS:
        return _statements(query)
    if query.subject == "evidence":
        return _evidence(query)
    if query.receives and query.subject == "cities" and query.about_statements <= _ON_EDGE:
        return _receiving_cities(query)
    return _connected(query) if connected(query) else _unconnected(query)


def _spanned(query: Query, span: Span) -> Scope:
    """The answers in a span, from the index that it names."""
    node, within = SUBJECTS[query.subject], Conditions(list(span.texts), dict(span.parameters))
    if query.subject == "evidence":
        start, carried = "MATCH (d:Document)<-[:IN]-(:Passage)<-[e:EVIDENCED_BY]-(n:Statement)", "WITH DISTINCT n, e, d"
    else:
        start, carried = f"MATCH (n:{node.indexed})", "WITH n"
    return _matched((start,), carried, within, _labelled(query), on_subject(query), on_statement(query, "n"))


def _unconnected(query: Query) -> Scope:
    """The subject alone: from the places asked for where it is in them, from the words in it, or from all of it."""
    node = SUBJECTS[query.subject]
    if query.place and not query.id and (query.subject not in PLACES or query.descendants):
        return _in_places(query)
    if query.words and not query.id:
        return _worded(query)
    if query.id:
        return _matched((f"MATCH (n:{node.indexed})",), "WITH n", on_subject(query), _labelled(query))
    return _matched((f"MATCH (n:{node.label})",), "WITH n", on_subject(query))


def _in_places(query: Query) -> Scope:
    node, rest = SUBJECTS[query.subject], on_subject(query, without=frozenset({"place"}))
    place = Conditions([asked_place(query)], {"place": list(query.place)})
    if query.subject != "documents":
        return _matched((from_place(query, f"(n:{node.label})"),), "WITH DISTINCT n", place, rest)
    lines = (from_place(query, ""), place.where, "WITH DISTINCT l", f"MATCH (n:{node.label} {{place: l.code}})")
    scope = _matched(lines, "WITH n", rest)
    return Scope(scope.lines, scope.carried, place.parameters | scope.parameters)


def _worded(query: Query) -> Scope:
    """From the index of the words that are searched; it is on all places, and on all organizations."""
    node, found = SUBJECTS[query.subject], Conditions([], words(query))
    if query.subject == "documents":
        lines = (*stretches(query), "MATCH (x)-[:OF]->(n:Document)", "WITH DISTINCT n")
        return _matched(lines, "WITH n", found, on_subject(query))
    found.texts.append(f"n.words CONTAINS {longest(query)}")
    return _matched((f"MATCH (n:{node.indexed})",), "WITH n", found, _labelled(query), on_subject(query))


def _statements(query: Query) -> Scope:
    label, begun = SUBJECTS[query.subject].label, anchor(query, "n")
    if query.filters.keys() <= {"descendants"}:
        return Scope((f"MATCH (n:{label})",), "WITH n", {})  # the count of a label is at hand
    start = begun.lines if begun else ("MATCH (n:Statement)",)
    return _matched(start, "WITH n", *_rest(query, begun, "n"), _labelled(query))


def _evidence(query: Query) -> Scope:
    start: tuple[str, ...]
    path, own, begun = "(n)-[e:EVIDENCED_BY]->(:Passage)-[:IN]->(d:Document)", Conditions(), None
    documents = query.document or tuple(dict.fromkeys(each.partition("-")[0] for each in query.id))
    if documents:
        start = ("MATCH (d:Document)<-[:IN]-(:Passage)<-[e:EVIDENCED_BY]-(n:Statement)",)
        own.add("d.id IN $document", document=list(documents))
    else:
        begun = anchor(query, "n")
        start = (*begun.lines, f"MATCH {path}") if begun else (f"MATCH {path.replace('(n)', '(n:Statement)')}",)
    if query.id:
        own.add(f"{EVIDENCE_ID} IN $id", id=list(query.id))
    return _matched(start, "WITH DISTINCT n, e, d", own, *_rest(query, begun, "n", frozenset({"document"})))


def _receiving_cities(query: Query) -> Scope:
    conditions = Conditions()
    conditions.add("m.id IN $receives", receives=list(query.receives))
    for name in ("status", "year"):
        if getattr(query, name):
            conditions.add(f"r.{name} IN ${name}", **{name: list(getattr(query, name))})
    start = ("MATCH (m:Programme)<-[r:RECEIVES]-(n:City)",)
    return _matched(start, "WITH n, collect(DISTINCT r.statement) AS statements", conditions, on_subject(query))


def _connected(query: Query) -> Scope:
    """The subject by the statements about it."""
    node, received = SUBJECTS[query.subject], Conditions()
    if query.receives:
        received.add("s.measure_key IN $receives", receives=list(query.receives))
        received.add(RECEIVED.format(v="s"))
    path = node.statement.replace("(n)", f"(n:{node.indexed})")
    begun = None if query.receives else anchor(query, "s")
    start = (*begun.lines, f"MATCH {path}") if begun else (f"MATCH {path.replace('(s)', '(s:Statement)')}",)
    rest = (received, *_rest(query, begun, "s"), _labelled(query))
    return _matched(start, "WITH n, collect(DISTINCT s.id) AS statements", *rest)


def _rest(
    query: Query, begun: Anchor | None, variable: str, without: frozenset[str] = frozenset()
) -> tuple[Conditions, ...]:
    """What the filters say that the beginning of a query does not settle."""
    settled = without | (begun.settled if begun else frozenset())
    found = Conditions([], dict(begun.parameters) if begun else {})
    return found, on_subject(query, without=settled), on_statement(query, variable, without=settled)


def _matched(start: tuple[str, ...], carried: str, *conditions: Conditions) -> Scope:
    both = Conditions()
    for each in conditions:
        both.texts.extend(each.texts)
        both.parameters.update(each.parameters)
    both.texts.sort(key=lambda text: "EXISTS" in text)  # what is cheap comes first
    return Scope((*start, both.where) if both.texts else start, carried, both.parameters)


def _labelled(query: Query) -> Conditions:
    """That what an index gave has the label of the subject, said so that Neo4j does not begin at the label."""
    node = SUBJECTS[query.subject]
    return Conditions([f"'{node.label}' IN labels(n)"] if node.label not in {node.indexed, "Evidence"} else [])


def _names(query: Query) -> str:
    """What a row of a scope holds."""
    if query.subject == "evidence":
        return "n, e, d"
    return "n, statements" if connected(query) else "n"


def _returned(query: Query) -> str:
    if query.subject == "evidence":
        columns = [f"{EVIDENCE_ID} AS id", "d.id AS document", "d.title AS title", "n.id AS statement"]
        columns += [f"e.{name} AS {name}" for name in QUOTE]
    else:
        columns = [f"n.{name} AS {name}" for name in columns_of(query)]
    return ", ".join([*columns, "sort_key", *(["statements"] if connected(query) else [])])
