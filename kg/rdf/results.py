"""Solutions of SELECT in the four result formats of SPARQL 1.1, and graphs of CONSTRUCT and DESCRIBE."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Triple

from kg.rdf.line import subjects
from kg.rdf.writers import WRITERS

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
Term = NamedNode | BlankNode | Literal | Triple | None
Rows = Sequence[Sequence[Term]]

_GRAPHS = {
    "turtle": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
_BOOLEANS = {
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "xml": pyoxigraph.QueryResultsFormat.XML,
    "csv": pyoxigraph.QueryResultsFormat.CSV,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
}


@dataclass(frozen=True, slots=True)
class Written:
    """A result as bytes, how many rows or triples it holds, and whether there were more than the limit."""

    body: bytes
    rows: int
    truncated: bool = False


def write(found: QuerySolutions | QueryBoolean | QueryTriples, format: str, limit: int) -> Written:
    """A result in one of the formats of its kind, cut after `limit` rows or triples."""
    if isinstance(found, QueryBoolean):
        return Written(found.serialize(format=_BOOLEANS[format]) or b"", 1)
    if isinstance(found, QueryTriples):
        triples = list(islice(found, limit + 1))
        return Written(_graph(triples[:limit], format), min(len(triples), limit), len(triples) > limit)
    names = [variable.value for variable in found.variables]
    rows = [list(solution) for solution in islice(found, limit + 1)]
    text = _SOLUTIONS[format](names, rows[:limit])
    return Written(text.encode(), min(len(rows), limit), len(rows) > limit)


def _graph(triples: list[Triple], format: str) -> bytes:
    """Without blank nodes, as exports write it; else as it comes."""
    plain = all(
        isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal) for triple in triples
    )
    if plain:
        return "".join(WRITERS[format](subjects(sorted({str(triple) for triple in triples})))).encode()
    return pyoxigraph.serialize(triples, format=_GRAPHS[format]) or b""


def _json(names: Sequence[str], rows: Rows) -> str:
    bindings = [{name: _json_term(term) for name, term in zip(names, row, strict=True) if term} for row in rows]
    return json.dumps({"head": {"vars": list(names)}, "results": {"bindings": bindings}}, ensure_ascii=False)


def _json_term(term: Term) -> Mapping[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Literal):
        more = {"xml:lang": term.language} if term.language else {"datatype": term.datatype.value}
        return {"type": "literal", "value": term.value, **(more if more.get("datatype") != XSD_STRING else {})}
    if term is None:
        return {}
    parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
    return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}


def _xml(names: Sequence[str], rows: Rows) -> str:
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    results = "\n".join(f"<result>{_xml_row(names, row)}</result>" for row in rows)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
        f"<head>{head}</head>\n<results>\n{results}\n</results>\n</sparql>\n"
    )


def _xml_row(names: Sequence[str], row: Iterable[Term]) -> str:
    return "".join(
        f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
        for name, term in zip(names, row, strict=True)
        if term is not None
    )


def _xml_term(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{escape(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{escape(term.value)}</bnode>"
    if isinstance(term, Literal):
        kind = f" xml:lang={quoteattr(term.language)}" if term.language else ""
        if not term.language and term.datatype.value != XSD_STRING:
            kind = f" datatype={quoteattr(term.datatype.value)}"
        return f"<literal{kind}>{escape(term.value, {chr(13): '&#13;'})}</literal>"
    if term is None:
        return ""
    parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
    return f"<triple>{''.join(f'<{name}>{_xml_term(part)}</{name}>' for name, part in parts)}</triple>"


def _csv(names: Sequence[str], rows: Rows) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_plain(term) for term in row] for row in rows)
    return file.getvalue()


def _plain(term: Term) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _tsv(names: Sequence[str], rows: Rows) -> str:
    lines = ["\t".join(f"?{name}" for name in names)]
    lines.extend("\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) for row in rows)
    return "\n".join(lines) + "\n"


_SOLUTIONS: Mapping[str, Callable[[Sequence[str], Rows], str]] = {
    "json": _json,
    "xml": _xml,
    "csv": _csv,
    "tsv": _tsv,
}
