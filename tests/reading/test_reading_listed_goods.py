"""Goods that are told as one: a list of them is none of its members, and ends where the list does."""

from datetime import date

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read
from nktrade.reference.commodities import joined, told_as_one, within

DAY = date(2019, 3, 20)


def _goods(text: str) -> list[str | None]:
    return [one.commodity for one in read(Document(id="own", text=text, date=DAY)).claims]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("The North's exports of coal, iron ore and seafood to China fell 20 percent in May.", "coal, iron ore and seafood"),
        ("Imports of rice, sugar, soybean oil and wheat flour from China rose to $23 million.", "rice, sugar, soybean oil and wheat flour"),
        ("Coal, iron ore and textiles accounted for 80 percent of the North's exports to China.", "coal, iron ore and textiles"),
        ("Zinc, copper, and iron ore made up 12 percent of the North's exports to China in 2016.", "zinc, copper and iron ore"),
        ("In March China sold the North tires, cement and glass worth $23 million.", "tires, cement and glass"),
        ("Squid and crab made up 9 percent of the North's exports to China in 2016.", "squid and crab"),
    ],
)  # fmt: skip
def test_goods_of_a_list_are_told_as_one(text: str, goods: str) -> None:
    """The figure is of all of them, whether or not a comma stands before the last."""
    assert _goods(text) == [goods]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("China sold the North rice ($12 million), sugar ($8 million) and flour ($3 million).", ["rice", "sugar", "flour"]),
        ("Exports of coal fell, and imports of rice and sugar rose to $14 million.", ["rice and sugar"]),
        ("The North sold China coal worth $12 million, iron ore worth $5 million and zinc worth $2 million.", ["coal", "iron ore", "zinc"]),
        ("China sold the North rice, and coal earned the North $12 million.", ["coal"]),
        ("After imports of rice, coal exports to China rose to $9 million.", ["coal"]),
    ],
)  # fmt: skip
def test_goods_with_amounts_of_their_own_are_no_list(text: str, goods: list[str]) -> None:
    """Each figure keeps the goods beside it."""
    assert _goods(text) == goods


def test_a_name_of_several_goods_comes_apart_again() -> None:
    """Each is a part of all that holds them all."""
    names = ("coal", "iron ore", "zinc ore")
    assert joined(told_as_one(names)) == names
    assert told_as_one(["coal"]) == "coal"
    assert within("iron ore and zinc ore", "ores")
    assert not within(told_as_one(names), "ores")
    assert joined("coal, iron, lead and seafood") == ("coal, iron, lead and seafood",)
