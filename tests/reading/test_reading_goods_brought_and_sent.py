"""Goods brought into a country are its imports; goods sent to it went to the country that was named."""

from datetime import date

import pytest

from tests.reading.cjk_claims import claims_in

DAY = date(2017, 1, 31)
BROUGHT = [
    ("Inter-Korean trade grew. Goods brought into the South were worth $52 million.", "KOR"),
    ("Smugglers brought 5 tons of sugar into the North in May.", "PRK"),
    ("Goods worth $5 million were brought into China from the North in May.", "CHN"),
]
SENT = [
    "Inter-Korean trade grew. Goods from the North amounted to $52 million and goods sent to it to $62 million.",
    "Inter-Korean trade grew. Goods brought in from the North were worth $52 million and those sent to it $62 million.",
]
EXPORTERS = [
    "Australia's coal exporters had a good quarter. Total exports came to 91 million tons. Japan was the largest buyer with 17 million tons.",
    "Australian exporters had a good quarter. Total exports came to 91 million tons. Japan was the largest buyer with 17 million tons.",
]


@pytest.mark.parametrize(("text", "buyer"), BROUGHT)
def test_what_is_brought_into_a_country_is_its_import(text: str, buyer: str) -> None:
    """Whoever brings it."""
    (claim,) = claims_in(text, DAY)
    assert (claim.flow, claim.reporter) == ("import", buyer)


@pytest.mark.parametrize("text", SENT)
def test_what_is_sent_to_it_goes_to_the_country_just_named(text: str) -> None:
    """The South sends it, who need not be named again."""
    claim = claims_in(text, DAY)[-1]
    assert (claim.flow, claim.reporter, claim.partner) == ("export", "KOR", "PRK")


@pytest.mark.parametrize("text", EXPORTERS)
def test_exporters_of_a_country_are_its_own(text: str) -> None:
    """Its suppliers are those of others, and who buys from it is the other side."""
    whole, part = claims_in(text, DAY)
    assert (whole.flow, whole.reporter) == ("export", "AUS")
    assert (part.flow, part.reporter, part.partner) == ("import", "JPN", "AUS")


def test_suppliers_of_a_country_are_those_of_others() -> None:
    """China's biggest supplier sells to China."""
    (claim,) = claims_in("Russia was China's biggest supplier of oil with 8 million tons.", DAY)
    assert {claim.reporter, claim.partner} == {"RUS", "CHN"}
