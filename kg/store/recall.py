"""Nodes and edges as the documents and statements that they were written from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kg.model import Baseline, Document, Evidence, Measure, Source, Statement
from kg.store.batch import Reading, ordered


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document without its text. `date` is the text's own or the earliest of its sources'."""

    id: str
    lang: str
    title: str | None
    issuer: str | None
    place: str | None
    date: str | None
    flags: tuple[str, ...]
    sources: tuple[Source, ...]
    statements: int  # how many it makes
    extractor: str  # version of what read it; empty: to be read again
    revision: str  # version of the graph that wrote it


def summary(row: Mapping[str, Any]) -> DocumentSummary:
    return DocumentSummary(
        id=row["id"],
        lang=row["lang"],
        title=row.get("title"),
        issuer=row.get("issuer"),
        place=row.get("place"),
        date=row.get("date"),
        flags=tuple(row.get("flags") or ()),
        sources=_sources(row["sources"]),
        statements=row.get("statements") or 0,
        extractor=row.get("extractor") or "",
        revision=row.get("revision") or "",
    )


def document(row: Mapping[str, Any], sources: Iterable[Mapping[str, Any]]) -> Document:
    return Document(
        text=row["text"],
        lang=row["lang"],
        title=row.get("title"),
        issuer=row.get("issuer"),
        place=row.get("place"),
        date=row.get("stated_date"),
        sources=_sources(sources),
        flags=tuple(row.get("flags") or ()),
    )


def statements(rows: Iterable[Mapping[str, Any]], *, own_names: bool) -> list[Statement]:
    """Statements by id from rows {statement, evidence, document}, sorted, each with its evidence.

    With `own_names` an open measure is named as that evidence names it, else as the graph does.
    """
    found: dict[str, Statement] = {}
    pieces: dict[str, list[Evidence]] = {}
    for row in rows:
        properties, edge = row["statement"], row["evidence"]
        pieces.setdefault(properties["id"], []).append(_evidence(edge, row["document"]))
        if own_names and ("measure_zh" in edge or "measure_en" in edge):
            properties = {**properties, "measure_zh": edge.get("measure_zh"), "measure_en": edge.get("measure_en")}
        found[properties["id"]] = _statement(properties)
    return [replace(found[key], evidence=ordered(pieces[key])) for key in sorted(found)]


def readings(
    documents: Iterable[Mapping[str, Any]], sources: Iterable[Mapping[str, Any]], stated: Iterable[Mapping[str, Any]]
) -> list[Reading]:
    """Documents with what they state, by id, from the rows of the queries for them."""
    found_at: dict[str, list[Mapping[str, Any]]] = {}
    for row in sources:
        if row["uri"] is not None:
            found_at.setdefault(row["document"], []).append(row)
    said: dict[str, list[Mapping[str, Any]]] = {}
    for row in stated:
        said.setdefault(row["document"], []).append(row)
    return [
        Reading(
            document(row["document"], found_at.get(row["document"]["id"], ())),
            tuple(statements(said.get(row["document"]["id"], ()), own_names=True)),
            row["document"].get("extractor") or "",
        )
        for row in sorted(documents, key=lambda one: str(one["document"]["id"]))
    ]


def _sources(rows: Iterable[Mapping[str, Any]]) -> tuple[Source, ...]:
    sources = [Source(row["uri"], row.get("published"), row.get("publisher")) for row in rows]
    return tuple(sorted(sources, key=lambda source: source.uri))


def _evidence(edge: Mapping[str, Any], document_id: str) -> Evidence:
    flat = edge.get("persons") or []
    persons = tuple((flat[at], flat[at + 1], flat[at + 2]) for at in range(0, len(flat), 3))
    return Evidence(
        document=document_id,
        start=edge["start"],
        end=edge["end"],
        quote=edge["quote"],
        rule=edge.get("rule") or "",
        label=edge.get("label") or "",
        actor=edge.get("actor"),
        persons=persons,
    )


def _statement(row: Mapping[str, Any]) -> Statement:
    baseline = row.get("baseline_value")
    return Statement(
        status=row["status"],
        measure=Measure(row.get("measure_id"), row.get("measure_zh"), row.get("measure_en"), row.get("measure_kind")),
        level=row.get("level"),
        value=row.get("value"),
        value_max=row.get("value_max"),
        comparator=row["comparator"],
        unit=row["unit"],
        change=row["change"],
        baseline=None if baseline is None else Baseline(baseline, row.get("baseline_year")),
        each=row["each"],
        places=tuple(row.get("places") or ()),
        organizations=tuple(row.get("organizations") or ()),
        specialty=row.get("specialty"),
        part=row.get("part"),
        period=row.get("period"),
    )
