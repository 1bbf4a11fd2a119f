"""What was traded in a month on average is no sum of the months."""

from datetime import date

import pytest

from nktrade import check
from nktrade.core.codes import Severity

TRADE = "From January to July 2024 China's trade with North Korea was $1.0 billion."


def accused(said: str) -> set[str]:
    """The checks that find an error."""
    (checked,) = check(f"{TRADE} {said}", date=date(2024, 8, 20), against="none").checked
    return {one.check for one in checked.relations if one.severity is Severity.ERROR}


@pytest.mark.parametrize("average", ["monthly average", "average monthly volume"])
def test_a_monthly_average_is_no_sum(average: str) -> None:
    """It may be far below what the months of the same time add up to."""
    said = f"The {average} of bilateral trade in 2024 is $143 million; in 2019 it was $232 million."
    assert accused(said) == set()


def test_a_sum_below_its_part_is_found() -> None:
    """All of the year is no less than its first seven months."""
    assert "months within" in accused("The total of bilateral trade in 2024 is $143 million.")
