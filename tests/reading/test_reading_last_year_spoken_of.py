"""The same time of last year is a year before the one spoken of, where it cannot be that one and nothing dates the text."""

from datetime import date

import pytest

from tests.reading.cjk_claims import claims_in

YEAR_BEFORE = [
    (None, "2018年中国对朝出口22亿美元，去年同期33亿美元。", "2017"),
    (None, "2018年6月中国对朝出口2.2亿美元，去年同期为3.3亿美元，下降33.3%。", "2017-06"),
    (
        None,
        "2018년 6월 북한의 대중 수입은 2억2천만 달러로 지난해 같은 기간의 3억3천만 달러보다 33.3% 줄었다.",
        "2017-06",
    ),
    (
        None,
        "2018年6月の北朝鮮の対中輸入は2億2000万ドル。昨年同期は3億3000万ドルだった。",
        "2017-06",
    ),
    (date(2019, 8, 14), "2018年中国对朝出口22亿美元，去年同期33亿美元。", "2017"),
    (date(2018, 7, 14), "2018年6月中国对朝出口2.2亿美元，去年同期为3.3亿美元。", "2017-06"),
]


@pytest.mark.parametrize(("day", "text", "period"), YEAR_BEFORE)
def test_last_years_same_time_is_before_the_one_spoken_of(
    day: date | None, text: str, period: str
) -> None:
    """The year that the text names is the one from which it looks back."""
    now, old = claims_in(text, day)[:2]
    assert (str(old.period), now.period) != (str(now.period), old.period)
    assert str(old.period) == period


def test_last_years_same_time_of_an_old_year_is_as_the_date_line_has_it() -> None:
    """Of a year long gone something is told as of today."""
    old = claims_in("2016年6月中国对朝出口2.9亿美元。去年同期为2.8亿美元。", date(2019, 8, 14))[1]
    assert str(old.period) == "2018-06"


def test_nothing_is_reckoned_where_no_year_is_named() -> None:
    """No year is given that the text does not bear out."""
    old = claims_in("6月中国对朝出口2.2亿美元，去年同期为3.3亿美元。", None)[1]
    assert old.period is None or old.period.first.year < 10
