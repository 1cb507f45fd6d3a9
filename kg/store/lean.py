"""Imports the driver without pandas and numpy; to be imported before anything that imports the driver.

The driver imports both where they are installed, to take their values as parameters: a second at every start of the
command, for something that the store never does.
"""

from __future__ import annotations

import sys

_SPARED = [name for name in ("pandas", "numpy") if name not in sys.modules]
sys.modules.update(dict.fromkeys(_SPARED))  # type: ignore[arg-type]  # None: not to be imported
try:
    import neo4j  # noqa: F401
finally:
    for _name in _SPARED:
        del sys.modules[_name]
