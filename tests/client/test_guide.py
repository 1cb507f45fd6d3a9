"""The examples of docs/client.md give what the page says."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "client.md"


def test_the_examples_of_the_guide_run(address: str) -> None:
    text = PAGE.read_text("utf-8").replace("http://127.0.0.1:8000", address)
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.M | re.S)
    example = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, PAGE.name, str(PAGE), 0)
    said: list[str] = []
    outcome = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=said.append)
    assert outcome.attempted > 15
    assert outcome.failed == 0, "".join(said)
