"""Adjectives name the goods of the flow right behind them, and none elsewhere."""

from datetime import date

import pytest

from tests.reading.cjk_claims import claims_in

DAY = date(2025, 8, 21)
GOODS = [
    ("Pharmaceutical", "medicines"),
    ("Petrochemical", "petrochemicals"),
    ("Agricultural", "agricultural products"),
    ("Chemical", "chemicals"),
    ("Mineral", "minerals"),
    ("Electronic", "electronics"),
    ("Electrical", "electrical equipment"),
    ("Machine", "machinery"),
    ("Fishery", "seafood"),
    ("Diamond", "diamonds"),
]
ELSEWHERE = [
    "In July 2025 the agricultural ministry said exports were 8.8 billion francs.",
    "In July 2025 exports of Switzerland, home of pharmaceutical giants, were 8.8 billion francs.",
    "In July 2025 chemical firms said exports had come to 8.8 billion francs.",
]


@pytest.mark.parametrize(("word", "goods"), GOODS)
def test_an_adjective_before_a_flow_names_its_goods(word: str, goods: str) -> None:
    """Pharmaceutical exports are no exports of all goods, whatever the sentence before was about."""
    text = f"Swiss exports to Italy were 2.39 billion francs in July 2025. {word} exports fell 9.4% to 8.8 billion francs."
    assert [one.commodity for one in claims_in(text, DAY)][1:] == [goods, goods]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_elsewhere_it_names_no_goods(text: str) -> None:
    """Ministries and firms are not traded."""
    assert claims_in(text, DAY)[-1].commodity == "all"


def test_dollars_of_hong_kong_have_a_short_name() -> None:
    """The office that counts its trade writes HK dollars."""
    assert (
        claims_in("Hong Kong's exports were 388.6 billion HK dollars in January 2025.", DAY)[
            0
        ].figure.unit
        == "HKD"
    )
