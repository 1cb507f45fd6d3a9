import pytest

from loaders.readers.quality import flags
from ontology.codes import Lang


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("The Health and Health Commission will build a thick bottom , it said.", "en", ("machine-translated",)),
        ("The Provincial Health Commission will build 12 clinics, it said.", "en", ()),
        ("全省已有个中心落地,新建家医院,于年4月开诊。", "zh", ("lost-digits",)),
        ("全省已有3个中心落地,新建5家医院,到年底前开诊。", "zh", ()),
        ("推進醫(yī)療衛(wèi)生改革,首(shou)先建(jian)設。", "zh", ("injected-pinyin",)),
        ("新建村卫生室(站)12个,配备CT(电子计算机断层扫描)。", "zh", ()),
        ("The public **** health plan and the **** budget", "en", ("masked-words",)),
    ],
)
def test_flags_name_the_doubts(text: str, lang: Lang, found: tuple[str, ...]) -> None:
    assert flags(text, lang) == found
