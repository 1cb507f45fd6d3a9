"""Schemathesis over the described API, briefly; `benchmarks/fuzz_api.py` runs it at length against a server."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.app import create_app

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance, status_code_conformance]
SCHEMA = schemathesis.openapi.from_dict(create_app().openapi())
OPERATIONS = {each.ok().label: each.ok() for each in SCHEMA.get_all_operations() if isinstance(each, Ok)}


FIT, UNFIT = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
ASKED = [(label, FIT) for label in sorted(OPERATIONS)]
ASKED += [(label, UNFIT) for label, each in sorted(OPERATIONS.items()) if each.query or each.body]


@pytest.mark.parametrize(("label", "mode"), ASKED)
def test_whatever_is_sent_is_answered_as_described(client: TestClient, label: str, mode: GenerationMode) -> None:
    @given(case=OPERATIONS[label].as_strategy(generation_mode=mode))
    @settings(max_examples=2, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    def ask(case: Case[Any]) -> None:
        case.call_and_validate(app=client.app, checks=CHECKS)

    ask()
