"""A sentence that begins with "of that" tells a part of what the one before told, with the same country."""

from datetime import date

import pytest

import nktrade
from tests.reading.cjk_claims import claims_in

DAY = date(2021, 7, 20)
WHOLE = "North Korea's imports from China in June 2021 came to $12.32 million. "
PARTS = [
    WHOLE + "Of that, fertilizer made up $541 million.",
    WHOLE + "Of these imports, $541 million was fertilizer.",
    WHOLE + "Of the total, fertilizer accounted for $541 million.",
    WHOLE + "Among them, fertilizer came to $541 million.",
    WHOLE + "Within that total, fertilizer stood at $541 million.",
    "2021年6月朝鲜从中国进口1232万美元。其中化肥541亿美元。",
    "2021年6月、北朝鮮の対中輸入は1232万ドルだった。このうち肥料は541億ドルだった。",
    "2021년 6월 북한의 대중 수입은 1천232만 달러였다. 이 가운데 비료가 541억 달러로 가장 많았다.",
]
BESIDE = [
    WHOLE + "Fertilizer made up $541 million.",
    WHOLE + "Of its five ports, Nampo is the largest. Fertilizer imports were $541 million.",
    WHOLE + "Fertilizer imports came to $541 million.",
    "2021年6月朝鲜从中国进口1232万美元。化肥进口541亿美元。",
    "2021년 6월 북한의 대중 수입은 1천232만 달러였다. 비료 수입은 541억 달러였다.",
]


@pytest.mark.parametrize("text", PARTS)
def test_a_part_of_what_was_told_cannot_exceed_it(text: str) -> None:
    """Fertilizer of 541 million is no part of imports of 12."""
    (checked,) = nktrade.check(text, against="none", date=DAY).checked
    assert [one.check for one in checked.relations if one.holds is False] == ["goods within all"]
    assert dict(claims_in(text, DAY)[-1].trust)["partner"] >= 0.9


@pytest.mark.parametrize("text", BESIDE)
def test_goods_told_beside_it_may_be_traded_with_others(text: str) -> None:
    """Nothing says that the fertilizer came from China."""
    (checked,) = nktrade.check(text, against="none", date=DAY).checked
    assert [one.check for one in checked.relations if one.holds is False] == []
