"""To a firm of a country or from a town of it is to that country and from it."""

from datetime import date

import pytest

from tests.reading.cjk_claims import claims_in

DAY = date(2016, 9, 6)
SOLD = [
    "清津の水産会社は8月、中国の業者にスルメイカ40トンを売り渡した。",
    "清津の水産会社は8月、中国の貿易会社にスルメイカ40トンを売り渡した。",
    "清津の水産会社は8月、中国の延吉市にスルメイカ40トンを送った。",
    "청진의 수산회사는 8월 중국 업체들에게 오징어 40t을 팔았다.",
    "청진의 수산회사는 8월 중국의 무역회사에 오징어 40t을 팔았다.",
]
BOUGHT = [
    "ある会社が先月、中国の長白県から小麦粉80トンを受け取った。",
    "ある会社が先月、中国の商社から小麦粉80トンを買い入れた。",
    "어느 회사가 지난달 중국 대방으로부터 밀가루 80t을 받았다.",
]
OTHERS = [
    ("中国の業者が8月、北朝鮮の石炭40トンを買った。", ("import", "CHN", "PRK")),
    ("中国の業者は8月、北朝鮮に米40トンを売った。", ("export", "CHN", "PRK")),
    ("北朝鮮の会社は8月、ロシアの企業に石炭40トンを売った。", ("export", "PRK", "RUS")),
    ("中国の業者が8月、鉄鉱石40トンを北朝鮮から買った。", ("import", "CHN", "PRK")),
]


@pytest.mark.parametrize("text", SOLD)
def test_what_is_sold_to_a_firm_of_a_country_goes_there(text: str) -> None:
    """The particle stands behind the firm."""
    (claim,) = claims_in(text, DAY)
    assert (claim.flow, claim.reporter, claim.partner) == ("export", "PRK", "CHN")


@pytest.mark.parametrize("text", BOUGHT)
def test_what_is_bought_from_a_place_of_a_country_comes_from_there(text: str) -> None:
    """The particle stands behind the place."""
    (claim,) = claims_in(text, DAY)
    assert (claim.flow, claim.reporter, claim.partner) == ("import", "PRK", "CHN")


@pytest.mark.parametrize(("text", "told"), OTHERS)
def test_a_firm_that_does_it_is_of_the_country_that_does(text: str, told: tuple[str, ...]) -> None:
    """No other particle makes it the other side."""
    (claim,) = claims_in(text, DAY)
    assert (claim.flow, claim.reporter, claim.partner) == told
