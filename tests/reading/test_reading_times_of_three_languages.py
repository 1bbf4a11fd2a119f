"""Times that text says again, adds up, holds against one another or publishes; rates, limits and pairs of countries beside them."""

from datetime import date

import pytest
from cjk_claims import claims_in

from nktrade.core.codes import Kind

DAY = date(2025, 11, 19)


def times(text: str, day: date = DAY) -> list[str]:
    return [str(one.period) for one in claims_in(text, day)]


@pytest.mark.parametrize(
    "text",
    [
        "10月の対中輸入は2億240万ドルだった。先月(9月)の2億1130万ドルに比べると4.2%減った。",
        "10月の対中輸入は2億240万ドルで、前月(9月)の2億1130万ドルに比べ4.2%減った。",
    ],
)
def test_brackets_may_say_a_month_again(text: str) -> None:
    now, old, change = claims_in(text, DAY)
    assert [str(one.period) for one in (now, old, change)] == ["2025-10", "2025-09", "2025-10"]
    assert change.base == "month_earlier"


def test_brackets_that_say_more_than_a_month_are_kept() -> None:
    text = "2024年度(24年4月~25年3月)の日本の輸出は108兆円で、前年度比5.9%増えた。"
    assert times(text) == ["2024-04/2025-03"] * 2


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "10月の対中輸出は4130万ドルで、今年1月からの累計は3億5280万ドルだった。",
            "2025-01/2025-10",
        ),
        ("10月の対中輸出は4130万ドルで、年初からの累計は3億5280万ドルだった。", "2025-01/2025-10"),
        ("10月の対中輸出は4130万ドルで、1月から3000万ドル増えた。", "2025-10"),
    ],
)
def test_what_is_added_up_from_a_month_on(text: str, period: str) -> None:
    assert times(text)[-1] == period


@pytest.mark.parametrize(
    "text",
    [
        "1~10月の対中輸出は3億5280万ドルで、昨年1年間の実績(3億4740万ドル)を上回った。かつらは1億9700万ドルだった。",
        "1~10月の対中輸出は3億5280万ドルで、昨年の実績を上回った。かつらは1億9700万ドルだった。",
        "1∼10월 대중 수출은 3억5280만 달러로 작년 실적(3억4740만 달러)을 웃돌았다. 가발은 1억9700만 달러였다.",
    ],
)
def test_a_time_compared_with_by_what_it_brought_is_over(text: str) -> None:
    assert times(text)[-1] == "2025-01/2025-10"


def test_the_same_period_is_the_one_told_month_by_month() -> None:
    text = (
        "7~9月の中朝貿易額は6億2180万ドルだった。月別では7月が1億9020万ドル、8月が2億330万ドル、9月が2億2830万ドル。"
        "9月は前月比12.3%増えた。同期の中国の輸出は5億1200万ドルだった。"
    )
    assert times(text)[-1] == "2025-07/2025-09"


def test_the_same_period_is_the_month_whose_amount_was_told_last() -> None:
    """2월 수입은 is told, so that 수입은 goes on about it, and not about the two months before it."""
    text = "1∼2월 대중 수출은 3억 달러, 수입은 1억 달러였다. 2월 수입은 한 달 전 9200만 달러에서 4600만 달러로 줄었다. 수입은 전년 동기 대비 13.5% 적은 4550만 달러로 나타났다."
    assert times(text)[-1] == "2025-02"


def test_the_same_month_is_a_month() -> None:
    text = "1~9月の対中輸出は3億ドル、9月は4000万ドルだった。同月の輸入は2億ドルだった。"
    assert times(text)[-1] == "2025-09"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024年度の日本の輸出は108兆円だった。併せて発表した3月単月の収支は5441億円の黒字だった。輸出は9兆8478億円だった。", "2025-03"),
        ("2024年の日本の輸出は107兆円だった。12月単月の収支は1309億円の黒字だった。輸入は112兆円だった。", "2024"),
    ],
)  # fmt: skip
def test_a_month_that_was_published_holds_on(text: str, period: str) -> None:
    assert times(text, date(2025, 4, 18))[-1] == period


def test_two_digits_may_name_the_year_of_a_half() -> None:
    text = "2025年上半期の対中貿易額は12億ドルだった。24年上半期は9億ドル、23年上半期は10億ドルだった。"
    assert times(text) == ["2025-01/2025-06", "2024-01/2024-06", "2023-01/2023-06"]


def test_a_second_comparison_is_from_the_same_month() -> None:
    text = "5月の中朝貿易額は2億2150万ドルだった。前年同月(1億7910万ドル)比では23.7%増、前月(2億1320万ドル)比では3.9%増である。"
    assert times(text) == ["2025-05", "2024-05", "2025-05", "2025-04", "2025-05"]


@pytest.mark.parametrize(
    "text",
    [
        "7月の韓国の半導体輸出は31.6%増の147億1000万ドルで、前月(149億7000万ドル)に次ぐ高水準となった。",
        "7월 한국의 반도체 수출은 147억1천만 달러로 31.6% 늘어, 전달(149억7천만 달러)에 이어 두 번째로 많았다.",
    ],
)
def test_what_something_comes_next_to_is_not_what_it_grew_from(text: str) -> None:
    (change,) = (one for one in claims_in(text, DAY) if one.kind is Kind.CHANGE_PCT)
    assert change.base == "year_earlier"


def test_a_growth_that_slowed_was_one_of_its_own_time() -> None:
    text = "8月の中国の輸出は前年同月比4.4%増えた。輸出の伸びは7月の7.2%から鈍化した。"
    claim = claims_in(text, DAY)[-1]
    assert (str(claim.period), claim.sign, claim.kind) == ("2025-07", "+", Kind.CHANGE_PCT)


def test_a_share_that_fell_was_one_of_its_own_time() -> None:
    text = "4月の日本の半導体製造装置の輸出は3780億円だった。中国が1690億円で44.7%を占めた。中国の比率は昨年4月の52.1%から低下した。"
    claim = claims_in(text, date(2025, 5, 30))[-1]
    found = (claim.kind, claim.flow, claim.reporter, claim.partner, str(claim.period))
    assert found == (Kind.SHARE_PCT, "export", "JPN", "CHN", "2024-04")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("石油精製品の輸入は年間上限の50万バレルを56%上回る78万バレルに達した。", Kind.CHANGE_PCT),
        ("決議が認める年間50万バレルの2倍の石油精製品が北朝鮮に入った。", Kind.RATIO),
        ("북한의 정제유 반입량은 연간 상한인 50만 배럴을 56% 웃돌았다.", Kind.CHANGE_PCT),
    ],
)
def test_what_passes_a_limit_is_told_against_it(text: str, kind: Kind) -> None:
    (told,) = (one for one in claims_in(text, DAY) if one.kind is kind)
    assert told.base == "versus:cap"


def test_brackets_behind_a_limit_hold_it() -> None:
    text = "北朝鮮の石油精製品の輸入は17万バレルで、年間上限(50万バレル)の34%に相当する。"
    assert [one.kind for one in claims_in(text, DAY)][:2] == [Kind.LEVEL, Kind.CAP]


@pytest.mark.parametrize(
    "text",
    [
        "10月の中国の鋼材輸出量は1118万トンだった。鉄鉱石の輸入は1億384万トンだった。",
        "中国10月出口钢材1118万吨。铁矿石进口1.0384亿吨。",
    ],
)
def test_more_than_the_north_ever_sold_is_traded_with_all(text: str) -> None:
    assert {(one.reporter, one.partner) for one in claims_in(text, DAY)} == {("CHN", "WLD")}


def test_two_countries_told_of_as_a_pair_trade_with_each_other() -> None:
    text = "2024年の日ロ貿易は1兆1560億円だった。日本の輸入は8620億円、輸出は2940億円だった。"
    assert {(one.reporter, one.partner) for one in claims_in(text, DAY)} == {("JPN", "RUS")}


@pytest.mark.parametrize(
    "text",
    [
        "1月の日本の輸出は9兆円だった。同日ロシアは1月の輸出が300億ドルだったと発表した。",
        "1月の日本の輸出は9兆円だった。翌日ロシアの1月の輸出が300億ドルだったことが分かった。",
    ],
)
def test_a_day_before_a_country_makes_no_pair(text: str) -> None:
    assert claims_in(text, DAY)[-1].reporter == "RUS"


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("中国から北朝鮮への輸出は1億8840万ドルだった。最も多く輸入したのは大豆油(1240万ドル)だった。", ("PRK", "CHN")),
        ("ロシアから北朝鮮への輸出は3270万ドルだった。輸出の内訳は石炭710万ドルだった。", ("RUS", "PRK")),
        ("日本の北朝鮮からの輸入は82億円だった。輸入の内訳は松茸8億円だった。", ("JPN", "PRK")),
    ],
)  # fmt: skip
def test_goods_say_which_way_they_went_between_the_north_and_china(
    text: str, sides: tuple[str, str]
) -> None:
    claim = claims_in(text, DAY)[-1]
    assert (claim.reporter, claim.partner) == sides


@pytest.mark.parametrize(
    "text",
    [
        "北朝鮮の2023年の貿易額は20億ドルだった。23年1月から9月までに石油精製品152万バレルが運び込まれた。石炭の輸出は同じ期間に50万トンだった。",
        "北朝鮮の2023年の貿易額は20億ドルだった。23年1月から9月までに石油精製品152万バレルが運び込まれた。うち中国からは9万8000バレルだった。",
    ],
)
def test_parts_and_the_same_period_go_on_about_months_told_aside(text: str) -> None:
    assert times(text, date(2024, 3, 7))[1:] == ["2023-01/2023-09"] * 2


def test_what_says_nothing_of_it_goes_on_about_the_year() -> None:
    text = "北朝鮮の2023年の貿易額は20億ドルだった。23年1月から9月までに石炭50万トンが輸出された。輸入は17億ドルだった。"
    assert times(text, date(2024, 3, 7))[-1] == "2023"


def test_a_month_and_its_whole_year() -> None:
    text = "12月の日本の半導体の輸出は12.7%増で、年間では27.2%増の4兆4969億円となった。"
    assert times(text, date(2025, 1, 24)) == ["2024-12", "2024", "2024"]
