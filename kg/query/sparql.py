"""A query as SPARQL over the RDF of the same graph. Terms are made by `ontology.namespaces.uri` and `literal` alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from kg.query.query import Query
from kg.query.subject import PLACED_BY_STATEMENTS, PLACES, STATEMENTS, SUBJECTS
from kg.store.shape import KINDS
from ontology.namespaces import uri
from ontology.vocabulary import vocabulary

# subject → the pattern from it (?answer) to a statement about it (?statement)
_LINKS = {
    **dict.fromkeys(PLACES, "?statement hc:appliesTo ?answer ."),
    **dict.fromkeys(("hospitals", "organizations"), "?statement hc:names|hc:madeBy ?answer ."),
    **dict.fromkeys(("programmes", "indicators"), "?statement hc:concerns ?answer ."),
    "specialties": "?statement hc:inSpecialty ?answer .",
    "documents": "?statement hc:evidence/hc:document ?answer .",
    "evidence": "?statement hc:evidence ?answer .",
}
_FOLDERS = {
    **dict.fromkeys(STATEMENTS, "statement"),
    **dict.fromkeys(PLACES, "place"),
    **dict.fromkeys(("hospitals", "organizations"), "organization"),
    "programmes": "programme",
    "indicators": "indicator",
    "specialties": "specialty",
    "documents": "document",
}
_LISTS = ("level", "status", "unit", "comparator", "change")  # properties whose values are a closed list
_END = 'IF(STRLEN(?due) = 4, CONCAT(?due, "-12-31"), IF(STRLEN(?due) = 7, CONCAT(?due, "-31"), ?due))'
_NAMED = "skos:prefLabel|skos:altLabel"


def sparql(query: Query) -> str | None:
    """All answers of the query, on every page, as ?answer; None for what SPARQL cannot say here.

    That is counting by `group_by`, the text of documents, and evidence by its id. Prefixes are those of
    `ontology.namespaces`, which the endpoint knows.
    """
    if query.group_by or (query.q and query.subject == "documents") or (query.id and query.subject == "evidence"):
        return None
    lines = [*_about_answer(query), *_about_statement(query)]
    return "SELECT DISTINCT ?answer WHERE {\n" + "".join(f"  {line}\n" for line in lines) + "}\nORDER BY ?answer"


def literal(text: str) -> str:
    """A string literal that means the text and nothing else."""
    escaped = "".join(_ESCAPES.get(char, char) for char in text)
    return f'"{escaped}"'


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def _about_answer(query: Query) -> Iterator[str]:
    yield f"?answer a hc:{SUBJECTS[query.subject].label} ."
    if query.id:
        yield _values("?answer", (uri(_FOLDERS[query.subject], each) for each in query.id))
    if query.lang:
        yield f"?answer dcterms:language {literal(query.lang)} ."
    if query.place and query.subject in PLACES and not query.descendants:
        yield _values("?answer", (uri("place", code) for code in query.place))
    elif query.place:
        yield f"{_placed(query)} ?place ."
        yield _values("?place", (uri("place", code) for code in query.place))
    for word in query.words:
        yield _having(query, word)


def _about_statement(query: Query) -> Iterator[str]:
    statement = "?answer" if query.subject in STATEMENTS else "?statement"
    simple = query.subject == "cities" and not query.about_statements
    if query.receives and simple:
        yield "?answer hc:receives ?programme ."
        yield _values("?programme", (_measure(each) for each in query.receives))
        return
    if query.receives or (query.subject not in STATEMENTS and (query.about_statements or _needs_statement(query))):
        yield _LINKS[query.subject]
    if query.receives:
        yield "?statement hc:concerns ?programme ; hc:status ?how . FILTER(?how != status:withdrawn)"
        yield "FILTER NOT EXISTS { ?statement hc:value ?none . FILTER(?none = 0) }"
        yield _values("?programme", (_measure(each) for each in query.receives))
    for name, value in query.filters.items():
        if name in _CONDITIONS:
            values = value if isinstance(value, tuple) else (value,)
            yield _CONDITIONS[name](values).replace("?statement", statement)


def _needs_statement(query: Query) -> bool:
    return bool(query.place) and (query.subject in PLACED_BY_STATEMENTS or query.subject == "evidence")


def _placed(query: Query) -> str:
    path = "/hc:partOf*" if query.descendants else ""
    if query.subject in PLACES:
        return "?answer hc:partOf*"
    if query.subject in STATEMENTS:
        return f"?answer hc:appliesTo{path}"
    if query.subject in {"hospitals", "organizations"}:
        return f"?answer hc:seat{path}"
    return f"?answer dcterms:spatial{path}" if query.subject == "documents" else f"?statement hc:appliesTo{path}"


def _having(query: Query, word: str) -> str:
    if query.subject in STATEMENTS or query.subject == "evidence":
        node = "?answer" if query.subject in STATEMENTS else "?statement"
        texts = f"{node} (hc:concerns/skos:prefLabel)|(hc:evidence/(hc:quote|hc:measureLabel)) ?text"
    else:
        texts = "?answer skos:prefLabel ?text"
    return f"FILTER EXISTS {{ {texts} . FILTER(CONTAINS(LCASE(STR(?text)), {literal(word)})) }}"


def _measure(key: str) -> str:
    if key.startswith("open:"):
        return uri("measure", key.removeprefix("open:"))
    term = vocabulary().terms.get(key)
    return uri(KINDS.get(term.kind if term else "", "Programme").lower(), key)


def _values(variable: str, iris: Iterable[str]) -> str:
    return f"VALUES {variable} {{ {' '.join(f'<{each}>' for each in iris)} }}"


def _listed(name: str) -> Callable[[tuple[object, ...]], str]:
    def condition(values: tuple[object, ...]) -> str:
        iris = (uri(name, str(each)) for each in values)
        return f"?statement hc:{name} ?{name} . {_values(f'?{name}', iris)}"

    return condition


def _organization(values: tuple[object, ...]) -> str:
    words = str(values[0])
    if words.startswith(("hospital-", "organization-")):
        return f"?statement hc:names|hc:madeBy <{uri('organization', words)}> ."
    named = f"?statement hc:names/({_NAMED}) ?name . FILTER(CONTAINS(LCASE(STR(?name)), {literal(words.lower())}))"
    return f"FILTER EXISTS {{ {named} }}"


def _actor(values: tuple[object, ...]) -> str:
    words = literal(str(values[0]).lower())
    named = f"?statement hc:evidence/hc:actor/({_NAMED}) ?name . FILTER(CONTAINS(LCASE(STR(?name)), {words}))"
    return f"FILTER EXISTS {{ {named} }}"


def _truth(values: tuple[object, ...]) -> str:
    return f"?statement hc:each {'true' if values[0] else 'false'} ."


def _part(values: tuple[object, ...]) -> str:
    return f"FILTER {'' if values[0] else 'NOT '}EXISTS {{ ?statement hc:part ?part }}"


_CONDITIONS: Mapping[str, Callable[[tuple[object, ...]], str]] = {
    **{name: _listed(name) for name in _LISTS},
    "statement": lambda ids: _values("?statement", (uri("statement", str(each)) for each in ids)),
    "measure": lambda keys: (
        f"?statement hc:concerns ?measure . {_values('?measure', (_measure(str(each)) for each in keys))}"
    ),
    "kind": lambda kinds: (
        f"?statement hc:concerns/hc:kind ?kind . FILTER(?kind IN ({', '.join(literal(str(k)) for k in kinds)}))"
    ),
    "type": lambda types: f"?statement a hc:{types[0]} .",
    "year": lambda years: f"?statement hc:year ?year . FILTER(?year IN ({', '.join(str(each) for each in years)}))",
    "due_after": lambda dates: _due(">=", dates[0]),
    "due_before": lambda dates: _due("<", dates[0]),
    "min_value": lambda bounds: f"?statement hc:value ?least . FILTER(?least >= {_decimal(bounds[0])})",
    "max_value": lambda bounds: (
        "?statement hc:value ?from . OPTIONAL { ?statement hc:valueMax ?to } "
        f"FILTER(COALESCE(?to, ?from) <= {_decimal(bounds[0])})"
    ),
    "each": _truth,
    "part": _part,
    "specialty": lambda ids: (
        f"?statement hc:inSpecialty ?specialty . {_values('?specialty', (uri('specialty', str(each)) for each in ids))}"
    ),
    "organization": _organization,
    "actor": _actor,
    "document": lambda ids: (
        "?statement hc:evidence/hc:document ?document . "
        + _values("?document", (uri("document", str(each)) for each in ids))
    ),
}


def _due(sign: str, date: object) -> str:
    due = f"?statement hc:period ?period . BIND(STR(?period) AS ?due) FILTER({_END} {sign} {literal(str(date))})"
    return f"FILTER EXISTS {{ {due} }}"


def _decimal(bound: object) -> str:
    return f"{float(str(bound)):.12f}".rstrip("0") + "0"
