"""The official driver as a person at a prompt needs it: short waits, clear errors, a retry of what may be retried."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeVar

import neo4j
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
)

from kg.errors import (
    KgError,
    QueryError,
    QueryMemoryError,
    QuerySyntaxError,
    QueryTimeoutError,
    ReadOnlyError,
    StoreAuthenticationError,
    StoreError,
    StoreUnavailableError,
    StoreVersionError,
)
from kg.store.access import Access

log = logging.getLogger(__name__)
logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what goes wrong is raised; who wants its log sets one up

T = TypeVar("T")
Engine = Literal["neo4j", "arcadedb"]
Work = Callable[[neo4j.Transaction], T]
Read = Callable[[neo4j.Session], T]


@dataclass(frozen=True, slots=True)
class Again:
    """For how long a transaction is tried again; what tells that the engine was lost; what finds it again."""

    seconds: float
    lost: Callable[[BaseException], bool]
    recover: Callable[[], None]


QUIET: list[neo4j.NotificationDisabledClassification] = [
    neo4j.NotificationDisabledClassification.UNRECOGNIZED,
    neo4j.NotificationDisabledClassification.HINT,
    neo4j.NotificationDisabledClassification.PERFORMANCE,
    neo4j.NotificationDisabledClassification.GENERIC,
]  # an empty store has no labels yet; deprecations do speak


def open_driver(access: Access, *, reader: bool, connection_timeout: float) -> neo4j.Driver:
    """A driver for one user, connected. Raises StoreUnavailableError, StoreAuthenticationError."""
    auth = (access.reader, access.reader_password) if reader else (access.user, access.password)
    try:
        driver = neo4j.GraphDatabase.driver(
            access.uri,
            auth=auth,
            connection_timeout=connection_timeout,
            connection_acquisition_timeout=connection_timeout,  # it bounds the handshake too
            max_transaction_retry_time=0,
            notifications_disabled_classifications=QUIET,
            telemetry_disabled=True,
            user_agent="health-commitments-kg",
        )
    except (ConfigurationError, ValueError) as error:
        raise StoreUnavailableError(
            f"{access.uri!r} is no address of a store: {error}", hint="Write it as bolt://host:7687 (--store)."
        ) from error
    try:
        driver.verify_connectivity()
    except (Neo4jError, DriverError, OSError, ValueError) as error:
        driver.close()
        raise translated(error, access) from error
    return driver


def engine_of(driver: neo4j.Driver) -> tuple[Engine, str]:
    """Which engine answers, and its version. Raises StoreVersionError for one that is too old."""
    agent = driver.get_server_info().agent
    if "ArcadeDB" in agent:
        return "arcadedb", agent.partition("ArcadeDB ")[2].strip(")")
    version = agent.removeprefix("Neo4j/")
    if not version.startswith(("5.", "20")):
        raise StoreVersionError(f"The server is {agent}.", hint="Use Neo4j 5 or later.")
    return "neo4j", version


def run(once: Callable[[], T], *, again: Again) -> T:
    """Do the work of one transaction, again while that can help.

    It has to be such that doing it twice is doing it once: an acknowledgement can be lost on the way.
    """
    deadline = time.monotonic() + again.seconds
    pause = 0.02
    while True:
        try:
            return once()
        except (Neo4jError, DriverError, OSError) as error:
            lost = again.lost(error)
            if not (lost or _worth_retrying(error)) or time.monotonic() + pause > deadline:
                raise
            log.debug("tried again after: %s", error)
            if lost:
                again.recover()
        time.sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311 - so that two writers part
        pause = min(pause * 2, 1.0)


def written(session: neo4j.Session, work: Work[T], timeout: float | None) -> T:
    """What the work gives, in one transaction that is committed."""
    with session, session.begin_transaction(timeout=timeout) as transaction:
        result = work(transaction)
        transaction.commit()
        return result


def read(session: neo4j.Session, work: Read[T]) -> T:
    """What a statement gives that only reads: alone it takes one round trip, in a transaction three."""
    with session:
        return work(session)


def is_connection_error(error: BaseException) -> bool:
    """Whether the connection was lost, or cannot be had."""
    return isinstance(error, (ServiceUnavailable, OSError, neo4j.exceptions.SessionExpired))


def _worth_retrying(error: BaseException) -> bool:
    if isinstance(error, (Neo4jError, DriverError)):
        return error.is_retryable()
    return isinstance(error, OSError)


def translated(error: BaseException, access: Access) -> KgError:
    """A driver's error as one of ours, saying what to do."""
    if isinstance(error, AuthError):
        return StoreAuthenticationError(
            f"The store at {access.uri} refuses the user {access.user!r} or the password.",
            hint="Set KG_USER and KG_PASSWORD.",
        )
    if is_connection_error(error):
        return StoreUnavailableError(
            f"No store answers at {access.uri}.", hint="Start the server, or correct the address (--store)."
        )
    if isinstance(error, Neo4jError):
        return _from_server(error)
    return StoreError(f"The store at {access.uri} failed: {error}")


def _from_server(error: Neo4jError) -> KgError:
    code, message = error.code or "", (error.message or "").strip()
    lowered = f"{code} {message}".lower()
    if "timedout" in lowered or "timed out" in lowered or "timeout" in lowered:
        return QueryTimeoutError("The query ran longer than it may.", hint="Ask for less, or filter on indexed fields.")
    if "memory" in lowered or "heap" in lowered or "exceeding the maximum" in lowered:
        return QueryMemoryError(f"The query needs more memory than it may use: {message}", hint="Ask for less.")
    if ".Security." in code or "accessmode" in lowered or "read access" in lowered:
        return ReadOnlyError(f"Only reading is allowed here: {message}")
    if isinstance(error, ClientError) and (".Statement." in code or ".Procedure." in code):
        return QuerySyntaxError(f"The query cannot be run: {message}")
    return QueryError(f"The store refuses the query: {message} ({code})")
