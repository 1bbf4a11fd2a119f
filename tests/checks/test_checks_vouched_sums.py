"""Shares of lists, prices, steps and sums accuse nobody where other figures of the text are what they are true of."""

import pytest

import nktrade as nk
from nktrade.core.codes import Severity, Verdict

DAY = "2025-01-20"

LISTS = [
    (
        "Chile exported 12.40 million tonnes of copper concentrate in 2024. What left in May and June, 1.84 million and 0.91 "
        "million tonnes, made up 22.2 percent of the year's tonnage."
    ),
    "2024년 칠레의 구리 수출량은 1240만t이었다. 5월 184만t과 6월 91만t은 한 해 수출량의 22.2%를 차지했다.",
    (
        "北朝鮮が2024年に中国から輸入した穀物は、コメ5万6千トン、小麦粉5万3千トン、計10万9千トンだった。"
        "トウモロコシの輸入は15万7千トンだった。"
    ),
    "2024年朝鲜自中国进口大米5.6万吨、面粉5.3万吨，合计10.9万吨。玉米进口15.7万吨。",
    (
        "North Korea imported 56,000 tons of rice and 53,000 tons of wheat flour from China in 2024, 109,000 tons together. "
        "It imported 157,000 tons of corn."
    ),
]
PRICES = [
    (
        "Peru sold 2,700 tonnes of squid and crab to Spain in 2024. It sold 1,284 tonnes in May. The catch earned $14.6 million, "
        "or $5,400 a tonne."
    ),
    "智利2024年对华出口锂盐2700吨，5月出口1284吨，出口额1460万美元，平均每吨5400美元。",
    "칠레의 지난해 리튬 수출은 2천700t이었다. 5월에는 1천284t을 팔았다. 수출액은 1천460만 달러로 톤당 5천400달러였다.",
]
STEPS = [
    "북한의 대중 곡물 수입은 지난해 48만2천t보다 4천t(0.8%) 줄었다.",
    "去年朝鲜自中国进口谷物比前年的48.2万吨减少4000吨（0.8%）。",
    "北朝鮮の昨年の穀物輸入は前年の48万2千トンから4千トン（0.8％）減った。",
]
BALANCES = [
    (
        "去年中国对朝出口18.33亿美元，从朝鲜进口3.47亿美元。2023年的出口额和进口额分别为20.03亿美元和2.92亿美元。\n\n"
        "朝鲜对华贸易逆差因此由17.1亿美元降至14.9亿美元。"
    ),
]


def accused(text: str) -> list[str]:
    """The checks that accuse a figure of the text alone."""
    (one,) = nk.check(text, date=DAY, against="none").checked
    return [
        row.check for row in one.relations if row.severity in {Severity.ERROR, Severity.WARNING}
    ]


@pytest.mark.parametrize("text", [*LISTS, *PRICES, *STEPS, *BALANCES])
def test_what_other_figures_make_true_accuses_none(text: str) -> None:
    """A share may be of a list, a price of another quantity, a step no level, a balance that of another year."""
    assert not accused(text)


@pytest.mark.parametrize(
    "text",
    [
        LISTS[0].replace("22.2", "32.2"),
        PRICES[1].replace("5400", "8400"),
        BALANCES[0].replace("14.9", "19.4"),
    ],
)
def test_what_no_other_figures_make_true_still_contradicts(text: str) -> None:
    """A share of no list, a price of no quantity, a balance of no year."""
    assert accused(text)


def test_a_vouched_figure_is_told_with_what_makes_it_true() -> None:
    """The note names the figures that were meant."""
    (one,) = nk.check(PRICES[1], date=DAY, against="none").checked
    notes = [row.explanation for row in one.relations if row.verdict is Verdict.MISREADING]
    assert [("1460万美元" in note, "2700吨" in note) for note in notes] == [(True, True)]


@pytest.mark.parametrize(
    "text",
    [
        "수산물 수출은 1억9천만 달러로 전년의 1억800만 달러보다 57.9% 뛰었다.",
        "水産物の対中輸出は1億9000万ドルで、前年の1億800万ドルより57.9%増えた。",
    ],
)
def test_what_was_sold_a_year_before_is_no_step(text: str) -> None:
    """108 is 57.9 percent of 187, which says nothing of a rise from 108 to 190."""
    (checked,) = nk.check(text, date="2017-01-16", against="none").checked
    assert [one.severity for one in checked.relations if one.check == "change"] == [Severity.ERROR]
