"""Of which time a level, a sum and a balance are that name none, and with whom a side of the trade trades."""

import datetime as dt

import pytest

from nktrade.core.claims import Claim
from nktrade.documents import load
from nktrade.reading import read

_RUN = "2021-01/2021-09"


def _told(text: str, lang: str) -> list[Claim]:
    page = load(text.encode(), date=dt.date(2021, 10, 8), lang=lang, name="own")
    return list(read(page).claims)


def _dates(text: str, lang: str) -> list[str]:
    return [str(one.period) for one in _told(text, lang)]


@pytest.mark.parametrize(
    ("back", "then"),
    [("1년 전", "2020-09"), ("한 달 전", "2021-08"), ("전년 동월", "2020-09")],
)
def test_an_old_level_is_dated_from_the_time_named_behind_it(back: str, then: str) -> None:
    """From so much a year ago, to so much in September: a year before September."""
    text = f"대중 수출은 {back} 495만 달러에서 2021년 9월 456만 달러로 줄었다."
    assert _dates(text, "ko") == [then, "2021-09"]


def test_an_old_level_named_by_its_month_keeps_it() -> None:
    """Its own words stand before what stands behind it."""
    text = "대중 수출은 7월 495만 달러에서 2021년 9월 456만 달러로 줄었다."
    assert _dates(text, "ko") == ["2021-07", "2021-09"]


@pytest.mark.parametrize(
    ("lang", "month", "run", "gap"),
    [
        ("ko", "9월 대중 수출은 2억 달러였다.", "1~9월 대중 수출은 20억 달러, 수입은 5억 달러였다.", "이에 따라 무역수지는 15억 달러 흑자였다."),
        ("zh", "9月对华出口2亿美元。", "1至9月对华出口20亿美元,进口5亿美元。", "贸易顺差为15亿美元。"),
        ("ja", "9月の対中輸出は2億ドルだった。", "1～9月の対中輸出は20億ドル、輸入は5億ドルだった。", "貿易収支は15億ドルの黒字だった。"),
    ],
)  # fmt: skip
def test_a_balance_is_of_the_months_whose_flows_were_just_told(
    lang: str, month: str, run: str, gap: str
) -> None:
    """Both flows of the months so far stand right before it; those of the month do not."""
    assert _dates(month + run + gap, lang)[-1] == _RUN


def test_a_balance_behind_one_flow_so_far_is_of_the_month() -> None:
    """One flow of the months so far is told aside."""
    text = "9月对华出口2亿美元,进口1亿美元。1至9月对华出口20亿美元。贸易顺差为1亿美元。"
    assert _dates(text, "zh")[-1] == "2021-09"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ko", "9월 대중 수출은 2억 달러였다. 1~9월 수출은 20억 달러였다. 수출은 19억9천만 달러로 전년 같은 기간보다 9% 늘었다."),
        ("zh", "9月对华出口2亿美元。1至9月出口20亿美元。出口为19.9亿美元,较上年同期增长9%。"),
    ],
)  # fmt: skip
def test_a_level_is_of_the_months_that_its_change_is_held_to(lang: str, text: str) -> None:
    """Level and change of one clause are of one time: the same months a year before."""
    assert _dates(text, lang)[-2:] == [_RUN, _RUN]


def test_a_text_that_begins_with_months_goes_back_to_them() -> None:
    """The month between them is told aside, not they."""
    text = "1至9月中国对朝出口20亿美元。9月出口2亿美元。1至9月进出口30亿美元。进口10亿美元。"
    assert _dates(text, "zh")[-1] == _RUN


def test_the_side_of_a_country_is_of_the_trade_spoken_of() -> None:
    """Japan's surplus as Japan's side sees it is that with whom it was said to trade."""
    text = "9月日本对美出口848亿美元。日本方面的贸易顺差为801亿美元。"
    told = _told(text, "zh")[-1]
    assert (told.reporter, told.partner) == ("JPN", "USA")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ko", "9월 대중 수입은 2억 달러였다. 1~9월 대중 수출은 20억 달러, 수입은 5억 달러였다. 1년 전에는 수출이 18억 달러였다."),
        ("zh", "9月自中国进口2亿美元。1至9月对华出口20亿美元,进口5亿美元。上年同期,出口为18亿美元。"),
    ],
)  # fmt: skip
def test_a_year_before_is_that_of_the_months_whose_flows_were_just_told(
    lang: str, text: str
) -> None:
    """It goes back from both flows of the months so far, not from the month told before them."""
    assert _dates(text, lang)[-1] == "2020-01/2020-09"
