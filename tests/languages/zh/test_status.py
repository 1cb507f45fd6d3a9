import pytest

from languages.zh.status import cues, is_marked, status


@pytest.mark.parametrize(
    ("clause", "want"),
    [
        ("争取国家医学中心落户", ("sought", True)),
        ("将新建5家", ("planned", True)),
        ("力争达到90%", ("planned", True)),
        ("正在建设", ("underway", True)),
        ("已建成5家", ("achieved", True)),
        ("建成5家", ("achieved", False)),
        ("推进建设", ("underway", False)),
        ("如获批准,新建5家", ("conditional", True)),
        ("不再建设", ("withdrawn", True)),
        ("尚未开工", ("planned", True)),
    ],
)
def test_what_a_clause_says_of_itself(clause: str, want: tuple[str, bool]) -> None:
    cue = status(clause)
    assert cue is not None
    assert (cue.status, cue.strong) == want


@pytest.mark.parametrize("clause", ["5家医院", "主要任务", "需要", "将士", "争取上级资金"])
def test_near_misses(clause: str) -> None:
    cue = status(clause)
    assert cue is None or not cue.strong


def test_jiang_that_puts_a_thing_somewhere_is_no_future() -> None:
    assert is_marked("将5家卫生院纳入统一管理")
    assert not is_marked("将新建5家卫生院")


def test_cues_stand_in_the_order_in_which_they_win() -> None:
    assert next(cue.status for cue in cues("若获批将建成5家")) == "conditional"
