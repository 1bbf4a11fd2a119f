"""Goods that are listed together: a figure of three of them is a figure of none of the three alone."""

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read


def told(text: str) -> list[tuple[str, str | None]]:
    claims = read(Document(id="x", text=text)).claims
    return [(one.figure.surface, one.commodity) for one in claims]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Exports of coal, iron ore and seafood fell 12 percent.", "coal, iron ore and seafood"),
        (
            "North Korea's exports of coal, iron ore, and seafood fell 12 percent.",
            "coal, iron ore and seafood",
        ),
        ("Coal, zinc ore and seafood exports came to $12 million.", "coal, zinc ore and seafood"),
        (
            "China sold rice, flour, sugar and diesel to the North for 14 percent more.",
            "rice, flour, sugar and diesel",
        ),
        ("Exports of coal and seafood fell 12 percent.", "coal and seafood"),
        ("Exports of goods, coal and iron ore fell 12 percent.", "coal and iron ore"),
    ],
)
def test_goods_in_a_row_are_told_of_together(text: str, goods: str) -> None:
    """With or without a comma before the word that joins the last; what is all goods is in no list."""
    assert [good for _, good in told(text)] == [goods]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Exports of coal came to $5 million, iron ore $4 million and seafood $3 million.",
            [("$5 million", "coal"), ("$4 million", "iron ore"), ("$3 million", "seafood")],
        ),
        (
            "Exports of coal, iron ore, and seafood came to $5 million, $4 million, and $3 million, respectively.",
            [("$5 million", "coal"), ("$4 million", "iron ore"), ("$3 million", "seafood")],
        ),
        ("The North sold more coal, and imports of rice fell 5 percent.", [("5 percent", "rice")]),
        ("The North sold coal, and seafood worth $4 million.", [("$4 million", "seafood")]),
    ],
)
def test_what_is_told_of_each_stays_apart(text: str, expected: list[tuple[str, str]]) -> None:
    """Figures between goods, respectively, or a comma before the last of two: each has its own."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Japan's coal balance showed a shortfall of $91 million in May 2025.", "coal"),
        ("The trade balance in wheat swung to a deficit of $3 million.", "wheat"),
        ("The trade balance swung to a deficit of $3 million as coal exports fell.", "all"),
        ("Rice imports rose while the balance showed a deficit of $3 million.", "all"),
    ],
)
def test_a_deficit_is_of_the_goods_whose_balance_was_named(text: str, goods: str) -> None:
    """The balance of one good is not that of all trade; goods of another flow give it none."""
    assert [good for _, good in told(text)] == [goods]
