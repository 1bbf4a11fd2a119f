"""Lists that 'respectively' hands out: sellers, buyers, goods, before the figures or behind them."""

from datetime import date

import pytest

from nktrade.core.claims import Claim
from nktrade.documents import load
from nktrade.reading import read


def _claims(text: str) -> tuple[Claim, ...]:
    return read(load(text.encode(), date=date(2019, 2, 24), lang="en")).claims


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Russia and China exported 1,200 tons and 400 tons of flour to North Korea in January, respectively.",
            [("RUS", "PRK"), ("CHN", "PRK")],
        ),
        (
            (
                "Beijing and Moscow notified the committee of deliveries of 14,300 and 9,800 tons of gas oil, "
                "respectively, to North Korea in May."
            ),
            [("CHN", "PRK"), ("RUS", "PRK")],
        ),
        (
            "India and Pakistan respectively sold $4 million and $1.5 million of sugar to North Korea last year.",
            [("IND", "PRK"), ("PAK", "PRK")],
        ),
        (
            "North Korea bought 3,000 and 400 tons of wheat flour from Russia and China, respectively.",
            [("PRK", "RUS"), ("PRK", "CHN")],
        ),
        (
            (
                "South Korea's exports to China and the United States rose 3 percent and 7 percent, "
                "respectively, to $11 billion and $9 billion."
            ),
            [("KOR", "CHN"), ("KOR", "USA")] * 2,
        ),
    ],
)
def test_each_figure_has_the_country_in_its_turn(text: str, sides: list[tuple[str, str]]) -> None:
    """The other side stays the one that all of them trade with."""
    assert [(one.reporter, one.partner) for one in _claims(text)] == sides


def test_an_unequal_number_of_figures_keeps_the_sides_of_the_sentence() -> None:
    """Three amounts behind for two countries are not handed out."""
    text = (
        "South Korea's exports to China and Japan rose 3 percent and 7 percent, respectively, "
        "while sales of chips, cars and ships came to $11 billion, $9 billion and $2 billion."
    )
    assert [one.partner for one in _claims(text)[:2]] == ["CHN", "JPN"]
    assert {one.partner for one in _claims(text)[2:]}.isdisjoint({"CHN", "JPN"})
