"""A participle behind an amount says who sent it or who got it, whatever the sentence spoke of before: 5 tons sent by Peru."""

from datetime import date

import pytest

import nktrade as nk
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


BEHIND_LISTS = [
    ("In 2023 Japan imported 2,300 tons of crab, urchins and roe from Russia.", "RUS"),
    ("In 2021 Peru sold 300 tons of wool, felt and the like to Japan for $4 million.", "JPN"),
    ("In 2021 Vietnam sold 90 tons of coffee, tea leaves, syrups and pepper to Chile.", "CHL"),
    ("In 2021 Peru sold 300 tons of wool, and exports to Japan rose by 3 percent.", "WLD"),
    ("In 2021 Peru sold 300 tons of wool, and to Japan it sold 20 tons of felt.", "WLD"),
]


@pytest.mark.parametrize(("text", "partner"), BEHIND_LISTS)
def test_a_list_of_goods_goes_to_whom_its_end_names(text: str, partner: str) -> None:
    """Whether or not anybody knows the goods; what stands behind a verb or flow of its own is no end of a list."""
    assert claims_in(text, DAY)[0].partner == partner


POOLED = [
    (
        "In March China supplied the North with 20,110 tons of diesel and Russia 32,445 tons. Taken together, {} tons were delivered.",
        "CHN,RUS",
    ),
    (
        "In March China supplied the North with 20,110 tons of diesel and Russia 32,445 tons. Together the two supplied {} tons.",
        "CHN,RUS",
    ),
    ("In March Peru sold Chile 20,110 tons of wool and Japan 32,445 tons. In all it sold {} tons of wool.", "PER"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reporter"), POOLED)
def test_together_they_sent_what_each_of_them_did(text: str, reporter: str) -> None:
    """Who sold to several may have sold to others as well: all it sold went to everybody."""
    assert claims_in(text.format("52,555"), DAY)[-1].reporter == reporter


@pytest.mark.parametrize("text", [text for text, _ in POOLED[:2]])
def test_what_they_sent_together_is_held_to_what_each_did(text: str) -> None:
    """One digit more, in a sentence of its own."""
    for number, expected in (("52,555", []), ("62,555", ["members"])):
        (checked,) = nk.check(text.format(number), date=DAY, against="none").checked
        failed = [one.check for one in checked.relations if one.holds is False]
        assert failed == expected
