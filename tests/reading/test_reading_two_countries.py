"""What reports on the trade of two countries leave unsaid, and what a dateline does not say."""

from datetime import date

import pytest

from nktrade.core.claims import Claim
from nktrade.documents import load
from nktrade.reading import read


def claims_in(text: str) -> tuple[Claim, ...]:
    return read(load(text.encode(), date=date(2019, 8, 9))).claims


def test_total_trade_is_between_the_two_countries_where_no_third_is_named() -> None:
    """貿易総額 behind exports to Japan is trade with Japan, unless the text names others."""
    text = "2018年の韓国の対日輸出は50億ドルだった。貿易総額は153億ドルとなった。"
    assert [(one.reporter, one.partner) for one in claims_in(text)] == [("KOR", "JPN")] * 2
    several = f"2018年の韓国の対中輸出は90億ドルだった。{text}"
    assert [one.partner for one in claims_in(several)] == ["CHN", "JPN", "WLD"]


def test_where_a_report_was_written_is_not_where_the_goods_were() -> None:
    """A dateline names no place of trade; the sentence behind it may."""
    text = (
        "VLADIVOSTOK, August 9 - Russia exported goods worth $9 million to North Korea in July{}."
    )
    (from_there,) = claims_in(text.format(""))
    assert from_there.place is None
    (through,) = claims_in(text.format(" through Khasan"))
    assert through.place == "Khasan"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2019年5月、ロシアは北朝鮮に石油精製品6932バレルを、中国は1万4100バレルを供給した。", ["RUS PRK", "CHN PRK"]),
        ("2019年5月にはロシアが5000バレルを、中国が3000バレルを北朝鮮に供給した。", ["RUS PRK", "CHN PRK"]),
        ("2019년 5월 러시아는 5천 배럴을, 중국은 3천 배럴을 북한에 공급했다.", ["RUS PRK", "CHN PRK"]),
        ("2019년 3월 일본은 철강 20만t을, 한국은 15만t을 베트남에 수출했다.", ["JPN VNM", "KOR VNM"]),
        ("2019年5月、北朝鮮は石炭10万トンを中国に、5万トンをロシアに輸出した。", ["PRK CHN", "PRK RUS"]),
        ("2019년 북한은 석탄 10만t을 중국에, 5만t을 러시아에 수출했다.", ["PRK CHN", "PRK RUS"]),
        ("2019年5月、北朝鮮は石炭10万トンと鉄鉱石5万トンを中国に輸出した。", ["PRK CHN", "PRK CHN"]),
        ("2019년 북한은 석탄 10만t과 철광석 5만t을 중국에 수출했다.", ["PRK CHN", "PRK CHN"]),
    ],
)  # fmt: skip
def test_figures_under_one_verb_have_each_their_own_country(text: str, told: list[str]) -> None:
    """Who did as much stands before a figure, with whom before or behind it."""
    assert [f"{one.reporter} {one.partner}" for one in claims_in(text)] == told
