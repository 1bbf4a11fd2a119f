"""Amounts of a time that words tell of and do not name: they are of no time that other sentences tell."""

from datetime import date

import pytest

from nktrade.core.claims import Claim
from nktrade.core.documents import Document
from nktrade.core.period import Period
from nktrade.reading import read

BEFORE = {
    "en": "China's exports to North Korea were $187.4 million and imports $21.3 million in June 2019. ",
    "ko": "2019년 6월 중국의 대북 수출은 1억8740만 달러, 수입은 2130만 달러였다. ",
    "zh": "2019年6月中国对朝鲜出口1.874亿美元，进口2130万美元。",
    "ja": "2019年6月の中国の北朝鮮への輸出は1億8740万ドル、輸入は2130万ドルだった。",
}
OPEN = {
    "en": [
        "Trade had totalled $250 million before the pandemic.",
        "Total trade is now $250 million.",
        "Trade was once $250 million.",
        "Trade used to be $250 million.",
        "At its peak, trade was worth $250 million.",
        "Until the border was closed, trade was $250 million.",
        "Before tougher sanctions, trade came to $250 million.",
        "Trade had been $250 million.",
        "In better years, trade came to $250 million.",
    ],
    "ko": [
        "한때 교역 총액은 2억5천만 달러였다.",
        "코로나19 이전 교역 총액은 2억5천만 달러였다.",
        "현재 교역 총액은 2억5천만 달러다.",
        "과거에는 교역 총액이 2억5천만 달러에 달했다.",
        "제재 이전에는 교역 총액이 2억5천만 달러였다.",
        "1월 이후 교역 총액은 2억5천만 달러다.",
    ],
    "zh": [
        "贸易总额曾高达2.5亿美元。",
        "疫情前贸易总额为2.5亿美元。",
        "目前贸易总额为2.5亿美元。",
        "高峰期贸易总额为2.5亿美元。",
        "制裁实施前贸易总额为2.5亿美元。",
        "1月以来贸易总额为2.5亿美元。",
        "今年以来贸易总额为2.5亿美元。",
    ],
    "ja": [
        "かつて貿易総額は2億5000万ドルだった。",
        "コロナ禍前の貿易総額は2億5000万ドルだった。",
        "現在の貿易総額は2億5000万ドルだ。",
        "ピーク時の貿易総額は2億5000万ドルだった。",
        "制裁前の貿易総額は2億5000万ドルだった。",
        "1月以降の貿易総額は2億5000万ドルだった。",
    ],
}
TAKEN_OVER = {
    "en": [
        "Total trade came to $208.7 million.",
        "Trade came to $208.7 million at the time.",
        "Trade then was $208.7 million.",
        "Total trade came to $208.7 million, before the pandemic a usual amount in June 2019.",
        "Trade, which the war had hampered, came to $208.7 million.",
    ],
    "ko": ["교역 총액은 2억870만 달러였다.", "교역 총액은 과거 최고인 2억870만 달러였다."],
    "zh": ["贸易总额为2.087亿美元。", "贸易总额达2.087亿美元，为1月以来最高。"],
    "ja": ["貿易総額は2億870万ドルだった。", "貿易総額は過去最高の2億870万ドルだった。"],
}


def last(lang: str, text: str) -> Claim:
    """The last claim of a text that first tells of June 2019."""
    document = Document(id="a", text=BEFORE[lang] + text, lang=lang, date=date(2019, 7, 20))
    return read(document).claims[-1]


@pytest.mark.parametrize(
    ("lang", "text"), [(lang, one) for lang, texts in OPEN.items() for one in texts]
)
def test_a_time_that_is_not_named_is_open(lang: str, text: str) -> None:
    """It is another time than that of the sentence before."""
    claim = last(lang, text)
    assert claim.value == 250_000_000
    assert claim.period is None
    assert "period" in claim.missing


@pytest.mark.parametrize(
    ("lang", "text"), [(lang, one) for lang, texts in TAKEN_OVER.items() for one in texts]
)
def test_what_tells_of_no_other_time_takes_over_the_one_before(lang: str, text: str) -> None:
    """The time of the sentence before goes on."""
    assert last(lang, text).period == Period.month(2019, 6)


def test_what_follows_is_of_the_time_spoken_of_again() -> None:
    """A look at another time does not end the one spoken of."""
    claim = last("en", "Trade was once $250 million. Total trade was $208.7 million.")
    assert claim.period == Period.month(2019, 6)
