"""Words that are goods only where they are traded: ships that somebody ships, and lead that nobody leads."""

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read


def goods_of(text: str) -> list[str | None]:
    return [one.commodity for one in read(Document(id="x", text=text)).claims]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("South Korea's exports of ships jumped 39.1 percent in June.", ["ships"]),
        ("South Korea's ship exports came to $2.4 billion in June.", ["ships"]),
        ("Seoul sold new ships worth $2.4 billion in June.", ["ships"]),
        ("South Korean exports of cars and ships fell 3 percent.", ["cars and ships"]),
        (
            "South Korea's exports rose 4 percent in May. Ships contributed $2.1 billion.",
            ["all", "ships"],
        ),
        ("North Korea's exports of zinc and lead fell 12 percent.", ["zinc and lead"]),
        ("North Korean lead exports brought in $3.1 million in May.", ["lead"]),
        ("Indonesia's exports of refined tin fell to 3,100 tons in May.", ["tin"]),
        ("China bought printed matter and books for $1.2 million.", ["printed matter"]),
    ],
)
def test_goods_stand_behind_what_trades_them(text: str, goods: list[str]) -> None:
    """A flow with of, a deed, or other goods in a list lead to them; so does a flow right behind."""
    assert goods_of(text) == goods


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Russia ships 2 million tons of coal to China each month.", ["coal"]),
        ("Moscow plans to ship 300,000 tons of wheat to North Korea.", ["wheat"]),
        ("China's exports took the lead with 5 percent growth in June.", ["all"]),
        ("Chinese exports lead the recovery, rising 5 percent in June.", ["all"]),
        ("Coal exports lead the list with $3.1 million in May.", ["coal"]),
        ("China's imports of lead-acid batteries rose 5 percent in June.", ["batteries"]),
        ("They lead exports of coal, which rose 5 percent in June.", ["coal"]),
    ],
)
def test_elsewhere_they_are_what_else_they_say(text: str, goods: list[str]) -> None:
    """A verb stays a verb, and what only looks like goods is none."""
    assert goods_of(text) == goods


def test_goods_that_a_pronoun_stands_for_are_those_named_before() -> None:
    """Behind "of them" stands what they did, and no name of goods."""
    text = "China bought 5 tons of apples in April. Customs records showed 1,870 tons of them crossing in May."
    assert goods_of(text) == ["apples", "apples"]
