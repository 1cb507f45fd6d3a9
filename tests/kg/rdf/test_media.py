import pytest

from kg.errors import MediaTypeError
from kg.rdf.guard import Form
from kg.rdf.media import negotiate


@pytest.mark.parametrize(
    ("form", "accept", "format"),
    [
        ("SELECT", None, "json"),
        ("SELECT", "", "json"),
        ("SELECT", "*/*", "json"),
        ("SELECT", "csv", "csv"),
        ("SELECT", "text/csv", "csv"),
        ("SELECT", "text/*", "csv"),
        ("SELECT", "text/csv;q=0.5, application/sparql-results+xml", "xml"),
        ("SELECT", "application/json", "json"),
        ("SELECT", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "xml"),
        ("ASK", "text/tab-separated-values", "tsv"),
        ("CONSTRUCT", None, "turtle"),
        ("CONSTRUCT", "application/n-triples", "nt"),
        ("CONSTRUCT", "application/json", "jsonld"),
        ("DESCRIBE", "rdfxml", "rdfxml"),
        ("DESCRIBE", "TEXT/TURTLE", "turtle"),
    ],
)
def test_format_is_the_one_most_wanted(form: Form, accept: str | None, format: str) -> None:
    assert negotiate(form, accept)[1] == format


@pytest.mark.parametrize(
    ("form", "accept"),
    [("SELECT", "text/turtle"), ("CONSTRUCT", "text/csv"), ("ASK", "image/png"), ("SELECT", "text/csv;q=0")],
)
def test_nothing_that_fits_is_an_error_with_what_there_is(form: Form, accept: str) -> None:
    with pytest.raises(MediaTypeError, match="Ask for one of"):
        negotiate(form, accept)
