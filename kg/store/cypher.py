"""The Cypher of the store: pure builders. Values are parameters; labels and types come from closed lists."""

from __future__ import annotations

from kg.store.constraints import EDGES, KEYS
from kg.store.organization import LABELS as ORGANIZATIONS
from kg.store.shape import PLACES, STATEMENTS

GRAPH = "graph"  # the id of the one node that knows the graph's version

LOCK = (  # the first statement of every writing transaction, so that writers come one after the other
    "MERGE (g:Graph {id: $graph}) SET g.revision = coalesce(g.revision, 0) + 1 "
    "RETURN g.born AS born, g.revision AS revision"
)
STATE = "MATCH (g:Graph {id: $graph}) RETURN g.born AS born, g.revision AS revision, g.schema_version AS schema_version"
BORN = "MATCH (g:Graph {id: $graph}) SET g.born = coalesce(g.born, $born), g.schema_version = $schema_version"


def merge_places(labels: str) -> str:
    """Rows {code, properties}: makes the places that are not there."""
    return f"UNWIND $rows AS row MERGE (n:Place:{labels} {{code: row.code}}) ON CREATE SET n += row.properties"


PART_OF = (  # rows {code, parent}
    "UNWIND $rows AS row MATCH (n:Place {code: row.code}), (above:Place {code: row.parent}) "
    "MERGE (n)-[:PART_OF]->(above)"
)


def merge_terms(label: str) -> str:
    """Rows {id, properties}: makes the terms that are not there."""
    return f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) ON CREATE SET n += row.properties"


def merge_organizations(labels: str) -> str:
    """Rows {id, properties}: makes the organizations that are not there."""
    more = f":{labels}" if labels else ""
    return f"UNWIND $rows AS row MERGE (n:Organization{more} {{id: row.id}}) ON CREATE SET n += row.properties"


LOCATED_IN = (  # rows {id, city}
    "UNWIND $rows AS row MATCH (n:Organization {id: row.id}), (city:Place {code: row.city}) "
    "MERGE (n)-[:LOCATED_IN]->(city)"
)


def create_statements(kind: str) -> str:
    """Rows {properties}: new statements of a kind, Commitment or Outcome."""
    return f"UNWIND $rows AS row CREATE (n:Statement:{kind}) SET n = row.properties"


def concerns(label: str) -> str:
    """Rows {from, to}: from new statements to what they concern."""
    return (
        "UNWIND $rows AS row MATCH (s:Statement {id: row.from}), "
        f"(t:{label} {{id: row.to}}) CREATE (s)-[:CONCERNS]->(t)"
    )


APPLIES_TO = (  # rows {from, to, properties}
    "UNWIND $rows AS row MATCH (s:Statement {id: row.from}), (p:Place {code: row.to}) "
    "CREATE (s)-[e:APPLIES_TO]->(p) SET e = row.properties"
)
NAMES = (  # rows {from, to}
    "UNWIND $rows AS row MATCH (s:Statement {id: row.from}), (o:Organization {id: row.to}) CREATE (s)-[:NAMES]->(o)"
)
IN_SPECIALTY = (  # rows {from, to}
    "UNWIND $rows AS row MATCH (s:Statement {id: row.from}), (t:Specialty {id: row.to}) CREATE (s)-[:IN_SPECIALTY]->(t)"
)
RECEIVES = (  # rows {from, to, properties}
    "UNWIND $rows AS row MATCH (c:City {code: row.from}), (t:Programme {id: row.to}) "
    "CREATE (c)-[e:RECEIVES]->(t) SET e = row.properties"
)
WRITE_DOCUMENTS = "UNWIND $rows AS row MERGE (d:Document {id: row.id}) SET d = row"
WRITE_SOURCES = (  # rows {document, uri, properties}
    "UNWIND $rows AS row MATCH (d:Document {id: row.document}) MERGE (s:Source {uri: row.uri}) "
    "SET s = row.properties MERGE (d)-[:FOUND_AT]->(s)"
)
CREATE_PASSAGES = (  # rows {document, properties}
    "UNWIND $rows AS row MATCH (d:Document {id: row.document}) CREATE (p:Passage)-[:IN]->(d) SET p = row.properties"
)
CREATE_STRETCHES = (  # rows {document, properties}
    "UNWIND $rows AS row MATCH (d:Document {id: row.document}) CREATE (x:Stretch)-[:OF]->(d) SET x = row.properties"
)
EVIDENCED_BY = (  # rows {statement, passage, properties}
    "UNWIND $rows AS row MATCH (s:Statement {id: row.statement}), (p:Passage {id: row.passage}) "
    "CREATE (s)-[e:EVIDENCED_BY]->(p) SET e = row.properties"
)
HOLDS = (  # rows {id, name, organization, passage, properties}
    "UNWIND $rows AS row MATCH (o:Organization {id: row.organization}), (p:Passage {id: row.passage}) "
    "MERGE (n:Person {id: row.id}) ON CREATE SET n.name = row.name "
    "CREATE (n)-[e:HOLDS]->(o) SET e = row.properties CREATE (n)-[:NAMED_IN]->(p)"
)

SOURCES_OF = (  # the sources that known documents have
    "UNWIND $ids AS id MATCH (d:Document {id: id}) OPTIONAL MATCH (d)-[:FOUND_AT]->(s:Source) "
    "RETURN d.id AS document, s.uri AS uri, s.published AS published, s.publisher AS publisher"
)
TAKE_SOURCES = (  # rows {document, uri}: sources leave the documents whose text they no longer have
    "UNWIND $rows AS row MATCH (s:Source {uri: row.uri})<-[f:FOUND_AT]-(d:Document) WHERE d.id <> row.document "
    "DELETE f RETURN DISTINCT d.id AS document"
)
WITHOUT_SOURCE = "UNWIND $ids AS id MATCH (d:Document {id: id}) WHERE NOT (d)-[:FOUND_AT]->() RETURN d.id AS document"
DATES = (  # documents that lost a source: what their date rests on now
    "UNWIND $ids AS id MATCH (d:Document {id: id})-[:FOUND_AT]->(s:Source) "
    "RETURN d.id AS document, d.date AS date, d.stated_date AS stated, min(s.published) AS published"
)
MARK_CHANGED = "UNWIND $rows AS row MATCH (d:Document {id: row}) SET d.revision = $revision"
REDATE = (  # rows {id, date}: read again at the next load, for statements may hang on the date
    "UNWIND $rows AS row MATCH (d:Document {id: row.id}) "
    "SET d.date = row.date, d.extractor = '', d.revision = $revision"
)
KNOWN_STATEMENTS = "UNWIND $ids AS id MATCH (s:Statement {id: id}) RETURN s.id AS id"

STATEMENTS_OF = (
    "UNWIND $ids AS id MATCH (:Document {id: id})<-[:IN]-(:Passage)<-[:EVIDENCED_BY]-(s:Statement) "
    "RETURN DISTINCT s.id AS id"
)
PERSONS_OF = (
    "UNWIND $ids AS id MATCH (:Document {id: id})<-[:IN]-(:Passage)<-[:NAMED_IN]-(n:Person) RETURN DISTINCT n.id AS id"
)
BODIES_OF = (  # no label at the end: with one, the embedded engine begins there and reads all organizations
    "MATCH ()-[h:HOLDS]->(o) WHERE h.document IN $ids RETURN DISTINCT o.id AS id"
)
DELETE_HOLDS = "MATCH ()-[h:HOLDS]->() WHERE h.document IN $ids DELETE h"
PASSAGES_OF = "UNWIND $ids AS id MATCH (:Document {id: id})<-[:IN]-(p:Passage) RETURN p.id AS id"
DELETE_STRETCHES = "UNWIND $ids AS id MATCH (:Document {id: id})<-[:OF]-(x:Stretch) DETACH DELETE x"
DELETE_PASSAGES = "UNWIND $ids AS id MATCH (p:Passage {id: id}) DETACH DELETE p"
DELETE_PERSONS = "UNWIND $persons AS person MATCH (n:Person {id: person}) WHERE NOT (n)-[:NAMED_IN]->() DETACH DELETE n"
SOURCES_LEFT = "UNWIND $ids AS id MATCH (:Document {id: id})-[:FOUND_AT]->(s:Source) DETACH DELETE s"
CLEAR_DOCUMENTS = "UNWIND $ids AS id MATCH (d:Document {id: id}) SET d.text = ''"
DELETE_DOCUMENTS = "UNWIND $ids AS id MATCH (d:Document {id: id}) DETACH DELETE d"

UNSUPPORTED = "UNWIND $ids AS id MATCH (s:Statement {id: id}) WHERE NOT (s)-[:EVIDENCED_BY]->() RETURN s.id AS id"
NEIGHBOURS = (
    "UNWIND $ids AS id MATCH (s:Statement {id: id})-[:CONCERNS|IN_SPECIALTY|NAMES|MADE_BY|APPLIES_TO]->(n) "
    "RETURN DISTINCT labels(n) AS labels, coalesce(n.id, n.code) AS key"
)
DELETE_RECEIVES = "MATCH ()-[r:RECEIVES]->() WHERE r.statement IN $ids DELETE r"
DELETE_STATEMENTS = "UNWIND $ids AS id MATCH (s:Statement {id: id}) DETACH DELETE s"

ACTORS = (
    "UNWIND $ids AS id MATCH (s:Statement {id: id})-[e:EVIDENCED_BY]->(:Passage) WHERE e.actor_id IS NOT NULL "
    "RETURN DISTINCT s.id AS `from`, e.actor_id AS `to`"
)
MAKERS = (
    "UNWIND $ids AS id MATCH (s:Statement {id: id})-[:MADE_BY]->(o:Organization) RETURN s.id AS `from`, o.id AS `to`"
)
MADE_BY = (  # rows {from, to}
    "UNWIND $rows AS row MATCH (s:Statement {id: row.from}), (o:Organization {id: row.to}) CREATE (s)-[:MADE_BY]->(o)"
)
UNMADE_BY = (  # rows {from, to}
    "UNWIND $rows AS row MATCH (:Statement {id: row.from})-[m:MADE_BY]->(:Organization {id: row.to}) DELETE m"
)
OPEN_NAMES = (  # names of measures without a term: one of those that the evidence gives, whatever came first
    "UNWIND $ids AS id MATCH (s:Statement {id: id})-[e:EVIDENCED_BY]->(:Passage) "
    "WHERE e.measure_zh IS NOT NULL OR e.measure_en IS NOT NULL "
    "WITH s, min(e.measure_zh) AS zh, min(e.measure_en) AS en SET s.measure_zh = zh, s.measure_en = en"
)
OPEN_TERMS = (  # terms that no vocabulary names, of some statements
    "UNWIND $ids AS id MATCH (s:Statement {id: id})-[e:EVIDENCED_BY]->(:Passage) "
    "WHERE e.measure_zh IS NOT NULL OR e.measure_en IS NOT NULL "
    "MATCH (s)-[:CONCERNS]->(t) RETURN DISTINCT labels(t) AS labels, t.id AS key"
)


def name_terms(label: str) -> str:
    """Terms of `$keys` that no vocabulary names take the names that their statements have."""
    return (
        f"UNWIND $keys AS key MATCH (t:{label} {{id: key}})<-[:CONCERNS]-(s:Statement) "
        "WITH t, min(s.measure_zh) AS zh, min(s.measure_en) AS en SET t.name_zh = zh, t.name_en = en, "
        "t.words = toLower(coalesce(zh + '\n' + en, zh, en))"
    )


def delete_unneeded(label: str) -> str:
    """Nodes of `$keys` that nothing refers to any more."""
    key = "code" if label == "Place" else "id"
    return f"UNWIND $keys AS key MATCH (n:{label} {{{key}: key}}) WHERE NOT (n)<--() DETACH DELETE n"


DOCUMENTS = (  # without the texts
    "MATCH (d:Document) RETURN d.id AS id, d.lang AS lang, d.title AS title, d.issuer AS issuer, d.place AS place, "
    "d.date AS date, d.flags AS flags, d.statements AS statements, d.extractor AS extractor, d.revision AS revision, "
    "[(d)-[:FOUND_AT]->(s:Source) | {uri: s.uri, published: s.published, publisher: s.publisher}] AS sources"
)
DOCUMENT = "MATCH (d:Document {id: $id}) RETURN properties(d) AS document"
DOCUMENT_IDS = "MATCH (d:Document) RETURN d.id AS id"
DOCUMENTS_WHOLE = "UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN properties(d) AS document"
STATED_BY = (  # what some documents state, one row a piece of evidence
    "UNWIND $ids AS id MATCH (d:Document {id: id})<-[:IN]-(:Passage)<-[e:EVIDENCED_BY]-(s:Statement) "
    "RETURN properties(s) AS statement, properties(e) AS evidence, d.id AS document"
)
STATED = (  # what a document states, one row a piece of evidence
    "MATCH (d:Document {id: $id})<-[:IN]-(:Passage)<-[e:EVIDENCED_BY]-(s:Statement) "
    "RETURN properties(s) AS statement, properties(e) AS evidence, d.id AS document"
)
STATEMENT_IDS = "MATCH (s:Statement) RETURN s.id AS id"
EVIDENCE = (  # one row a piece of evidence
    "UNWIND $ids AS id MATCH (s:Statement {id: id})-[e:EVIDENCED_BY]->(:Passage)-[:IN]->(d:Document) "
    "RETURN properties(s) AS statement, properties(e) AS evidence, d.id AS document"
)
WRITE_DECISIONS = "UNWIND $rows AS row MERGE (d:Decision {id: row.id}) SET d = row"
DECISIONS = "MATCH (d:Decision) RETURN properties(d) AS decision"
DECISIONS_FOR = (  # on some documents, and those that hold everywhere
    "MATCH (d:Decision) WHERE d.document IN $ids RETURN properties(d) AS decision "
    "UNION ALL MATCH (d:Decision {verdict: 'merge'}) RETURN properties(d) AS decision"
)
CORRECTED_TO = (  # what was first read where a correction has led to a statement
    "MATCH (d:Decision {document: $document}) "
    "WHERE d.start = $start AND d.end = $end AND d.result = $reading RETURN d.reading AS reading"
)
STATING = (
    "MATCH (s:Statement {measure_key: $key})-[:EVIDENCED_BY]->(:Passage)-[:IN]->(d:Document) RETURN DISTINCT d.id AS id"
)
DECISION = "MATCH (d:Decision {id: $id}) RETURN properties(d) AS decision"
WITHDRAW = "MATCH (d:Decision {id: $id}) DELETE d"
UNREAD = "UNWIND $ids AS id MATCH (d:Document {id: id}) SET d.extractor = ''"
READ_BY = "UNWIND $ids AS id MATCH (d:Document {id: id}) WHERE d.extractor = $extractor RETURN d.id AS id"
ENDS = {  # kind of edge -> labels of the end of which there are fewest, and how it is seen from there
    "APPLIES_TO": (("Place",), "<-[:{kind}]-"),
    "CONCERNS": (("Programme", "Indicator", "Specialty", "Measure"), "<-[:{kind}]-"),
    "EVIDENCED_BY": (("Statement",), "-[:{kind}]->"),
    "FOUND_AT": (("Document",), "-[:{kind}]->"),
    "HOLDS": (("Person",), "-[:{kind}]->"),
    "IN": (("Document",), "<-[:{kind}]-"),
    "IN_SPECIALTY": (("Specialty",), "<-[:{kind}]-"),
    "LOCATED_IN": (("Organization",), "-[:{kind}]->"),
    "MADE_BY": (("Organization",), "<-[:{kind}]-"),
    "NAMED_IN": (("Person",), "-[:{kind}]->"),
    "NAMES": (("Organization",), "<-[:{kind}]-"),
    "OF": (("Document",), "<-[:{kind}]-"),
    "PART_OF": (("Place",), "-[:{kind}]->"),
    "RECEIVES": (("Place",), "-[:{kind}]->"),
}
REVISIONS = "MATCH (d:Document) RETURN d.id AS id, d.revision AS revision"


def count_nodes(label: str) -> str:
    return f"MATCH (n:{label}) RETURN count(n) AS count"


def count_edges(kind: str) -> list[str]:
    """Counts that add up to the edges of a kind: by node, which costs the embedded engine less than edge by edge."""
    labels, seen = ENDS[kind]
    edge = seen.format(kind=kind)
    return [f"MATCH (n:{label}) RETURN coalesce(sum(COUNT {{ (n){edge}() }}), 0) AS count" for label in labels]


WITHOUT_EVIDENCE = "MATCH (s:Statement) WHERE NOT (s)-[:EVIDENCED_BY]->(:Passage) RETURN s.id"
BROKEN = (
    "MATCH (s:Statement) WHERE size([(s)-[:APPLIES_TO]->(:Place) | 1]) <> size(s.places) OR NOT (s)-[:CONCERNS]->() "
    "RETURN s.id"
)
SHORTCUTS = (  # by city, with all its statements in a list: a record each takes the driver longer than the engine
    "MATCH (c:City)-[r:RECEIVES]->(:Programme) RETURN c.code, collect(r.statement)"
)
SHORTCUTS_DUE = (
    "MATCH (p:Programme)<-[:CONCERNS]-(s:Statement)-[:APPLIES_TO]->(c:City) "
    "WHERE s.status <> 'withdrawn' AND coalesce(s.value, 1.0) <> 0.0 RETURN c.code, collect(s.id)"
)
LOST_PASSAGES = (
    "MATCH (p:Passage) WHERE NOT (p)-[:IN]->(:Document) OR NOT (p)<-[:EVIDENCED_BY]-(:Statement) RETURN p.id"
)
UNSEARCHED = "MATCH (d:Document) WHERE NOT (d)<-[:OF]-(:Stretch) AND d.extractor <> '' RETURN d.id"
UNSTRETCHED = "MATCH (d:Document) WHERE NOT (d)<-[:OF]-(:Stretch) RETURN d.id"
LOST_STRETCHES = "MATCH (x:Stretch) WHERE NOT (x)-[:OF]->(:Document) RETURN x.id"
LOST_SOURCES = "MATCH (s:Source) WHERE NOT (s)<-[:FOUND_AT]-(:Document) RETURN s.uri"
DELETE_SOURCES = "UNWIND $ids AS id MATCH (s:Source {uri: id}) DETACH DELETE s"
LOST_PERSONS = "MATCH (n:Person) WHERE NOT (n)-[:NAMED_IN]->(:Passage) RETURN n.id"
DELETE_LOST_PERSONS = "UNWIND $ids AS id MATCH (n:Person {id: id}) DETACH DELETE n"
MISCOUNTED = (
    "MATCH (d:Document) OPTIONAL MATCH (d)<-[:IN]-(:Passage)<-[:EVIDENCED_BY]-(s:Statement) "
    "WITH d, count(DISTINCT s) AS there WHERE there <> d.statements RETURN d.id"
)
RECOUNT = (
    "UNWIND $ids AS id MATCH (d:Document {id: id}) "
    "OPTIONAL MATCH (d)<-[:IN]-(:Passage)<-[:EVIDENCED_BY]-(s:Statement) "
    "WITH d, count(DISTINCT s) AS there SET d.statements = there, d.extractor = ''"
)
UNREAD_STATING = (
    "UNWIND $ids AS id MATCH (:Statement {id: id})-[:EVIDENCED_BY]->(:Passage)-[:IN]->(d:Document) SET d.extractor = ''"
)
UNREAD_NAMING = (
    "UNWIND $ids AS id MATCH (:Person {id: id})-[h:HOLDS]->() WITH DISTINCT h.document AS key "
    "MATCH (d:Document {id: key}) SET d.extractor = ''"
)


def unneeded(label: str, kinds: str) -> str:
    """Ids of nodes that no edge of some kinds leads to."""
    return f"MATCH (n:{label}) WHERE NOT (n)<-[:{kinds}]-() RETURN n.id"


def unsearched(label: str, key: str) -> str:
    """Nodes with a name that no search for words finds."""
    return (
        f"MATCH (n:{label}) WHERE n.words IS NULL AND (n.name_zh IS NOT NULL OR n.name_en IS NOT NULL) "
        f"RETURN n.{key} AS key, n.name_zh AS zh, n.name_en AS en"
    )


def search(label: str, key: str) -> str:
    """Rows {key, words}: what a search looks through."""
    return f"UNWIND $rows AS row MATCH (n:{label} {{{key}: row.key}}) SET n.words = row.words"


def delete_lost(label: str) -> str:
    return f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n"


def types() -> list[str]:
    """Statements that make one of each kind of node and edge, and delete it."""
    more = [f"Statement:{kind}" for kind in STATEMENTS] + [f"Place:{labels}" for labels in PLACES]
    more += [f"Organization:{labels}" for labels in ORGANIZATIONS]
    nodes = [f"CREATE (n:{labels} {{id: 'made', code: 'made', uri: 'made'}}) DELETE n" for labels in (*KEYS, *more)]
    ends = "CREATE (a:Graph {id: 'from'}), (b:Graph {id: 'to'})"
    return nodes + [f"{ends} CREATE (a)-[e:{kind}]->(b) DELETE e, a, b" for kind in EDGES]
