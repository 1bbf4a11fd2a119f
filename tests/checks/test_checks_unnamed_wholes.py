"""What no words call a whole is none: another kind of a list, or tons and barrels whose goods nobody says."""

from datetime import date

import pytest

from nktrade import check
from nktrade.core.codes import Severity

SHIPPED = "Thailand shipped 7.69 million tons of rice in 2022."
RICE = f"{SHIPPED} Earnings were 138.7 billion baht. Prices were firm."
TRUE = [
    f"{RICE} White rice accounted for 4.18 million tons, parboiled for 1.49 million and fragrant rice for 1.30 million.",
    f"{RICE} White rice made up 4.18 million tons, broken 1.49 million, fragrant rice 1.30 million.",
    f"{RICE} Fragrant rice came to 2.18 million tons, the rest to 1.49 million and white rice to 4.02 million.",
    "In March China's crude imports were 12.1 million bpd. Its product exports were 1.2 million bpd and product imports 2.2 million.",
    "In the year to Aug. 31, 2025 US soybean exports are forecast at 50.3 million tons, of which China is to take 22.5 million.",
    "In March China imported 12.1 million tons of crude; imports of products were 2.2 million tons.",
    "In March India imported 4.8 million barrels of crude a day. Total imports from Iraq were 0.9 million barrels per day.",
]
FALSE = [
    "In 2022 Thailand exported 2.69 million tons of rice: white rice accounted for 4.18 million tons and fragrant rice for 1.30 million.",
    f"{SHIPPED} White rice accounted for 4.18 million tons and fragrant rice for 5.30 million.",
    "In May North Korea exported coal worth $9.1 million and all its exports were worth $7.4 million.",
]


def accused(text: str) -> set[str]:
    """The checks that find an error."""
    (checked,) = check(text, date=date(2025, 5, 20), against="none").checked
    return {one.check for one in checked.relations if one.severity is Severity.ERROR}


@pytest.mark.parametrize("text", TRUE)
def test_what_no_words_call_a_whole_is_none(text: str) -> None:
    """A kind that nobody knows, of a list of kinds; and barrels and tons, in which nobody adds up all goods."""
    assert accused(text) == set()


@pytest.mark.parametrize("text", FALSE)
def test_a_whole_that_is_told_is_held_against_its_parts(text: str) -> None:
    """Told before the list of its kinds, or as all there is."""
    assert accused(text) & {"kinds", "goods within all"}


BEHIND_ONE_PARTNER = [
    "South Korea's exports to China came to $12.0 billion in May 2024. Exports of chips came to $13.1 billion.",
    "Mongolia's exports to China came to $1.20 billion in May 2024. It exported coal worth $1.31 billion.",
    "Kazakhstan sold Russia goods worth $830 million in May 2024. Exports of crude oil came to $1.1 billion.",
]
TO_ONE_PARTNER = [
    "South Korea's exports to China came to $12.0 billion in May 2024. Exports of chips to China came to $13.1 billion.",
    "South Korea's exports to China came to $12.0 billion in May 2024, of which exports of chips came to $13.1 billion.",
]


@pytest.mark.parametrize("text", BEHIND_ONE_PARTNER)
def test_goods_behind_trade_with_one_partner_may_go_to_all(text: str) -> None:
    """A sentence of its own that names no buyer: what is said of coal may be all the coal there is."""
    assert accused(text) == set()


@pytest.mark.parametrize("text", TO_ONE_PARTNER)
def test_goods_that_go_to_one_partner_are_within_its_trade(text: str) -> None:
    """The buyer is named again, or the goods are called a part of what it bought."""
    assert accused(text) == {"goods within all"}


def test_goods_beside_services_are_goods_alone() -> None:
    """The balance of goods is not what exports of both less imports of both come to; that of both is."""
    both = "Exports were $261.4 billion and imports $329.7 billion in February 2024."
    goods = "The goods deficit widened to $91.4 billion and the services surplus was $23.1 billion in February 2024."
    assert accused(f"{goods} {both}") == set()
    assert accused(f"{both} The deficit was $91.4 billion in February 2024.") == {"balance"}
