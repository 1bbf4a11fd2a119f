"""Prints of plain sentences: what nothing narrows is told of all, so that two such prints contradict each other.

The texts that accuse nobody hold neighbouring figures a slip apart, or of one kind, that are all true.
"""

from datetime import date

import pytest

import nktrade as nk
from nktrade.core.codes import Severity

DAY = date(2019, 7, 20)
OPENINGS = {
    "en": "China's trade with North Korea was worth $230 million in June 2019.",
    "ko": "2019년 6월 북한의 대중 교역액은 2억3000만 달러였다.",
    "zh": "2019年6月中国与朝鲜贸易总额为2.3亿美元。",
    "ja": "2019年6月の北朝鮮の対中貿易総額は2億3000万ドルだった。",
}
PLAIN = {
    "en": "Total trade reached $410 million, up 5 percent from a year earlier.",
    "ko": "교역 총액은 4억1000만 달러로 1년 전보다 5% 늘었다.",
    "zh": "贸易总额为4.1亿美元，同比增长5%。",
    "ja": "貿易総額は前年同期比5%増の4億1000万ドルとなった。",
}
NARROWED = {
    "en": "Border trade reached $190 million, up 3 percent from a year earlier.",
    "ko": "변경 소액 교역액은 1억9000만 달러로 1년 전보다 3% 늘었다.",
    "zh": "边民互市贸易额为1.9亿美元，同比增长3%。",
    "ja": "辺境の貿易額は前年同期比3%増の1億9000万ドルとなった。",
}
TRUE = {
    "en": [
        "China's imports from North Korea came to $214.9 million in May 2019 and to $241.9 million in June 2019.",
        "China's trade with North Korea came to $9.8 million in June 2019. General trade came to $8.9 million.",
        "China's trade with North Korea was $214.9 million in June 2019. Barter along the border was $241,900.",
        "China's exports to North Korea were $163.2 million in June 2019. Exports to Russia were $136.2 million.",
        "China's exports to North Korea rose to $152.4 million in June 2019. A year earlier, exports had stood at $125.4 million.",
        "Trade at a glance\n\nChina's exports to North Korea, June 2019: $204.8 million\nChina's imports from North Korea, June 2019: $20.48 million",
        "China's exports to North Korea were $204.2 million in June 2019. Exports by private firms were $36.9 million.",
        "North Korea's exports to China were $18.93 million in June 2019. Exports handled in Dandong were $13.98 million.",
        "China's trade with North Korea was $1.35 billion in January-June 2019. Trade in June was $235 million.",
    ],
    "ko": [
        "2019년 5월 북한의 대중 수입은 2억1490만 달러, 6월은 2억4190만 달러였다.",
        "2019년 6월 북한의 대중 교역액은 980만 달러였다. 일반무역은 890만 달러였다.",
        "2019년 6월 북한의 대중 수출은 1893만 달러였다. 민간 기업의 수출은 1398만 달러였다.",
        "2019년 6월 북한의 대중 수출은 1632만 달러였다. 대러 수출은 1362만 달러였다.",
        "2019년 6월 북한의 대중 수출은 1524만 달러였다. 1년 전에는 수출이 1254만 달러였다.",
        "2019년 1~6월 북한의 대중 교역액은 13억5000만 달러였다. 6월 교역액은 2억3500만 달러였다.",
        "2019년 6월 북한의 대중 교역액은 2억3000만 달러였다. 단둥 세관을 거친 교역액은 1억3000만 달러였다.",
    ],
    "zh": [
        "2019年5月中国自朝鲜进口2149万美元，6月进口2419万美元。",
        "2019年6月中国与朝鲜贸易总额为980万美元。一般贸易额为890万美元。",
        "2019年6月中国对朝鲜出口1.632亿美元，对俄罗斯出口1.362亿美元。",
        "2019年6月中国对朝鲜出口1.524亿美元。上年同期，出口为1.254亿美元。",
        "2019年6月中国对朝鲜出口2.042亿美元。民营企业出口为3690万美元。",
        "2019年1至6月中国与朝鲜贸易总额为13.5亿美元。6月贸易额为2.35亿美元。",
        "2019年6月中国与朝鲜贸易总额为2.3亿美元。丹东口岸贸易额为1.3亿美元。",
    ],
    "ja": [
        "2019年5月の中国の北朝鮮からの輸入は2149万ドル、6月は2419万ドルだった。",
        "2019年6月の北朝鮮の対中貿易額は980万ドルだった。一般貿易額は890万ドルだった。",
        "2019年6月の中国の北朝鮮への輸出は1億6320万ドル、ロシアへの輸出は1億3620万ドルだった。",
        "2019年6月の北朝鮮の対中輸出は1524万ドルだった。1年前の輸出は1254万ドルだった。",
        "2019年6月の北朝鮮の対中輸出は1893万ドルだった。民間企業の輸出は1398万ドルだった。",
        "2019年1~6月の北朝鮮の対中貿易額は13億5000万ドルだった。6月の貿易額は2億3500万ドルだった。",
        "2019年6月の北朝鮮の対中貿易額は2億3000万ドルだった。丹東経由の貿易額は1億3000万ドルだった。",
    ],
}  # fmt: skip


def accused(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The checks that accuse a figure of the text, and the figures they suspect."""
    (checked,) = nk.check(text, date=DAY, against="none").checked
    found = [one for one in checked.relations if one.severity in {Severity.ERROR, Severity.WARNING}]
    return [(one.check, one.suspect) for one in found]


@pytest.mark.parametrize("lang", OPENINGS)
def test_two_plain_prints_contradict_each_other(lang: str) -> None:
    """Sides and time of the second are carried over, and nothing in its words narrows it: a tie."""
    assert [check for check, _ in accused(f"{OPENINGS[lang]} {PLAIN[lang]}")] == ["misfit"]


def test_a_list_of_both_ways_tells_of_the_trade_before_it() -> None:
    """Nothing in the words makes them a part of it, so the exports are told twice."""
    opening = "China's exports to Vietnam were $390 million in January 2018."
    assert accused(f"{opening} Exports were $48 million and imports $61 million.") == [
        ("misfit", ("c1", "c2"))
    ]


@pytest.mark.parametrize("lang", OPENINGS)
def test_a_word_that_nobody_listed_may_narrow(lang: str) -> None:
    """A part of the trade that the lists lack a name for is no second print of all of it."""
    assert not accused(f"{OPENINGS[lang]} {NARROWED[lang]}")


@pytest.mark.parametrize("lang", OPENINGS)
def test_what_goes_on_from_a_narrowed_sentence_is_narrowed(lang: str) -> None:
    """A plain sentence takes over the sides that the sentence before it tells of, and what that is about."""
    assert not accused(f"{OPENINGS[lang]} {NARROWED[lang]} {PLAIN[lang]}")


def test_a_time_that_the_sentence_before_does_not_tell_is_open() -> None:
    """Behind a run of months a sentence may go on about the run or come back to the month."""
    text = (
        "2019년 6월 북한의 대중 수입은 1억7000만 달러였다. 2019년 1~6월 교역액은 모두 13억5000만 달러였다. "
        "수입은 10억9000만 달러였다."
    )
    assert not accused(text)


@pytest.mark.parametrize(
    ("lang", "text"), [(lang, text) for lang, texts in TRUE.items() for text in texts]
)
def test_true_neighbours_accuse_nobody(lang: str, text: str) -> None:
    """Figures a slip apart that are of two months, two partners, a part and its whole, or two ways of trade."""
    assert lang in {"en", "ko", "zh", "ja"}
    assert not accused(text)
