from typing import get_args

import pytest
from linkml_runtime import SchemaView

from ontology import codes, namespaces
from ontology.generate import SCHEMA


@pytest.fixture(scope="module")
def view() -> SchemaView:
    return SchemaView(str(SCHEMA))


@pytest.mark.parametrize(
    ("enum", "values"),
    [
        ("Status", codes.STATUSES),
        ("Level", codes.LEVELS),
        ("Comparator", codes.COMPARATORS),
        ("Change", codes.CHANGES),
        ("Unit", codes.UNITS),
    ],
)
def test_enum_holds_the_values_of_the_code(view: SchemaView, enum: str, values: tuple[str, ...]) -> None:
    assert tuple(str(value) for value in view.get_enum(enum).permissible_values) == values


def test_languages_are_those_of_the_code(view: SchemaView) -> None:
    assert tuple(view.get_slot("language").equals_string_in) == get_args(codes.Lang)


def test_statement_types_are_classes(view: SchemaView) -> None:
    assert set(view.class_children("Statement")) == set(get_args(codes.StatementType))


def test_meaning_of_an_enum_value_is_its_uri(view: SchemaView) -> None:
    found = {
        view.expand_curie(value.meaning): namespaces.uri(name.lower(), code)
        for name, enum in view.all_enums().items()
        for code, value in enum.permissible_values.items()
    }
    assert list(found) == list(found.values())


def test_enum_values_are_named_in_both_languages(view: SchemaView) -> None:
    for enum in view.all_enums().values():
        for value in enum.permissible_values.values():
            assert {"zh", "en"} <= set(value.annotations)


def test_prefixes_are_those_of_the_code(view: SchemaView) -> None:
    declared = {str(prefix.prefix_prefix): str(prefix.prefix_reference) for prefix in view.schema.prefixes.values()}
    declared.pop("linkml")
    assert declared == {name: namespaces.PREFIXES[name] for name in declared}


def test_every_class_and_slot_is_described(view: SchemaView) -> None:
    elements = [*view.all_classes().values(), *view.all_slots().values(), *view.all_enums().values()]
    assert [element.name for element in elements if not element.description] == []
