from loaders.explain import describe, explain
from loaders.readers import read

TEXT = "四川省卫生健康委员会2024年工作要点\n2024年2月20日\n全省将新建互联网医院30家,新建公路40公里。\n责任编辑:李青\n"


def test_explain_tells_statements_mentions_cuts_and_what_was_left() -> None:
    document = read(TEXT.encode())
    parts = explain(document)
    body = next(part for part in parts if "新建" in document.text[part.start : part.end])
    assert [(fact.statement.value, fact.evidence.quote) for fact in body.facts] == [(30, "全省将新建互联网医院30家")]
    assert "facility internet-hospital" in [describe(mention) for mention in body.mentions]
    assert parts[-1].cut is not None
    assert document.text[parts[-1].start : parts[-1].end].strip() == "责任编辑:李青"


def test_explain_names_numbers_that_no_statement_holds() -> None:
    document = read("2024年,全省新建学校40所,招收学生500名。全省将新建互联网医院30家。\n".encode())
    unread = [(document.text[u.span.start : u.span.end], u.reason) for part in explain(document) for u in part.unread]
    assert unread
    assert all("30" not in quote for quote, _ in unread)
