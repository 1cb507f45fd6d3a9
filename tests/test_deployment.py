"""The Compose file and the Dockerfile: valid, without a default password, and with as few rights as they need."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest
import yaml
from check_jsonschema.builtin_schemas import get_builtin_schema  # type: ignore[import-untyped]

ROOT = Path(__file__).parents[1]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
NEO4J, API = COMPOSE["services"]["neo4j"], COMPOSE["services"]["api"]


def test_the_compose_file_fits_the_specification() -> None:
    schema = get_builtin_schema("vendor.compose-spec")
    jsonschema.validators.validator_for(schema)(schema).validate(COMPOSE)


def test_docker_accepts_the_compose_file(tmp_path: Path) -> None:
    docker = shutil.which("docker")
    if docker is None or subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode:
        pytest.skip("there is no docker compose here; where there is, this runs `docker compose config`")
    order = ["docker", "compose", "-f", str(ROOT / "docker-compose.yml"), "config", "--quiet"]
    assert subprocess.run(order, env={**os.environ, "KG_PASSWORD": "x" * 8}, check=False).returncode == 0


def test_no_password_is_given_and_one_is_asked_for() -> None:
    for value in (NEO4J["environment"]["NEO4J_AUTH"], API["environment"]["KG_PASSWORD"]):
        assert re.search(r"\$\{KG_PASSWORD:\?[^}]+\}$", value)


def test_both_services_tell_their_health_and_the_api_waits() -> None:
    assert API["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    for service in (NEO4J, API):
        assert set(service["healthcheck"]) >= {"test", "interval", "timeout", "retries", "start_period"}
        assert service["mem_limit"]


def test_the_api_has_no_rights_that_it_does_not_need() -> None:
    assert API["read_only"] is True
    assert API["user"] == "10001:10001"
    assert API["cap_drop"] == ["ALL"]
    assert API["ports"] == ["127.0.0.1:${KG_PORT:-8000}:8000"]
    assert "ports" not in NEO4J
    assert re.findall(r"^USER (.+)$", DOCKERFILE, re.MULTILINE)[-1] == "10001:10001"


def test_neo4j_keeps_its_data_and_reads_no_files() -> None:
    assert [volume.partition(":")[2] for volume in NEO4J["volumes"]] == ["/data", "/logs"]
    assert NEO4J["image"].startswith("neo4j:5")
    assert NEO4J["environment"]["NEO4J_dbms_security_allow__csv__import__from__file__urls"] == "false"


def test_every_volume_is_declared() -> None:
    named = {volume.partition(":")[0] for service in (NEO4J, API) for volume in service["volumes"]}
    assert named == set(COMPOSE["volumes"])


def test_the_image_holds_what_the_package_needs() -> None:
    copied = {
        path for line in re.findall(r"^COPY (?!--)(.+)$", DOCKERFILE, re.MULTILINE) for path in shlex.split(line)[:-1]
    }
    assert {path for path in copied if not (ROOT / path).exists()} == set()
    kept = set(re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE))
    assert copied == kept
