"""Which days the words for a period stand for, in four languages."""

from datetime import date

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read
from nktrade.reference import eras

DAY = date(2019, 8, 20)


def period_in(text: str) -> str:
    """The period of the only figure."""
    (claim,) = read(Document(id="own", text=text, date=DAY)).claims
    return str(claim.period)


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("from October 2018 to February 2019", "2018-10/2019-02"),
        ("in January and February", "2019-01/2019-02"),
        ("between January and May", "2019-01/2019-05"),
        ("between January and mid-May 2018", "2018-01/2018-05"),
        ("from late March through early July 2018", "2018-03/2018-07"),
        ("in the three months to June", "2019-04/2019-06"),
        ("in the three months through May 2019", "2019-03/2019-05"),
        ("in the 12 months to June 2019", "2018-07/2019-06"),
        ("in six months to June 2019", "2019-01/2019-06"),
        ("in the quarter to June", "2019-04/2019-06"),
        ("for the quarter ended March 31", "2019-01/2019-03"),
        ("in the year to June 2019", "2018-07/2019-06"),
        ("in the year ended March 31, 2019", "2018-04/2019-03"),
        ("this year to July", "2019-01/2019-07"),
        ("this year to date", "2019-01/2019-07"),
        ("in the second half of 2018", "2018-07/2018-12"),
        ("in the first 20 days of July", "2019-07-01/2019-07-20"),
        ("in the last ten days of June", "2019-06-21/2019-06-30"),
        ("in the final 5 days of February 2016", "2016-02-25/2016-02-29"),
        ("in the first half of May", "2019-05-01/2019-05-15"),
        ("in the second half of February 2019", "2019-02-16/2019-02-28"),
        ("in the last quarter", "2019-04/2019-06"),
        ("in the last quarter of 2018", "2018-10/2018-12"),
        ("last month", "2019-07"),
        ("in August 2017, the last month of legal trade,", "2017-08"),
        ("in 2016, the last year before the ban,", "2016"),
        ("in Q1 2019", "2019-01/2019-03"),
        ("this month", "2019-08"),
        ("in 2016 and 2017", "2016/2017"),
        ("from 2015 to 2017", "2015/2017"),
        ("in the full year", "2018"),
        ("during the whole of last year", "2018"),
    ],
)
def test_english_words_for_a_period(words: str, period: str) -> None:
    """Runs of months, quarters, halves and years, named or counted back from the date line."""
    assert period_in(f"China's exports to Vietnam were $5 million {words}.") == period


@pytest.mark.parametrize(
    ("trade", "period"),
    [
        ("Japan's exports to Vietnam were 5 billion yen in fiscal 2018.", "2018-04/2019-03"),
        ("India's exports to Vietnam were $5 million in fiscal year 2018-19.", "2018-04/2019-03"),
        ("China's exports to Vietnam were $5 million in fiscal 2018.", "2018"),
    ],
)
def test_a_fiscal_year_is_that_of_who_reports(trade: str, period: str) -> None:
    """From April in Japan and India; where none is known, the year itself."""
    assert period_in(trade) == period


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("지난해", "2018"),
        ("올해 1~7월", "2019-01/2019-07"),
        ("2018년 상반기", "2018-01/2018-06"),
        ("2분기", "2019-04/2019-06"),
        ("2016~2018년", "2016/2018"),
        ("8월 1~10일", "2019-08-01/2019-08-10"),
        ("7월까지", "2019-01/2019-07"),
    ],
)
def test_korean_words_for_a_period(words: str, period: str) -> None:
    """The year may be said once for both ends, and a month so far is the months up to it."""
    assert period_in(f"{words} 중국의 대베트남 수출은 5억 달러였다.") == period


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("今年前7个月", "2019-01/2019-07"),
        ("去年下半年", "2018-07/2018-12"),
        ("第二季度", "2019-04/2019-06"),
        ("2016年至2018年", "2016/2018"),
        ("2016—2018年", "2016/2018"),
        ("2018年10月至2019年2月", "2018-10/2019-02"),
        ("8月上旬", "2019-08-01/2019-08-10"),
        ("民國107年10月", "2018-10"),
        ("民国一〇七年", "2018"),
        ("二〇一八年", "2018"),
        ("107年1至9月", "2018-01/2018-09"),
    ],
)
def test_chinese_words_for_a_period(words: str, period: str) -> None:
    """Months, quarters, halves, the first ten days of a month, and years of the republic."""
    assert period_in(f"{words}中国对越南出口5亿美元。") == period


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("2018年度", "2018-04/2019-03"),
        ("昨年度", "2018-04/2019-03"),
        ("今年上半期", "2019-01/2019-06"),
        ("8月上旬", "2019-08-01/2019-08-10"),
        ("2016~2018年", "2016/2018"),
        ("4~6月", "2019-04/2019-06"),
        ("7月まで", "2019-01/2019-07"),
        ("平成30年10月", "2018-10"),
        ("平成三十年度", "2018-04/2019-03"),
        ("令和元年5月", "2019-05"),
        ("昭和六十三年", "1988"),
        ("平成29年から平成30年", "2017/2018"),
        ("H30.10", "2018-10"),
    ],
)
def test_japanese_words_for_a_period(words: str, period: str) -> None:
    """A year of business begins in April; 2016 to 2018 may bear the word for year once; eras count years."""
    assert period_in(f"{words}の日本の対ベトナム輸出は5億ドルだった。") == period


@pytest.mark.parametrize(
    ("era", "name"), [("showa", "昭和"), ("heisei", "平成"), ("reiwa", "令和")]
)
@pytest.mark.parametrize("number", [1, 5, 30])
def test_a_year_of_an_era_is_that_of_the_calendar(era: str, name: str, number: int) -> None:
    """The first year of an era is the one in which it began."""
    year = eras()[era].first_year + number - 1
    assert period_in(f"{name}{number}年の日本の対ベトナム輸出は5億ドルだった。") == str(year)


@pytest.mark.parametrize("words", ["6월 31일까지", "6월 31일"])
def test_a_day_that_no_calendar_has_dates_nothing(words: str) -> None:
    """The 31st of June is a misprint of nobody knows which day."""
    assert period_in(f"{words} 중국의 대베트남 수출은 5억 달러였다.") == "None"


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("rose 5 percent in June 2018 from May", "month_earlier"),
        ("rose 5 percent in January 2018 from December", "month_earlier"),
        ("rose 5 percent in the second quarter of 2018 from the first quarter", "quarter_earlier"),
        ("showed a rise of 5 percent in 2018 over 2017", "previous_year"),
        ("showed a gain of 5 percent in June 2018 over May", "month_earlier"),
        ("rose 5 percent in June 2018 over a year", "year_earlier"),
    ],
)
def test_a_time_compared_with_is_the_last_before(words: str, base: str) -> None:
    """Where it names no year; also behind 'over', which elsewhere is a hedge or a stretch of time."""
    (claim,) = read(Document(id="own", text=f"China's exports to Vietnam {words}.")).claims
    assert claim.base == base
    assert claim.period is not None
    assert claim.period.first.year == 2018


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("were over $5 million in May 2019", "2019-05"),
        ("rose to over $5 million in May 2019", "2019-05"),
        ("came to $5 million over 2018", "2018"),
        ("rose to $5 million over the first half of 2018", "2018-01/2018-06"),
    ],
)
def test_over_is_no_comparison_elsewhere(words: str, period: str) -> None:
    """A hedge before the amount, or the time in which it came together."""
    assert period_in(f"China's exports to Vietnam {words}.") == period


@pytest.mark.parametrize(
    ("words", "kind"), [("may have received", "level"), ("may receive", "cap")]
)
def test_what_may_have_been_is_no_leave(words: str, kind: str) -> None:
    """May have is a guess at what came in, may without it a limit."""
    text = f"North Korea {words} as much as 2.27 million barrels of refined oil a year."
    (claim,) = read(Document(id="own", text=text, date=DAY)).claims
    assert claim.kind.value == kind


def test_the_month_before_is_not_the_first_month() -> None:
    """前一个月 is written out: it is no number of months from January on."""
    text = "2019年6月中国自越南进口由前一个月的11.57亿美元减至9.175亿美元。"
    claims = read(Document(id="own", text=text, date=DAY)).claims
    assert [str(one.period) for one in claims] == ["2019-05", "2019-06"]
