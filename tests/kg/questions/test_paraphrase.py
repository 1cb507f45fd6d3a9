from __future__ import annotations

import pytest

from kg.questions.paraphrase import paraphrased
from ontology.codes import Lang


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Do people live longer in Hunan or in Hubei", "en", "Do people life expectancy higher in Hunan or in Hubei"),
        (
            "Of 1,000 newborns in Changsha, how many died in 2023",
            "en",
            "Of 1,000 infant mortality rate in Changsha, how many in 2023",
        ),
        ("长沙人平均能活到多少岁", "zh", "长沙人人均预期寿命多少岁"),
        ("株洲的宝宝夭折的有多少", "zh", "株洲的婴儿死亡率有多少"),
        ("Where do the doctors live", "en", "Where do the doctors live"),  # not how long
        ("长沙2023年婴儿死亡率降到了多少", "zh", "长沙2023年婴儿死亡率降到了多少"),  # has its name already
    ],
)
def test_paraphrased_says_the_name_of_the_vocabulary(text: str, lang: Lang, expected: str) -> None:
    assert paraphrased(text, lang) == expected
