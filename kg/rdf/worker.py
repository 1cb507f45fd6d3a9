"""A process that answers queries over one snapshot, so that a query can be ended by ending the process.

pyoxigraph cannot interrupt a query. Requests come as lines of JSON on standard input; an answer is a line of JSON,
and as many bytes as its `size` says. The process ends with its input, or by the system's alarm when a query takes
longer than it may and nobody is left to end it.
"""

from __future__ import annotations

import json
import signal
import sys
from typing import Any, BinaryIO

from pyoxigraph import NamedNode, Store

from kg.rdf.results import Written, write

GRACE = 2.0  # seconds after which the alarm ends what the other side should have ended


def main(snapshot: str, memory: int) -> None:
    """Answer until the input ends. `memory` is in bytes; 0 is no limit."""
    _limit_memory(memory)
    store = Store.read_only(snapshot)
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    _send(answers, {"ready": True})
    for line in requests:
        request = json.loads(line)
        _alarm(request["timeout"] + GRACE)
        _answer(store, request, answers)
        _alarm(0)


def _answer(store: Store, request: dict[str, Any], answers: BinaryIO) -> None:
    try:
        written = _written(store, request)
    except SyntaxError as error:
        _send(answers, {"error": "syntax", "message": str(error)})
    except (OSError, ValueError, MemoryError) as error:
        _send(answers, {"error": "failure", "message": str(error) or type(error).__name__})
    else:
        _send(answers, {"size": len(written.body), "rows": written.rows, "truncated": written.truncated})
        answers.write(written.body)
        answers.flush()


def _written(store: Store, request: dict[str, Any]) -> Written:
    found = store.query(
        request["query"],
        prefixes=request["prefixes"],
        default_graph=[NamedNode(name) for name in request["default_graphs"]] or None,
        named_graphs=[NamedNode(name) for name in request["named_graphs"]] or None,
    )
    return write(found, request["format"], request["limit"])


def _send(answers: BinaryIO, message: dict[str, Any]) -> None:
    answers.write(json.dumps(message).encode() + b"\n")
    answers.flush()


def _alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory(memory: int) -> None:
    if memory and sys.platform == "linux":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
