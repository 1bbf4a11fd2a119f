"""Parts together are no more than their whole, whichever country's code comes first, and only parts are parts."""

from fractions import Fraction
from typing import Any

import pytest
from told import claim, failing

from nktrade.core.claims import Claim

MILLION = Fraction(10**6)
MAY = "2016-05"


def millions(*told: tuple[str, str, str]) -> list[Claim]:
    """North Korea's exports of May 2016: digits, goods, partner."""
    known: dict[str, Any] = {"when": MAY, "scale": MILLION}
    return [
        claim(f"c{number}", digits, "USD", **known, commodity=goods, partner=partner)
        for number, (digits, goods, partner) in enumerate(told, start=1)
    ]


@pytest.mark.parametrize(
    ("whole", "expected"),
    [("100.2", {("partners", frozenset({"c1", "c2", "c3"}))}), ("130.2", set())],
)
def test_partners_together_are_no_more_than_the_world(
    whole: str, expected: set[tuple[str, frozenset[str]]]
) -> None:
    """70.4 million to China and 50.3 to Japan do not fit into 100.2."""
    told = millions(("70.4", "coal", "CHN"), ("50.3", "coal", "JPN"), (whole, "coal", "WLD"))
    assert failing(*told) == expected


def test_a_union_is_not_counted_beside_its_members() -> None:
    """What goes to Germany goes to the European Union."""
    told = millions(("70.4", "coal", "EUU"), ("50.3", "coal", "DEU"), ("100.2", "coal", "WLD"))
    assert failing(*told) == set()


@pytest.mark.parametrize(
    ("whole", "parts"),
    [("coal", ("anthracite", "bituminous coal")), ("coal and iron ore", ("coal", "iron ore"))],
)
def test_kinds_together_are_no_more_than_the_goods(whole: str, parts: tuple[str, str]) -> None:
    """Kinds of one commodity, and the members of a list."""
    kinds = ("25.3", parts[0], "CHN"), ("20.1", parts[1], "CHN")
    assert failing(*millions(*kinds, ("46.2", whole, "CHN"))) == set()
    (found,) = failing(*millions(*kinds, ("40.2", whole, "CHN")))
    assert found == ("kinds", frozenset({"c1", "c2", "c3"}))


def test_goods_that_no_heading_tells_apart_may_overlap() -> None:
    """Luxury goods may be home appliances: nothing says how much the two are together."""
    told = millions(
        ("30.3", "luxury goods", "CHN"), ("25.1", "home appliances", "CHN"), ("50.2", "all", "CHN")
    )
    assert failing(*told) == set()


def test_two_amounts_of_all_goods_are_no_parts_of_each_other() -> None:
    """Which of the two holds is not said: neither is more than all goods."""
    assert failing(*millions(("57.8", "all", "CHN"), ("41.3", "all", "CHN"))) == set()


@pytest.mark.parametrize("unknown", ["commodity", "partner"])
def test_what_no_words_name_is_no_part(unknown: str) -> None:
    """Goods that nobody names may be counted otherwise, and so may trade with nobody named."""
    known: dict[str, Any] = {"when": MAY, "scale": MILLION, "commodity": "coal", "partner": "CHN"}
    widest = {"commodity": "all", "partner": "WLD"}[unknown]
    whole = claim("c2", "41.3", "USD", **(known | {unknown: widest}))
    assert failing(claim("c1", "57.8", "USD", **known), whole) != set()
    assert failing(claim("c1", "57.8", "USD", **(known | {unknown: None})), whole) == set()
