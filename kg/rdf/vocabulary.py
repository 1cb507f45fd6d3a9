"""What statements point to, as triples: places, terms, organizations, and the closed lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.model import Measure
from kg.rdf.triple import about, decimal, iri, named, text
from kg.store.organization import organization
from kg.store.shape import KINDS, place_labels
from ontology.namespaces import BASE, PREFIXES, uri
from ontology.vocabulary import Vocabulary

GRAPH = NamedNode(BASE + "vocabulary")  # the named graph of what no document says
CLOSED_LISTS = Path(__file__).parents[2] / "ontology" / "generated" / "closed_lists.ttl"
EXTRACTOR = NamedNode(BASE + "software/health-commitments-kg")


def base(vocabulary: Vocabulary) -> Iterator[Triple]:
    """What is there without any document: China with its provinces and cities, the closed lists, the software."""
    for code in base_places(vocabulary):
        yield from place_triples(code, vocabulary)
    for quad in pyoxigraph.parse(CLOSED_LISTS.read_bytes(), pyoxigraph.RdfFormat.TURTLE):
        yield Triple(quad.subject, quad.predicate, _canonical(quad.object))
    yield from about(EXTRACTOR, {"rdf:type": iri("prov:SoftwareAgent"), "rdfs:label": text("health-commitments-kg")})


def base_places(vocabulary: Vocabulary) -> list[str]:
    """Codes of China, its provinces and its cities, sorted."""
    return sorted(code for code, place in vocabulary.places.items() if place.level in (1, 2) or code == "CN")


def place_node(code: str) -> NamedNode:
    return NamedNode(uri("place", code))


def place_triples(code: str, vocabulary: Vocabulary) -> Iterator[Triple]:
    """A place by its code; of a code that no list has, no more than the code."""
    kinds = ["Place", *place_labels(code, vocabulary).split(":")]
    values = {"rdf:type": [iri(f"hc:{kind}") for kind in kinds], "dcterms:identifier": text(code)}
    place = vocabulary.places.get(code)
    if place is None:
        return about(place_node(code), {**values, "skos:prefLabel": named(code, "en")})
    return about(
        place_node(code),
        {
            **values,
            "skos:prefLabel": [named(place.zh, "zh"), named(place.en, "en")],
            "skos:altLabel": [
                named(place.short_zh, "zh") if place.short_zh != place.zh else None,
                *(named(name, "en") for name in sorted(set(place.alternates) - {place.en})),
            ],
            "hc:iso3166": text(place.iso),
            "hc:partOf": place_node(place.parent) if place.parent else None,
            "geo:long": decimal(place.lon),
            "geo:lat": decimal(place.lat),
            "schema:sameAs": NamedNode(f"{PREFIXES['gn']}{place.geonames}/") if place.geonames else None,
        },
    )


def measure_node(measure: Measure) -> NamedNode:
    """The node that a statement concerns: a programme, an indicator, a specialty, or an open label."""
    if measure.id is None:
        return NamedNode(uri("measure", measure.key))
    return NamedNode(uri(KINDS.get(measure.kind or "", "Programme").lower(), measure.id))


def measure_triples(measure: Measure, vocabulary: Vocabulary) -> Iterator[Triple]:
    """A measure, with the terms above it."""
    if measure.id is not None:
        yield from term_triples(measure.id, measure.kind or "programme", vocabulary, measure)
        return
    names = [named(_spaced(measure.zh), "zh"), named(_spaced(measure.en), "en")]
    types = [iri("hc:Measure"), iri("skos:Concept")]
    yield from about(measure_node(measure), {"rdf:type": types, "skos:prefLabel": names})


def term_node(term_id: str, kind: str) -> NamedNode:
    return measure_node(Measure(term_id, kind=kind))


def term_triples(term_id: str, kind: str, vocabulary: Vocabulary, measure: Measure | None = None) -> Iterator[Triple]:
    """A term with its scheme and the terms above it; one that no list has, by the names that `measure` has."""
    label = KINDS.get(kind, "Programme")
    types = [iri(f"hc:{label}"), iri("skos:Concept"), *([] if label == "Specialty" else [iri("hc:Measure")])]
    term = vocabulary.terms.get(term_id)
    if term is None:
        known = measure or Measure(term_id)
        names = [named(known.zh, "zh"), named(known.en, "en") or (named(term_id, "en") if not known.zh else None)]
        yield from about(term_node(term_id, kind), {"rdf:type": types, "skos:prefLabel": names, "hc:kind": text(kind)})
        return
    broader = vocabulary.terms.get(term.broader or "")
    yield from about(
        term_node(term.id, term.kind),
        {
            "rdf:type": types,
            "skos:prefLabel": [named(term.zh, "zh"), named(term.en, "en")],
            "skos:altLabel": [
                *(named(name, "zh") for name in sorted(set(term.variants_zh) - {term.zh})),
                *(named(name, "en") for name in sorted(set(term.variants_en) - {term.en})),
            ],
            "skos:broader": term_node(broader.id, broader.kind) if broader else None,
            "skos:inScheme": scheme_node(term.kind),
            "skos:notation": text(term.id),
            "hc:kind": text(term.kind),
            "hc:level": iri(f"level:{term.level}") if term.level else None,
            "hc:defaultUnit": unit_node(term.unit) if term.unit and label == "Indicator" else None,
        },
    )
    yield from about(
        scheme_node(term.kind), {"rdf:type": iri("skos:ConceptScheme"), "skos:prefLabel": named(term.kind, "en")}
    )
    if broader is not None:
        yield from term_triples(broader.id, broader.kind, vocabulary)


def scheme_node(kind: str) -> NamedNode:
    return NamedNode(uri("scheme", kind))


def unit_node(unit: str) -> NamedNode:
    return NamedNode(uri("unit", unit))


def organization_node(name: str, vocabulary: Vocabulary) -> NamedNode:
    return NamedNode(uri("organization", organization(name, vocabulary).id))


def organization_triples(name: str, vocabulary: Vocabulary) -> Iterator[Triple]:
    """The organization that a name stands for."""
    body = organization(name, vocabulary)
    kinds = ["hc:Organization", "org:Organization", *([f"hc:{body.labels}"] if body.labels else [])]
    hospital = vocabulary.hospitals.get(body.id)
    return about(
        organization_node(name, vocabulary),
        {
            "rdf:type": [iri(kind) for kind in kinds],
            "skos:prefLabel": [named(body.name_zh, "zh"), named(body.name_en, "en")],
            "skos:altLabel": [named(short) for short in sorted(set(hospital.short))] if hospital else None,
            "hc:seat": place_node(body.city) if body.city else None,
        },
    )


def county_codes(codes: Iterable[str], vocabulary: Vocabulary) -> list[str]:
    """The places among `codes`, and above them, that `base` does not hold, sorted."""
    held = frozenset(base_places(vocabulary))
    wanted = {*codes, *(above for code in codes for above in vocabulary.ancestors(code))}
    return sorted(wanted - held)


def _canonical(term: NamedNode | BlankNode | Literal | Triple) -> NamedNode | BlankNode | Literal | Triple:
    """A decimal as the RDF store gives it back: 1, where Turtle has 1.0."""
    if isinstance(term, Literal) and term.datatype == iri("xsd:decimal"):
        return decimal(float(term.value)) or term
    return term


def _spaced(label: str | None) -> str | None:
    """An open label as it is compared, but with its spaces: the same whatever the text's case."""
    return " ".join(label.casefold().split()) if label else None
