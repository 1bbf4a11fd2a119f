"""Verbs of handing over and taking in tell who sold to whom; where nobody knows the verb, the sides named are still the sides."""

import pytest

from tests.reading.cjk_claims import only_claim

BOUGHT = ["{} 5월 러시아에서 쌀 3t을 넘겨받았다.", "{} 5월 러시아에서 쌀 3t을 사들였다."]
SOLD = [
    "러시아는 5월 북한에 쌀 3t을 {}.",
    "ロシアは5月、北朝鮮に米3トンを{}。",
    "俄罗斯5月向朝鲜{}大米3吨。",
]
SELLING = [
    (0, "실어날랐다"), (0, "납품했다"), (0, "건넸다"), (0, "보냈다"),
    (1, "納入した"), (1, "船積みした"), (1, "送った"),
    (2, "运去"), (2, "发运"), (2, "卖掉"), (2, "运往"),
]  # fmt: skip
TAKING = ["引き取った", "譲り受けた", "運び入れた", "買った"]


@pytest.mark.parametrize(("frame", "verb"), SELLING)
def test_who_hands_over_sells(frame: int, verb: str) -> None:
    """To whom it is handed."""
    claim = only_claim(SOLD[frame].format(verb))
    assert (claim.flow, claim.reporter, claim.partner) == ("export", "RUS", "PRK")


@pytest.mark.parametrize("verb", TAKING)
def test_who_takes_over_buys(verb: str) -> None:
    """From whom it comes."""
    claim = only_claim(f"北朝鮮は5月、ロシアから米3トンを{verb}。")
    assert (claim.flow, claim.reporter, claim.partner) == ("import", "PRK", "RUS")


@pytest.mark.parametrize("text", BOUGHT)
def test_who_is_handed_goods_buys(text: str) -> None:
    """Though the verb holds that of handing over."""
    claim = only_claim(text.format("북한은"))
    assert (claim.flow, claim.reporter, claim.partner) == ("import", "PRK", "RUS")


def test_sides_that_are_named_hold_though_the_verb_is_not_known() -> None:
    """Fuel and flour go to the North, and from the other country of the sentence."""
    claim = only_claim("俄罗斯5月向朝鲜转让面粉3万吨。")
    assert {claim.reporter, claim.partner} == {"PRK", "RUS"}


def test_who_only_watches_is_no_side() -> None:
    """Seoul says so, and sells nothing."""
    claim = only_claim("韩国统一部说，朝鲜5月卸下石油3万桶。")
    assert "KOR" not in {claim.reporter, claim.partner}
