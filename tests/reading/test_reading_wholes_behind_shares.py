"""What a relative clause behind a share tells is the whole; goods worth an amount are goods of every kind; services are none."""

from datetime import date

import pytest

from tests.reading.cjk_claims import claims_in

DAY = date(2026, 11, 3)
WHOLES = [
    "Ferrosilicon made up 24 percent of all exports to China in September, which totaled $38.7 million.",
    "Wigs accounted for 62 percent of sales to China, which were worth $26 million.",
    "Coal was a third of exports to China in May, which came to $38.7 million.",
]
OF_THE_GOODS = [
    ("Coal exports to China, which totaled $38.7 million in May, fell.", "coal"),
    ("Wigs, which made up 24 percent of exports to China, came to $5 million.", "wigs"),
]
ALL_GOODS = [
    "North Korea sells coal. It imported goods worth $52.7 million from China in May.",
    "North Korea sells coal. In May it imported goods worth $52.7 million from China.",
]
SERVICES = [
    ("The U.S. posted a goods deficit of $84.2 billion and a services surplus of $25.9 billion in May.", "services"),
    ("U.S. exports were $180 billion in May. Services exports were $95 billion.", "services"),
    ("U.S. exports of goods and services were $280 billion in May.", "all"),
]  # fmt: skip


@pytest.mark.parametrize("text", WHOLES)
def test_a_relative_clause_behind_a_share_tells_the_whole(text: str) -> None:
    """Exports, which totaled so much, are exports of everything."""
    share, whole = claims_in(text, DAY)
    assert share.commodity != "all"
    assert whole.commodity == "all"


@pytest.mark.parametrize(("text", "goods"), OF_THE_GOODS)
def test_a_relative_clause_behind_goods_tells_of_them(text: str, goods: str) -> None:
    """No share comes before."""
    assert {one.commodity for one in claims_in(text, DAY)} == {goods}


@pytest.mark.parametrize("text", ALL_GOODS)
def test_goods_worth_an_amount_are_of_every_kind(text: str) -> None:
    """Whatever goods were spoken of."""
    (claim,) = claims_in(text, DAY)
    assert (claim.flow, claim.reporter, claim.commodity) == ("import", "PRK", "all")


@pytest.mark.parametrize(("text", "goods"), SERVICES)
def test_services_are_no_goods(text: str, goods: str) -> None:
    """Told by themselves they are told of services, told with goods of both."""
    assert claims_in(text, DAY)[-1].commodity == goods


def test_kilolitres_are_read_and_a_loss_is_a_fall() -> None:
    """Japan counts its crude in kilolitres."""
    text = (
        "Japan's imports of crude oil fell by 2.6 percent to 11.23 million kiloliters in October."
    )
    assert [one.figure.unit for one in claims_in(text, DAY)] == ["percent", "m3"]
    fall = claims_in("Exports came to $213 million in 2018, a loss of 91.9 percent.", DAY)[-1]
    assert (fall.kind, fall.sign) == ("change_pct", "-")
