"""A sum with a time of its own is of that time; one without is of the months told before it."""

from datetime import date

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read

DAY = date(2019, 9, 20)


def last_period(text: str) -> str:
    """The period of the last figure."""
    return str(read(Document(id="own", text=text, date=DAY)).claims[-1].period)


@pytest.mark.parametrize(
    "text",
    [
        "8월 대중 수출은 2250만 달러, 7월은 1680만 달러, 1~8월 누계는 1억2천만 달러였다.",
        "8月对朝出口2250万美元，7月为1680万美元，1至8月累计1.2亿美元。",
        "8月对朝出口2250万美元，7月为1680万美元，前8个月累计1.2亿美元。",
        "8月の対中輸出は2250万ドル、7月は1680万ドルで、1～8月の累計は1億2千万ドルだった。",
    ],
)
def test_a_running_total_is_of_the_months_that_it_names(text: str) -> None:
    """January to August are not July and August because both were told before."""
    assert last_period(text) == "2019-01/2019-08"


@pytest.mark.parametrize(
    "text",
    [
        "7월 대중 수출은 1680만 달러, 8월은 2250만 달러로 합계 3930만 달러였다.",
        "7月对朝出口1680万美元，8月为2250万美元，合计3930万美元。",
        "7月の対中輸出は1680万ドル、8月は2250万ドルで、合計は3930万ドルだった。",
    ],
)
def test_a_sum_that_names_no_time_is_of_the_months_before_it(text: str) -> None:
    """July and August together."""
    assert last_period(text) == "2019-07/2019-08"
