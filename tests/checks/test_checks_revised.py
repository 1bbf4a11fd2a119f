"""What was printed long after its period may be a revision, of which no baseline knows yet."""

import pytest

import nktrade as nk

SAID = (
    "China's customs said its trade with North Korea was worth $486.7 million in the first "
    "quarter of 2023."
)
"""Printed as 485.85 million on 18 April 2023."""


@pytest.mark.parametrize(("day", "severity"), [("2023-04-19", "error"), ("2024-04-18", "note")])
def test_a_small_difference_a_year_later_is_no_error(day: str, severity: str) -> None:
    """Beside a first print a first print is wrong, a print of next year may be revised."""
    held = nk.check(SAID, date=day).baseline
    assert held["severity"].dropna().tolist() == [severity]
