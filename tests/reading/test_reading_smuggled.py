"""Who smuggles moves goods in secret, and the goods say which way: fuel comes into the North, coal goes out."""

from datetime import date

import pytest

from tests.reading.cjk_claims import claims_in

DAY = date(2018, 9, 20)
BROUGHT_IN = [
    "North Korea smuggled 30,000 barrels of oil in May.",
    "Oil smuggled by North Korea reached 30,000 barrels.",
    "The North smuggled 30,000 barrels of gasoline and exported nothing.",
    "北朝鮮は5月、石油製品3万バレルを密輸した。",
    "洋上の瀬取りで北朝鮮が密輸した石油精製品は3万バレルに上る。",
    "朝鲜5月走私成品油3万桶。",
    "북한은 5월 정제유 3만 배럴을 밀수했다.",
]
TAKEN_OUT = [
    ("North Korea smuggled 30,000 tons of coal in May.", "PRK"),
    ("North Korea smuggled out 3,000 tons of coal.", "PRK"),
    ("The North smuggled 30,000 barrels of gasoline to China.", "PRK"),
    ("Iran smuggled 30,000 barrels of oil in May.", "IRN"),
    ("China smuggled 3,000 tons of rice to North Korea.", "CHN"),
    ("北朝鮮は5月、石炭3万トンを密輸した。", "PRK"),
    ("북한은 5월 석탄 3만t을 밀수했다.", "PRK"),
]


@pytest.mark.parametrize("text", BROUGHT_IN)
def test_fuel_that_the_north_smuggles_comes_in(text: str) -> None:
    """It buys fuel, and nobody is named to whom it would go."""
    (claim,) = claims_in(text, DAY)
    assert (claim.flow, claim.reporter, claim.channel) == ("import", "PRK", "unrecorded")


@pytest.mark.parametrize(("text", "seller"), TAKEN_OUT)
def test_what_others_smuggle_and_what_the_north_sells_goes_out(text: str, seller: str) -> None:
    """Also fuel, where it says to whom."""
    (claim,) = claims_in(text, DAY)
    assert (claim.flow, claim.reporter, claim.channel) == ("export", seller, "unrecorded")
