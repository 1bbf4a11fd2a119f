"""What is no relation: one unit beside its price, and a level measured from one that came later."""

import datetime as dt

import pytest

import nktrade as nk

WITHOUT_ERROR = (
    "8月に中国は北朝鮮からカニを買った。1キロにすれば80元だが、店では1キロ240元で出す。",
    "7月の中朝貿易は6800万ドルだった。前年の7月は2000万ドルで3.4倍に増えたが、6月の2010万ドルと比べても3.4倍にあたる。",
)


@pytest.mark.parametrize("text", WITHOUT_ERROR)
def test_what_was_never_measured_so_accuses_nobody(text: str) -> None:
    """One kilogram beside a price is what the price is for; nothing is a multiple of what came after it."""
    report = nk.check(nk.load(text, lang="ja", date=dt.date(2022, 8, 20)), against="none")
    assert report.claims.shape[0]
    assert "error" not in set(report.findings["severity"])


def test_a_price_that_its_quantity_contradicts_is_still_found() -> None:
    """Twenty tons are a quantity."""
    text = (
        "In May 2018 China bought 20 tons of crab from North Korea for $300,000, or $5,000 a ton."
    )
    assert "unit value" in set(nk.check(text, against="none").findings["check"])


def test_a_multiple_of_an_earlier_level_is_still_held() -> None:
    """The later level is the multiple of the earlier one."""
    text = "China's exports of rice to Vietnam were 2,190 tonnes in 2022, nine times the 312 tonnes of 2019."
    assert set(nk.check(text, against="none").findings["check"]) == {"multiple"}


def test_a_resolution_is_not_adopted_in_the_year_whose_cap_it_sets() -> None:
    """A time a few letters behind the number is not yet the day of adoption where words are not written apart."""
    text = "안보리 결의 2321호가 정한 올해 석탄 수입 상한 750만t 가운데 16%를 채웠다."
    report = nk.check(nk.load(text, date=dt.date(2017, 3, 26)), against="none")
    assert not len(report.findings)
