"""What is told as one: goods joined by "and", what somebody is to another, the months that were just added up."""

from datetime import date

import pytest

from nktrade.core.claims import Claim
from nktrade.core.period import Period
from nktrade.documents import load
from nktrade.reading import read
from nktrade.reference.commodities import joined, within

DAY = date(2018, 8, 24)


def _claims(text: str, lang: str = "en") -> tuple[Claim, ...]:
    return read(load(text.encode(), date=DAY, lang=lang)).claims


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Japan imported 20 million tons of coal and iron ore from Brazil in 2017.", "coal and iron ore"),
        ("Coal and iron ore exports to China were worth $200 million in 2017.", "coal and iron ore"),
        ("Russia exported 20 million tons of wheat and barley combined in 2017.", "wheat and barley"),
        ("Wheat and barley together earned Russia $200 million in 2017.", "wheat and barley"),
        ("Japan imported 20 million tons of coal from Australia and Canada in 2017.", "coal"),
        ("Japan imported 20 million tons of coal, and iron ore prices rose.", "coal"),
    ],
)  # fmt: skip
def test_goods_that_one_word_joins_are_neither_of_the_two(text: str, goods: str) -> None:
    """Twenty million tons of coal and iron ore are not twenty of coal."""
    assert _claims(text)[0].commodity == goods


def test_joined_goods_hold_each_of_them() -> None:
    """Coal is part of coal and iron ore, and both together are part of all goods alone."""
    assert joined("coal and iron ore") == ("coal", "iron ore")
    assert within("anthracite", "coal and iron ore")
    assert not within("coal and iron ore", "coal")
    assert within("coal and iron ore", "all")


def test_the_list_before_the_word_is_dealt_to_its_own_figures() -> None:
    """Flour stands before the list of two, and has its own figure."""
    text = "Flour imports were 14,900 tons; sugar and rice imports came to 5,200 and 4,800 tons, respectively."
    assert [one.commodity for one in _claims(text)] == ["flour", "sugar", "rice"]


@pytest.mark.parametrize("aside", [", its top supplier,", ", its biggest supplier,", ""])
def test_what_somebody_is_to_another_tells_no_flow(aside: str) -> None:
    """Indonesia supplies: what China bought from it stays an import of China."""
    found = _claims(
        f"China's coal purchases from Indonesia{aside} fell 3.5% to 19.3 million tons in May."
    )
    assert {(one.flow, one.reporter, one.partner) for one in found} == {("import", "CHN", "IDN")}


def test_a_supplier_that_sells_is_told_by_its_verb() -> None:
    """Where a figure stands with the supplier the word does tell the flow."""
    level = _claims("India's top supplier, Russia, delivered 5 million tons of coal in May.")[0]
    assert (level.flow, level.reporter) == ("export", "RUS")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("North Korea earned $17.9 million from wigs in May, or 56.5 percent of the May total.", "share_pct"),
        ("North Korea's exports were $31.7 million in May, or 80 percent of the May 2015 total.", "ratio"),
    ],
)  # fmt: skip
def test_a_part_of_a_level_of_its_own_time_is_a_share(text: str, kind: str) -> None:
    """What is a part of the same month's total is a share, of another year's a multiple."""
    assert _claims(text)[1].kind == kind


SUMMED = {
    "ko": ("7월 북한의 대중 수출은 1726만 달러였다. 1∼7월 누적 수출은 1억2900만 달러였다. {}", "지난해 같은 {}의 9억 달러에 비해 줄었다.", "기간", "달"),
    "ja": ("7月の中国の北朝鮮からの輸入額は1726万ドルだった。1〜7月の累計では1億2900万ドルだった。{}", "前年同{}は9億ドルだった。", "期", "月"),
    "zh": ("7月中国自朝鲜进口1726万美元。1至7月累计进口1.29亿美元。{}", "去年同{}为9亿美元。", "期", "月"),
}  # fmt: skip


@pytest.mark.parametrize("lang", SUMMED)
def test_the_same_period_is_that_of_the_sum_just_told(lang: str) -> None:
    """Behind a sum of seven months the same period is seven months, the same month is not."""
    text, old, period, month = SUMMED[lang]
    spans = [_claims(text.format(old.format(word)), lang)[-1].period for word in (period, month)]
    assert spans == [Period.months(2017, 1, 7), Period.month(2017, 7)]


def test_an_unofficial_ban_hides_no_trade() -> None:
    """What customs counted after a ban was lifted is recorded; unofficial trade is not."""
    text = "China imported 5 million tons of coal in May, after an unofficial ban was lifted, customs data showed."
    assert _claims(text)[0].channel == "recorded"
    hidden = "China's unofficial trade with North Korea came to $5 million in May."
    assert _claims(hidden)[0].channel == "unrecorded"


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Chip exports were $37 billion in 2017, or 21 percent of total exports of $173 billion; in 2016 they had been $26 billion.", "semiconductors"),
        ("Wheat imports were $4 billion in 2017, 8 percent of all imports, and in 2016 they had been $3 billion.", "wheat"),
        ("Korea's exports of chips were $37 billion in 2017; its total exports were $173 billion, and in 2016 they had been $160 billion.", "all"),
    ],
)  # fmt: skip
def test_a_pronoun_behind_a_share_means_the_part(text: str, goods: str) -> None:
    """They are what the sentence is about, and not the whole that a share is of."""
    assert _claims(text)[-1].commodity == goods
