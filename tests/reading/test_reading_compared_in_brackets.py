"""The level compared with may stand in brackets behind the word that compares; what it is passed by is no hedge of it."""

import pytest

from tests.reading.cjk_claims import claims_in

COMPARED = [
    ("中国6月自朝鲜进口煤炭8243吨，较上年同期（6100吨）增长35.2%。", "2018-06"),
    ("中国6月自朝鲜进口煤炭8243吨，比去年同月(6100吨)多35.2%。", "2018-06"),
    ("中国6月自朝鲜进口煤炭8243吨，比上个月（6100吨）多35.2%。", "2019-05"),
    ("2018年中国自朝进口2.1亿美元，比上年（17.2亿美元）下降87.6%。", "2017"),
    ("2019년 6월 북한의 석탄 수출은 8243t으로 전년 동월 대비(6100t) 35.2% 늘었다.", "2018-06"),
    ("6月の北朝鮮の石炭輸出は8243トンで、前年同月比(6100トン)35.2%増。", "2018-06"),
    ("6月の北朝鮮の石炭輸出は8243トンで、前年同月(6100トン)より35.2%多かった。", "2018-06"),
]
NOT_COMPARED = [
    "6月中国自朝进口同比增长8%（6100吨），环比减少3%。",
    "6月中国自朝进口同比增长8%，为6100吨。",
    "2019年6月の北朝鮮の石炭輸出は前年同月比35.2%増(8243トン)だった。",
    "2019년 6월 북한의 석탄 수출은 전년 동월 대비 35.2% 늘었다(8243t).",
]
PASSED = [
    ("中国6月自朝鲜进口煤炭8243吨，比去年同月的6100吨多35.2%。", "change_pct"),
    ("中国6月自朝鲜进口煤炭8243吨，比去年同月的6100吨多三成。", "change_pct"),
    ("中国6月自朝鲜进口煤炭8243吨，比去年同月的6100吨多了35.2%。", "change_pct"),
    ("中国6月自朝鲜进口煤炭8243吨，比5月的6100吨多2143吨。", "change_abs"),
]
HEDGED = [
    "中国6月自朝鲜进口煤炭8000多吨。",
    "6月进口3000吨多一点的煤炭。",
    "6月出口大米12万吨余，多为越南产。",
]


@pytest.mark.parametrize(("text", "time"), COMPARED)
def test_a_level_in_brackets_behind_the_word_that_compares_is_of_that_time(
    text: str, time: str
) -> None:
    """The change behind the brackets is measured from it."""
    new, old, change = claims_in(text)
    assert (str(old.period), old.commodity) == (time, new.commodity)
    assert (change.kind.value, change.period) == ("change_pct", new.period)


@pytest.mark.parametrize("text", NOT_COMPARED)
def test_an_amount_behind_a_change_is_of_the_time_spoken_of(text: str) -> None:
    """The word that compares has its change already."""
    (level,) = (one for one in claims_in(text) if one.figure.unit == "t")
    assert str(level.period) == "2019-06"


@pytest.mark.parametrize(("text", "kind"), PASSED)
def test_a_word_for_more_with_its_number_behind_it_is_a_change(text: str, kind: str) -> None:
    """It says by how much the old level is passed, and hedges nothing."""
    old, change = claims_in(text)[1:]
    assert (old.amount.approx.value, change.kind.value, change.sign) == ("exact", kind, "+")


@pytest.mark.parametrize("text", HEDGED)
def test_a_word_for_more_without_a_number_behind_it_hedges(text: str) -> None:
    """A little more than three thousand tons."""
    assert claims_in(text)[0].amount.approx.value == "more_than"
