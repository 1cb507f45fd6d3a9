from languages.fold import fold


def test_widths_dashes_and_radicals_are_folded() -> None:
    assert fold("４０％，（Ａ）　⻔诊–２～３") == "40%,(A) 门诊—2—3"


def test_marks_of_chinese_are_kept() -> None:
    assert fold("“甲”、乙。") == "“甲”、乙。"


def test_traditional_characters_become_simplified() -> None:
    assert fold("醫療衛生機構") == "医疗卫生机构"


def test_characters_of_both_scripts_stay() -> None:
    assert fold("乾县、瞭望") == "乾县、瞭望"


def test_length_stays_whatever_the_text() -> None:
    for text in ("", "ﬃ㍿①½", "\ud800\x00\u2028", "𠀀👩‍⚕️é", "Ⅲ㎎…"):
        assert len(fold(text)) == len(text)


def test_folding_twice_is_folding_once() -> None:
    every = "".join(map(chr, range(0x110000)))
    assert fold(fold(every)) == fold(every)


def test_radicals_of_traditional_characters_become_simplified() -> None:
    assert fold("⾨診⾞") == "门诊车"
