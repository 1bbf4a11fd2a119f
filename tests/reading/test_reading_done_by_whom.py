"""A participle behind an amount says who sent it or who got it, whatever the sentence spoke of before: 5 tons sent by Peru."""

from datetime import date

import pytest

from tests.reading.cjk_claims import claims_in

DAY = date(2024, 1, 20)

SENT = [
    (
        (
            "As of 1 June 2022 the Committee had been notified of 41,000 barrels (5,125 tons) supplied by China and "
            "32,000 barrels (4,000 tons) supplied by Russia, a total of 73,000 barrels of diesel."
        ),
        [("export", who, "PRK") for who in ("CHN", "CHN", "RUS", "RUS", "CHN,RUS")],
    ),
    (
        (
            "Pyongyang received 9,100 tons of rice sent by Vietnam, 4,400 tons (88 wagons) sent by Russia and 12,000 tons shipped from "
            "China in 2021."
        ),
        [("export", who, "PRK") for who in ("VNM", "RUS", "RUS", "CHN")],
    ),
    (
        "In 2019, 14,000 barrels were supplied to Cuba by Russia, and 22,000 barrels by China.",
        [("export", "RUS", "CUB"), ("export", "CHN", "CUB")],
    ),
    (
        "North Korea's coal exports included 9,100 tons sold to Japan in 2016.",
        [("export", "PRK", "JPN")],
    ),
    (
        "In 2021 China bought 40 tons of gold mined by Australia and 30 tons from Russia.",
        [("import", "CHN", "WLD"), ("import", "CHN", "RUS")],
    ),
    (
        "North Korea exported 9,100 tons of coal, worth $0.9 million, to China in 2016.",
        [("export", "PRK", "CHN"), ("export", "PRK", "CHN")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENT)
def test_amounts_are_of_who_is_said_to_have_moved_them(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    """The participle behind the amount, or behind the bracket on it; a verb that was left out goes on."""
    assert [(one.flow, one.reporter, one.partner) for one in claims_in(text, DAY)] == expected
