"""The guide names what there is."""

import os
import re
from pathlib import Path

import pytest
from pydantic import SecretStr

from kg.settings import Settings, variable

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").glob("*.md")
)


def test_golden_settings() -> None:
    """`make golden` writes the table again from `kg.settings`."""
    page = ROOT / "docs" / "settings.md"
    head, bar, _ = page.read_text("utf-8").partition("| variable |")
    made = head + bar + settings_table().removeprefix(bar)
    if os.environ.get("KG_GOLDEN") == "1":
        page.write_text(made, encoding="utf-8")
    assert page.read_text("utf-8") == made


def settings_table() -> str:
    rows = ["| variable | default | what it sets |", "| --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        shown = f"`{default(field.default)}`" if default(field.default) else ""
        rows.append(f"| `{variable(name)}` | {shown} | {field.description} |")
    return "\n".join(rows) + "\n"


def default(value: object) -> str:
    if isinstance(value, SecretStr) or value is None:
        return ""
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_folders_of_the_map_are_there() -> None:
    named = re.findall(r"^\| `(\w+)/` \|", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert len(named) == 11
    assert [folder for folder in named if not (ROOT / folder).is_dir()] == []
