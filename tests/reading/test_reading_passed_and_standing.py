"""Levels that are passed by a percentage, where something stands, and parts without a verb beside them."""

from datetime import date

import pytest
from cjk_claims import claims_in

import nktrade as nk
from nktrade.core.codes import Kind

DAY = date(2025, 1, 22)


@pytest.mark.parametrize(
    "text",
    [
        "12月の中朝貿易額は2億2040万ドルで、11月の1億9870万ドルを10.9%上回った。",
        "12月の中朝貿易額は2億2040万ドルと、11月の1億9870万ドルを約10.9%上回る。",
        "12월 북중 교역액은 2억2040만 달러로 11월의 1억9870만 달러를 10.9% 웃돌았다.",
        "12월 북중 교역액은 2억2040만 달러로 11월 1억9870만 달러를 10.9% 상회했다.",
    ],
)
def test_a_level_passed_by_a_percentage_is_the_old_one(text: str) -> None:
    now, old, change = claims_in(text, DAY)
    assert [str(one.period) for one in (now, old, change)] == ["2024-12", "2024-11", "2024-12"]
    assert (change.kind, change.base) == (Kind.CHANGE_PCT, "month_earlier")


@pytest.mark.parametrize(
    "text",
    [
        "9月の対中輸出は3億ドルで、うち石炭の2億ドルを10%増やした。",
        "9월 대중 수출은 3억 달러로, 석탄 2억 달러를 10% 늘렸다.",
    ],
)
def test_a_level_that_grows_by_a_percentage_is_not(text: str) -> None:
    _, level, change = claims_in(text, DAY)
    assert str(level.period) == str(change.period) == "2024-09"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("9月の中朝貿易額は2億ドルで、2019年9月と比べると82%の水準だ。", Kind.RATIO),
        ("9月の中朝貿易額は2億ドルで、前年同月に比べて82%の水準まで回復した。", Kind.RATIO),
        ("9월 북중 교역액은 2억 달러로 2019년 9월과 비교하면 82% 수준이다.", Kind.RATIO),
        ("9月中朝贸易额2亿美元,与2019年同期相比为82%的水平。", Kind.RATIO),
        ("9月の中朝貿易額は2億ドルで、前年同月に比べて8%高い水準だった。", Kind.CHANGE_PCT),
        ("9月の中朝貿易額は2億ドルで、前年同月比8%増の水準だった。", Kind.CHANGE_PCT),
    ],
)
def test_where_something_stands_is_no_growth(text: str, kind: Kind) -> None:
    assert claims_in(text, DAY)[-1].kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "2016年の北朝鮮の対中輸出26億ドルのうち水産物が1億9000万ドル(7.2%)、石炭が11億8000万ドル(44.8%)だった。",
        "2016년 북한의 대중 수출 26억 달러 가운데 수산물이 1억9000만 달러(7.2%), 석탄이 11억8000만 달러(44.8%)였다.",
        "2016年朝鲜对华出口26亿美元，其中海产品1.9亿美元（7.2%），煤炭11.8亿美元（44.8%）。",
    ],
)
def test_brackets_behind_the_parts_of_a_whole_hold_their_shares(text: str) -> None:
    found = [
        (one.kind, one.commodity) for one in claims_in(text, DAY) if one.figure.unit == "percent"
    ]
    assert found == [(Kind.SHARE_PCT, "seafood"), (Kind.SHARE_PCT, "coal")]


@pytest.mark.parametrize(
    "text",
    [
        "北朝鮮の対中輸出は石炭が1億ドル(44.8%)、鉄鉱石が7400万ドル(20.1%)だった。",
        "北朝鮮の対中輸出26億ドルのうち石炭が1億ドル(前年比12%増)だった。",
    ],
)
def test_brackets_without_a_whole_or_with_a_change_hold_none(text: str) -> None:
    assert Kind.SHARE_PCT not in {one.kind for one in claims_in(text, DAY)}


@pytest.mark.parametrize(
    "text",
    [
        "北朝鮮の輸入では衣類が9.7%、肥料が11.3%を占めた。",
        "북한의 수입에서 의류가 9.7%, 비료가 11.3%를 차지했다.",
    ],
)
def test_the_verb_of_a_list_makes_each_of_it_a_share(text: str) -> None:
    assert [one.kind for one in claims_in(text, DAY)] == [Kind.SHARE_PCT] * 2


def test_a_change_before_a_share_stays_one() -> None:
    found = claims_in("日本の輸出は中国向けが12.3%増え、米国向けが20.1%を占めた。", DAY)
    assert [one.kind for one in found] == [Kind.CHANGE_PCT, Kind.SHARE_PCT]


@pytest.mark.parametrize(
    "text",
    [
        "制裁前の2016年には、北朝鮮の対中輸出が26億ドル、輸入が31億ドルだった。",
        "感染拡大前の2016年は、北朝鮮の対中輸出が26億ドル、輸入が31億ドルだった。",
        "제재 전인 2016년에는 대중 수출이 26억 달러, 수입이 31억 달러였다.",
        "制裁前的2016年,朝鲜对华出口26亿美元,进口31亿美元。",
    ],
)
def test_a_time_that_the_sentence_is_about_holds_for_all_of_it(text: str) -> None:
    assert [str(one.period) for one in claims_in(text, DAY)] == ["2016", "2016"]


def test_a_time_told_aside_does_not() -> None:
    text = "4月の北朝鮮の対中輸出は3000万ドルで、感染拡大前の2019年4月の2000万ドルから50%増えた。輸入は2億ドルだった。"
    found = [str(one.period) for one in claims_in(text, date(2025, 5, 22))]
    assert found == ["2025-04", "2019-04", "2025-04", "2025-04"]


@pytest.mark.parametrize(
    "text",
    [
        "北朝鮮は中国からコメを1万トン輸入した。1トン当たりの価格はコメが472ドル、小麦粉が391ドルだった。",
        "북한은 중국에서 쌀 1만 톤을 수입했다. 톤당 가격은 쌀이 472달러, 밀가루가 391달러였다.",
        "朝鲜从中国进口大米1万吨。每吨价格大米为472美元,面粉为391美元。",
    ],
)
def test_a_price_is_told_of_goods_that_stand_between(text: str) -> None:
    prices = [(one.commodity, one.figure.unit) for one in claims_in(text, DAY)[1:]]
    assert prices == [("rice", "USD/t"), ("wheat flour", "USD/t")]


@pytest.mark.parametrize("sign", ["=", "≒", ""])
def test_a_unit_and_its_price(sign: str) -> None:
    (price,) = claims_in(f"北朝鮮の対中石炭輸出の取引価格は1トン{sign}80ドルだった。", DAY)
    assert (price.kind, price.figure.unit) == (Kind.UNIT_PRICE, "USD/t")


def test_a_measure_told_for_another_is_no_price() -> None:
    (claim,) = claims_in(
        "1トン=7.33バレルで換算すると、今年の北朝鮮の石油精製品輸入は50万バレルだ。", DAY
    )
    assert claim.figure.unit == "bbl"


def test_an_amount_behind_the_words_of_a_price_is_none() -> None:
    found = claims_in("北朝鮮は石炭を1トン当たりの価格が下がった中国に20万ドル輸出した。", DAY)
    assert found[-1].kind is Kind.LEVEL


@pytest.mark.parametrize(
    "text",
    [
        "北朝鮮の2023年の貿易額は20億ドルを上回った。",
        "2023年の北朝鮮の貿易額は、20億ドルを上回るとみられる。",
        "북한의 2023년 교역액은 20억 달러를 웃돌았다.",
    ],
)
def test_what_lies_above_an_amount_alone_is_more_than_that(text: str) -> None:
    (claim,) = claims_in(text, DAY)
    assert (str(claim.period), claim.amount.approx, claim.kind) == ("2023", "more_than", Kind.LEVEL)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("12月の輸出は前年同月の3億ドルを上回った。", "2023-12"),
        ("12月の輸出は2023年12月の3億ドルを上回る4億ドルだった。", "2023-12"),
        ("12월 수출은 2023년 12월의 3억 달러를 웃돌았다.", "2023-12"),
    ],
)
def test_an_amount_of_another_time_that_is_passed_is_exact(text: str, period: str) -> None:
    claim = claims_in(text, DAY)[0]
    assert (str(claim.period), claim.amount.approx) == (period, "exact")


@pytest.mark.parametrize(
    "text",
    [
        "8月の中朝貿易額は2億4180万ドルで、先月(2億1010万ドル)に比べ15.1%増加した。",
        "8월 북중 교역액은 2억4180만 달러로 지난달(2억1010만 달러)보다 15.1% 늘었다.",
        "8月朝中贸易额2.418亿美元,较上月的2.101亿美元增长15.1%。",
    ],
)
def test_no_month_is_compared_with_itself(text: str) -> None:
    now, old, change = claims_in(text, date(2025, 9, 18))
    assert [str(one.period) for one in (now, old, change)] == ["2025-08", "2025-07", "2025-08"]


def test_last_month_alone_is_that_before_the_text() -> None:
    (claim,) = claims_in("先月の中朝貿易額は2億4180万ドルだった。", date(2025, 9, 18))
    assert str(claim.period) == "2025-08"


@pytest.mark.parametrize(
    "text",
    [
        "10月の中国のロシアからの原油輸入量は902万トンで、日量換算では212万バレルだった。",
        "10月中国从俄罗斯进口原油902万吨,相当于每日212万桶。",
    ],
)
def test_so_much_a_day_is_not_the_same_amount_as_all(text: str) -> None:
    report = nk.check(text, date="2025-11-20", against="none")
    assert not any(one.holds is False for one in report.checked[0].relations)
