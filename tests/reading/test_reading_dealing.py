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


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        (
            (
                "In July the North imported $4.9 million worth of flour and $6.8 million worth of sugar from "
                "China, which took up 7.4 percent and 10.3 percent of its total imports, respectively."
            ),
            ["flour", "sugar"] * 2,
        ),
        (
            (
                "In July, China exported 4,000 tons of rice and 9,000 tons of flour to the North, up 20 percent "
                "and 35 percent, respectively."
            ),
            ["rice", "flour"] * 2,
        ),
    ],
)
def test_figures_without_a_list_tell_of_those_before_them(text: str, goods: list[str]) -> None:
    """Two percentages behind two amounts have the goods of one each."""
    assert [one.commodity for one in _claims(text)] == goods


@pytest.mark.parametrize("link", ["or ", "or about ", ""])
def test_a_share_beside_its_amount_has_its_goods(link: str) -> None:
    """The whole that stands behind the share is of all goods, with the same partner."""
    amount, share, whole = _claims(
        f"South Korea bought $149.7 million worth of seafood from the North in 2009, {link}16 percent "
        "of its $934 million in imports from the North."
    )
    assert (amount.commodity, share.commodity, whole.commodity) == ("seafood", "seafood", "all")
    assert {one.partner for one in (amount, share, whole)} == {"PRK"}
    assert share.kind.value == "share_pct"


@pytest.mark.parametrize("text", ["수입각각. 1%", "수출과 수입은 각각. 1%", "出口和进口分别。 1%"])
def test_a_word_that_deals_out_needs_figures(text: str) -> None:
    """Where none of the figures beside it is of trade, it deals out nothing, and the rest is read."""
    told = "2018년 수출 1297만 달러."
    claims = read(load(f"{text}\n{told}".encode(), date=date(2019, 2, 24))).claims
    assert [one.figure.surface for one in claims][-1:] == ["1297만 달러"]
