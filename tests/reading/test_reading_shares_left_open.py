"""Percentages whose whole stands before them: an older share, what an amount is equal to, a clause about goods between."""

from datetime import date

import pytest

import nktrade
from nktrade.core.documents import Document
from nktrade.reading import read

DAY = date(2026, 10, 21)


def _kinds(text: str) -> list[tuple[str, str]]:
    claims = read(Document(id="own", text=text, date=DAY)).claims
    return [(one.figure.surface, str(one.kind)) for one in claims]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("China took 88.6 percent of Mongolia's exports, down 3.1 percentage points from 91.7 percent in the previous year.", "91.7 percent"),
        ("Chips accounted for 22.6 percent of South Korea's exports in May, up 3.6 percentage points from 19 percent a year earlier.", "19 percent"),
        ("Foreign firms sold $247.3 billion of Vietnam's exports in May, equal to 76 percent.", "76 percent"),
        ("Nepal's imports came to $84 million in May, of which India sold $63 million, equivalent to 75 percent.", "75 percent"),
        ("South Korea's trade with Mongolia fell. In May Seoul counted $9.8 million in goods that crossed the border, or 99.6 percent, the ministry said.", "99.6 percent"),
    ],
)  # fmt: skip
def test_a_percentage_of_what_was_told_is_a_share(text: str, share: str) -> None:
    """Though no word beside it says of what."""
    assert (share, "share_pct") in _kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Growth of South Korea's exports slowed to 5 percent in May, down 2 percentage points from 7 percent in April.",
        "South Korea's exports grew 5 percent in May, 2 percentage points less than in April.",
        "South Korea's exports were $5 billion in May, equal to 4 billion euros.",
    ],
)
def test_growth_and_equivalents_are_no_shares(text: str) -> None:
    """A rate that rises by points, and an amount in another unit."""
    assert all(kind != "share_pct" for _, kind in _kinds(text))


@pytest.mark.parametrize(("old", "holds"), [("93.7", False), ("85.7", True)])
def test_points_are_held_against_both_shares(old: str, holds: bool) -> None:  # noqa: FBT001 - the expected answer
    """With 78.6 percent now and 7.1 points less, it was 85.7 before."""
    text = (
        "China stayed the largest buyer of Mongolia with $812.4 million in 2025, 78.6 percent of the total, "
        f"down 7.1 percentage points from {old} percent in the previous year."
    )
    (checked,) = nktrade.check(text, against="none", date="2026-02-01").checked
    found = [one.holds for one in checked.relations if one.check == "points"]
    assert found == [holds]


def test_bounds_that_change_places_in_floats_break_nothing_off() -> None:
    """A large amount and shares of it in one system: what is left to a figure is one number, found twice."""
    text = (
        "North Korea's trade was $875 million in 2020. China remained its first partner with $759.7 million, 86.8 percent of the total, "
        "down 6.8 percentage points from 95.4 percent in the previous year. Russia followed with $42.7 million, or 5 percent; "
        "Vietnam came third with $19.1 million."
    )
    (checked,) = nktrade.check(text, against="none", date="2021-02-01").checked
    assert any(one.check == "points" and one.holds is False for one in checked.relations)
