"""A figure that was replaced adds up with those of its own day, and not with what replaced it."""

from datetime import date

import pytest

from nktrade import check
from nktrade.core.codes import Severity

TRADE = "North Korea's exports to China were $28 million in May and its imports $150 million"
TRUE = [
    f"{TRADE}, so that the deficit was $122 million. The deficit for May had initially been reported as $119 million.",
    f"{TRADE}, a revised deficit of $122 million. It had originally been published as $112 million.",
    f"{TRADE}, so that the deficit was $122 million. The first estimate for the deficit in May had been $119 million.",
    "Exports to China in May, initially estimated at $31 million, came in at $28 million. Imports were $150 million, a deficit of $122 million.",
    "The U.S. goods and services deficit was $58.3 billion in May, down from $61.7 billion in April, revised. The April deficit had originally been published as $60.9 billion. April exports were $287.6 billion and imports $349.3 billion.",
    f"Preliminary exports to China were $28 million in May, customs said. {TRADE}, a deficit of $122 million.",
]
FALSE = [
    "North Korea's preliminary exports to China were $28 million in May and its imports $150 million, a deficit of $132 million.",
    f"{TRADE}, a revised deficit of $132 million.",
    f"{TRADE}, a deficit of $132 million. It had initially been reported as $119 million.",
]


def accused(text: str) -> set[str]:
    """The checks that find something wrong."""
    (checked,) = check(text, date=date(2026, 7, 20), against="none").checked
    bad = {Severity.ERROR, Severity.WARNING}
    return {one.check for one in checked.relations if one.severity in bad}


@pytest.mark.parametrize("text", TRUE)
def test_what_was_replaced_is_not_held_against_what_replaced_it(text: str) -> None:
    """Two prints of two days."""
    assert accused(text) == set()


@pytest.mark.parametrize("text", FALSE)
def test_what_was_not_replaced_has_to_add_up(text: str) -> None:
    """A preliminary figure beside no other is a figure like any."""
    assert "balance" in accused(text)
