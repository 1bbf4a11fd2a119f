"""What somebody pays is no trade, and a percentage that is told of it is none either."""

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia's crude exports slid to 3.28 million barrels a day in January 2026. Urals cargoes averaged $46.20, down 7 percent from $49.70.",
            ["3.28 million barrels a day"],
        ),
        (
            "Australia exported 33.1 million tons of thermal coal in March 2024. A cargo sold at $131, 12 percent less than a month earlier.",
            ["33.1 million tons"],
        ),
        (
            "North Korea's wig exports to China came to $15.2 million in December 2024. A wig fetches $230, some 40 percent below what it cost in 2019.",
            ["$15.2 million"],
        ),
        (
            "China exported rice worth $21.4 million to North Korea in July 2023. The sack went for $19, up 5.6 percent from $18.",
            ["$21.4 million"],
        ),
        (
            "North Korea's exports to China rose to $37.3 million in May 2025. A worker at the plant earns about $80 a month, 20 percent more than the $67 of last year.",
            ["$37.3 million"],
        ),
        (
            "North Korea's exports to China were $45.9 million in May 2025, up 12.5 percent from $40.8 million.",
            ["$45.9 million", "12.5 percent", "$40.8 million"],
        ),
        (
            "With a shirt at $4, China's textile imports from North Korea fell 35 percent to $12.0 million in May 2025.",
            ["35 percent", "$12.0 million"],
        ),
        (
            "China sold the North 12,400 tons of soybean oil in June 2025 at $1,177 a ton, up 7 percent from $1,100.",
            ["12,400 tons", "$1,177 a ton", "7 percent", "$1,100"],
        ),
    ],
)
def test_a_percentage_of_what_somebody_pays_is_no_claim(text: str, expected: list[str]) -> None:
    """Behind $46.20, down 7 percent is of that price; exports at a price, and of millions, stay claims."""
    found = read(Document(id="own", text=text)).claims
    assert [one.figure.surface for one in found] == expected
