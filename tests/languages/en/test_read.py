"""What whole sentences say, and that no text breaks the reader."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from languages import pack
from languages.reading import Context, Reading

CONTEXT = Context(date="2024-02-08", place="510700", period="2024")


def read(text: str, context: Context = CONTEXT) -> list[Reading]:
    return pack("en").read(text, 0, len(text), context)


def values(text: str, context: Context = CONTEXT) -> list[float | None]:
    return [reading.value for reading in read(text, context)]


def test_read_finds_a_total_and_what_is_dealt_out() -> None:
    text = (
        "This year 14 stroke centers will open: 5 in Anzhou, 2 each in Santai and Zitong, "
        "and 1 in each of the other counties."
    )
    readings = read(text)
    assert [(r.value, r.each, r.places) for r in readings[:3]] == [
        (14, False, None),
        (5, False, ("510705",)),
        (2, True, ("510722", "510725")),
    ]
    assert readings[3].scope == "rest"
    assert readings[3].places == ("510703", "510704", "510723", "510726", "510727", "510781")


def test_read_maps_rates_by_position() -> None:
    readings = read(
        "The infant and under-five mortality rates fell from 4.2‰ and 6.1‰ in 2019 to 3.0‰ and 4.4‰ respectively."
    )
    assert [(r.measure, r.value, r.baseline_value, r.baseline_year) for r in readings] == [
        ("infant-mortality", 3.0, 4.2, "2019"),
        ("under-5-mortality", 4.4, 6.1, "2019"),
    ]


def test_read_takes_the_level_reached_and_not_the_rise() -> None:
    assert values("The reimbursement rate rose by 4 percentage points to 71 percent.") == [71]


@pytest.mark.parametrize(
    "text",
    [
        "The bureau widened 35 kilometers of roads and planted 12,000 trees.",
        "The qualified rate of the clinics was .",
        "Call the hotline 12345 for clinic hours.",
        "The doctors waited for 3 hours.",
        "Document No. 14 [2021] of the health commission was printed.",
    ],
)
def test_read_is_silent_on_what_is_no_fact_of_health(text: str) -> None:
    assert [value for value in values(text) if value is not None] == []


def test_read_resolves_status_against_the_section() -> None:
    text = "Build 9 rescue stations."
    review = Context(date="2024", place="510700", status="achieved", period="2023")
    tasks = Context(date="2024", place="510700", status="planned", period="2024")
    assert [r.status for r in read(text, review)] == ["achieved"]
    assert [r.status for r in read(text, tasks)] == ["planned"]


def test_read_names_persons_with_their_office() -> None:
    text = "Wang Fang, director of the Mianyang Municipal Health Commission, said 8 clinics have been built."
    assert read(text)[0].persons == (("Wang Fang", "director", "Mianyang Municipal Health Commission"),)


def test_read_names_designations_without_a_number() -> None:
    readings = read("Santai County was named a national demonstration county for health literacy.")
    assert [(r.value, r.level, r.places, r.status) for r in readings] == [(None, "national", ("510722",), "achieved")]


def test_evidence_lies_in_the_sentence() -> None:
    text = "Roads were built. The city has 12 dialysis centers and 40 fever clinics. More text."
    start, end = 18, 73
    for reading in pack("en").read(text, start, end, CONTEXT):
        assert start <= reading.start < reading.end <= end


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    for reading in read(text):
        assert 0 <= reading.start < reading.end <= len(text)
    pack("en").phrase(text, CONTEXT)
    pack("en").masthead(text)
    pack("en").section(text, CONTEXT)
    pack("en").tone(text, 0, len(text), CONTEXT)
    assert all(0 <= a < b <= len(text) for a, b in pack("en").sentences(text, 0, len(text)))


WORDS = (
    "12 3.5 % ‰ million yuan Rs lakh from to and , ; : . ( ) each other counties by 2025 in hospitals clinics "
    "beds will built per 1,000 people the of respectively If up no not a single half third three quarters ’ - – + "
    "/ $ £ N5 1,50,000 “"
).split()


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join))
def test_any_order_of_words_is_read(text: str) -> None:
    for reading in read(text):
        assert 0 <= reading.start < reading.end <= len(text)
    pack("en").phrase(text, CONTEXT)


@pytest.mark.parametrize(
    "piece",
    ["12 clinics and ", "the rate of ", "1,", "from 2 to 3 ", "( ", "each of the other ", "and will ", "“", "A"],
)
def test_time_is_linear_in_length(piece: str) -> None:
    def seconds(copies: int) -> float:
        text = piece * copies
        started = time.process_time()
        read(text)
        return time.process_time() - started

    seconds(10)
    assert seconds(2000) < 2.0


def test_places_go_on_with_the_subject() -> None:
    readings = read("Santai County opened 3 clinics and trained 40 midwives, and Zitong County will add 2 wards.")
    assert [(r.value, r.places, r.status) for r in readings] == [
        (3, ("510722",), "achieved"),
        (40, ("510722",), "achieved"),
        (2, ("510725",), "planned"),
    ]


def test_a_phase_is_a_fact_of_its_own() -> None:
    text = "The first phase of the new campus of the Third Hospital opened, and the second phase will start in May."
    assert [(r.part, r.status) for r in read(text)] == [("first phase", "achieved"), ("second phase", "planned")]


def test_every_division_gets_its_number() -> None:
    readings = read("Every county will have at least 2 dialysis centers.")
    assert [(r.value, r.comparator, r.each, len(r.places or ())) for r in readings] == [(2, "ge", True, 9)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The bureau wants 40 wards opened by 2026.", "planned"),
        ("Should the council approve it, a further 40 wards open.", "conditional"),
        ("The hospital will go all out to fight for 2 national medical centers.", "sought"),
        ("The city is applying to build 2 provincial regional medical centers.", "sought"),
        ("It plans to apply for 3 million yuan of central funds.", "sought"),
        ("The new payment was applied to cut the costs of 20 hospitals.", "planned"),
        ("The plan for a 500-bed hospital has been cut to 200 beds.", "planned"),
        ("Only 4,000 insured patients are paying the fee.", "achieved"),
        ("They must not exceed 35 percent of patients.", "planned"),
        ("The county intends to train 90 nurses; the rate of contracts is raised to 95%.", "planned"),
    ],
)
def test_status_of_a_number(text: str, status: str) -> None:
    assert [reading.status for reading in read(text)][-1] == status


def test_a_number_before_its_verb_counts_what_was_said_before() -> None:
    found = read("Of 200 clinics inspected, 121 were in use, 62 stood idle.")
    assert [(r.value, r.label) for r in found] == [(200, "clinics"), (121, "clinics"), (62, "clinics")]


def test_a_range_of_points_and_the_end_of_a_rise() -> None:
    points = read("The coverage of health services will be raised by 1 to 3 percentage points every year.")
    assert [(r.value, r.value_max, r.change) for r in points] == [(1, 3, "increase")]
    rise = read("The number of nurses per thousand residents went from 5.7 in 2015 up to 7.6 in 2020.")
    assert [(r.value, r.unit, r.comparator, r.baseline_value) for r in rise] == [(7.6, "per_1000", "eq", 5.7)]


def test_a_phone_number_is_no_amount() -> None:
    assert values("Call 147 free to reach the hospital.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Related reading: 5 new hospitals for Hunan | 10 wards open",
        "SEE ALSO: 7 hospitals to visit | Lotto jackpot hits P310 million",
        'The plan, known as "one core and two wings", is a success.',
        "Mary Smith, 34, of the county waited for a nurse.",
        "The county with a population of 600,000 built its hospital.",
        "Five other departments issued the notice on hospitals.",
    ],
)
def test_links_slogans_ages_and_settings_are_no_facts(text: str) -> None:
    assert values(text) == []


def test_a_list_of_names_that_are_no_known_places_goes_on() -> None:
    found = read("The counties opened 24 clinics: Mianyang runs 11, Foo 7 and Bar 6.")
    assert [r.value for r in found] == [24, 11, 7, 6]


def test_places_joined_before_each_have_the_number_each() -> None:
    found = read("Build 9 stroke centers: Anzhou 5, Santai and Zitong 2 each.")
    assert [(r.value, r.each, r.places) for r in found[1:]] == [
        (5, False, ("510705",)),
        (2, True, ("510722", "510725")),
    ]


def test_what_is_dealt_out_over_places_counts_them() -> None:
    found = read("The city will open dialysis rooms in 24 townships.")
    assert [(r.value, r.label, r.status) for r in found] == [(24, "dialysis rooms in townships", "planned")]


def test_the_noun_behind_of_the_is_counted() -> None:
    found = read("Thirty-five of the clinics are in the north, 15 in the south.")
    assert [(r.value, r.label) for r in found] == [(35, "clinics"), (15, "clinics")]


def test_rates_of_corresponding_figures_keep_their_denominator() -> None:
    text = (
        "By 2030 the city shall have 35 hospital beds and 19 doctors for every 10,000 residents; "
        "the corresponding figures for 2023 were 32 beds and 12.5 doctors."
    )
    assert [(r.value, r.unit) for r in read(text)] == [
        (35, "per_10k"),
        (19, "per_10k"),
        (32, "per_10k"),
        (12.5, "per_10k"),
    ]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Bring down the infant mortality rate by 15 percent.", "decrease"),
        ("Stunting among children is expected to drop below 18 percent.", "level"),
    ],
)
def test_change_and_level(text: str, change: str) -> None:
    assert [reading.change for reading in read(text)] == [change]


def test_tiers_named_before_their_numbers() -> None:
    found = read(
        "At the provincial, municipal and county levels, 5, 18 and 27 clinical key specialties will be created."
    )
    assert [(r.value, r.level) for r in found] == [(5, "provincial"), (18, "municipal"), (27, "county")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Open 14 surgical hubs within eighteen months.", "2025"),
        ("Payment by disease covered 88.6% of hospital funds, higher than in 2022.", None),
    ],
)
def test_period_of_a_number(text: str, period: str | None) -> None:
    assert [reading.period for reading in read(text)] == [period]


def test_where_patients_go_is_no_place_of_the_fact() -> None:
    found = read("The number of patients going to Beijing fell by 6.5%.")
    assert [reading.places for reading in found] == [None]


def test_sums_say_what_they_pay() -> None:
    found = read("Rejected claims worth 10 million yuan were paid; nurses would earn 4,200 yuan a month.")
    assert [reading.label for reading in found] == ["Rejected claims", "nurses"]


def test_a_bound_on_both_sides_is_a_range() -> None:
    found = read("Introduce no more than 40 and no fewer than 25 doctors.")
    assert [(r.value, r.value_max, r.comparator) for r in found] == [(25, 40, "range")]


def test_by_then_and_while_take_the_deadline_said_before() -> None:
    found = read("Infant mortality is to drop to 24 by 2030; maternal mortality should fall to 70 per 100,000 by then.")
    assert [(r.value, r.period) for r in found] == [(24, "2030"), (70, "2030")]
    found = read(
        "The ratio of nurses should rise to 113 by 2030, while neonatal deaths should fall from 21 to 12 per 1,000."
    )
    assert [(r.value, r.period) for r in found] == [(113, "2030"), (12, "2030")]


def test_a_participle_between_commas_does_not_cut_the_subject_from_its_verb() -> None:
    found = read("2. Five new hospitals, suspended since 2018, are to be opened no later than June 2026.")
    assert [(r.value, r.status, r.period) for r in found] == [(5, "planned", "2026-06")]


def test_so_many_of_the_divisions_count_what_they_have() -> None:
    found = read("Of the 12 counties, only 5 have emergency stations.")
    assert [(r.value, r.label) for r in found] == [(5, "emergency stations")]


def test_forty_three_of_every_hundred_is_a_share() -> None:
    found = read("43 of every 100 health centres had power.")
    assert [(r.value, r.unit) for r in found] == [(43, "percent")]


def test_up_to_behind_a_rise_is_no_bound() -> None:
    found = read("Skilled birth attendance has edged up to 46 per cent from 43 in 2018.")
    assert [(r.value, r.comparator, r.baseline_value) for r in found] == [(46, "eq", 43)]


def test_an_example_does_not_narrow_the_place() -> None:
    found = read("4 hospitals including Santai County People's Hospital opened wards.")
    assert [(r.value, r.places) for r in found] == [(4, None)]


def test_a_decimal_part_of_a_rate_is_a_rate() -> None:
    found = read("The beds per thousand people reach 8.1, of which public hospitals are not lower than 5.5.")
    assert [(r.value, r.unit) for r in found] == [(8.1, "per_1000"), (5.5, "per_1000")]


def test_what_applicants_seek_is_counted() -> None:
    found = read("The city will recommend no more than 3 units to compete for the provincial specialty group.")
    assert [(r.value, r.label, r.level) for r in found] == [(3, "provincial specialty group", "provincial")]


def test_how_often_a_service_was_used_is_a_count() -> None:
    found = read("Direct settlement of medical bills was used 280 million times in 2023.")
    assert [(r.value, r.unit) for r in found] == [(280_000_000, "count")]


def test_a_term_before_another_thing_names_no_programme() -> None:
    assert read("Village clinics were connected to the medical insurance terminal.") == []


def test_read_takes_two_terms_joined_by_and_as_two() -> None:
    readings = read("We will advance the Healthy China Initiative and patriotic health campaigns.")
    assert [reading.measure for reading in readings] == ["healthy-china", "patriotic-health-campaign"]


def test_read_knows_a_set_of_places_by_its_number() -> None:
    context = Context(date="2024-02-08", place="510000", period="2024")
    readings = read("Of 40 internet hospitals, one will open in each of the three prefectures.", context)
    assert ("513200", "513300", "513400") in [reading.places for reading in readings]


def test_read_takes_plans_behind_and_as_a_verb() -> None:
    readings = read("Sichuan bids for four national regional medical centers and plans 40 internet hospitals")
    assert [(reading.value, reading.status) for reading in readings] == [(4, "sought"), (40, "planned")]


def test_read_takes_a_share_reached_as_the_subject_s() -> None:
    [reading] = read("Out-of-pocket spending fell to 27.2 percent of total health expenditure.")
    assert (reading.measure, reading.value) == ("oop-share", 27.2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya will hire 900 community health workers this year, twice as many as last year.", [900]),
        ("Every county with more than 300,000 residents must have at least one grade-A hospital.", [1]),
    ],
)
def test_read_leaves_what_only_compares_or_narrows(text: str, expected: list[float]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Five clinics were opened in the Ningxia Hui autonomous region.", ("640000",)),
        ("Nationwide, 1,100 counties had joined a pilot program for county health care.", ("CN",)),
    ],
)
def test_read_places(text: str, places: tuple[str, ...]) -> None:
    readings = read(text, Context(date="2024-02-08", place="510000", period="2024"))
    assert readings[0].places == places


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "Infant mortality fell to 3.9 per 1,000 last year from 6.6 in 2016, and maternal mortality stood at 11.5.",
            ["2023", "2023"],
        ),
        ("They will build 150 clinics by 2026, of which 30 will be in Santai.", ["2026", "2026"]),
        (
            "In 2025, 2026 and 2027, renovate 40%, 30% and 30% of the village clinics respectively.",
            ["2025", "2026", "2027"],
        ),
    ],
)
def test_read_shares_dates(text: str, periods: list[str]) -> None:
    assert sorted(reading.period or "" for reading in read(text)) == periods
