import json
from pathlib import Path

import pytest

from tests.cli.command import Command

EXAMPLE = {"510500": "Luzhou", "510600": "Deyang", "511300": "Nanchong", "511500": "Yibin"}


@pytest.mark.parametrize(
    "question", ["Which cities receive national regional medical centers?", "哪些城市将获得国家区域医疗中心?"]
)
def test_ask_answers_the_example_with_evidence_in_both_languages(kg: Command, data: Path, question: str) -> None:
    found = json.loads(kg("ask", question, "--data", data, "--format", "json").out)
    assert {answer["code"]: answer["en"] for answer in found["answers"]} == EXAMPLE
    assert {answer["status"] for answer in found["answers"]} == {"sought"}
    assert any("泸州、南充、宜宾、德阳" in piece["quote"] for piece in found["evidence"])


def test_ask_shows_people_answer_quote_document_and_reading(kg: Command, data: Path) -> None:
    ran = kg("ask", "Which cities receive national regional medical centers?", "--data", data)
    assert ran.code == 0
    assert "Luzhou 泸州市 (510500, sought)" in ran.out
    assert "四川2023年医政工作定下目标:四市争取国家区域医疗中心, 2023-03-14" in ran.out
    assert "Read as: " in ran.out


def test_ask_answers_a_file_of_questions_a_line_each(kg: Command, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    asked = [
        {"id": "q1", "question": "成都新建几家互联网医院?", "kind": "number"},
        {"id": 2, "question": "Who is the pope?"},
    ]
    file.write_text("\n".join(json.dumps(each) for each in asked), encoding="utf-8")
    first, second = map(
        json.loads, kg("ask", "--questions", file, "--data", data, "--format", "jsonl").out.splitlines()
    )
    assert (first["id"], [answer["value"] for answer in first["answers"]]) == ("q1", [5])
    assert (second["id"], second["answers"], second["evidence"]) == ("2", [], [])


def test_ask_says_when_documents_do_not_say(kg: Command, data: Path) -> None:
    assert kg("ask", "How many zeppelins does Sichuan plan?", "--data", data).out.startswith(
        "The documents do not say."
    )


@pytest.mark.parametrize(
    ("lines", "reason"), [("{", "line 1: "), ('{"id": 1}', "line 1 has no question"), ("[1]", "line 1 has no question")]
)
def test_ask_names_the_line_that_is_no_question(
    kg: Command, data: Path, tmp_path: Path, lines: str, reason: str
) -> None:
    (tmp_path / "questions.jsonl").write_text(lines, encoding="utf-8")
    ran = kg("ask", "--questions", tmp_path / "questions.jsonl", "--data", data)
    assert ran.code == 1
    assert reason in ran.err


def test_ask_needs_one_question_or_a_file(kg: Command) -> None:
    for arguments in ((), (" ",), ("Which?", "--questions", "questions.jsonl")):
        assert kg("ask", *arguments).err.startswith("kg: Ask one question, or give a file of them")


def test_ask_of_a_folder_never_loaded_tells_to_load(kg: Command, tmp_path: Path) -> None:
    ran = kg("ask", "Which cities?", "--data", tmp_path / "none")
    assert (ran.code, ran.err) == (
        1,
        f"kg: There is no store in {tmp_path / 'none'}.\n    Load documents first: kg load samples\n",
    )
    assert not (tmp_path / "none").exists()
