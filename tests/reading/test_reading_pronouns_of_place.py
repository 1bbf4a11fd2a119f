"""The Asian country is the one spoken of, and no partner: a part of the world that says what it is."""

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Mongolia's exports rose in May 2025. The Asian country exported 41.6 million tons of coal.",
            ("export", "MNG", "WLD"),
        ),
        (
            "Vietnam's exports rose in May 2025. The Southeast Asian nation shipped rice worth $41.6 million.",
            ("export", "VNM", "WLD"),
        ),
        (
            "Chile's wine exports to Asia came to $41.6 million in May 2025.",
            ("export", "CHL", "ASIA"),
        ),
    ],
)
def test_a_country_named_by_where_it_lies_is_the_one_spoken_of(
    text: str, sides: tuple[str, str, str]
) -> None:
    """The part of the world itself stays a partner."""
    (claim,) = read(Document(id="x", text=text)).claims
    assert (claim.flow, claim.reporter, claim.partner) == sides


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("From January to October 2024, North Korea's exports of watches added up to $24.8 million.", "export"),
        ("North Korea's exports and imports added up to $24.8 million in May 2025.", "total"),
        ("North Korea's exports of coal and imports of rice added up to $24.8 million in May 2025.", "total"),
        ("North Korea's exports to China and imports from it added up to $24.8 million in May 2025.", "total"),
    ],
)  # fmt: skip
def test_one_flow_that_adds_up_is_no_trade_in_both_directions(text: str, flow: str) -> None:
    """Its goods between it and the verb make it no sum; a second flow does."""
    (claim,) = read(Document(id="x", text=text)).claims
    assert claim.flow == flow
