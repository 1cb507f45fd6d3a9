from languages.zh.clauses import clauses, compact, sentences


def parts(text: str) -> list[str]:
    return [text[c.start : c.end] for c in clauses(text)]


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text, 0, len(text))]


def test_sentences_end_at_stops_and_keep_semicolons() -> None:
    assert cut("新建5家；改造3家。投入2亿元！好？") == ["新建5家；改造3家。", "投入2亿元！", "好？"]


def test_a_closing_quote_belongs_to_its_sentence() -> None:
    assert cut("他说：“建成了。”随后") == ["他说：“建成了。”", "随后"]


def test_text_without_a_stop_is_one_sentence() -> None:
    assert cut("新建5家") == ["新建5家"]
    assert cut("  ") == []


def test_clauses_are_cut_at_commas_and_semicolons() -> None:
    assert parts("新建5家,改造3家;投入2亿元") == ["新建5家", "改造3家", "投入2亿元"]


def test_thousands_brackets_and_times_are_not_cut() -> None:
    assert parts("培训1,200人(甲,乙),共8:30开始") == ["培训1,200人(甲,乙)", "共8:30开始"]


def test_a_bracket_that_never_closes_is_text() -> None:
    assert parts("甲(乙,丙") == ["甲(乙", "丙"]


def test_which_clauses_open_a_group() -> None:
    assert [c.opens_group for c in clauses("甲,乙;丙,丁")] == [True, False, True, False]


def test_blanks_and_pinyin_are_taken_out_and_offsets_lead_back() -> None:
    text = "新 建（jiàn）5 家"
    found = compact(text, 0, len(text))
    assert found.text == "新建5家"
    assert [text[slice(*found.span(i, i + 1))] for i in range(4)] == ["新", "建", "5", "家"]
    assert found.span(0, 4) == (0, len(text))


def test_a_text_without_blanks_keeps_its_offsets() -> None:
    found = compact("前言。新建5家", 3, 7)
    assert (found.text, found.offsets, found.span(0, 2)) == ("新建5家", None, (3, 5))
