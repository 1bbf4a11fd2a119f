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
SAME_GOODS = [
    "Mongolia's coal exports reached 66 million tons in 2023. Export volumes grew 19.9 percent.",
    "Mongolia's coal exports reached 66 million tons in 2023. The volume of exports grew 19.9 percent.",
    "South Korea's coal imports fell in 2023. Import volumes came to 66 million tons.",
    "South Korea's coal imports fell in 2023. Import tonnage came to 66 million tons.",
    "In 2023 Mongolia's coal trade grew. Its import volume was 66 million tons.",
]
CHANNELS = [
    "The panel put the value of coal illegally exported between January and August 2023 at $370 million.",
    "Experts estimated the worth of coal covertly exported by North Korea in 2023 at $370 million.",
    "Seafood illicitly sold to China in 2023 was worth $370 million.",
    "The oil clandestinely imported in 2023 came to 400,000 barrels.",
    "Iron ore officially exported in 2023 came to 400,000 tons.",
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


@pytest.mark.parametrize("text", SAME_GOODS)
def test_volumes_are_of_the_goods_told_before(text: str) -> None:
    """A volume is a volume of something: behind a sentence on coal it is coal's."""
    assert {one.commodity for one in claims_in(text, DAY)} == {"coal"}


def test_the_value_of_exports_is_of_all_goods() -> None:
    """Exports alone are all exports, as are their value."""
    text = "Mongolia's coal exports reached 66 million tons in 2023. Exports grew 19.9 percent."
    assert claims_in(text, DAY)[-1].commodity == "all"


@pytest.mark.parametrize("text", CHANNELS)
def test_by_which_way_goods_went_stands_between_them_and_their_flow(text: str) -> None:
    """Coal illegally exported is coal."""
    (claim,) = claims_in(text, DAY)
    assert claim.commodity not in {None, "all"}


def test_goods_farther_left_than_a_way_are_not_the_flows() -> None:
    """What somebody mines is not what was exported illegally."""
    text = "The coal mine's owner has long denied everything, the panel said; illegally exported goods came to $370 million in 2023."
    assert claims_in(text, DAY)[-1].commodity != "coal"
