"""What reports on the trade of two countries leave unsaid, and what a dateline does not say."""

from datetime import date

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
