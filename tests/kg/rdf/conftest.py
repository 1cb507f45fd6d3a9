"""A few documents with their statements, and a store of them that needs no engine."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from kg.model import Baseline, Document, Evidence, Measure, Source, Statement, digest

CENTER = Measure(
    "national-regional-medical-center", "国家区域医疗中心", "national regional medical center", "designation"
)

PLAN = Document(
    "甲省医疗卫生工作要点\n争取泸州、南充各建1个国家区域医疗中心。\n孕产妇死亡率由2020年的9.5/10万降至8以内，\r\n厅长张三说。",
    "zh",
    title="甲省医疗卫生工作要点",
    issuer="四川省卫生健康委员会",
    place="510000",
    date="2025-02",
    sources=(Source("https://example.org/计划 1?a=b", "2025-03-01"), Source("/home/someone/plan.txt")),
)
NEWS = Document(
    'Luzhou seeks a national regional medical center. 2-3 "pilot" counties; all village clinics <&> done.\n',
    "en",
    title="News",
    sources=(Source("http://example.org/news", "2025-04-05"),),
    flags=("machine-translated",),
)


def evidence(document: Document, quote: str, rule: str = "a-rule", **more: object) -> Evidence:
    start = document.text.index(quote)
    return Evidence(document.id, start, start + len(quote), quote, rule, **more)  # type: ignore[arg-type]


SOUGHT = Statement(
    "sought", CENTER, "national", 1.0, each=True, places=("510500", "511300"), period="2025",
    evidence=(
        evidence(PLAN, "争取泸州、南充各建1个国家区域医疗中心", label="国家区域医疗中心", actor="四川省卫生健康委员会",
                 persons=(("张三", "厅长", "四川省卫生健康委员会"),)),
        evidence(NEWS, "Luzhou seeks a national regional medical center", actor="Luzhou Health Commission"),
    ),
)  # fmt: skip
MORTALITY = Statement(
    "planned", Measure("maternal-mortality", "孕产妇死亡率", "maternal mortality ratio", "indicator"), value=8.0,
    comparator="le", unit="per_100k", baseline=Baseline(9.5, "2020"), places=("510000",), period="2025-12",
    evidence=(evidence(PLAN, "孕产妇死亡率由2020年的9.5/10万降至8以内"), ),
)  # fmt: skip
PILOTS = Statement(
    "underway", Measure(None, None, "Pilot  counties", None), value=2.0, value_max=3.0, comparator="range",
    places=("510521", "GB"), part="part", organizations=("Luzhou People's Hospital",),
    specialty="critical-care", evidence=(evidence(NEWS, '2-3 "pilot" counties'), ),
)  # fmt: skip
CLINICS = Statement(
    "achieved", Measure("village-clinic", "村卫生室", "village clinic", "facility"), "village", comparator="all",
    places=("510500",), period="2024-06-30", evidence=(evidence(NEWS, "all village clinics <&> done"), ),
)  # fmt: skip
MONEY = Statement(
    "withdrawn", CENTER, value=120_000_000.0, unit="CNY", comparator="gt", places=("510600",),
    evidence=(evidence(PLAN, "医疗卫生"),),
)  # fmt: skip
STATEMENTS = (SOUGHT, MORTALITY, PILOTS, CLINICS, MONEY)


@dataclass
class Shelf:
    """Documents and statements in memory, read as `kg.store.Store` is."""

    documents: dict[str, Document] = field(default_factory=dict)
    stated: dict[str, list[Statement]] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    changes: int = 0

    def write(self, document: Document, statements: tuple[Statement, ...] = STATEMENTS) -> None:
        self.changes += 1
        self.documents[document.id] = document
        self.written[document.id] = str(self.changes)
        self.stated[document.id] = [
            replace(statement, evidence=own)
            for statement in statements
            if (own := tuple(piece for piece in statement.evidence if piece.document == document.id))
        ]

    def delete(self, document_id: str) -> None:
        self.changes += 1
        for held in (self.documents, self.stated, self.written):
            del held[document_id]

    def version(self) -> str:
        return digest(f"{id(self)}-{self.changes}")

    def revisions(self) -> dict[str, str]:
        return dict(self.written)

    def document(self, document_id: str) -> Document | None:
        return self.documents.get(document_id)

    def statements(self, document_id: str) -> list[Statement]:
        return self.stated.get(document_id, [])


@pytest.fixture
def shelf() -> Shelf:
    """A shelf with two documents that share a statement."""
    shelf = Shelf()
    shelf.write(PLAN)
    shelf.write(NEWS)
    return shelf
