"""One small invented graph for whoever asks questions of a graph: the query layer, the API, the command."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from kg.model import Baseline, Document, Evidence, Measure, Source, Statement
from kg.settings import Settings
from kg.store import Store, open_store
from ontology.vocabulary import vocabulary

OTHERS = tuple(
    code for code in vocabulary().cities("510000") if code not in {"510100", "513200", "513300", "513400"}
)  # the seventeen cities of Sichuan besides the capital and the three prefectures


@dataclass(frozen=True)
class Told:
    """A document and the statements that it makes."""

    document: Document
    statements: tuple[Statement, ...]


def measure(id: str | None, label: str = "") -> Measure:
    term = vocabulary().terms[id] if id else None
    return Measure(id, term.zh, term.en, term.kind) if term else Measure(None, zh=label)


def says(
    document: Document, quote: str, status: Any, about: Measure, *, actor: str | None = None, **more: Any
) -> Statement:
    start = document.text.index(quote)
    piece = Evidence(document.id, start, start + len(quote), quote, "test", quote[:4], actor)
    return Statement(status, about, evidence=(piece,), **more)


PLAN = Document(
    "省卫生健康委部署2023年工作\n"
    "争取4个国家区域医疗中心落户泸州、德阳、南充、宜宾。\n"
    "全省新设互联网医院40家以上：成都5家，三州各1家，其余市各2家。\n"
    "建设省级重点专科75个，县级重点专科250个。\n"
    "支持华西医院开展公立医院高质量发展试点。",
    "zh",
    title="2023年工作部署",
    issuer="四川省卫生健康委",
    place="510000",
    date="2023-03-09",
    sources=(Source("https://example.org/plan-2023", "2023-03-10"),),
)
EARLIER = Document(
    "四川省2022年计划\n建设省级重点专科60个。\n绵阳国家区域医疗中心项目不再推进。",
    "zh",
    title="2022年计划",
    place="510000",
    date="2022-02-01",
)
REPORT = Document(
    "Dazhou reports on 2023\n"
    "Infant mortality fell from 4.01 per 1,000 in 2016 to 2.11 per 1,000 in 2021.\n"
    "The province now has 80 provincial key clinical specialties.\n"
    "Night clinics for shift workers: 12 opened in Quxian.",
    "en",
    title="Report of 2023",
    place="511700",
    date="2024-01-15",
)
_CENTER, _ONLINE = measure("national-regional-medical-center"), measure("internet-hospital")
_SPECIALTY, _INFANT = measure("key-clinical-specialty"), measure("infant-mortality")
_REFORM, _SICHUAN = measure("public-hospital-reform"), ("510000",)


def _planned() -> Iterator[Statement]:
    four: dict[str, Any] = {"value": 4.0, "places": ("510500", "510600", "511300", "511500"), "level": "national"}
    due: dict[str, Any] = {"period": "2023", "actor": "四川省卫生健康委"}
    each: dict[str, Any] = {"each": True, "part": "part"}
    prefectures = ("513200", "513300", "513400")
    yield says(PLAN, "争取4个国家区域医疗中心落户泸州、德阳、南充、宜宾", "sought", _CENTER, **four, **due)
    yield says(PLAN, "新设互联网医院40家以上", "planned", _ONLINE, value=40.0, comparator="ge", places=_SICHUAN, **due)
    yield says(PLAN, "成都5家", "planned", _ONLINE, value=5.0, places=("510100",), part="part", **due)
    yield says(PLAN, "三州各1家", "planned", _ONLINE, value=1.0, places=prefectures, **each, **due)
    yield says(PLAN, "其余市各2家", "planned", _ONLINE, value=2.0, places=OTHERS, **each, **due)
    yield says(
        PLAN, "省级重点专科75个", "planned", _SPECIALTY, value=75.0, places=_SICHUAN, level="provincial", period="2023"
    )
    yield says(
        PLAN, "县级重点专科250个", "planned", _SPECIALTY, value=250.0, places=_SICHUAN, level="county", period="2023-12"
    )
    hospital: dict[str, Any] = {"organizations": ("四川大学华西医院",), "places": _SICHUAN}
    yield says(PLAN, "支持华西医院开展公立医院高质量发展试点", "underway", _REFORM, **hospital, period="2023")


def _earlier() -> Iterator[Statement]:
    sixty: dict[str, Any] = {"value": 60.0, "places": _SICHUAN, "level": "provincial"}
    yield says(EARLIER, "建设省级重点专科60个", "planned", _SPECIALTY, **sixty, period="2022")
    yield says(EARLIER, "绵阳国家区域医疗中心项目不再推进", "withdrawn", _CENTER, places=("510700",), period="2022")


def _reported() -> Iterator[Statement]:
    fallen: dict[str, Any] = {
        "value": 2.11,
        "unit": "permille",
        "baseline": Baseline(4.01, "2016"),
        "places": ("511700",),
    }
    eighty: dict[str, Any] = {"value": 80.0, "places": _SICHUAN, "level": "provincial"}
    quote = "Infant mortality fell from 4.01 per 1,000 in 2016 to 2.11 per 1,000 in 2021"
    yield says(REPORT, quote, "achieved", _INFANT, **fallen, period="2021")
    yield says(REPORT, "80 provincial key clinical specialties", "achieved", _SPECIALTY, **eighty, period="2023")
    night = measure(None, "夜间门诊")
    yield says(REPORT, "12 opened in Quxian", "achieved", night, value=12.0, places=("511725",), period="2023-11-30")


TOLD = (
    Told(PLAN, tuple(_planned())),
    Told(EARLIER, tuple(_earlier())),
    Told(REPORT, tuple(_reported())),
)


@pytest.fixture(scope="session")
def told() -> tuple[Told, ...]:
    """The documents of the invented graph, with their statements: a plan, the plan before it, a report in English."""
    return TOLD


@pytest.fixture(scope="session")
def asked_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(data=tmp_path_factory.mktemp("asked"), read_rate=0, write_rate=0, query_timeout=10.0)


@pytest.fixture(scope="session")
def asked_store(asked_settings: Settings, told: tuple[Told, ...]) -> Iterator[Store]:
    """The invented graph in an embedded store. Tests read it and leave it as it is."""
    with open_store(asked_settings) as store:
        for each in told:
            store.write(each.document, each.statements)
        yield store
