"""An amount of some goods that makes a part of all exports is of those goods; months and provinces beside it."""

import pytest

from tests.reading.cjk_claims import claims_in

OF_GOODS = [
    "6월 수출액은 418억 달러였다. 반도체가 115억 달러로 전체 수출의 27.5%를 차지했다.",
    "6월 수출액은 418억 달러였다. 품목별로 반도체가 27.4% 증가한 115억 달러를 기록해 전체 수출의 27.5%를 차지했다.",
    "6월 한국의 수입액은 418억 달러였다. 원유는 80억 달러로 전체 수입의 19.1%였다.",
    "6月の日本の輸出は418億ドルだった。半導体が115億ドルを記録し、輸出全体の27.5%を占めた。",
]
TWO_MONTHS = [
    ("북한이 지난 1월과 2월 중국에서 사들인 쌀이 2만3천140t에 이른다.", "2019-01/2019-02"),
    ("북한이 1월과 2월 중국에서 사들인 쌀이 2만3천140t에 이른다.", "2019-01/2019-02"),
    ("북한이 지난 2월 중국에서 사들인 쌀이 2만3천140t에 이른다.", "2019-02"),
]
OWN_PROVINCE = [
    (
        "러시아의 대북 수출이 늘고 있다. 러시아 연해주 세관 관계자에 따르면 1∼4월 수출액은 2천70만 달러다.",
        ("RUS", "PRK"),
    ),
    ("러시아 연해주 세관에 따르면 러시아의 1∼4월 대북 수출액은 2천70만 달러다.", ("RUS", "PRK")),
]


@pytest.mark.parametrize("text", OF_GOODS)
def test_an_amount_that_makes_a_part_of_the_flow_is_of_its_goods(text: str) -> None:
    """The flow named behind it is the whole."""
    whole, *parts = claims_in(text)
    assert whole.commodity == "all"
    assert {one.commodity for one in parts} in ({"semiconductors"}, {"crude oil"})
    assert {one.flow for one in parts} == {whole.flow}


def test_a_flow_of_the_other_way_behind_an_amount_is_its_own() -> None:
    """It cannot be the one spoken of before."""
    amount = claims_in(
        "6월 한국의 수입액은 392억 달러였다. 반도체가 115억 달러로 전체 수출의 27.7%를 차지했다."
    )[1]
    assert amount.flow is not None
    assert amount.flow.value == "export"


@pytest.mark.parametrize(("text", "period"), TWO_MONTHS)
def test_two_months_joined_are_one_time(text: str, period: str) -> None:
    """Also behind the word for last."""
    assert str(claims_in(text)[0].period) == period


@pytest.mark.parametrize(("text", "sides"), OWN_PROVINCE)
def test_no_country_trades_with_its_own_province(text: str, sides: tuple[str, str]) -> None:
    """The province only says whose customs counted."""
    claim = claims_in(text)[-1]
    assert (claim.reporter, claim.partner) == sides
