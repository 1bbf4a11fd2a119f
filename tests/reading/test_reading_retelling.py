"""The number of an amount says of which time it is, where its words do not."""

from datetime import date

import pytest

from nktrade.core.claims import Claim
from nktrade.core.documents import Document
from nktrade.reading import read

DAY = date(2016, 12, 23)
ELEVEN = "2016-01/2016-11"
SUMS = {
    "en": "China's imports from North Korea came to $13.43 million in November. "
    "In the first eleven months of 2016 its exports rose 16 percent to $4.306 billion. ",
    "ko": "지난달 중국의 대북 수입은 1343만 달러였다. 2016년 1~11월 수출은 43억600만 달러로 16% 늘었다. ",
    "zh": "上个月中国自朝鲜进口1343万美元。2016年前十一个月，出口43.06亿美元，增长16%。",
    "ja": "先月の中国の北朝鮮からの輸入は1343万ドルだった。2016年1月から11月までの輸出は43億600万ドルで、16%増えた。",
}
AGAIN = {
    "en": "Exports were $4,305.9 million. A year earlier, exports had stood at $3.71 billion and imports at $100 million.",
    "ko": "수출은 43억590만 달러였다. 전년 동기에는 수출이 37억1천만 달러, 수입이 1억 달러였다.",
    "zh": "出口为43.059亿美元。上年同期，出口为37.1亿美元，进口为1亿美元。",
    "ja": "輸出は43億590万ドルだった。前年同期は輸出が37億1000万ドル、輸入が1億ドルだった。",
}


def claims(lang: str, text: str) -> list[Claim]:
    """All claims of a text that begins with a month and some months."""
    return [*read(Document(id="own", text=SUMS[lang] + text, lang=lang, date=DAY)).claims]


@pytest.mark.parametrize("lang", SUMS)
def test_a_number_told_again_is_of_its_own_time(lang: str) -> None:
    """Exports of eleven months are told again, rounder or finer, and what follows goes on about them."""
    *_, again, exports, imports = claims(lang, AGAIN[lang])
    assert str(again.period) == ELEVEN
    assert {str(one.period) for one in (exports, imports)} == {"2015-01/2015-11"}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Exports were $4,305.9 million in November.", "2016-11"),
        ("Its imports were $13.43 million.", "2016-11"),
        ("Exports of coal were $4,305.9 million in November.", "2016-11"),
    ],
)
def test_words_and_other_trade_are_not_overruled(text: str, period: str) -> None:
    """A time in the words stays, however the number looks."""
    assert str(claims("en", text)[-1].period) == period


def test_two_digits_prove_nothing() -> None:
    """4.3 billion may be the exports of any time."""
    before = claims("en", "Exports of November came to $350 million. ")
    rounded = claims("en", "Exports of November came to $350 million. Exports were $4.3 billion.")
    assert rounded[-1].period == before[-1].period
