"""Trade that a text points at goes the way that was told; trade of which somebody says something is trade."""

from datetime import date

import pytest

from tests.reading.cjk_claims import claims_in

DAY = date(2024, 6, 20)
IMPORTS = "Imports from the DPRK came to $41.2 million in May."
COAL = "North Korea sold China coal worth $16.4 million in May."
JOINED = [
    "Chinese customs data showed that trade came to $50 million.",
    "An official said that trade stood at $50 million.",
    "We found that trade had reached $50 million.",
    "The figures suggest that trade was $50 million.",
    "The report says that exports came to $9 million and that trade reached $50 million.",
]
POINTED = [
    "That trade has since collapsed to $5 million.",
    "Most of that trade, $5 million, went by rail.",
    "Since the border closed that trade has dried up, to $5 million.",
    "By August, that trade had shrunk to $5 million.",
    "Trade in it has shrunk to $5 million.",
    "Trade in the mineral has shrunk to $5 million.",
    "Trade in coal has shrunk to $5 million.",
]
OTHER = [
    ("Trade in iron ore has shrunk to $5 million.", "iron ore"),
    ("Bilateral trade has shrunk to $5 million.", "all"),
]
IDIOMS = [
    "The North's own sales took a similar path: $9 million in the month.",
    "The North's sales took a hit and came to $9 million.",
    "The North's sales took place by rail and came to $9 million.",
]


@pytest.mark.parametrize("text", JOINED)
def test_that_behind_a_statement_joins(text: str) -> None:
    """Data showed that trade fell: all of it, not the imports told of before."""
    found = claims_in(f"{IMPORTS} {text}", DAY)[-1]
    assert (found.flow, found.commodity) == ("total", "all")


@pytest.mark.parametrize("text", POINTED)
def test_that_trade_and_trade_in_it_go_the_way_that_was_told(text: str) -> None:
    """The trade in coal that was just told of is what the North sells."""
    found = claims_in(f"{COAL} {text}", DAY)[-1]
    assert (found.flow, found.reporter, found.commodity) == ("export", "PRK", "coal")


@pytest.mark.parametrize(("text", "goods"), OTHER)
def test_trade_in_other_goods_is_told_anew(text: str, goods: str) -> None:
    """Of these no direction was told."""
    found = claims_in(f"{COAL} {text}", DAY)[-1]
    assert (found.flow, found.commodity) == ("total", goods)


@pytest.mark.parametrize("text", IDIOMS)
def test_what_is_taken_in_a_manner_of_speaking_is_not_bought(text: str) -> None:
    """Sales that took a path, a hit or place are sales."""
    found = claims_in(f"{IMPORTS} {text}", DAY)[-1]
    assert (found.flow, found.reporter) == ("export", "PRK")
