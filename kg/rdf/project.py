"""A document with its statements as triples: pure, and a function of that document alone.

What a document says is one named graph, whose name is the document's URI: the document, its evidence, the statements
that it makes, and what they point to. A statement that two documents make is in both graphs, with the same triples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Triple

from kg.model import Document, Evidence, Statement, digest
from kg.rdf.triple import about, boolean, decimal, integer, iri, named, period, text
from kg.rdf.vocabulary import (
    EXTRACTOR,
    county_codes,
    measure_node,
    measure_triples,
    organization_node,
    organization_triples,
    place_node,
    place_triples,
    term_node,
    term_triples,
    unit_node,
)
from kg.store.batch import effective_date
from ontology.namespaces import uri
from ontology.vocabulary import Vocabulary

CONTEXT = 32  # characters before and after a quote
WEB = ("http://", "https://")
_URL = "!#$%&'()*+,-./:;=?@_~"  # what stays as it is in an address; the rest is percent-encoded


def project(document: Document, statements: Sequence[Statement], vocabulary: Vocabulary) -> frozenset[Triple]:
    """All that a document says, as the triples of its graph.

    `statements` are those of the document; evidence that they have in other documents is left out.
    """
    triples = set(_document(document, vocabulary))
    stated = [(statement, own) for statement in statements if (own := _own(document, statement))]
    for statement, own in stated:
        triples.update(_statement(statement, vocabulary))
        triples.update(_evidence(document, statement, own, vocabulary))
    triples.update(_pointed_to(document, stated, vocabulary))
    return frozenset(triples)


def document_node(document_id: str) -> NamedNode:
    return NamedNode(uri("document", document_id))


def statement_node(statement: Statement) -> NamedNode:
    return NamedNode(uri("statement", statement.id))


def _document(document: Document, vocabulary: Vocabulary) -> Iterator[Triple]:
    node = document_node(document.id)
    web = sorted({source.uri for source in document.sources if source.uri.startswith(WEB)})
    yield from about(
        node,
        {
            "rdf:type": [iri("hc:Document"), iri("prov:Entity")],
            "dcterms:title": named(document.title, document.lang),
            "dcterms:language": text(document.lang),
            "hc:issuer": organization_node(document.issuer, vocabulary) if document.issuer else None,
            "dcterms:spatial": place_node(document.place) if document.place else None,
            "dcterms:issued": period(effective_date(document)),
            "dcterms:source": [NamedNode(quote(address, safe=_URL)) for address in web],
            "hc:flag": [text(flag) for flag in sorted(document.flags)],
        },
    )
    types = [iri("hc:Extraction"), iri("prov:Activity")]
    yield from about(_extraction(document), {"rdf:type": types, "prov:used": node, "prov:wasAssociatedWith": EXTRACTOR})


def _statement(statement: Statement, vocabulary: Vocabulary) -> Iterator[Triple]:
    node, measure = statement_node(statement), measure_node(statement.measure)
    baseline = NamedNode(f"{node.value}#baseline") if statement.baseline else None
    yield from about(
        node,
        {
            "rdf:type": [iri("hc:Statement"), iri(f"hc:{statement.type}")],
            "hc:status": iri(f"status:{statement.status}"),
            "hc:concerns": measure,
            "hc:level": iri(f"level:{statement.level}") if statement.level else None,
            "hc:value": decimal(statement.value),
            "hc:valueMax": decimal(statement.value_max),
            "hc:comparator": iri(f"comparator:{statement.comparator}"),
            "hc:unit": unit_node(statement.unit),
            "hc:change": iri(f"change:{statement.change}"),
            "hc:baseline": baseline,
            "hc:each": boolean(statement.each),
            "hc:appliesTo": [place_node(code) for code in sorted(statement.places)],
            "hc:names": [organization_node(name, vocabulary) for name in sorted(statement.organizations)],
            "hc:inSpecialty": term_node(statement.specialty, "specialty") if statement.specialty else None,
            "hc:part": text(statement.part),
            "hc:period": period(statement.period),
            "hc:year": integer(statement.year),
        },
    )
    if statement.baseline and baseline is not None:
        values = {"hc:value": decimal(statement.baseline.value), "hc:period": period(statement.baseline.year)}
        yield from about(baseline, {"rdf:type": iri("hc:Baseline"), **values})
    for city in _receiving(statement, measure, vocabulary):
        yield Triple(city, iri("hc:receives"), measure)


def _receiving(statement: Statement, measure: NamedNode, vocabulary: Vocabulary) -> Iterator[NamedNode]:
    """The cities that receive a programme by a statement: none where it was withdrawn or came to nothing."""
    programme = measure.value.startswith(uri("programme"))
    if programme and statement.status != "withdrawn" and statement.value != 0:
        yield from (place_node(code) for code in sorted(set(statement.places)) if vocabulary.is_city(code))


def _evidence(
    document: Document, statement: Statement, pieces: Iterable[Evidence], vocabulary: Vocabulary
) -> Iterator[Triple]:
    subject, source = statement_node(statement), document_node(document.id)
    for piece in pieces:
        stretch = f"{piece.start}-{piece.end}"
        node = NamedNode(uri("evidence", document.id, stretch, statement.id))
        target = NamedNode(f"{source.value}#char={piece.start},{piece.end}")  # RFC 5147
        actor = organization_node(piece.actor, vocabulary) if piece.actor else None
        yield from about(subject, {"hc:evidence": node, "prov:wasDerivedFrom": source, "hc:madeBy": actor})
        yield from about(
            node,
            {
                "rdf:type": [iri("hc:Evidence"), iri("oa:Annotation")],
                "oa:hasBody": subject,
                "oa:hasTarget": target,
                "hc:quote": text(piece.quote),
                "hc:document": source,
                "hc:actor": actor,
                "hc:rule": text(piece.rule),
                "hc:measureLabel": text(piece.label),
                "prov:wasDerivedFrom": source,
                "prov:wasGeneratedBy": _extraction(document),
            },
        )
        yield from _target(target, document, piece)
        yield from _posts(document, piece, vocabulary)


def _target(target: NamedNode, document: Document, piece: Evidence) -> Iterator[Triple]:
    """The stretch of the document, as the Web Annotation model selects it: by its words and by its offsets."""
    words, offsets = NamedNode(f"{target.value};words"), NamedNode(f"{target.value};offsets")
    source = document_node(document.id)
    before = document.text[max(0, piece.start - CONTEXT) : piece.start]
    after = document.text[piece.end : piece.end + CONTEXT]
    yield from about(
        target,
        {"rdf:type": iri("oa:SpecificResource"), "oa:hasSource": source, "oa:hasSelector": [words, offsets]},
    )
    yield from about(
        words,
        {
            "rdf:type": iri("oa:TextQuoteSelector"),
            "oa:exact": text(piece.quote),
            "oa:prefix": Literal(before),
            "oa:suffix": Literal(after),
        },
    )
    yield from about(
        offsets,
        {
            "rdf:type": iri("oa:TextPositionSelector"),
            "oa:start": integer(piece.start),
            "oa:end": integer(piece.end),
        },
    )


def _posts(document: Document, piece: Evidence, vocabulary: Vocabulary) -> Iterator[Triple]:
    """The posts that a piece of evidence gives to persons."""
    for name, title, body in piece.persons:
        person = NamedNode(uri("person", f"person-{digest(f'{name}|{body}')}"))
        post = NamedNode(uri("membership", document.id, digest(f"{name}|{title}|{body}")))
        yield from about(person, {"rdf:type": [iri("hc:Person"), iri("schema:Person")], "skos:prefLabel": named(name)})
        yield from about(
            post,
            {
                "rdf:type": [iri("hc:Membership"), iri("org:Membership")],
                "org:member": person,
                "org:organization": organization_node(body, vocabulary),
                "hc:postTitle": text(title),
                "hc:document": document_node(document.id),
            },
        )


def _pointed_to(
    document: Document, stated: Sequence[tuple[Statement, Sequence[Evidence]]], vocabulary: Vocabulary
) -> Iterator[Triple]:
    """What a document and its statements point to: measures, specialties, bodies, and places that `base` lacks."""
    for measure in {statement.measure for statement, _ in stated}:
        yield from measure_triples(measure, vocabulary)
    for specialty in {statement.specialty for statement, _ in stated if statement.specialty}:
        yield from term_triples(specialty, "specialty", vocabulary)
    pieces = [piece for _, own in stated for piece in own]
    names = {name for statement, _ in stated for name in statement.organizations}
    names |= {piece.actor for piece in pieces if piece.actor} | {body for piece in pieces for *_, body in piece.persons}
    for name in names | ({document.issuer} if document.issuer else set()):
        yield from organization_triples(name, vocabulary)
    codes = {code for statement, _ in stated for code in statement.places}
    for code in county_codes(codes | ({document.place} if document.place else set()), vocabulary):
        yield from place_triples(code, vocabulary)


def _own(document: Document, statement: Statement) -> list[Evidence]:
    """The evidence that a statement has in a document, one a stretch."""
    own = [piece for piece in sorted(statement.evidence, key=_order) if piece.document == document.id]
    return list({(piece.start, piece.end): piece for piece in reversed(own)}.values())


def _order(piece: Evidence) -> tuple[int, int, str, str, str]:
    return piece.start, piece.end, piece.rule, piece.label, piece.actor or ""


def _extraction(document: Document) -> NamedNode:
    return NamedNode(uri("activity", document.id))
