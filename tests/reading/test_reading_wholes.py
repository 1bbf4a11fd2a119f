"""A share, the whole it is of and the amount it comes to are told apart, and what is highest dates nothing."""

from datetime import date

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read

DAY = date(2021, 10, 18)


def told_in(text: str) -> list[str]:
    """Partner, goods and period of each figure of a text."""
    claims = read(Document(id="own", text=text, date=DAY)).claims
    return [f"{one.partner} {one.commodity} {one.period or ''}".strip() for one in claims]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Coal accounted for 40 percent of North Korea's $500 million in exports to China in 2016, or $200 million.", "coal"),
        ("Seafood made up a fifth of the $500 million that North Korea sold to China in 2016, or $100 million.", "seafood"),
        ("Minerals were 30 percent of the North's $900 million in shipments to China in 2016, or about $270 million.", "minerals"),
        ("Textiles were 25 percent of its $2.8 billion in exports in 2016, or some $700 million.", "textiles"),
        ("Iron ore was 8 percent of the $400 million that China imported from North Korea in 2016, or $32 million.", "iron ore"),
    ],
)  # fmt: skip
def test_what_a_share_comes_to_is_of_its_goods(text: str, goods: str) -> None:
    """The amount behind the whole is the part's, not the whole's."""
    share, whole, part = told_in(text)
    assert [one.partition(" ")[2] for one in (share, whole, part)] == [
        f"{goods} 2016",
        "all 2016",
        f"{goods} 2016",
    ]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Textiles were 20 percent of its $3 billion in exports in 2016. Coal brought in $1.2 billion, or $70 a ton.", "coal 2016"),
        ("Coal was 40 percent of its $3 billion in exports in 2016, and imports came to $3.5 billion, or more.", "all 2016"),
    ],
)  # fmt: skip
def test_what_is_told_anew_is_no_part(text: str, goods: str) -> None:
    """Another flow or another unit behind the whole is not what the share comes to."""
    assert told_in(text)[2].partition(" ")[2] == goods


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("Exports to China were 90 percent of the North's total exports of $3 billion in 2016.", ["CHN", "WLD"]),
        ("Sales to China made up two thirds of total sales of $3 billion in 2016.", ["CHN", "WLD"]),
        ("North Korea sent China 3.7 million tons of coal worth $370 million in 2016.", ["CHN", "CHN"]),
        ("Imports from China were 85 percent of total imports of $3.2 billion in 2016.", ["CHN", "WLD"]),
        ("The North's exports to Russia were 2 percent of exports of $3 billion in 2016.", ["RUS", "WLD"]),
    ],
)  # fmt: skip
def test_a_whole_of_the_same_flow_is_with_everybody(text: str, partners: list[str]) -> None:
    """Of what the share to one country is a part goes to all; what goods are worth goes with them."""
    assert [one.partition(" ")[0] for one in told_in(text)] == partners


@pytest.mark.parametrize(
    "record",
    [
        "the highest this year",
        "the highest so far this year",
        "the biggest monthly figure of the year",
        "the most in any month this year",
        "the third straight rise this year",
    ],
)
def test_a_record_of_a_time_dates_nothing_that_follows(record: str) -> None:
    """The year in which September was highest is not that of the imports told next."""
    text = f"Exports to China rose to $55.7 million in September, {record}, while imports fell to $14.3 million."
    assert [one.rpartition(" ")[2] for one in told_in(text)] == ["2021-09", "2021-09"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Russia bought the most this year, taking 3 million tons of coal.", "2021"),
        ("China was the biggest buyer this year, with imports of $14.3 million from North Korea.", "2021"),
        ("Exports to China last year were the lowest of the decade at $3 million.", "2020"),
        ("The biggest rise last year was in textiles, whose exports to China reached $5 million.", "2020"),
    ],
)  # fmt: skip
def test_a_time_in_which_somebody_did_most_is_the_time_of_it(text: str, period: str) -> None:
    """Who bought the most this year bought it this year."""
    assert [one.rpartition(" ")[2] for one in told_in(text)] == [period]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("2020年5月,中国从俄罗斯进口原油838万吨,占进口总量4610万吨的18.2%。", "WLD crude oil 2020-05"),
        ("2020年5月,中国从沙特进口原油694万吨,比去年同月的600万吨增加15.7%,占进口总量4610万吨的15.1%。", "WLD crude oil 2020-05"),
        ("2020年,中国自越南进口大米21万吨,占粮食进口总量350万吨的6%。", "WLD grain 2020"),
        ("2020年5月に中国がロシアから輸入した原油は838万トンで、輸入総量4610万トンの18.2%を占めた。", "WLD crude oil 2020-05"),
        ("2020年5月に中国がロシアから輸入した原油は838万トンで、輸入全体4610万トンの18.2%を占めた。", "WLD crude oil 2020-05"),
        ("2020년 5월 중국이 러시아에서 수입한 원유는 838만t으로 전체 수입량 4천610만t의 18.2%를 차지했다.", "WLD crude oil 2020-05"),
        ("China imported 8.38 million tons of crude oil from Russia in May 2020, 18.2 percent of its total imports of 46.1 million tons.", "WLD crude oil 2020-05"),
    ],
)  # fmt: skip
def test_the_whole_of_a_share_is_from_everybody(text: str, whole: str) -> None:
    """Where it would else be told of the same as its part; of goods of its own it is of these."""
    part, *_ = told_in(text)
    assert whole in told_in(text)
    assert part != whole


@pytest.mark.parametrize(
    "text",
    [
        "2019年1至8月,朝鲜向中国出口煤炭370万吨,其中280万吨以船对船方式转运,占总量370万吨的76%。",
        "2020年1至8月,朝鲜向中国出口煤炭280万吨,相当于2019年同期370万吨的76%。",
        "2020年5月,中国从俄罗斯进口原油838万吨,比去年同月的926万吨减少9.5%。",
        "2020년 1~8월 북한의 대중 석탄 수출은 280만t으로 작년 같은 기간 370만t의 76%였다.",
        "2020年5月に中国がロシアから輸入した原油は838万トンで、前年同月の926万トンを9.5%下回った。",
    ],
)
def test_what_is_no_whole_is_of_whom_its_part_is(text: str) -> None:
    """What was told before it, a level of the year before."""
    assert len({one.partition(" ")[0] for one in told_in(text)}) == 1


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Wigs accounted for 57 percent of the North's exports to China of $30 million in May.", "wigs"),
        ("Wigs made up 46 percent of everything the North sold to China in May, $30 million.", "wigs"),
        ("Coal was 45 percent of the $2.63 billion that the North earned from exports to China in 2016.", "coal"),
        ("Seafood made up 7 percent of the $2.6 billion it made from exports to China in 2016.", "seafood"),
        ("Textiles accounted for 27 percent of the $2.8 billion the North earned abroad in 2016.", "textiles"),
    ],
)  # fmt: skip
def test_what_goods_are_a_share_of_is_of_all_goods(text: str, goods: str) -> None:
    """The whole stands behind words for the flow, or set off behind them."""
    share, whole = told_in(text)
    assert share.split()[1] == goods
    assert whole.split()[1] == "all"


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Russia bought 40 percent of the North's coal exports of $90 million in 2014.", "coal"),
        ("China took 40 percent of the $90 million of coal that the North sold in 2014.", "coal"),
        ("China took 40 percent of the North's seafood exports to all countries of $90 million in 2014.", "seafood"),
        ("Rice accounted for 20 percent of the North's imports and sugar for 10 percent, or $30 million.", "sugar"),
        ("The North sold China 4 million tons of coal in 2014, 40 percent of its total of 10 million tons.", "coal"),
    ],
)  # fmt: skip
def test_a_whole_whose_goods_are_named_keeps_them(text: str, goods: str) -> None:
    """A buyer's share is of the same goods, and so is a share by weight."""
    assert told_in(text)[-1].split()[1] == goods
