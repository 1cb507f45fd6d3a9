"""English documents to statements: sections, places and years that are spoken of, in texts written for these tests."""

from __future__ import annotations

import pytest

from kg.model import Document, Statement
from loaders.extract import extract

NEWS = "Health news of the day\n\nThe health commission met.\n\n"


def read(text: str, *, date: str = "2025-03-12", place: str = "510000") -> list[Statement]:
    return extract(Document(NEWS + text, "en", date=date, place=place))


def only(text: str) -> Statement:
    """The one statement that a text makes."""
    (statement,) = read(text)
    return statement


def values(statements: list[Statement]) -> dict[float | None, Statement]:
    return {statement.value: statement for statement in statements}


def test_a_body_in_the_first_line_leaves_the_title_to_the_plan_that_it_announces() -> None:
    found = extract(
        Document(
            "Ya'an Municipal People's Government Office\nAbout printing and distributing the three-year plan for "
            "rural health in Ya'an City (2025-2027)\nApril 8, 2025\n\nOne, the main tasks\nBuild 12 dialysis centers.",
            "en",
        )
    )
    assert [(s.value, s.status, s.period, s.places) for s in found] == [(12, "planned", "2027", ("511800",))]


def test_a_question_of_what_comes_next_opens_the_tasks() -> None:
    found = values(
        read("Q: What was done?\n\nA: 5 clinics were opened.\n\nQ: What is the next step?\n\nA: Open 7 more clinics.")
    )
    assert (found[5].status, found[7].status) == ("achieved", "planned")


def test_the_past_year_of_a_report_from_spring_holds_until_another_is_named() -> None:
    found = values(
        read(
            "The reporter (Li Hua) learned from the work meeting held on March 10, 2025 that in the past year, care "
            "improved.\n\n4 county hospitals were upgraded.\n\nHow to do it this year?\n\nThe city opens 9 clinics."
        )
    )
    assert (found[4].period, found[9].period) == ("2024", "2025")


def test_the_year_of_a_passage_on_the_year_before_is_that_year() -> None:
    found = values(read("By the end of 2024, there were 300 clinics. Throughout the year, 12 clinics were added."))
    assert found[12].period == "2024"


def test_a_year_that_names_a_target_or_a_comparison_is_not_the_observation_s() -> None:
    found = values(
        read("In 2024, the vaccination rate reached 28.6 percent, fulfilling the 2026 target ahead of time.")
    )
    assert found[28.6].period == "2024"
    assert only("The number of nurses was 1.6 times that of 2020.").period == "2025"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Sichuan sent 40 doctors to northern Anhui.", "six"),
        ("Doctors moved to northern Anhui. Nurses per 1,000 residents in the six cities stand at 2.9.", "six"),
        ("There are 19 stroke centers in the north of the province.", "six"),
        ("The hospital, which was unveiled in Fuyang in June, has opened 420 beds.", ("341200",)),
        ("The hospital is under construction in Fuyang and will have 300 beds.", ("341200",)),
        ("In Linquan County rates fell, and the hospitalization rate in the county was 84%.", ("341221",)),
        ("Hospitals from Shanghai, Jiangsu and Zhejiang sent 70 doctors.", ("340000",)),
        ("Linquan County does not have a tertiary hospital yet.", ("341221",)),
    ],
)
def test_places_that_are_spoken_of(text: str, places: str | tuple[str, ...]) -> None:
    six = ("340300", "340400", "340600", "341200", "341300", "341600")
    found = read(text, place="340000")
    assert [s.places for s in found] == [six if places == "six" else places]


def test_all_but_some_and_one_for_each_of_the_rest() -> None:
    spared = only("Except for Mianyang and Deyang, all cities shall set up a mental health center by 2027.")
    assert len(spared.places) == 19
    assert not {"510600", "510700"} & set(spared.places)
    found = values(read("Zigong and Ya'an will get two mobile clinics each, and each of the other cities with one."))
    assert len(found[1].places) == 19


def test_shares_of_a_span_of_years_year_by_year() -> None:
    found = read(
        "From 2025 to 2027, no less than 30%, 45% and 25% of the village clinics will be renovated year by year."
    )
    assert {(s.value, s.comparator, s.period) for s in found} == {
        (30, "ge", "2025"),
        (45, "ge", "2026"),
        (25, "ge", "2027"),
    }


def test_what_a_proportion_is_of() -> None:
    found = values(
        read(
            "The proportion of hospitals setting up stroke centers reaches 85%, and that of geriatric departments 70%."
        )
    )
    assert found[85].measure.id == "stroke-center"


def test_what_is_said_is_not_what_is_measured() -> None:
    assert (
        only("The Health Commission said on Tuesday that the number of stroke centers rose to 19.").measure.id
        == "stroke-center"
    )


def test_what_stands_beside_a_predicate() -> None:
    found = values(read("The in-county treatment rate, now at 87.5 percent, is due to climb to 92 percent by 2027."))
    assert (found[87.5].status, found[87.5].period, found[92].period) == ("achieved", "2025", "2027")
    average = values(
        read("Nurses per 1,000 residents stood at 2.9 last year, compared with a national average of 4.1.")
    )
    assert (average[4.1].places, average[4.1].unit) == (("CN",), "per_1000")


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("Linquan County does not have a tertiary hospital yet.", 0, "achieved"),
        ("17 of the new hospitals cannot be delivered.", 17, "withdrawn"),
        ("Four centers for stroke care are operating in the province.", 4, "achieved"),
        ("Set up 13 stroke centers.", 13, "planned"),
        ("In 2024, 13 stroke centers were set up, but 4 have yet to open.", 4, "planned"),
    ],
)
def test_status_of_a_number(text: str, value: float, status: str) -> None:
    assert values(read(text))[value].status == status


@pytest.mark.parametrize(
    ("text", "measure", "status"),
    [
        (
            "The plan to build an eastern first-aid station will no longer be implemented.",
            "first-aid station",
            "withdrawn",
        ),
        ("We will discontinue the plan for a proton therapy center.", "proton therapy", "withdrawn"),
        ("Complete the relocation of the provincial blood center by June.", "blood", "planned"),
        ("All public hospitals have cancelled the prepayment for outpatient clinics.", "prepayment", "achieved"),
        ("All public hospitals will accept one another's test results.", "mutual recognition", "planned"),
        ("Chest pain centers have achieved full coverage in the counties.", "chest pain", "achieved"),
        ("The national border hospital of the city was put into use.", "border hospital", "achieved"),
    ],
)
def test_named_undertakings(text: str, measure: str, status: str) -> None:
    statement = only(text)
    assert statement.value is None
    assert statement.status == status
    assert measure in f"{statement.measure.en} {statement.evidence[0].label}".casefold()


@pytest.mark.parametrize(
    "text",
    [
        "Deaths from stroke dropped last year.",
        "Doctors do not have a licence.",
        "For the clinic call 0300 123 0000.",
        "Hot ranking\n1. Yibin adds 5 hospitals\n2. Luzhou opens 40 clinics",
        "Glossary: “1-2-3” emergency circle: response in one minute, departure in two",
    ],
)
def test_what_states_nothing(text: str) -> None:
    assert read(text) == []


def test_the_start_of_a_move_with_its_year_is_not_what_a_number_is_about() -> None:
    found = values(
        read("Infant mortality is kept within 3.0‰, and the vaccination rate rises from 54% in 2024 to about 60%.")
    )
    assert found[60].measure.id == "immunization-coverage"


def test_a_matter_that_is_stopped_is_the_one_that_the_sentence_opens_with() -> None:
    statement = only(
        "As for the transfer of the eye hospital to Ziyang, he made it clear that the matter has been stopped."
    )
    assert (statement.status, statement.places) == ("withdrawn", ("512000",))
    assert read("As for the clinics, the work has not been stopped.") == []


def test_slogans_in_quotes_and_pronouns_count_nothing() -> None:
    assert read("Carry forward the “three reductions and three healths” in clinics.") == []
    assert [s.value for s in read("About 29 million people need a flu jab and 14 million have had one so far.")] == [
        29_000_000,
        14_000_000,
    ]
