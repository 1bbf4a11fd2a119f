"""A text with neither date line nor year still tells July from August, and gives no claim a year."""

from datetime import date

import pytest

import nktrade as nk

DAY = date(2019, 9, 20)
TRUE = [
    "China's exports to North Korea came to $22.5 million in August. In July they had been $16.8 million. The increase was $5.7 million, or 33.9 percent.",
    "July's trade with China of $42 million was twice that of June. In June North Korea bought goods worth $16.8 million and sold $4.1 million worth.",
    "Imports rose 12.0 percent to $44.8 million in August from $40.0 million in July.",
    "Soybean imports were 9.4 million tons in August; since January they have come to 71.7 million tons, 17.9 percent more than a year earlier.",
    "Exports to China were $3.0 million in May, $4.0 million in June and $12.0 million in the first half.",
    "8월 대중 수출은 2250만 달러, 7월은 1680만 달러로 한 달 새 33.9% 늘었다.",
    "8月对朝出口2250万美元，7月为1680万美元，1至8月累计1.2亿美元。",
    "8月の対中輸出は2250万ドル、7月は1680万ドルで、1～8月の累計は1億2千万ドルだった。",
]


@pytest.mark.parametrize("text", TRUE)
def test_months_of_a_year_that_nobody_names_are_told_apart(text: str) -> None:
    """What was July's is not held against August, and no day is given to either."""
    (checked,) = nk.check(text, against="none").checked
    assert not [one for one in checked.relations if one.holds is False]
    assert {one.period for one in checked.reading.claims} == {None}
    assert len({one.when for one in checked.reading.claims}) > 1


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("In July exports to China were $3.0 million, imports $5.0 million and total trade $9.5 million.", "total"),
        ("Imports rose 25.0 percent to $44.8 million in August from $40.0 million in July.", "change"),
        ("7월 대중 수출은 300만 달러, 수입은 500만 달러, 총 교역액은 950만 달러였다.", "total"),
        ("7月对华出口300万美元，进口500万美元，贸易总额950万美元。", "total"),
        ("7月の対中輸出は300万ドル、輸入は500万ドル、貿易総額は950万ドルだった。", "total"),
    ],
)  # fmt: skip
def test_what_is_told_of_one_month_is_held_together(text: str, check: str) -> None:
    """The year need not be known to see that parts make no total."""
    (checked,) = nk.check(text, against="none").checked
    assert check in {one.check for one in checked.relations if one.holds is False}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Exports to China came to $3 million in July.", "0004-07"),
        ("Exports to China came to $3 million in the first quarter.", "0004-01/0004-03"),
        ("Exports to China came to $3 million.", None),
    ],
)
def test_a_claim_tells_which_time_of_the_open_year_it_is_of(text: str, when: str | None) -> None:
    """With the day of the text the same words have a year, and stand in ``period``."""
    (claim,) = nk.check(text).checked[0].reading.claims
    assert (claim.period, claim.when) == (None, when)
    (dated,) = nk.check(text, date=DAY).checked[0].reading.claims
    assert dated.when is None
    assert (dated.period is None) == (when is None)


def test_a_year_that_is_named_dates_the_months_beside_it() -> None:
    """June 2018 makes the July of its text one of 2018."""
    text = "Exports to China came to $3 million in June 2018. In July they were $4 million."
    periods = [str(one.period) for one in nk.check(text).checked[0].reading.claims]
    assert periods == ["2018-06", "2018-07"]


@pytest.mark.parametrize(
    "level",
    ["above the $1.19 billion of 2010", "the lowest since it came to $1.19 billion in 2010"],
)
def test_a_dated_level_is_no_base_of_a_change_of_nobody_knows_when(level: str) -> None:
    """The lowest since 2010 is not the year before."""
    text = f"Exports to China dropped 37.0 percent to $1.65 billion, {level}."
    (checked,) = nk.check(text, against="none").checked
    assert "change" not in {one.check for one in checked.relations if one.holds is False}


@pytest.mark.parametrize(
    "text",
    [
        "Trade in March came to $60.3 million, below February's $62.3 million but five times the $12.0 million of March 2021.",
        "Exports were $71.5 million in August, up 20.1 percent from $59.5 million in July and two and a half times the $28.6 million of August 2021.",
    ],
)  # fmt: skip
def test_a_named_year_is_the_base_of_what_is_measured_against_it(text: str) -> None:
    """Five times the March of 2021 is not five times February, whatever year it is."""
    (checked,) = nk.check(text, against="none").checked
    assert "multiple" in {one.check for one in checked.relations if one.holds}
    assert not [one for one in checked.relations if one.holds is False]


@pytest.mark.parametrize(
    "text",
    [
        "SEOUL, July 24 (Agency) -- Exports to China last month were $12.0 million, up 20 percent from $10.0 million in June last year. In May they were $11.5 million.",
        "By a staff writer\n24 July\n\nExports to China last month were $12.0 million, up 20 percent from $10.0 million in June last year.",
        "(서울=통신) 7월 24일 = 지난달 대중 수출은 1200만 달러로 지난해 6월의 1000만 달러보다 20% 늘었다.",
        "北京7月24日电 上个月对华出口1200万美元，比去年6月的1000万美元增长20%。",
        "北京、7月24日。先月の対中輸出は1200万ドルで、昨年6月の1000万ドルから20%増えた。",
    ],
)
def test_a_date_line_without_its_year_says_which_month_was_the_last(text: str) -> None:
    """Last month is June then, and still of no year that the text would bear out."""
    (checked,) = nk.check(text, against="none").checked
    first = checked.reading.claims[0]
    assert (first.period, first.when) == (None, "0004-06")
    assert [one.holds for one in checked.relations if one.check == "change"] == [True]


@pytest.mark.parametrize("text", ["Ships came on July 24. Exports to China last month were $12.0 million.", "SEOUL, July 44 (Agency) -- Exports to China last month were $12.0 million."])  # fmt: skip
def test_a_day_of_the_story_is_no_date_line(text: str) -> None:
    """A day in a sentence, or none of the calendar, says nothing of the day of writing."""
    (checked,) = nk.check(text, against="none").checked
    assert checked.reading.claims[0].when != "0004-06"
