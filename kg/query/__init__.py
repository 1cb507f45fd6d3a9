"""Checked queries: what REST, plain-language questions, Cypher and SPARQL share.

A `Query` names a subject and filters; `cypher`, `link` and `sparql` say it in the three languages of the doors,
`phrase` says it in words, `parse` makes one from the parameters of a REST call. `kg.answer.run` answers it.
"""

from kg.query.cypher import Cypher, count_cypher, cypher, group_cypher
from kg.query.parameters import PARAMETERS, Parameter, parameters_of, parse
from kg.query.phrase import phrase
from kg.query.query import Query
from kg.query.rest import link
from kg.query.sparql import sparql
from kg.query.subject import SUBJECTS, Subject

__all__ = [
    "PARAMETERS",
    "SUBJECTS",
    "Cypher",
    "Parameter",
    "Query",
    "Subject",
    "count_cypher",
    "cypher",
    "group_cypher",
    "link",
    "parameters_of",
    "parse",
    "phrase",
    "sparql",
]
