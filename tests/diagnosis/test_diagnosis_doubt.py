"""Doubt about a reading is a chance: what stands in the words, what adds to it, and what sets one claim apart."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import claim

from nktrade import check
from nktrade.core.period import Period
from nktrade.diagnosis.doubt import chance, rereadings
from nktrade.diagnosis.sureness import cannot_turn, is_explicit


def test_what_one_of_two_sides_says_is_said_of_the_pair() -> None:
    """A partner named in the clause is in the words; that the reporter was carried over changes nothing."""
    sure = (("reporter", 0.6), ("partner", 0.9), ("period", 0.8))
    one = claim("c1", "5", "t", trust=sure)
    assert is_explicit("sides", one)
    assert is_explicit("partner", one)
    assert not is_explicit("reporter", one)
    assert not is_explicit("period", one)


fields = ("flow", "reporter", "commodity", "period")


@given(st.dictionaries(st.sampled_from(fields), st.floats(0, 1)))
def test_each_doubt_adds_to_the_chance_of_a_misreading(sure: dict[str, float]) -> None:
    """It is a chance, no less than that of any one field and no more than all of them together."""
    least = claim("c1", "5", "t", sentence=1, trust=tuple(sure.items()))
    other = claim("c2", "6", "t", sentence=2)
    rivalled = dict.fromkeys(fields, 1.0)
    doubts = [1 - one for one in sure.values() if 1 - one > 0.04]
    found = chance([least, other], rivalled)
    assert max(doubts, default=0) - 1e-9 <= found <= min(1, sum(doubts)) + 1e-9
    assert chance([least, other], {}) <= found


def test_claims_of_one_sentence_are_right_or_wrong_together() -> None:
    """Only a claim of another sentence sets one apart, and the surest of these does."""
    guessed, carried, named = (
        claim(f"c{at}", "5", "t", sentence=at, trust=(("period", sure),))
        for at, sure in ((1, 0.6), (2, 0.61), (3, 0.98))
    )
    beside = replace(named, sentence=1, period=Period.of("2018-06"))
    rivalled = {"period": 1.0}
    assert chance([guessed, beside], rivalled) == 0
    assert chance([guessed, carried], rivalled) == 0
    assert chance([guessed, carried, named], rivalled) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("told", "severity"), [("出口8.14亿美元,", "error"), ("", "note")], ids=["told", "untold"]
)
def test_a_flow_that_the_text_tells_otherwise_is_not_the_other_side_s(
    told: str, severity: str
) -> None:
    """Were 520 billion Japan's exports, they would not be the 0.8 that the text tells outright."""
    text = f"3月韩国对日贸易总额为215.66亿美元。出口为5207.52亿美元。换言之,3月日本对韩{told}自韩国进口207.52亿美元。"
    (checked,) = check(text, date="2023-04-18", against="none").checked
    (found,) = [one for one in checked.relations if one.check == "mirror" and one.severity]
    assert found.severity == severity


MONTH = "Russia's {} with North Korea was $2.3 million in November 2019. "
RUN = "From January to November 2019 exports came to $30.93 million and imports to $230 million. "


@pytest.mark.parametrize(
    ("month", "severity"),
    [
        (MONTH.format("trade deficit"), "error"),
        ("In November 2019 Russia ran a deficit of $2.3 million with North Korea. ", "error"),
        ("Russia's trade deficit with North Korea was $60.2 million in November 2019. ", "error"),
        ("Russia's trade deficit with North Korea was $67 million in November 2019. ", "note"),
        (MONTH.format("trade"), "note"),
        ("Russia's trade deficit with North Korea was $97 million in November 2019. ", "note"),
    ],
    ids=[
        "told",
        "told by a verb",
        "farther than a revision",
        "within half as much again",
        "another flow",
        "no farther than a revision",
    ],
)
def test_a_time_whose_number_is_told_is_no_rival(month: str, severity: str) -> None:
    """November's deficit was given: the 98 million behind the run are not November's too."""
    text = f"{month}{RUN}That left Russia with a trade deficit of $98.089 million."
    (checked,) = check(text, date="2019-12-18", against="none").checked
    found = [one for one in checked.relations if one.check == "balance" and one.severity]
    assert [one.severity for one in found] == [severity]


@pytest.mark.parametrize("deficit", ["199.07", "199.1", "199"])
def test_a_balance_that_closes_is_accused_under_no_time(deficit: str) -> None:
    text = f"{MONTH.format('trade deficit')}{RUN}That left Russia with a trade deficit of ${deficit} million."
    (checked,) = check(text, date="2019-12-18", against="none").checked
    assert not [one for one in checked.relations if one.severity in {"error", "warning"}]


CARRIED = [
    (
        "8월 중국의 대북 수입은 1,690,000 달러로 집계됐다. 2024년 1~8월 중국의 대북 수출은 93,000,000달러, 수입은 19,684,000달러였다. "
        "수출은 93,048,800 달러로 1년 전보다 2.1퍼센트 줄었다. 교역 총액은 최소 110,000,000달러로 전년 같은 기간보다 1% 늘었다. "
        "지난달 수출과 수입은 각각 6,200,000 달러, 1,686,700달러였다."
    ),
    (
        "China's imports from North Korea were $1,690,000 in August 2024. In January to August 2024 China's exports to North Korea came to "
        "$93,000,000 and its imports to $19,684,000. Exports were $93,048,800, down 2.1 percent. Total trade came to at least $110,000,000. "
        "In August 2024 China's exports to North Korea were $6,200,000 and its imports from North Korea $1,686,700."
    ),
]


@pytest.mark.parametrize("text", CARRIED, ids=["ko", "en"])
def test_a_time_carried_over_several_sentences_is_doubted_in_all_of_them(text: str) -> None:
    """Exports of 93 million, told again, are of the eight months, and so is the total of the sentence behind them."""
    (checked,) = check(text, date="2024-09-13", against="none").checked
    assert not [one.check for one in checked.relations if one.holds is False]


PLACES = st.sampled_from(("PRK", "CHN", "RUS", "KOR", "JPN"))
SURE = (
    ("reporter", 0.98),
    ("partner", 0.98),
    ("flow", 0.98),
    ("commodity", 0.98),
    ("period", 0.98),
)


@given(
    st.sampled_from(("reporter", "partner")),
    st.tuples(PLACES, PLACES),
    st.lists(st.tuples(PLACES, PLACES), min_size=1, max_size=4),
)
def test_a_side_that_stands_in_the_words_stays_in_every_other_reading(
    named: str, own: tuple[str, str], others: list[tuple[str, str]]
) -> None:
    """The other side may be any that the text names beside it."""
    inferred = {"reporter": "partner", "partner": "reporter"}[named]
    trust = tuple((name, 0.6 if name == inferred else sure) for name, sure in SURE)
    sides = dict(zip(("reporter", "partner"), own, strict=True))
    one = claim("c1", "5", "t", "2021-08", trust=trust, sentence=1, **sides)
    told = [
        claim(
            f"c{at}", "7", "t", "2021-08", trust=SURE, sentence=at, reporter=first, partner=second
        )
        for at, (first, second) in enumerate(others, start=2)
    ]
    found = rereadings([one], [one, *told])
    pairs = {tuple(dict(each.columns).values()) for each in found if each.field == "sides"}
    place = ("reporter", "partner").index(named)
    assert pairs == {pair for pair in others if pair[place] == own[place] and pair != own}


@pytest.mark.parametrize(
    ("digits", "unit", "is_told"),
    [("7", "t", True), ("5", "t", False), ("7", "USD", False), ("5", "USD", False)],
)
def test_another_number_of_the_other_side_keeps_a_claim_from_it(
    digits: str, unit: str, *, is_told: bool
) -> None:
    """Only a number in the same unit is another: seven dollars do not gainsay five tonnes."""
    inferred = tuple((name, 0.6 if name == "partner" else sure) for name, sure in SURE)
    one = claim("c1", "5", "t", "2021-08", trust=inferred, reporter="PRK", partner="CHN")
    other = claim("c2", digits, unit, "2021-08", trust=SURE, reporter="CHN", partner="PRK")
    assert cannot_turn([one], [one, other]) is is_told
