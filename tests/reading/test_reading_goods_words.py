"""Goods by the names that trade reporting gives them: compounds are told by their head, not by what they are made of."""

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read


def _goods(name: str) -> str | None:
    text = f"North Korea imported $5.3 million worth of {name} from China in February 2019."
    (found,) = read(Document(id="own", text=text)).claims
    return found.commodity


@pytest.mark.parametrize(
    ("name", "goods"),
    [
        ("rock lobster", "lobster"),
        ("infant formula", "infant formula"),
        ("fresh durian", "durians"),
        ("black pepper", "pepper"),
        ("raw jute", "jute"),
        ("leather goods", "leather goods"),
        ("winter coats", "coats"),
        ("precious stones", "gemstones"),
        ("steel billets", "semi-finished steel"),
        ("alumina", "alumina"),
        ("ferronickel", "ferronickel"),
        ("silicon metal", "silicon"),
        ("ethylene glycol", "ethylene glycol"),
        ("rare earth magnets", "rare earth magnets"),
        ("electric motors", "electric motors"),
        ("telecom equipment", "telecommunications equipment"),
        ("circuit boards", "circuit boards"),
        ("military equipment", "arms"),
        ("electric vehicles", "electric cars"),
        ("mobile phone parts", "mobile phone parts"),
        ("oils and fats", "oils and fats"),
        ("rubber gloves", "rubber gloves"),
        ("test kits", "test kits"),
        ("relief supplies", "relief goods"),
    ],
)
def test_goods_are_known_by_their_names(name: str, goods: str) -> None:
    """None of them is all trade."""
    assert _goods(name) == goods


@pytest.mark.parametrize(
    ("name", "not_goods"),
    [
        ("gas turbines", "natural gas"),
        ("rice cookers", "rice"),
        ("rice transplanters", "rice"),
        ("graphite electrodes", "graphite"),
        ("hair dryers", "hair"),
        ("sand eels", "sand"),
        ("heavy oil", "crude oil"),
        ("lubricating oil", "crude oil"),
        ("mechanical appliances", "home appliances"),
        ("chip-making equipment", "semiconductors"),
        ("nuclear fuel", "refined petroleum"),
        ("leather shoes", "leather"),
    ],
)
def test_what_goods_are_for_does_not_name_them(name: str, not_goods: str) -> None:
    """A cooker is no rice, and a turbine no gas."""
    assert _goods(name) not in {not_goods, "all", None}


@pytest.mark.parametrize(
    "text",
    [
        "North Korea's exports to China fell 5 percent to $20 million after it tested ballistic missiles.",
        "Customs tables show that North Korea's exports to China fell 5 percent to $20 million.",
        "Clean slate or not, North Korea's exports to China fell 5 percent to $20 million.",
        "The figure mirrors that of April: North Korea's exports to China fell 5 percent to $20 million.",
        "As bridges and cranes rust, North Korea's exports to China fell 5 percent to $20 million.",
    ],
)
def test_words_that_are_no_goods_of_trade_name_none(text: str) -> None:
    """Missiles that fly, tables of customs and a figure that mirrors another are not traded."""
    assert {one.commodity for one in read(Document(id="own", text=text)).claims} == {"all"}
