"""A query as Cypher that Neo4j and the embedded engine both run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.query import cursor
from kg.query.condition import RECEIVED, Conditions, on_statement, on_subject
from kg.query.field import NAMED, QUOTE
from kg.query.query import Query
from kg.query.subject import PLACED_BY_STATEMENTS, PLACES, STATEMENTS, SUBJECTS

STATEMENT_COLUMNS = (
    "id", "type", "status", "level", "value", "value_max", "comparator", "unit", "change", "baseline_value",
    "baseline_year", "each", "period", "year", "specialty", "part", "measure_id", "measure_zh", "measure_en",
    "measure_kind", "organizations", "places",
)  # fmt: skip
EVIDENCE_ID = "d.id + '-' + toString(e.start) + '-' + toString(e.end) + '-' + n.id"
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


def cypher(query: Query, *, below: str | None = None) -> Cypher:
    """The page of answers: one row an answer, sorted by (sort, key), from the cursor on, `limit` + 1 rows at most.

    The last columns are `sort_key`, and `statements` (ids) where statements connect the subject with the filters.
    The row beyond `limit` tells that there are more. `below` narrows a windowed query to ids before it. Raises
    CursorError for a cursor of another query.
    """
    scope = _scope(query)
    key, order = _sort(query)
    after, parameters = cursor.decode(query), scope.parameters | {"limit": query.limit + 1}
    if windowed(query):
        scope, after = _window(scope, after, below), None
        parameters |= scope.parameters
    lines = [*scope.lines, f"{scope.carried}, {key} AS sort_key"]
    if after is not None:
        sign = "<" if order else ">"
        lines.append(f"WHERE sort_key {sign} $after_sort OR (sort_key = $after_sort AND {_id(query)} > $after_id)")
        parameters |= {"after_sort": after[0], "after_id": after[1]}
    lines += [f"RETURN {_returned(query)}", f"ORDER BY sort_key{order}, {SUBJECTS[query.subject].key}", "LIMIT $limit"]
    return Cypher("\n".join(lines), parameters)


def windowed(query: Query) -> bool:
    """Whether the answers are all statements by id, which is read from the index a stretch of ids at a time."""
    return query.subject in STATEMENTS and not query.filters and sort_of(query) == ("id", False)


def _window(scope: Scope, after: tuple[str | float, str] | None, below: str | None) -> Scope:
    bounds = {"after_id": after[1] if after else "", "below": below}
    label = scope.lines[0].removeprefix("MATCH (n:").removesuffix(")")
    kind = "" if label == "Statement" else f" AND n:{label}"
    where = "WHERE n.id > $after_id" + (" AND n.id < $below" if below else "") + kind
    return Scope(
        ("MATCH (n:Statement)", where),
        scope.carried,
        {name: value for name, value in bounds.items() if value is not None},
    )


def count_cypher(query: Query) -> Cypher:
    """How many answers there are: one row, column `count`."""
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


def sort_of(query: Query) -> tuple[str, bool]:
    """The field that answers are sorted by, and whether from the largest down."""
    if query.sort:
        return query.sort.removeprefix("-"), query.sort.startswith("-")
    return next(iter(SUBJECTS[query.subject].sorts)), query.subject == "documents"


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


def _sort(query: Query) -> tuple[str, str]:
    name, descending = sort_of(query)
    key = EVIDENCE_ID if query.subject == "evidence" else SUBJECTS[query.subject].sorts[name]
    return key, " DESC" if descending else ""


def _scope(query: Query) -> Scope:
    if query.subject in STATEMENTS:
        return _statements(query)
    if query.subject == "evidence":
        return _evidence(query)
    if query.receives and query.subject == "cities" and query.about_statements <= _ON_EDGE:
        return _receiving_cities(query)
    return _connected(query) if connected(query) else _unconnected(query)


def _unconnected(query: Query) -> Scope:
    """The subject alone, from the places asked for where it is in them."""
    node = SUBJECTS[query.subject]
    if not query.place or query.id or (query.subject in PLACES and not query.descendants):
        return _matched(f"MATCH (n:{node.label})", "WITH n", on_subject(query))
    place, rest = _asked_place(query), on_subject(query, without=frozenset({"place"}))
    if query.subject != "documents":
        return _matched(_from_place(query, f"(n:{node.label})"), "WITH DISTINCT n", place, rest)
    lines = [_from_place(query, ""), place.where, "WITH DISTINCT l", f"MATCH (n:{node.label} {{place: l.code}})"]
    lines += [rest.where] if rest.texts else []
    return Scope(tuple(lines), "WITH n", place.parameters | rest.parameters)


def _statements(query: Query) -> Scope:
    """From what narrows most: ids, documents, measures (indexed), places."""
    label = SUBJECTS[query.subject].label
    typed = Conditions([f"n:{label}"] if label != "Statement" and query.filters else [])
    match = "Statement" if query.filters else label  # indexes are on Statement, the count of a label is at hand
    without = frozenset[str]()
    start, carried, anchor = f"MATCH (n:{match})", "WITH n", Conditions()
    if query.document and not query.id:
        start, carried = f"MATCH (d:Document)<-[:IN]-(:Passage)<-[:EVIDENCED_BY]-(n:{match})", "WITH DISTINCT n"
        anchor.add("d.id IN $document", document=list(query.document))
        without = frozenset({"document"})
    elif query.place and not query.id and not query.measure:
        start, carried, anchor = _from_place(query, f"(n:{match})"), "WITH DISTINCT n", _asked_place(query)
        without = frozenset({"place"})
    others = (on_subject(query, without=without), on_statement(query, "n", without=without))
    return _matched(start, carried, anchor, *others, typed)


def _asked_place(query: Query) -> Conditions:
    asked = Conditions()
    asked.add(f"{'w' if query.descendants else 'l'}.code IN $place", place=list(query.place))
    return asked


def _from_place(query: Query, end: str) -> str:
    """MATCH from the places asked for to the subject, or to the statement where that is what applies there."""
    below = "(w:Place)<-[:PART_OF*0..3]-" if query.descendants else ""
    located = SUBJECTS[query.subject].located
    if query.subject in PLACES:
        return f"MATCH {below}{end}"
    return f"MATCH {below}(l:Place)" + (f"<-[:{located}]-{end}" if located else "")


def _evidence(query: Query) -> Scope:
    start = "MATCH (n:Statement)-[e:EVIDENCED_BY]->(:Passage)-[:IN]->(d:Document)"
    own = Conditions()
    if query.document:
        start = "MATCH (d:Document)<-[:IN]-(:Passage)<-[e:EVIDENCED_BY]-(n:Statement)"
        own.add("d.id IN $document", document=list(query.document))
    if query.id:
        own.add(f"{EVIDENCE_ID} IN $id", id=list(query.id))
    others = (on_subject(query), on_statement(query, "n", without=frozenset({"document"})))
    return _matched(start, "WITH DISTINCT n, e, d", own, *others)


def _receiving_cities(query: Query) -> Scope:
    conditions = Conditions()
    conditions.add("m.id IN $receives", receives=list(query.receives))
    for name in ("status", "year"):
        if getattr(query, name):
            conditions.add(f"r.{name} IN ${name}", **{name: list(getattr(query, name))})
    start = "MATCH (m:Programme)<-[r:RECEIVES]-(n:City)"
    return _matched(start, "WITH n, collect(DISTINCT r.statement) AS statements", conditions, on_subject(query))


def _connected(query: Query) -> Scope:
    """The subject by the statements about it; from the places asked for where it is the statements that apply there."""
    node = SUBJECTS[query.subject]
    received, without = Conditions(), frozenset[str]()
    if query.receives:
        received.add("s.measure_key IN $receives", receives=list(query.receives))
        received.add(RECEIVED.format(v="s"))
    start = f"MATCH {node.statement.replace('(s)', '(s:Statement)').replace('(n)', f'(n:{node.label})')}"
    if query.place and query.subject in PLACED_BY_STATEMENTS and not query.measure:
        joined = node.statement.removeprefix("(s)").replace("(n)", f"(n:{node.label})")
        start, without = _from_place(query, "(s:Statement)") + joined, frozenset({"place"})
        received.texts += _asked_place(query).texts
        received.parameters |= _asked_place(query).parameters
    others = (on_subject(query, without=without), on_statement(query, "s"))
    return _matched(start, "WITH n, collect(DISTINCT s.id) AS statements", received, *others)


def _matched(start: str, carried: str, *conditions: Conditions) -> Scope:
    both = Conditions()
    for each in conditions:
        both.texts.extend(each.texts)
        both.parameters.update(each.parameters)
    both.texts.sort(key=lambda text: "EXISTS" in text)  # what is cheap comes first
    return Scope((start, both.where) if both.texts else (start,), carried, both.parameters)


def _id(query: Query) -> str:
    return EVIDENCE_ID if query.subject == "evidence" else f"n.{SUBJECTS[query.subject].key}"


def _returned(query: Query) -> str:
    if query.subject == "evidence":
        columns = [f"{EVIDENCE_ID} AS id", "d.id AS document", "d.title AS title", "n.id AS statement"]
        columns += [f"e.{name} AS {name}" for name in QUOTE]
    else:
        columns = [f"n.{name} AS {name}" for name in columns_of(query)]
    return ", ".join([*columns, "sort_key", *(["statements"] if connected(query) else [])])
