"""Shares of lists, prices, steps and sums accuse nobody where other figures of the text are what they are true of."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

import nktrade as nk
from nktrade.core.claims import Claim
from nktrade.core.codes import Kind, Severity, Verdict
from nktrade.core.documents import Document
from nktrade.core.period import Period
from nktrade.diagnosis.vouching import vouched
from nktrade.reading import read

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


def claims_of(text: str, lang: str) -> tuple[Claim, ...]:
    """What is read of a text."""
    return read(Document(id="a", text=text, lang=lang, date=date.fromisoformat(DAY))).claims


@pytest.mark.parametrize("days", [-40, -1, 0, 1, 40])
@pytest.mark.parametrize("is_before", [True, False])
def test_a_sum_may_be_a_share_of_what_has_a_day_in_common(days: int, *, is_before: bool) -> None:
    """The whole may end on the first day of its parts or begin on their last; a day farther off it is of another time."""
    whole, *parts, share = claims_of(LISTS[0], "en")
    when = parts[0].period
    assert when
    span, shared = timedelta(days=300), timedelta(days=days)
    own = (
        Period(when.first - span, when.first + shared)
        if is_before
        else Period(when.last - shared, when.last + span)
    )
    whole = replace(whole, period=own)
    assert bool(vouched([share, whole], [whole, *parts, share])) is (days >= 0)


@pytest.mark.parametrize("per", ["t", "crate", "", None])
def test_a_price_is_true_of_what_is_counted_in_its_unit(per: str | None) -> None:
    """2,700 tonnes at 5,400 a tonne are 14.6 million; of a price per crate, or per nothing, nothing is told."""
    claims = claims_of(PRICES[1], "zh")
    (price,) = [one for one in claims if one.kind is Kind.UNIT_PRICE]
    (value,) = [one for one in claims if one.figure.unit == "USD"]
    others = [one for one in claims if one not in {price, value}]
    unit = "USD" if per is None else f"USD/{per}"
    price = replace(price, figure=replace(price.figure, unit=unit))
    assert bool(vouched([price, value], [price, value, *others])) is (per == "t")
