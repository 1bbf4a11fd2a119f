"""Goods in the singular before a flow, and words before a flow that nobody knows."""

from datetime import date

import pytest

import nktrade
from nktrade.core.documents import Document
from nktrade.reading import read
from nktrade.reading.attributive import attributive, endings_of

DAY = date(2025, 10, 20)
BY_ITEM = "By item, South Korea's exports of semiconductors jumped to $15.1 billion, and auto shipments climbed to $5.5 billion. "


def _goods(text: str) -> list[str | None]:
    return [one.commodity for one in read(Document(id="own", text=text, date=DAY)).claims]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Petrochemical exports of South Korea slid to $3.37 billion in May.", "petrochemicals"),
        ("South Korea's auto part shipments rose 3 percent in May.", "vehicle parts"),
        ("Germany's machine tool exports to China were $3 billion in 2024.", "machine tools"),
        ("North Korea's egg imports from China rose to 300 tons in May.", "eggs"),
        ("India's pharmaceutical sales to Russia hit $1.2 billion.", "medicines"),
        ("Japan's medical device imports rose 3 percent in May.", "medical equipment"),
        ("North Korean tire imports from China rose 3 percent in May.", "tires"),
    ],
)
def test_goods_in_the_singular_stand_before_their_flow(text: str, goods: str) -> None:
    """As a noun before another one does in English."""
    assert _goods(text) == [goods]


@pytest.mark.parametrize(
    "text",
    [
        "North Korea's imports from China rose 3 percent in May, a tire dealer in Dandong said.",
        "An egg shortage drove North Korea's imports from China up 3 percent in May.",
        "As prices rose exports of North Korea to China fell 3 percent in May.",
        "Under a mineral resource law North Korea's exports to China fell 3 percent in May.",
    ],
)
def test_goods_in_the_singular_elsewhere_are_no_goods_of_a_flow(text: str) -> None:
    """A dealer in tires deals in other things too."""
    assert _goods(text) == ["all"]


@pytest.mark.parametrize("word", ["Widget", "Gizmo"])
def test_an_unknown_word_before_a_flow_is_what_it_is_of_in_a_list_of_goods(word: str) -> None:
    """Otherwise its amount would be that of all exports, and less than some of them."""
    text = f"{BY_ITEM}{word} exports slid to $3.37 billion."
    assert _goods(text)[-1] == word.lower()
    (checked,) = nktrade.check(text, against="none", date="2025-06-01").checked
    assert not any(one.holds is False for one in checked.relations)


@pytest.mark.parametrize(
    "words", ["Overall", "Total", "Robust", "Seaborne", "Outbound", "Rising", "Recorded", "Monthly"]
)
def test_how_exports_are_is_no_name_of_goods(words: str) -> None:
    """They are those of all goods, in a list of goods too."""
    assert _goods(f"{BY_ITEM}{words} exports rose to $60 billion.")[-1] == "all"


def test_an_ending_that_stands_for_itself_is_no_plural() -> None:
    """Glass and gas stay as they are, and the longest ending counts."""
    endings = endings_of({"s": "", "ss": "ss", "as": "as", "ies": "y"})
    plurals = [("glass", "glass"), ("gas", "gas"), ("batteries", "batteries"), ("goods", "all")]
    assert list(attributive(plurals, endings)) == [("battery", "batteries||")]
