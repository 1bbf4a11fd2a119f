"""What was traded in some months, and what that was a month, as one sentence tells both."""

from datetime import date

import pytest

from nktrade import check
from nktrade.core.codes import Severity

DAY = date(2024, 4, 4)

HELD = [
    ("Japan imported 2,400 tons of crab from Russia in 2021, or {} tons a month on average.", "200", "300"),
    ("In 2023 China bought 1,680 tons of wigs from Peru, an average of {} tons a month.", "140", "104"),
    ("In 2023 China bought wigs for $16 million from Peru. By weight it was 1,680 tons, an average of {} tons a month.", "140", "14"),
    ("Chile's exports came to $36.0 billion in the first nine months of 2022 (about ${} billion a month).", "4.0", "6.0"),
    ("Chile sold 2,400 tons of crab in the first half of 2021, averaging more than {} tons per month.", "390", "430"),
    ("2021년 수출은 3천600만 달러로 월평균 {}만 달러였다.", "300", "330"),
    ("2021年の輸入量は2400トンで、月平均{}トンだった。", "200", "300"),
    ("2021年进口2400吨，月均{}吨。", "200", "300"),
]  # fmt: skip
APART = [
    "Chile sold 2,400 tons of crab in 2021, and 300 tons a month of squid.",
    "Chile sold 2,400 tons of crab in 2021, up from 300 tons a month in 2020.",
    "Chile sold 2,400 tons of crab in 2021, against 300 tons a month before the strike.",
    "Chile sold 2,400 tons of crab in 2021. Peru sold 300 tons a month.",
    "Chile sold 2,400 tons of crab in May 2021, or 300 tons a month more than in 2020.",
    "Chile sold 2,400 tons of crab in 2021; since then it has been 300 tons a month.",
]


def failing(text: str) -> list[str]:
    """The checks that find an error."""
    (checked,) = check(text, date=DAY, against="none").checked
    return [one.check for one in checked.relations if one.severity is Severity.ERROR]


@pytest.mark.parametrize(("text", "true", "false"), HELD)
def test_an_average_times_the_months_is_the_amount(text: str, true: str, false: str) -> None:
    """Twelve months a year, six in its first half, whatever the language."""
    assert failing(text.format(true)) == []
    assert failing(text.format(false)) == ["monthly average"]


@pytest.mark.parametrize("text", APART)
def test_what_another_time_or_other_goods_were_a_month_is_no_average(text: str) -> None:
    """Only what restates the amount before it is."""
    assert failing(text) == []


def test_a_product_on_the_way_is_no_source_that_would_decide() -> None:
    """What the months come to is printed nowhere: the two figures are."""
    text = HELD[0][0].format("300")
    (checked,) = check(text, date=DAY, against="none").checked
    (found,) = [one for one in checked.relations if one.check == "monthly average"]
    assert found.explanation.endswith("a second source would decide for: c1, c2")
