"""Many clients at once: of the API, with wrk as the load generator; of the bare driver, with a thread each."""

from __future__ import annotations

import itertools
import json
import math
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from neo4j.exceptions import DriverError, Neo4jError

# Every thread of wrk goes through all paths in turn; `done` tells what was measured, times in microseconds.
_SCRIPT = """
local paths, at = {%s}, 0
request = function()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at])
end
done = function(summary, latency)
  local wrong = summary.errors
  io.write(string.format('\\n{"requests":%%d,"us":%%d,"p50":%%d,"p95":%%d,"errors":%%d}\\n', summary.requests,
    summary.duration, latency:percentile(50), latency:percentile(95),
    wrong.connect + wrong.read + wrong.write + wrong.status + wrong.timeout))
end
"""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Requests a second, milliseconds to answer, and how many failed."""

    rate: float
    p50: float
    p95: float
    errors: int

    def __str__(self) -> str:
        return f"{self.rate:8.0f}/s {self.p50:8.1f} {self.p95:8.1f}"


def of_api(address: str, urls: Sequence[str], clients: int, seconds: float) -> Crowd:
    """So many clients that ask one call after the other for so long. Raises FileNotFoundError without wrk."""
    paths = ",".join(json.dumps(path(url)) for url in urls)
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "paths.lua"
        script.write_text(_SCRIPT % paths, encoding="ascii")
        command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds:.0f}s", "--timeout", "60s", "-s", str(script), address]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout.strip().splitlines()[-1])
    return Crowd(told["requests"] / told["us"] * 1e6, told["p50"] / 1000, told["p95"] / 1000, told["errors"])


def of_driver(asking: Sequence[Callable[[], float]], clients: int, seconds: float) -> Crowd:
    """The same with a thread a client; each call gives the milliseconds that it took."""
    spent: list[float] = []
    failed: list[Exception] = []
    end = time.perf_counter() + seconds

    def one(first: int) -> None:
        for ask in itertools.islice(itertools.cycle(asking), first, None):
            try:
                took = ask()
            except (Neo4jError, DriverError) as error:
                failed.append(error)
            else:
                if time.perf_counter() > end:  # wrk too leaves out what is under way at its end
                    return
                spent.append(took)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    middle, late = quantiles(spent) if spent else (math.nan, math.nan)
    return Crowd(len(spent) / seconds, middle, late, len(failed))


def path(url: str) -> str:
    """A path and its parameters as they are sent."""
    return quote(url, safe="/?=&,-")


def quantiles(spent: Sequence[float]) -> tuple[float, float]:
    """The median, and what 95 of 100 stay below."""
    ordered = sorted(spent)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]


def need_wrk() -> None:
    """End where the load generator is not there."""
    if shutil.which("wrk") is None:
        sys.exit("wrk is not installed (apt-get install wrk); without it: --clients, with no number.")
