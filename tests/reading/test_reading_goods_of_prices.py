"""A price behind an amount of goods is one of these goods, whatever the sentence before told of."""

from datetime import date

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read

RICE = "China sold North Korea 7,100 tons of rice in July 2019. "
FERTILIZER = [
    "Fertilizer, at 18,400 tons, was worth $5.9 million, or about $320 a ton.",
    "Fertilizer was worth $5.9 million, or $320 a ton.",
    "Fertilizer came to 18,400 tons, worth $5.9 million, at an average of $320 a ton.",
    "It sold 18,400 tons of fertilizer for $5.9 million ($320 a ton).",
    "Of fertilizer it sold 18,400 tons at $320 a ton.",
]
OTHERS = [
    ("Fertilizer was worth $5.9 million, and the price of urea was $320 a ton.", "urea"),
    ("It paid $320 a ton.", "rice"),
]


def goods_of_price(text: str) -> str | None:
    """The commodity of the only price."""
    claims = read(Document(id="own", text=RICE + text, date=date(2019, 8, 20))).claims
    (price,) = [one for one in claims if one.kind == "unit_price"]
    return price.commodity


@pytest.mark.parametrize("text", FERTILIZER)
def test_a_price_right_behind_an_amount_is_of_its_goods(text: str) -> None:
    """It says nothing of goods itself."""
    assert goods_of_price(text) == "fertilizer"


@pytest.mark.parametrize(("text", "goods"), OTHERS)
def test_a_price_with_goods_of_its_own_keeps_them(text: str, goods: str) -> None:
    """Named with it, or taken over where no amount stands before it."""
    assert goods_of_price(text) == goods


def test_coal_that_is_no_coking_coal_is_thermal_coal() -> None:
    """The longer word is read."""
    text = "India imported 15.9 million tonnes of non-coking coal and 4.7 million tonnes of coking coal in May 2022."
    goods = [one.commodity for one in read(Document(id="own", text=text)).claims]
    assert goods == ["thermal coal", "metallurgical coal"]
