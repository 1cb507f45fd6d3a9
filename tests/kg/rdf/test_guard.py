import contextlib

import pytest

from kg.errors import QuerySyntaxError, ReadOnlyError
from kg.rdf.guard import check
from ontology.namespaces import PREFIXES


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT"),
        ("# words\nprefix a: <http://a/>\nBASE <http://b/>\nask { a:b a:c <d> }", "ASK"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT"),
        ("PREFIX insert: <http://a/> DESCRIBE insert:x", "DESCRIBE"),
    ],
)
def test_queries_pass_with_their_form(query: str, form: str) -> None:
    assert check(query).form == form


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:b> <a:c> <a:d> }",
        "PREFIX a: <http://a/> DELETE WHERE { ?s ?p ?o }",
        "with <http://a/> delete { ?s ?p ?o } where { ?s ?p ?o }",
        "LOAD <http://a/>",
        "CLEAR ALL",
        "drop graph <http://a/>",
        "CREATE GRAPH <http://a/>",
        "ADD DEFAULT TO <http://a/>",
        "MOVE DEFAULT TO <http://a/>",
        "COPY DEFAULT TO <http://a/>",
    ],
)
def test_updates_are_refused(query: str) -> None:
    with pytest.raises(ReadOnlyError, match="read-only"):
        check(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://evil/> { ?s ?p ?o } }",
        "SELECT * { service silent ?g { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o .SERVICE<http://evil/>{ ?a ?b ?c } }",
        "SELECT * { SERVICE # words\n # more\n <http://evil/> # and more\n { ?s ?p ?o } }",
        "PREFIX : <http://evil/> SELECT * { ?s ?p trueSERVICE :x { ?a ?b ?c } }",
        "PREFIX : <http://evil/> SELECT * { ?s ?p 1SERVICE :x{ ?a ?b ?c } }",
        "SELECT * { ?s ?p ?a, ?b FILTER(?a<?b)SERVICE#>\n<http://evil/>{ ?a ?b ?c } }",
        "SELECT * { ?s ?p ?a FILTER(?a<?b&&?c='>')SERVICE <http://evil/> { ?s ?p 'x' } }",
        'SELECT * { ?s ?p ?a FILTER(?a<b:c&&?c=">")SERVICE <http://evil/> { ?s ?p "x" } }',
        "SELECT * { { SELECT * { SERVICE ?g { ?s ?p ?o } } } }",
        "ASK { OPTIONAL { SERVICE <http://evil/>\t\r\n{ } } }",
    ],
)
def test_service_is_refused_however_it_is_written(query: str) -> None:
    with pytest.raises(ReadOnlyError, match="SERVICE is not allowed"):
        check(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?x hc:service ?service . ?y ?service ?z { ?a ?b ?c } }",
        'SELECT * { ?s ?p "a community health service" { ?a ?b ?c } }',
        "SELECT * { ?s hc:concerns programme:family-service . { ?a ?b ?c } }",
        "SELECT * { GRAPH <http://a/service> { ?a ?b ?c } }",
        "SELECT * { ?s ?p ?o } # a SERVICE",
        "SELECT * { ?s ?p '''insert data''' }",
    ],
)
def test_words_that_only_look_like_it_pass(query: str) -> None:
    assert check(query).form == "SELECT"


@pytest.mark.parametrize(
    "rest",
    ["(" + "service" * 10_000, ("a" * 900 + "service") * 90, "service #\n" * 90, "'" + "\\'" * 45_000, "a.b-" * 20_000],
)
@pytest.mark.timeout(5)
def test_guard_does_not_take_long_over_hostile_text(rest: str) -> None:
    with contextlib.suppress(ReadOnlyError):
        check("SELECT * { ?s ?p ?o } " + rest)


def test_very_long_query_is_refused() -> None:
    with pytest.raises(QuerySyntaxError, match="characters"):
        check("SELECT * { ?s ?p ?o } " + " " * 100_000)


def test_graphs_of_from_are_found() -> None:
    query = (
        "PREFIX d: <http://d/> SELECT * FROM <http://a/> FROM NAMED d:b from document:c "
        "{ GRAPH ?from { ?s ?p <http://not/> } }"
    )
    assert check(query).graphs == ("http://a/", "http://d/b", PREFIXES["document"] + "c")


@pytest.mark.parametrize(("query", "message"), [("", "empty"), ("  # only words", "empty"), ("FIND ?x", "no SELECT")])
def test_what_is_no_query_is_told_so(query: str, message: str) -> None:
    with pytest.raises(QuerySyntaxError, match=message):
        check(query)
