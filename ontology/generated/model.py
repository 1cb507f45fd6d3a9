from __future__ import annotations

import re
import sys
from datetime import (
    date,
    datetime,
    time
)
from decimal import Decimal
from enum import Enum
from typing import (
    Any,
    ClassVar,
    Literal,
    Optional,
    Union
)

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    RootModel,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    field_validator,
    model_serializer
)


metamodel_version = "1.12.0"
version = "1.0.0"


class ConfiguredBaseModel(BaseModel):
    model_config = ConfigDict(
        serialize_by_alias = True,
        validate_by_name = True,
        validate_assignment = True,
        validate_default = True,
        extra = "forbid",
        arbitrary_types_allowed = True,
        use_enum_values = True,
        strict = False,
    )





class LinkMLMeta(RootModel):
    root: dict[str, Any] = {}
    model_config = ConfigDict(frozen=True)

    def __getattr__(self, key:str):
        return getattr(self.root, key)

    def __getitem__(self, key:str):
        return self.root[key]

    def __setitem__(self, key:str, value):
        self.root[key] = value

    def __contains__(self, key:str) -> bool:
        return key in self.root


linkml_meta = LinkMLMeta({'default_prefix': 'hc',
     'default_range': 'string',
     'description': 'What governments promised for their health systems, what came '
                    'of it, and the documents that say so.',
     'id': 'https://w3id.org/health-commitments/ontology',
     'imports': ['linkml:types',
                 'term',
                 'place',
                 'organization',
                 'programme',
                 'indicator',
                 'document',
                 'commitment'],
     'license': 'Apache-2.0',
     'name': 'health_commitments',
     'prefixes': {'change': {'prefix_prefix': 'change',
                             'prefix_reference': 'https://w3id.org/health-commitments/change/'},
                  'comparator': {'prefix_prefix': 'comparator',
                                 'prefix_reference': 'https://w3id.org/health-commitments/comparator/'},
                  'dcterms': {'prefix_prefix': 'dcterms',
                              'prefix_reference': 'http://purl.org/dc/terms/'},
                  'geo': {'prefix_prefix': 'geo',
                          'prefix_reference': 'http://www.w3.org/2003/01/geo/wgs84_pos#'},
                  'hc': {'prefix_prefix': 'hc',
                         'prefix_reference': 'https://w3id.org/health-commitments/ontology#'},
                  'level': {'prefix_prefix': 'level',
                            'prefix_reference': 'https://w3id.org/health-commitments/level/'},
                  'linkml': {'prefix_prefix': 'linkml',
                             'prefix_reference': 'https://w3id.org/linkml/'},
                  'oa': {'prefix_prefix': 'oa',
                         'prefix_reference': 'http://www.w3.org/ns/oa#'},
                  'org': {'prefix_prefix': 'org',
                          'prefix_reference': 'http://www.w3.org/ns/org#'},
                  'prov': {'prefix_prefix': 'prov',
                           'prefix_reference': 'http://www.w3.org/ns/prov#'},
                  'qudt': {'prefix_prefix': 'qudt',
                           'prefix_reference': 'http://qudt.org/schema/qudt/'},
                  'qudt_unit': {'prefix_prefix': 'qudt_unit',
                                'prefix_reference': 'http://qudt.org/vocab/unit/'},
                  'rdf': {'prefix_prefix': 'rdf',
                          'prefix_reference': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'},
                  'rdfs': {'prefix_prefix': 'rdfs',
                           'prefix_reference': 'http://www.w3.org/2000/01/rdf-schema#'},
                  'schema': {'prefix_prefix': 'schema',
                             'prefix_reference': 'http://schema.org/'},
                  'skos': {'prefix_prefix': 'skos',
                           'prefix_reference': 'http://www.w3.org/2004/02/skos/core#'},
                  'status': {'prefix_prefix': 'status',
                             'prefix_reference': 'https://w3id.org/health-commitments/status/'},
                  'unit': {'prefix_prefix': 'unit',
                           'prefix_reference': 'https://w3id.org/health-commitments/unit/'},
                  'xsd': {'prefix_prefix': 'xsd',
                          'prefix_reference': 'http://www.w3.org/2001/XMLSchema#'}},
     'source_file': 'ontology/schema/health_commitments.yaml',
     'title': 'Health reform commitments'} )

class Level(str, Enum):
    """
    The administrative tiers.
    """
    national = "national"
    """
    Of the state.
    """
    provincial = "provincial"
    """
    Of a province, autonomous region or municipality.
    """
    municipal = "municipal"
    """
    Of a prefecture or city.
    """
    county = "county"
    """
    Of a county, district or county-level city.
    """
    township = "township"
    """
    Of a township or subdistrict.
    """
    village = "village"
    """
    Of a village or community.
    """


class Unit(str, Enum):
    """
    The units of values, beside the ISO 4217 codes of currencies (`unit:CNY`). A unit that counts takes any classifier.
    """
    count = "count"
    """
    Things, people or cases.
    """
    percent = "percent"
    """
    Hundredths.
    """
    percentage_point = "percentage_point"
    """
    Difference of two percentages.
    """
    permille = "permille"
    """
    Thousandths.
    """
    per_100k = "per_100k"
    """
    Of 100 000 people or births.
    """
    per_10k = "per_10k"
    """
    Of 10 000 people.
    """
    per_1000 = "per_1000"
    """
    Of 1 000 people.
    """
    years = "years"
    """
    Years, of life or age.
    """
    times = "times"
    """
    Multiples of what was before.
    """


class Status(str, Enum):
    """
    How far a thing has come.
    """
    sought = "sought"
    """
    Striven for; another body decides.
    """
    planned = "planned"
    """
    To be done or reached.
    """
    underway = "underway"
    """
    Being done.
    """
    achieved = "achieved"
    """
    Done, reached or observed.
    """
    conditional = "conditional"
    """
    Depends on something else that is stated.
    """
    withdrawn = "withdrawn"
    """
    Cancelled, or judged undeliverable.
    """


class Comparator(str, Enum):
    """
    How the true number relates to the value.
    """
    eq = "eq"
    """
    Exactly.
    """
    ge = "ge"
    """
    At least.
    """
    gt = "gt"
    """
    More than.
    """
    le = "le"
    """
    At most.
    """
    lt = "lt"
    """
    Less than.
    """
    approx = "approx"
    """
    About.
    """
    range = "range"
    """
    From the value to the upper value.
    """
    all = "all"
    """
    All there are; no number.
    """


class Change(str, Enum):
    """
    What the number is.
    """
    level = "level"
    """
    The level reached.
    """
    increase = "increase"
    """
    By how much it rises.
    """
    decrease = "decrease"
    """
    By how much it falls.
    """



class ConceptScheme(ConfiguredBaseModel):
    """
    A list of concepts of one kind.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'skos:ConceptScheme',
         'from_schema': 'https://w3id.org/health-commitments/ontology/term',
         'slot_usage': {'name': {'name': 'name', 'required': True}}})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    name: list[str] = Field(default=..., description="""The preferred name, one a language.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme', 'Concept', 'Place', 'Organization', 'Person'],
         'slot_uri': 'skos:prefLabel'} })


class Concept(ConfiguredBaseModel):
    """
    A term with labels in Chinese and English.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'skos:Concept',
         'from_schema': 'https://w3id.org/health-commitments/ontology/term',
         'slot_usage': {'name': {'name': 'name', 'required': True}}})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    name: list[str] = Field(default=..., description="""The preferred name, one a language.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme', 'Concept', 'Place', 'Organization', 'Person'],
         'slot_uri': 'skos:prefLabel'} })
    other_name: Optional[list[str]] = Field(default=None, description="""Other names, spellings and translations, those of machine translation included.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Place', 'Organization'], 'slot_uri': 'skos:altLabel'} })
    kind: Optional[str] = Field(default=None, description="""The kind of term as the vocabularies sort it (designation, facility, staff ...).""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'hc:kind'} })
    broader: Optional[list[str]] = Field(default=None, description="""The more general concept.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:broader'} })
    in_scheme: Optional[str] = Field(default=None, description="""The list that the concept is of.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:inScheme'} })
    notation: Optional[str] = Field(default=None, description="""The code of the concept in its list.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:notation'} })
    exact_match: Optional[list[str]] = Field(default=None, description="""The same concept in another vocabulary.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:exactMatch'} })
    factor: Optional[Decimal] = Field(default=None, description="""What a number in this unit is multiplied by to be a plain ratio (0.01 for percent).""", ge=0, json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'qudt:conversionMultiplier'} })
    level: Optional[Level] = Field(default=None, description="""The administrative tier that the thing belongs to, not the place where it is.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Statement'], 'slot_uri': 'hc:level'} })


class Measure(Concept):
    """
    What a statement counts, designates, measures or pilots. A measure that is neither a programme nor an indicator is a noun phrase of a text that no term of the vocabularies covers.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Measure',
         'from_schema': 'https://w3id.org/health-commitments/ontology/term'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    name: list[str] = Field(default=..., description="""The preferred name, one a language.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme', 'Concept', 'Place', 'Organization', 'Person'],
         'slot_uri': 'skos:prefLabel'} })
    other_name: Optional[list[str]] = Field(default=None, description="""Other names, spellings and translations, those of machine translation included.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Place', 'Organization'], 'slot_uri': 'skos:altLabel'} })
    kind: Optional[str] = Field(default=None, description="""The kind of term as the vocabularies sort it (designation, facility, staff ...).""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'hc:kind'} })
    broader: Optional[list[str]] = Field(default=None, description="""The more general concept.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:broader'} })
    in_scheme: Optional[str] = Field(default=None, description="""The list that the concept is of.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:inScheme'} })
    notation: Optional[str] = Field(default=None, description="""The code of the concept in its list.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:notation'} })
    exact_match: Optional[list[str]] = Field(default=None, description="""The same concept in another vocabulary.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:exactMatch'} })
    factor: Optional[Decimal] = Field(default=None, description="""What a number in this unit is multiplied by to be a plain ratio (0.01 for percent).""", ge=0, json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'qudt:conversionMultiplier'} })
    level: Optional[Level] = Field(default=None, description="""The administrative tier that the thing belongs to, not the place where it is.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Statement'], 'slot_uri': 'hc:level'} })


class Specialty(Concept):
    """
    A clinical specialty.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Specialty',
         'from_schema': 'https://w3id.org/health-commitments/ontology/term'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    name: list[str] = Field(default=..., description="""The preferred name, one a language.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme', 'Concept', 'Place', 'Organization', 'Person'],
         'slot_uri': 'skos:prefLabel'} })
    other_name: Optional[list[str]] = Field(default=None, description="""Other names, spellings and translations, those of machine translation included.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Place', 'Organization'], 'slot_uri': 'skos:altLabel'} })
    kind: Optional[str] = Field(default=None, description="""The kind of term as the vocabularies sort it (designation, facility, staff ...).""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'hc:kind'} })
    broader: Optional[list[str]] = Field(default=None, description="""The more general concept.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:broader'} })
    in_scheme: Optional[str] = Field(default=None, description="""The list that the concept is of.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:inScheme'} })
    notation: Optional[str] = Field(default=None, description="""The code of the concept in its list.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:notation'} })
    exact_match: Optional[list[str]] = Field(default=None, description="""The same concept in another vocabulary.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:exactMatch'} })
    factor: Optional[Decimal] = Field(default=None, description="""What a number in this unit is multiplied by to be a plain ratio (0.01 for percent).""", ge=0, json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'qudt:conversionMultiplier'} })
    level: Optional[Level] = Field(default=None, description="""The administrative tier that the thing belongs to, not the place where it is.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Statement'], 'slot_uri': 'hc:level'} })


class Place(ConfiguredBaseModel):
    """
    A country or a division of it.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Place',
         'exact_mappings': ['schema:Place'],
         'from_schema': 'https://w3id.org/health-commitments/ontology/place',
         'slot_usage': {'code': {'name': 'code', 'required': True},
                        'name': {'name': 'name', 'required': True}}})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    code: str = Field(default=..., description="""GB/T 2260 code of six digits, CN for China, ISO 3166-1 alpha-2 elsewhere.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'dcterms:identifier'} })
    name: list[str] = Field(default=..., description="""The preferred name, one a language.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme', 'Concept', 'Place', 'Organization', 'Person'],
         'slot_uri': 'skos:prefLabel'} })
    other_name: Optional[list[str]] = Field(default=None, description="""Other names, spellings and translations, those of machine translation included.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Place', 'Organization'], 'slot_uri': 'skos:altLabel'} })
    iso3166: Optional[str] = Field(default=None, description="""ISO 3166-1 alpha-2 code of a country, ISO 3166-2 code of a province.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'hc:iso3166'} })
    part_of: Optional[str] = Field(default=None, description="""The division or country right above.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'],
         'exact_mappings': ['schema:containedInPlace', 'dcterms:isPartOf'],
         'slot_uri': 'hc:partOf'} })
    longitude: Optional[Decimal] = Field(default=None, description="""Degrees east, WGS 84, of a point in the place.""", ge=-180, le=180, json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'geo:long'} })
    latitude: Optional[Decimal] = Field(default=None, description="""Degrees north, WGS 84, of a point in the place.""", ge=-90, le=90, json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'geo:lat'} })
    same_as: Optional[list[str]] = Field(default=None, description="""The same place in GeoNames.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'schema:sameAs'} })
    receives: Optional[list[str]] = Field(default=None, description="""A programme, facility or designation that a statement promises to the city, or reports there, whatever its status; withdrawn statements and those of the value 0 give none.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'hc:receives'} })

    @field_validator('code')
    def pattern_code(cls, v):
        pattern=re.compile(r"^([0-9]{6}|[A-Z]{2})$")
        if isinstance(v, list):
            for element in v:
                if isinstance(element, str) and not pattern.search(element):
                    err_msg = f"Invalid code format: {element}"
                    raise ValueError(err_msg)
        elif isinstance(v, str) and not pattern.search(v):
            err_msg = f"Invalid code format: {v}"
            raise ValueError(err_msg)
        return v

    @field_validator('iso3166')
    def pattern_iso3166(cls, v):
        pattern=re.compile(r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")
        if isinstance(v, list):
            for element in v:
                if isinstance(element, str) and not pattern.search(element):
                    err_msg = f"Invalid iso3166 format: {element}"
                    raise ValueError(err_msg)
        elif isinstance(v, str) and not pattern.search(v):
            err_msg = f"Invalid iso3166 format: {v}"
            raise ValueError(err_msg)
        return v


class Country(Place):
    """
    A country.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Country',
         'exact_mappings': ['schema:Country'],
         'from_schema': 'https://w3id.org/health-commitments/ontology/place'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    code: str = Field(default=..., description="""GB/T 2260 code of six digits, CN for China, ISO 3166-1 alpha-2 elsewhere.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'dcterms:identifier'} })
    name: list[str] = Field(default=..., description="""The preferred name, one a language.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme', 'Concept', 'Place', 'Organization', 'Person'],
         'slot_uri': 'skos:prefLabel'} })
    other_name: Optional[list[str]] = Field(default=None, description="""Other names, spellings and translations, those of machine translation included.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Place', 'Organization'], 'slot_uri': 'skos:altLabel'} })
    iso3166: Optional[str] = Field(default=None, description="""ISO 3166-1 alpha-2 code of a country, ISO 3166-2 code of a province.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'hc:iso3166'} })
    part_of: Optional[str] = Field(default=None, description="""The division or country right above.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'],
         'exact_mappings': ['schema:containedInPlace', 'dcterms:isPartOf'],
         'slot_uri': 'hc:partOf'} })
    longitude: Optional[Decimal] = Field(default=None, description="""Degrees east, WGS 84, of a point in the place.""", ge=-180, le=180, json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'geo:long'} })
    latitude: Optional[Decimal] = Field(default=None, description="""Degrees north, WGS 84, of a point in the place.""", ge=-90, le=90, json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'geo:lat'} })
    same_as: Optional[list[str]] = Field(default=None, description="""The same place in GeoNames.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'schema:sameAs'} })
    receives: Optional[list[str]] = Field(default=None, description="""A programme, facility or designation that a statement promises to the city, or reports there, whatever its status; withdrawn statements and those of the value 0 give none.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'hc:receives'} })

    @field_validator('code')
    def pattern_code(cls, v):
        pattern=re.compile(r"^([0-9]{6}|[A-Z]{2})$")
        if isinstance(v, list):
            for element in v:
                if isinstance(element, str) and not pattern.search(element):
                    err_msg = f"Invalid code format: {element}"
                    raise ValueError(err_msg)
        elif isinstance(v, str) and not pattern.search(v):
            err_msg = f"Invalid code format: {v}"
            raise ValueError(err_msg)
        return v

    @field_validator('iso3166')
    def pattern_iso3166(cls, v):
        pattern=re.compile(r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")
        if isinstance(v, list):
            for element in v:
                if isinstance(element, str) and not pattern.search(element):
                    err_msg = f"Invalid iso3166 format: {element}"
                    raise ValueError(err_msg)
        elif isinstance(v, str) and not pattern.search(v):
            err_msg = f"Invalid iso3166 format: {v}"
            raise ValueError(err_msg)
        return v


class Province(Place):
    """
    A division of level 1: province, autonomous region, municipality, special administrative region.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Province',
         'from_schema': 'https://w3id.org/health-commitments/ontology/place'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    code: str = Field(default=..., description="""GB/T 2260 code of six digits, CN for China, ISO 3166-1 alpha-2 elsewhere.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'dcterms:identifier'} })
    name: list[str] = Field(default=..., description="""The preferred name, one a language.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme', 'Concept', 'Place', 'Organization', 'Person'],
         'slot_uri': 'skos:prefLabel'} })
    other_name: Optional[list[str]] = Field(default=None, description="""Other names, spellings and translations, those of machine translation included.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Place', 'Organization'], 'slot_uri': 'skos:altLabel'} })
    iso3166: Optional[str] = Field(default=None, description="""ISO 3166-1 alpha-2 code of a country, ISO 3166-2 code of a province.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'hc:iso3166'} })
    part_of: Optional[str] = Field(default=None, description="""The division or country right above.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'],
         'exact_mappings': ['schema:containedInPlace', 'dcterms:isPartOf'],
         'slot_uri': 'hc:partOf'} })
    longitude: Optional[Decimal] = Field(default=None, description="""Degrees east, WGS 84, of a point in the place.""", ge=-180, le=180, json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'geo:long'} })
    latitude: Optional[Decimal] = Field(default=None, description="""Degrees north, WGS 84, of a point in the place.""", ge=-90, le=90, json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'geo:lat'} })
    same_as: Optional[list[str]] = Field(default=None, description="""The same place in GeoNames.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'schema:sameAs'} })
    receives: Optional[list[str]] = Field(default=None, description="""A programme, facility or designation that a statement promises to the city, or reports there, whatever its status; withdrawn statements and those of the value 0 give none.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'hc:receives'} })

    @field_validator('code')
    def pattern_code(cls, v):
        pattern=re.compile(r"^([0-9]{6}|[A-Z]{2})$")
        if isinstance(v, list):
            for element in v:
                if isinstance(element, str) and not pattern.search(element):
                    err_msg = f"Invalid code format: {element}"
                    raise ValueError(err_msg)
        elif isinstance(v, str) and not pattern.search(v):
            err_msg = f"Invalid code format: {v}"
            raise ValueError(err_msg)
        return v

    @field_validator('iso3166')
    def pattern_iso3166(cls, v):
        pattern=re.compile(r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")
        if isinstance(v, list):
            for element in v:
                if isinstance(element, str) and not pattern.search(element):
                    err_msg = f"Invalid iso3166 format: {element}"
                    raise ValueError(err_msg)
        elif isinstance(v, str) and not pattern.search(v):
            err_msg = f"Invalid iso3166 format: {v}"
            raise ValueError(err_msg)
        return v


class City(Place):
    """
    A division of level 2 (prefecture-level city, prefecture, league), or one of the four municipalities.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:City',
         'from_schema': 'https://w3id.org/health-commitments/ontology/place'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    code: str = Field(default=..., description="""GB/T 2260 code of six digits, CN for China, ISO 3166-1 alpha-2 elsewhere.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'dcterms:identifier'} })
    name: list[str] = Field(default=..., description="""The preferred name, one a language.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme', 'Concept', 'Place', 'Organization', 'Person'],
         'slot_uri': 'skos:prefLabel'} })
    other_name: Optional[list[str]] = Field(default=None, description="""Other names, spellings and translations, those of machine translation included.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Place', 'Organization'], 'slot_uri': 'skos:altLabel'} })
    iso3166: Optional[str] = Field(default=None, description="""ISO 3166-1 alpha-2 code of a country, ISO 3166-2 code of a province.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'hc:iso3166'} })
    part_of: Optional[str] = Field(default=None, description="""The division or country right above.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'],
         'exact_mappings': ['schema:containedInPlace', 'dcterms:isPartOf'],
         'slot_uri': 'hc:partOf'} })
    longitude: Optional[Decimal] = Field(default=None, description="""Degrees east, WGS 84, of a point in the place.""", ge=-180, le=180, json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'geo:long'} })
    latitude: Optional[Decimal] = Field(default=None, description="""Degrees north, WGS 84, of a point in the place.""", ge=-90, le=90, json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'geo:lat'} })
    same_as: Optional[list[str]] = Field(default=None, description="""The same place in GeoNames.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'schema:sameAs'} })
    receives: Optional[list[str]] = Field(default=None, description="""A programme, facility or designation that a statement promises to the city, or reports there, whatever its status; withdrawn statements and those of the value 0 give none.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'hc:receives'} })

    @field_validator('code')
    def pattern_code(cls, v):
        pattern=re.compile(r"^([0-9]{6}|[A-Z]{2})$")
        if isinstance(v, list):
            for element in v:
                if isinstance(element, str) and not pattern.search(element):
                    err_msg = f"Invalid code format: {element}"
                    raise ValueError(err_msg)
        elif isinstance(v, str) and not pattern.search(v):
            err_msg = f"Invalid code format: {v}"
            raise ValueError(err_msg)
        return v

    @field_validator('iso3166')
    def pattern_iso3166(cls, v):
        pattern=re.compile(r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")
        if isinstance(v, list):
            for element in v:
                if isinstance(element, str) and not pattern.search(element):
                    err_msg = f"Invalid iso3166 format: {element}"
                    raise ValueError(err_msg)
        elif isinstance(v, str) and not pattern.search(v):
            err_msg = f"Invalid iso3166 format: {v}"
            raise ValueError(err_msg)
        return v


class County(Place):
    """
    A division of level 3: county, district, banner, county-level city.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:County',
         'from_schema': 'https://w3id.org/health-commitments/ontology/place'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    code: str = Field(default=..., description="""GB/T 2260 code of six digits, CN for China, ISO 3166-1 alpha-2 elsewhere.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'dcterms:identifier'} })
    name: list[str] = Field(default=..., description="""The preferred name, one a language.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme', 'Concept', 'Place', 'Organization', 'Person'],
         'slot_uri': 'skos:prefLabel'} })
    other_name: Optional[list[str]] = Field(default=None, description="""Other names, spellings and translations, those of machine translation included.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Place', 'Organization'], 'slot_uri': 'skos:altLabel'} })
    iso3166: Optional[str] = Field(default=None, description="""ISO 3166-1 alpha-2 code of a country, ISO 3166-2 code of a province.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'hc:iso3166'} })
    part_of: Optional[str] = Field(default=None, description="""The division or country right above.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'],
         'exact_mappings': ['schema:containedInPlace', 'dcterms:isPartOf'],
         'slot_uri': 'hc:partOf'} })
    longitude: Optional[Decimal] = Field(default=None, description="""Degrees east, WGS 84, of a point in the place.""", ge=-180, le=180, json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'geo:long'} })
    latitude: Optional[Decimal] = Field(default=None, description="""Degrees north, WGS 84, of a point in the place.""", ge=-90, le=90, json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'geo:lat'} })
    same_as: Optional[list[str]] = Field(default=None, description="""The same place in GeoNames.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'schema:sameAs'} })
    receives: Optional[list[str]] = Field(default=None, description="""A programme, facility or designation that a statement promises to the city, or reports there, whatever its status; withdrawn statements and those of the value 0 give none.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Place'], 'slot_uri': 'hc:receives'} })

    @field_validator('code')
    def pattern_code(cls, v):
        pattern=re.compile(r"^([0-9]{6}|[A-Z]{2})$")
        if isinstance(v, list):
            for element in v:
                if isinstance(element, str) and not pattern.search(element):
                    err_msg = f"Invalid code format: {element}"
                    raise ValueError(err_msg)
        elif isinstance(v, str) and not pattern.search(v):
            err_msg = f"Invalid code format: {v}"
            raise ValueError(err_msg)
        return v

    @field_validator('iso3166')
    def pattern_iso3166(cls, v):
        pattern=re.compile(r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")
        if isinstance(v, list):
            for element in v:
                if isinstance(element, str) and not pattern.search(element):
                    err_msg = f"Invalid iso3166 format: {element}"
                    raise ValueError(err_msg)
        elif isinstance(v, str) and not pattern.search(v):
            err_msg = f"Invalid iso3166 format: {v}"
            raise ValueError(err_msg)
        return v


class Organization(ConfiguredBaseModel):
    """
    A body, by the name that texts give it.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Organization',
         'from_schema': 'https://w3id.org/health-commitments/ontology/organization',
         'slot_usage': {'name': {'name': 'name', 'required': True}},
         'subclass_of': 'org:Organization'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    name: list[str] = Field(default=..., description="""The preferred name, one a language.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme', 'Concept', 'Place', 'Organization', 'Person'],
         'slot_uri': 'skos:prefLabel'} })
    other_name: Optional[list[str]] = Field(default=None, description="""Other names, spellings and translations, those of machine translation included.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Place', 'Organization'], 'slot_uri': 'skos:altLabel'} })
    seat: Optional[str] = Field(default=None, description="""The place that the organization belongs to.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Organization'], 'slot_uri': 'hc:seat'} })


class Hospital(Organization):
    """
    A hospital or other medical institution.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Hospital',
         'exact_mappings': ['schema:Hospital'],
         'from_schema': 'https://w3id.org/health-commitments/ontology/organization'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    name: list[str] = Field(default=..., description="""The preferred name, one a language.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme', 'Concept', 'Place', 'Organization', 'Person'],
         'slot_uri': 'skos:prefLabel'} })
    other_name: Optional[list[str]] = Field(default=None, description="""Other names, spellings and translations, those of machine translation included.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Place', 'Organization'], 'slot_uri': 'skos:altLabel'} })
    seat: Optional[str] = Field(default=None, description="""The place that the organization belongs to.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Organization'], 'slot_uri': 'hc:seat'} })


class HealthCommission(Organization):
    """
    A health commission, bureau, department or ministry.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:HealthCommission',
         'from_schema': 'https://w3id.org/health-commitments/ontology/organization'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    name: list[str] = Field(default=..., description="""The preferred name, one a language.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme', 'Concept', 'Place', 'Organization', 'Person'],
         'slot_uri': 'skos:prefLabel'} })
    other_name: Optional[list[str]] = Field(default=None, description="""Other names, spellings and translations, those of machine translation included.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Place', 'Organization'], 'slot_uri': 'skos:altLabel'} })
    seat: Optional[str] = Field(default=None, description="""The place that the organization belongs to.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Organization'], 'slot_uri': 'hc:seat'} })


class Government(Organization):
    """
    A people's government, or a government outside China.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Government',
         'exact_mappings': ['schema:GovernmentOrganization'],
         'from_schema': 'https://w3id.org/health-commitments/ontology/organization'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    name: list[str] = Field(default=..., description="""The preferred name, one a language.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme', 'Concept', 'Place', 'Organization', 'Person'],
         'slot_uri': 'skos:prefLabel'} })
    other_name: Optional[list[str]] = Field(default=None, description="""Other names, spellings and translations, those of machine translation included.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Place', 'Organization'], 'slot_uri': 'skos:altLabel'} })
    seat: Optional[str] = Field(default=None, description="""The place that the organization belongs to.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Organization'], 'slot_uri': 'hc:seat'} })


class Person(ConfiguredBaseModel):
    """
    A person whom a text names with a post.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Person',
         'exact_mappings': ['schema:Person'],
         'from_schema': 'https://w3id.org/health-commitments/ontology/organization',
         'slot_usage': {'name': {'name': 'name', 'required': True}}})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    name: list[str] = Field(default=..., description="""The preferred name, one a language.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme', 'Concept', 'Place', 'Organization', 'Person'],
         'slot_uri': 'skos:prefLabel'} })


class Membership(ConfiguredBaseModel):
    """
    That a person holds a post, as a document says.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Membership',
         'from_schema': 'https://w3id.org/health-commitments/ontology/organization',
         'slot_usage': {'member': {'name': 'member', 'required': True},
                        'organization': {'name': 'organization', 'required': True},
                        'stated_in': {'name': 'stated_in', 'required': True}},
         'subclass_of': 'org:Membership'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    member: str = Field(default=..., description="""Who holds the post.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Membership'], 'slot_uri': 'org:member'} })
    organization: str = Field(default=..., description="""Where the post is.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Membership'], 'slot_uri': 'org:organization'} })
    post_title: Optional[str] = Field(default=None, description="""The post as the text names it.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Membership'], 'slot_uri': 'hc:postTitle'} })
    stated_in: str = Field(default=..., description="""The document that says so.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Membership', 'Evidence'], 'slot_uri': 'hc:document'} })


class Programme(Measure):
    """
    A programme, facility type, designation, reform or service that a place or body can receive or carry out; `kind` tells which.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Programme',
         'from_schema': 'https://w3id.org/health-commitments/ontology/programme'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    name: list[str] = Field(default=..., description="""The preferred name, one a language.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme', 'Concept', 'Place', 'Organization', 'Person'],
         'slot_uri': 'skos:prefLabel'} })
    other_name: Optional[list[str]] = Field(default=None, description="""Other names, spellings and translations, those of machine translation included.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Place', 'Organization'], 'slot_uri': 'skos:altLabel'} })
    kind: Optional[str] = Field(default=None, description="""The kind of term as the vocabularies sort it (designation, facility, staff ...).""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'hc:kind'} })
    broader: Optional[list[str]] = Field(default=None, description="""The more general concept.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:broader'} })
    in_scheme: Optional[str] = Field(default=None, description="""The list that the concept is of.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:inScheme'} })
    notation: Optional[str] = Field(default=None, description="""The code of the concept in its list.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:notation'} })
    exact_match: Optional[list[str]] = Field(default=None, description="""The same concept in another vocabulary.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:exactMatch'} })
    factor: Optional[Decimal] = Field(default=None, description="""What a number in this unit is multiplied by to be a plain ratio (0.01 for percent).""", ge=0, json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'qudt:conversionMultiplier'} })
    level: Optional[Level] = Field(default=None, description="""The administrative tier that the thing belongs to, not the place where it is.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Statement'], 'slot_uri': 'hc:level'} })


class Indicator(Measure):
    """
    A health indicator, or staff, money or equipment that is counted; `kind` tells which.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Indicator',
         'from_schema': 'https://w3id.org/health-commitments/ontology/indicator'})

    default_unit: Optional[str] = Field(default=None, description="""The unit of a number that a text gives without one.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Indicator'], 'slot_uri': 'hc:defaultUnit'} })
    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    name: list[str] = Field(default=..., description="""The preferred name, one a language.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme', 'Concept', 'Place', 'Organization', 'Person'],
         'slot_uri': 'skos:prefLabel'} })
    other_name: Optional[list[str]] = Field(default=None, description="""Other names, spellings and translations, those of machine translation included.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Place', 'Organization'], 'slot_uri': 'skos:altLabel'} })
    kind: Optional[str] = Field(default=None, description="""The kind of term as the vocabularies sort it (designation, facility, staff ...).""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'hc:kind'} })
    broader: Optional[list[str]] = Field(default=None, description="""The more general concept.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:broader'} })
    in_scheme: Optional[str] = Field(default=None, description="""The list that the concept is of.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:inScheme'} })
    notation: Optional[str] = Field(default=None, description="""The code of the concept in its list.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:notation'} })
    exact_match: Optional[list[str]] = Field(default=None, description="""The same concept in another vocabulary.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'skos:exactMatch'} })
    factor: Optional[Decimal] = Field(default=None, description="""What a number in this unit is multiplied by to be a plain ratio (0.01 for percent).""", ge=0, json_schema_extra = { "linkml_meta": {'domain_of': ['Concept'], 'slot_uri': 'qudt:conversionMultiplier'} })
    level: Optional[Level] = Field(default=None, description="""The administrative tier that the thing belongs to, not the place where it is.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Statement'], 'slot_uri': 'hc:level'} })


class Document(ConfiguredBaseModel):
    """
    A text, whatever the places where it was found. Its id is the hash of the text.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Document',
         'exact_mappings': ['schema:DigitalDocument'],
         'from_schema': 'https://w3id.org/health-commitments/ontology/document',
         'slot_usage': {'language': {'name': 'language', 'required': True}},
         'subclass_of': 'prov:Entity'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    title: Optional[str] = Field(default=None, description="""The title.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Document'], 'slot_uri': 'dcterms:title'} })
    language: Literal["zh", "en"] = Field(default=..., description="""The language of the text.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Document'],
         'equals_string_in': ['zh', 'en'],
         'slot_uri': 'dcterms:language'} })
    issuer: Optional[str] = Field(default=None, description="""The issuing body.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Document'], 'slot_uri': 'hc:issuer'} })
    spatial: Optional[str] = Field(default=None, description="""The issuer's place.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Document'], 'slot_uri': 'dcterms:spatial'} })
    issued: Optional[Union[date, str]] = Field(default=None, description="""The date of the text, or the earliest of its sources', as exact as known.""", json_schema_extra = { "linkml_meta": {'any_of': [{'range': 'Year'}, {'range': 'YearMonth'}, {'range': 'date'}],
         'domain_of': ['Document'],
         'slot_uri': 'dcterms:issued'} })
    source: Optional[list[str]] = Field(default=None, description="""Web addresses where the text was found.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Document'], 'slot_uri': 'dcterms:source'} })
    flag: Optional[list[str]] = Field(default=None, description="""Doubts about quality: machine-translated, lost-digits ...""", json_schema_extra = { "linkml_meta": {'domain_of': ['Document'], 'slot_uri': 'hc:flag'} })


class Extraction(ConfiguredBaseModel):
    """
    The reading of a document by the loaders.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Extraction',
         'from_schema': 'https://w3id.org/health-commitments/ontology/document',
         'slot_usage': {'agent': {'name': 'agent', 'required': True},
                        'used': {'name': 'used', 'required': True}},
         'subclass_of': 'prov:Activity'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    used: str = Field(default=..., description="""The document that was read.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Extraction'], 'slot_uri': 'prov:used'} })
    agent: str = Field(default=..., description="""The software that read it.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Extraction'], 'slot_uri': 'prov:wasAssociatedWith'} })


class Quotation(ConfiguredBaseModel):
    """
    A stretch of a document.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'oa:SpecificResource',
         'from_schema': 'https://w3id.org/health-commitments/ontology/document',
         'slot_usage': {'has_source': {'name': 'has_source', 'required': True},
                        'selector': {'exact_cardinality': 2,
                                     'name': 'selector',
                                     'required': True}}})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    has_source: str = Field(default=..., description="""The document that the stretch is of.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Quotation'], 'slot_uri': 'oa:hasSource'} })
    selector: list[str] = Field(default=..., description="""How to find the stretch, by its words and by its offsets.""", min_length=2, max_length=2, json_schema_extra = { "linkml_meta": {'any_of': [{'range': 'QuoteSelector'}, {'range': 'PositionSelector'}],
         'domain_of': ['Quotation'],
         'slot_uri': 'oa:hasSelector'} })


class QuoteSelector(ConfiguredBaseModel):
    """
    A stretch by its words and those around it.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'oa:TextQuoteSelector',
         'from_schema': 'https://w3id.org/health-commitments/ontology/document',
         'slot_usage': {'exact': {'name': 'exact', 'required': True},
                        'prefix': {'name': 'prefix', 'required': True},
                        'suffix': {'name': 'suffix', 'required': True}}})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    exact: str = Field(default=..., description="""The words.""", json_schema_extra = { "linkml_meta": {'domain_of': ['QuoteSelector'], 'slot_uri': 'oa:exact'} })
    prefix: str = Field(default=..., description="""Up to 32 characters before them.""", json_schema_extra = { "linkml_meta": {'domain_of': ['QuoteSelector'], 'slot_uri': 'oa:prefix'} })
    suffix: str = Field(default=..., description="""Up to 32 characters after them.""", json_schema_extra = { "linkml_meta": {'domain_of': ['QuoteSelector'], 'slot_uri': 'oa:suffix'} })


class PositionSelector(ConfiguredBaseModel):
    """
    A stretch by its offsets.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'oa:TextPositionSelector',
         'from_schema': 'https://w3id.org/health-commitments/ontology/document',
         'slot_usage': {'end': {'name': 'end', 'required': True},
                        'start': {'name': 'start', 'required': True}}})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    start: int = Field(default=..., description="""Unicode code points before the stretch in the decoded text.""", ge=0, json_schema_extra = { "linkml_meta": {'domain_of': ['PositionSelector'], 'slot_uri': 'oa:start'} })
    end: int = Field(default=..., description="""Unicode code points up to its end.""", ge=0, json_schema_extra = { "linkml_meta": {'domain_of': ['PositionSelector'], 'slot_uri': 'oa:end'} })


class Statement(ConfiguredBaseModel):
    """
    One number, or one named thing, for one set of places, that one or more documents state.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'abstract': True,
         'broad_mappings': ['prov:Entity'],
         'class_uri': 'hc:Statement',
         'from_schema': 'https://w3id.org/health-commitments/ontology/commitment',
         'slot_usage': {'change': {'name': 'change', 'required': True},
                        'comparator': {'name': 'comparator', 'required': True},
                        'concerns': {'name': 'concerns', 'required': True},
                        'derived_from': {'name': 'derived_from', 'required': True},
                        'each': {'name': 'each', 'required': True},
                        'evidence': {'name': 'evidence', 'required': True},
                        'status': {'name': 'status', 'required': True},
                        'unit': {'name': 'unit', 'required': True}}})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    status: Status = Field(default=..., description="""How far it has come, as the document states.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:status'} })
    concerns: str = Field(default=..., description="""What is counted, designated, measured or piloted.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:concerns'} })
    level: Optional[Level] = Field(default=None, description="""The administrative tier that the thing belongs to, not the place where it is.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Statement'], 'slot_uri': 'hc:level'} })
    value: Optional[Decimal] = Field(default=None, description="""The number stated, in absolute terms: 120 000 for 12 times 10 000, 75 for 75 percent.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement', 'Baseline'], 'slot_uri': 'hc:value'} })
    value_max: Optional[Decimal] = Field(default=None, description="""The upper end of a range.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:valueMax'} })
    comparator: Comparator = Field(default=..., description="""How the true number relates to the value.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:comparator'} })
    unit: str = Field(default=..., description="""One of the enum Unit, or an ISO 4217 currency.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:unit'} })
    change: Change = Field(default=..., description="""Whether the value is the level reached or the change.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:change'} })
    baseline: Optional[str] = Field(default=None, description="""The level that the change starts from, where stated.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:baseline'} })
    each: bool = Field(default=..., description="""Whether the value holds for each of the places rather than for all together.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:each'} })
    applies_to: Optional[list[str]] = Field(default=None, description="""Where it applies.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:appliesTo'} })
    names: Optional[list[str]] = Field(default=None, description="""Bodies that the statement is about.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:names'} })
    made_by: Optional[list[str]] = Field(default=None, description="""Bodies that commit to it or report it, as the documents name them.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:madeBy'} })
    in_specialty: Optional[str] = Field(default=None, description="""The clinical specialty that it is limited to.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:inSpecialty'} })
    part: Optional[str] = Field(default=None, description="""A phase, or `part` for a part of a total that is stated too.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:part'} })
    period: Optional[Union[date, str]] = Field(default=None, description="""When it is due or was observed, as exact as stated.""", json_schema_extra = { "linkml_meta": {'any_of': [{'range': 'Year'}, {'range': 'YearMonth'}, {'range': 'date'}],
         'domain_of': ['Statement', 'Baseline'],
         'slot_uri': 'hc:period'} })
    year: Optional[int] = Field(default=None, description="""The year of the period, as a number to compare with.""", ge=1900, le=2200, json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:year'} })
    evidence: list[str] = Field(default=..., description="""Where documents state it.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:evidence'} })
    derived_from: list[str] = Field(default=..., description="""The documents that state it.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement', 'Evidence'], 'slot_uri': 'prov:wasDerivedFrom'} })


class Commitment(Statement):
    """
    Something to be done or reached, or that was to be.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Commitment',
         'from_schema': 'https://w3id.org/health-commitments/ontology/commitment'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    status: Status = Field(default=..., description="""How far it has come, as the document states.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:status'} })
    concerns: str = Field(default=..., description="""What is counted, designated, measured or piloted.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:concerns'} })
    level: Optional[Level] = Field(default=None, description="""The administrative tier that the thing belongs to, not the place where it is.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Statement'], 'slot_uri': 'hc:level'} })
    value: Optional[Decimal] = Field(default=None, description="""The number stated, in absolute terms: 120 000 for 12 times 10 000, 75 for 75 percent.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement', 'Baseline'], 'slot_uri': 'hc:value'} })
    value_max: Optional[Decimal] = Field(default=None, description="""The upper end of a range.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:valueMax'} })
    comparator: Comparator = Field(default=..., description="""How the true number relates to the value.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:comparator'} })
    unit: str = Field(default=..., description="""One of the enum Unit, or an ISO 4217 currency.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:unit'} })
    change: Change = Field(default=..., description="""Whether the value is the level reached or the change.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:change'} })
    baseline: Optional[str] = Field(default=None, description="""The level that the change starts from, where stated.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:baseline'} })
    each: bool = Field(default=..., description="""Whether the value holds for each of the places rather than for all together.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:each'} })
    applies_to: Optional[list[str]] = Field(default=None, description="""Where it applies.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:appliesTo'} })
    names: Optional[list[str]] = Field(default=None, description="""Bodies that the statement is about.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:names'} })
    made_by: Optional[list[str]] = Field(default=None, description="""Bodies that commit to it or report it, as the documents name them.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:madeBy'} })
    in_specialty: Optional[str] = Field(default=None, description="""The clinical specialty that it is limited to.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:inSpecialty'} })
    part: Optional[str] = Field(default=None, description="""A phase, or `part` for a part of a total that is stated too.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:part'} })
    period: Optional[Union[date, str]] = Field(default=None, description="""When it is due or was observed, as exact as stated.""", json_schema_extra = { "linkml_meta": {'any_of': [{'range': 'Year'}, {'range': 'YearMonth'}, {'range': 'date'}],
         'domain_of': ['Statement', 'Baseline'],
         'slot_uri': 'hc:period'} })
    year: Optional[int] = Field(default=None, description="""The year of the period, as a number to compare with.""", ge=1900, le=2200, json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:year'} })
    evidence: list[str] = Field(default=..., description="""Where documents state it.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:evidence'} })
    derived_from: list[str] = Field(default=..., description="""The documents that state it.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement', 'Evidence'], 'slot_uri': 'prov:wasDerivedFrom'} })


class Outcome(Statement):
    """
    Something reported as done, reached or observed.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Outcome',
         'from_schema': 'https://w3id.org/health-commitments/ontology/commitment'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    status: Status = Field(default=..., description="""How far it has come, as the document states.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:status'} })
    concerns: str = Field(default=..., description="""What is counted, designated, measured or piloted.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:concerns'} })
    level: Optional[Level] = Field(default=None, description="""The administrative tier that the thing belongs to, not the place where it is.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Concept', 'Statement'], 'slot_uri': 'hc:level'} })
    value: Optional[Decimal] = Field(default=None, description="""The number stated, in absolute terms: 120 000 for 12 times 10 000, 75 for 75 percent.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement', 'Baseline'], 'slot_uri': 'hc:value'} })
    value_max: Optional[Decimal] = Field(default=None, description="""The upper end of a range.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:valueMax'} })
    comparator: Comparator = Field(default=..., description="""How the true number relates to the value.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:comparator'} })
    unit: str = Field(default=..., description="""One of the enum Unit, or an ISO 4217 currency.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:unit'} })
    change: Change = Field(default=..., description="""Whether the value is the level reached or the change.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:change'} })
    baseline: Optional[str] = Field(default=None, description="""The level that the change starts from, where stated.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:baseline'} })
    each: bool = Field(default=..., description="""Whether the value holds for each of the places rather than for all together.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:each'} })
    applies_to: Optional[list[str]] = Field(default=None, description="""Where it applies.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:appliesTo'} })
    names: Optional[list[str]] = Field(default=None, description="""Bodies that the statement is about.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:names'} })
    made_by: Optional[list[str]] = Field(default=None, description="""Bodies that commit to it or report it, as the documents name them.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:madeBy'} })
    in_specialty: Optional[str] = Field(default=None, description="""The clinical specialty that it is limited to.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:inSpecialty'} })
    part: Optional[str] = Field(default=None, description="""A phase, or `part` for a part of a total that is stated too.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:part'} })
    period: Optional[Union[date, str]] = Field(default=None, description="""When it is due or was observed, as exact as stated.""", json_schema_extra = { "linkml_meta": {'any_of': [{'range': 'Year'}, {'range': 'YearMonth'}, {'range': 'date'}],
         'domain_of': ['Statement', 'Baseline'],
         'slot_uri': 'hc:period'} })
    year: Optional[int] = Field(default=None, description="""The year of the period, as a number to compare with.""", ge=1900, le=2200, json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:year'} })
    evidence: list[str] = Field(default=..., description="""Where documents state it.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement'], 'slot_uri': 'hc:evidence'} })
    derived_from: list[str] = Field(default=..., description="""The documents that state it.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement', 'Evidence'], 'slot_uri': 'prov:wasDerivedFrom'} })


class Baseline(ConfiguredBaseModel):
    """
    A level before a change.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Baseline',
         'from_schema': 'https://w3id.org/health-commitments/ontology/commitment',
         'slot_usage': {'value': {'name': 'value', 'required': True}}})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    value: Decimal = Field(default=..., description="""The number stated, in absolute terms: 120 000 for 12 times 10 000, 75 for 75 percent.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement', 'Baseline'], 'slot_uri': 'hc:value'} })
    period: Optional[Union[date, str]] = Field(default=None, description="""When it is due or was observed, as exact as stated.""", json_schema_extra = { "linkml_meta": {'any_of': [{'range': 'Year'}, {'range': 'YearMonth'}, {'range': 'date'}],
         'domain_of': ['Statement', 'Baseline'],
         'slot_uri': 'hc:period'} })


class Evidence(ConfiguredBaseModel):
    """
    That a stretch of a document makes a statement.
    """
    linkml_meta: ClassVar[LinkMLMeta] = LinkMLMeta({'class_uri': 'hc:Evidence',
         'from_schema': 'https://w3id.org/health-commitments/ontology/commitment',
         'slot_usage': {'body': {'name': 'body', 'required': True},
                        'derived_from': {'multivalued': False,
                                         'name': 'derived_from',
                                         'required': True},
                        'generated_by': {'name': 'generated_by', 'required': True},
                        'quote': {'name': 'quote', 'required': True},
                        'stated_in': {'name': 'stated_in', 'required': True},
                        'target': {'name': 'target', 'required': True}},
         'subclass_of': 'oa:Annotation'})

    id: str = Field(default=..., description="""The URI.""", json_schema_extra = { "linkml_meta": {'domain_of': ['ConceptScheme',
                       'Concept',
                       'Place',
                       'Organization',
                       'Person',
                       'Membership',
                       'Document',
                       'Extraction',
                       'Quotation',
                       'QuoteSelector',
                       'PositionSelector',
                       'Statement',
                       'Baseline',
                       'Evidence']} })
    body: str = Field(default=..., description="""What the quote states.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Evidence'], 'slot_uri': 'oa:hasBody'} })
    target: str = Field(default=..., description="""The stretch of the document.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Evidence'], 'slot_uri': 'oa:hasTarget'} })
    quote: str = Field(default=..., description="""The words of the document, exactly as they stand there.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Evidence'], 'slot_uri': 'hc:quote'} })
    stated_in: str = Field(default=..., description="""The document that says so.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Membership', 'Evidence'], 'slot_uri': 'hc:document'} })
    actor: Optional[str] = Field(default=None, description="""The acting body that this document names.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Evidence'], 'slot_uri': 'hc:actor'} })
    rule: Optional[str] = Field(default=None, description="""The rule that read it.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Evidence'], 'slot_uri': 'hc:rule'} })
    measure_label: Optional[str] = Field(default=None, description="""The measure in the words of the document.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Evidence'], 'slot_uri': 'hc:measureLabel'} })
    derived_from: str = Field(default=..., description="""The documents that state it.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Statement', 'Evidence'], 'slot_uri': 'prov:wasDerivedFrom'} })
    generated_by: str = Field(default=..., description="""The reading of the document.""", json_schema_extra = { "linkml_meta": {'domain_of': ['Evidence'], 'slot_uri': 'prov:wasGeneratedBy'} })


# Model rebuild
# see https://pydantic-docs.helpmanual.io/usage/models/#rebuilding-a-model
ConceptScheme.model_rebuild()
Concept.model_rebuild()
Measure.model_rebuild()
Specialty.model_rebuild()
Place.model_rebuild()
Country.model_rebuild()
Province.model_rebuild()
City.model_rebuild()
County.model_rebuild()
Organization.model_rebuild()
Hospital.model_rebuild()
HealthCommission.model_rebuild()
Government.model_rebuild()
Person.model_rebuild()
Membership.model_rebuild()
Programme.model_rebuild()
Indicator.model_rebuild()
Document.model_rebuild()
Extraction.model_rebuild()
Quotation.model_rebuild()
QuoteSelector.model_rebuild()
PositionSelector.model_rebuild()
Statement.model_rebuild()
Commitment.model_rebuild()
Outcome.model_rebuild()
Baseline.model_rebuild()
Evidence.model_rebuild()
