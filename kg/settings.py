"""Settings, read from the environment: `KG_DATA`, `KG_STORE`, `KG_PASSWORD` ... Only entry points call `settings()`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import AliasChoices, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from kg.errors import SettingsError


class Settings(BaseSettings):
    """All that can be set; every field is a variable of the same name with `KG_` before it, or one of OpenTelemetry."""

    model_config = SettingsConfigDict(env_prefix="KG_", extra="ignore", frozen=True, populate_by_name=True)

    data: Path = Field(default=Path("data"), description="folder of the embedded store, its RDF and its lock")
    store: str = Field(default="", description="Bolt URI of a Neo4j server; empty: the embedded store under `data`")
    user: str = Field(default="neo4j", description="user at `store`")
    password: SecretStr = Field(default=SecretStr(""), description="password at `store`")
    database: str | None = Field(default=None, description="database at `store`; none: the server's default")
    connection_timeout: float = Field(default=5.0, gt=0, description="seconds to wait for a connection")
    retry_time: float = Field(
        default=10.0, ge=0, description="seconds that a transaction is tried again while the engine is away"
    )
    query_timeout: float = Field(default=10.0, gt=0, description="seconds that a query of a user may run")
    write_timeout: float = Field(default=300.0, gt=0, description="seconds that one of our own transactions may run")
    query_rows: int = Field(default=10_000, gt=0, description="rows that a query of a user may return")
    query_memory: str = Field(default="256m", pattern=r"^\d+[mg]$", description="memory a transaction may use (Neo4j)")
    engine_memory: str = Field(default="1g", pattern=r"^\d+[mg]$", description="heap of the embedded engine")
    cache: Path = Field(
        default=Path("~/.cache/health-commitments-kg"), description="what can be fetched again: Neo4j's jars"
    )
    host: str = Field(default="127.0.0.1", description="address that `kg serve` listens on")
    port: int = Field(default=8000, ge=0, le=65535, description="port that `kg serve` listens on")
    api_keys: frozenset[str] = Field(
        default=frozenset(),
        description="JSON list of hashed keys (`python -m api.keys`) that may write; empty: nobody writes over HTTP",
    )
    cors_origins: frozenset[str] = Field(
        default=frozenset({"*"}), description="JSON list of origins whose pages may call the API; *: all"
    )
    read_rate: int = Field(default=1200, ge=0, description="requests a minute that one address may make; 0: any number")
    write_rate: int = Field(default=60, ge=0, description="writing requests a minute, by key and by address; 0: any")
    reply_bytes: int = Field(default=64_000_000, ge=0, description="memory for replies that may be asked for again")
    upload_bytes: int = Field(default=20_000_000, gt=0, description="size of a document that may be sent")
    otlp_endpoint: str = Field(
        default="",
        validation_alias=AliasChoices("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"),
        description="collector that spans go to over OTLP/HTTP (extra `otel`); empty: none are made",
    )
    traces_exporter: Literal["", "otlp", "none"] = Field(
        default="",
        validation_alias="OTEL_TRACES_EXPORTER",
        description="`none`: no spans, even with an endpoint; `otlp`: spans, to port 4318 here if without",
    )

    @property
    def traced(self) -> bool:
        """Whether spans are wanted, as the OpenTelemetry specification has it; its SDK reads all other `OTEL_*`."""
        return self.traces_exporter == "otlp" or bool(self.otlp_endpoint and self.traces_exporter != "none")


def variable(field: str) -> str:
    """The variable of the environment that sets a field, which is named or, in an error, already the variable."""
    alias = Settings.model_fields[field].validation_alias if field in Settings.model_fields else field
    first = alias.choices[0] if isinstance(alias, AliasChoices) else alias
    named = str(first or field).upper()
    return named if named.startswith("OTEL_") else f"KG_{named}"


def settings() -> Settings:
    """The settings of this process.

    Raises SettingsError with the variable's name where a value does not fit.
    """
    try:
        return Settings()
    except ValidationError as error:
        wrong = error.errors()[0]
        name = variable("_".join(str(part) for part in wrong["loc"]))
        raise SettingsError(f"{name}: {wrong['msg']}", hint="Change or unset that variable.") from error
