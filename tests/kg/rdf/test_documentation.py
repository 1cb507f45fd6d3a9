import re
from pathlib import Path

import pytest

from kg.rdf.sparql import open_rdf

from .conftest import Shelf

PAGE = Path(__file__).parents[3] / "docs" / "rdf.md"
EXAMPLES = re.findall(r"```sparql\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("query", EXAMPLES)
def test_queries_of_the_page_answer(shelf: Shelf, tmp_path: Path, query: str) -> None:
    with open_rdf(shelf, tmp_path) as rdf:
        assert rdf.query(query).rows > 0


def test_the_page_has_queries() -> None:
    assert len(EXAMPLES) == 3
