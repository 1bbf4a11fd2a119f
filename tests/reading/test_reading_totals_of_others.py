"""The total exports of a country that was just told of are its own, and not those of the country that a text is about."""

from datetime import date

import pytest

from tests.reading.cjk_claims import claims_in

DAY = date(2025, 6, 20)
CHINA = "China's trade with Vietnam reached $18.3 billion in January."
OWN = [
    ("Laos sold copper ore worth $74 million, out of total sales of $231 million.", "LAO"),
    ("Laos sold ore worth $74 million, and its total sales were $231 million.", "LAO"),
    ("Laos sold goods worth $74 million to Japan. Laos's total sales were $231 million.", "LAO"),
    ("Cambodia's exports of rice were $74 million, of total exports of $231 million.", "KHM"),
    ("Myanmar imported cars worth $74 million, out of total imports of $231 million.", "MMR"),
    ("Nepal exported carpets worth $74 million. Its total exports were $231 million.", "NPL"),
]
OF_THE_TEXT = [
    "Japan bought coal worth $5 million, Korea coal worth $3 million. In all, exports came to $231 million.",
    "Its exports to Laos were $5 million. Its total exports came to $231 million.",
]


@pytest.mark.parametrize(("text", "owner"), OWN)
def test_a_total_is_that_of_the_country_just_told_of(text: str, owner: str) -> None:
    """It goes the same way, and nobody else was named between the two."""
    assert claims_in(f"{CHINA} {text}", DAY)[-1].reporter == owner


@pytest.mark.parametrize("text", OF_THE_TEXT)
def test_a_total_the_other_way_is_that_of_the_text(text: str) -> None:
    """What Japan bought is what China sold: the sum of it is China's."""
    assert claims_in(f"{CHINA} {text}", DAY)[-1].reporter == "CHN"


@pytest.mark.parametrize("flow", ["exports", "imports"])
def test_what_goes_on_behind_such_a_total_is_of_the_same_country(flow: str) -> None:
    """Laos sold ore, out of total sales, and bought goods."""
    verb = {"exports": "sold", "imports": "bought"}[flow]
    other = {"exports": "bought", "imports": "sold"}[flow]
    text = f"Laos {verb} ore worth $74 million, out of total {flow} of $231 million, and {other} rice worth $158 million."
    assert [one.reporter for one in claims_in(f"{CHINA} {text}", DAY)[1:]] == ["LAO"] * 3


OF_ALL = [
    "China's total coal imports rose to 17.68 million tons in February.",
    "China's total imports of coal stood at 17.68 million tons in February.",
    "Russia's total seafood imports came to $17.68 million in February.",
]
OF_THE_NORTH = [
    "China's total coal imports from the North rose to 17.68 million tons in February.",
    "China's total imports of North Korean coal stood at 17.68 million tons in February.",
    "China's coal imports rose to 17.68 million tons in February.",
]


@pytest.mark.parametrize("text", OF_ALL)
def test_the_total_of_another_country_in_some_goods_is_of_all_its_partners(text: str) -> None:
    """A text on the North's trade sets it against what its neighbour buys of everybody."""
    before = "North Korea shipped 1.23 million tons of coal to China in January."
    (_, whole) = claims_in(f"{before} {text}", DAY)
    assert (whole.flow, whole.partner) == ("import", "WLD")


@pytest.mark.parametrize("text", OF_THE_NORTH)
def test_what_it_bought_of_the_north_stays_that(text: str) -> None:
    """The North is named, or no total is."""
    before = "North Korea shipped 1.23 million tons of coal to China in January."
    assert claims_in(f"{before} {text}", DAY)[-1].partner == "PRK"
