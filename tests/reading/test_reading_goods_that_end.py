"""Goods named before stop holding where trade itself is told of, and where only their price was."""

from datetime import date

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read

DAY = date(2019, 3, 20)


def _goods(text: str) -> list[str | None]:
    return [one.commodity for one in read(Document(id="own", text=text, date=DAY)).claims]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Wigs were the North's top export to China at $14 million. In January the two sides had traded $204 million.", ["wigs", "all"]),
        ("The North sold China coal worth $14 million in May. China and the North exchanged $204 million in all.", ["coal", "all"]),
        ("The North sold China coal worth $14 million in May. The two countries traded goods worth $204 million.", ["coal", "all"]),
        ("Arms exports to Russia were worth $2 million. Trade between Moscow and Pyongyang was negligible. It came to $34 million in 2018.", ["arms", "all"]),
        ("Crab exports to China were worth $2 million. Trade between China and the North grew. Officials put it at $34 million.", ["crab", "all"]),
    ],
)  # fmt: skip
def test_trade_of_two_is_of_all_goods(text: str, goods: list[str]) -> None:
    """Whether a noun or a verb names it, in the sentence or the one before."""
    assert _goods(text) == goods


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Coal is shipped to China at night. Some 40,000 tons changed hands in May.", ["coal"]),
        ("China and Russia traded 4 million tons of soybeans last year.", ["soybeans"]),
        ("The two countries traded coal worth $30 million in May.", ["coal"]),
        ("Coal was shipped to China again. Some 40,000 tons were sent in May.", ["coal"]),
    ],
)
def test_what_changes_hands_is_still_of_its_goods(text: str, goods: list[str]) -> None:
    """Tons are of what was spoken of."""
    assert _goods(text) == goods


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Soaring energy prices drove up Japan's import bill by 2.7 percent in May.", "all"),
        ("Lower oil prices pushed Indonesia's exports down to $12 billion in May.", "all"),
        ("Higher coal prices lifted Australia's exports to A$30 billion in May.", "all"),
        ("Weak copper prices cut Chile's copper exports to $3 billion in May.", "copper"),
        ("Coal exports fetched prices of $80 a ton in May.", "coal"),
    ],
)
def test_a_price_that_moves_trade_is_not_what_is_traded(text: str, goods: str) -> None:
    """Dear oil makes all imports dearer; a price of the goods themselves is theirs."""
    assert _goods(text) == [goods]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("The kimchi balance shows a shortfall of $19 million for Korea against China.", ["kimchi"]),
        ("Japan's wine balance with France showed a deficit of $90 million.", ["wine"]),
        ("The steel trade balance was a surplus of $4 billion for Korea.", ["steel"]),
        ("Energy showed a deficit of 26 billion euros for the EU.", ["energy"]),
        ("Coal exports were $4 million and the balance showed a deficit of $3 million.", ["coal", "all"]),
    ],
)  # fmt: skip
def test_a_balance_of_goods_shows_a_gap_of_theirs(text: str, goods: list[str]) -> None:
    """The word for the gap takes them from the word for the balance, not from a flow before it."""
    assert _goods(text) == goods
