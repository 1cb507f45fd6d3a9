import json
import random
from pathlib import Path
from unittest.mock import Mock

import pyoxigraph
import pytest

from kg.errors import StoreFolderError
from kg.model import Document
from kg.rdf import disk
from kg.rdf.export import exported
from kg.rdf.sparql import open_rdf

from .conftest import CLINICS, MORTALITY, NEWS, PLAN, SOUGHT, STATEMENTS, Shelf


def held(folder: Path) -> tuple[set[str], set[str]]:
    """The union and the named graphs of the newest snapshot, as lines."""
    made = json.loads((folder / "made.json").read_text())
    store = pyoxigraph.Store.read_only(str(folder / made["snapshot"]))
    default = store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph())
    named = {str(quad) for quad in store if not isinstance(quad.graph_name, pyoxigraph.DefaultGraph)}
    return {str(quad.triple) for quad in default}, named


def expected(shelf: Shelf) -> tuple[set[str], set[str]]:
    lines = (exported(shelf, format).decode().splitlines() for format in ("nt", "nquads"))
    union, named = ({line.removesuffix(" .") for line in found} for found in lines)
    return union, named


def test_store_follows_any_sequence_of_changes(tmp_path: Path) -> None:
    chance, shelf = random.Random(5), Shelf()
    more = Document("第三份文件：争取泸州、南充各建1个国家区域医疗中心。", "zh")
    with open_rdf(shelf, tmp_path) as rdf:
        for _ in range(10):
            document = chance.choice((PLAN, NEWS, more))
            if document.id in shelf.documents and chance.random() < 0.4:
                shelf.delete(document.id)
            else:
                shelf.write(document, tuple(chance.sample(STATEMENTS, chance.randint(0, len(STATEMENTS)))))
            rdf.sync()
            assert held(tmp_path) == expected(shelf)


def test_statement_goes_with_its_last_document(shelf: Shelf, tmp_path: Path) -> None:
    with open_rdf(shelf, tmp_path) as rdf:
        asked = f"ASK {{ statement:{SOUGHT.id} hc:status ?s }}"
        rdf.sync()
        shelf.delete(PLAN.id)
        assert "true" in rdf.query(asked).text
        shelf.delete(NEWS.id)
        assert "false" in rdf.query(asked).text


def test_queries_see_what_was_written_after_opening(shelf: Shelf, tmp_path: Path) -> None:
    with open_rdf(shelf, tmp_path) as rdf:
        count = "SELECT (COUNT(*) AS ?n) { ?s a hc:Statement }"
        assert rdf.query(count, accept="csv").text.split() == ["n", "5"]
        shelf.write(NEWS, (CLINICS,))
        assert rdf.query(count, accept="csv").text.split() == ["n", "4"]
        shelf.write(PLAN, (MORTALITY,))
        assert rdf.query(count, accept="csv").text.split() == ["n", "2"]


def test_only_documents_that_changed_are_read_again(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_rdf(shelf, tmp_path) as rdf:
        rdf.sync()
    statements = Mock(side_effect=shelf.statements)
    monkeypatch.setattr(shelf, "statements", statements)
    with open_rdf(shelf, tmp_path) as rdf:
        rdf.sync()
        shelf.write(NEWS)
        rdf.sync()
    assert [call.args for call in statements.call_args_list] == [(NEWS.id,)]


def test_two_stores_share_a_folder(shelf: Shelf, tmp_path: Path) -> None:
    with open_rdf(shelf, tmp_path) as one, open_rdf(shelf, tmp_path) as two:
        for _ in range(4):
            shelf.write(PLAN)
            shelf.write(NEWS)
            assert one.sync() == two.sync()
            assert one.query("ASK { ?s a hc:Statement }").text == two.query("ASK { ?s a hc:Statement }").text


def test_old_snapshots_go(shelf: Shelf, tmp_path: Path) -> None:
    with open_rdf(shelf, tmp_path) as rdf:
        for _ in range(5):
            shelf.write(PLAN)
            rdf.sync()
    assert len(list(tmp_path.glob("snapshot-*"))) == 2


def test_another_recipe_makes_the_store_anew(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_rdf(shelf, tmp_path) as rdf:
        before = rdf.sync()
        monkeypatch.setattr(disk, "recipe", lambda: "another")
        assert rdf.sync() != before
        assert held(tmp_path) == expected(shelf)


def test_interrupted_catching_up_is_made_good(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_rdf(shelf, tmp_path) as rdf:
        rdf.sync()
    shelf.write(PLAN, (MORTALITY,))
    with monkeypatch.context() as broken:
        broken.setattr(disk._Writer, "add", Mock(side_effect=ValueError("power cut")))
        with pytest.raises(ValueError, match="power cut"):
            open_rdf(shelf, tmp_path).sync()
    shelf.write(PLAN)
    with open_rdf(shelf, tmp_path) as rdf:
        rdf.sync()
    assert held(tmp_path) == expected(shelf)


def test_spoilt_folder_is_made_anew(shelf: Shelf, tmp_path: Path) -> None:
    with open_rdf(shelf, tmp_path) as rdf:
        rdf.sync()
    for file in (tmp_path / "store").glob("MANIFEST*"):
        file.write_bytes(b"nonsense")
    shelf.write(PLAN, (MORTALITY,))
    with open_rdf(shelf, tmp_path) as rdf:
        rdf.sync()
    assert held(tmp_path) == expected(shelf)


def test_folder_that_cannot_be_written_is_told(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreFolderError, match="cannot be written"):
        open_rdf(shelf, tmp_path / "file" / "rdf").sync()
