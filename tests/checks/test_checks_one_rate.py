"""Two levels that one rate led to are one level: neither is what the other rose from."""

from datetime import date

import pytest

from nktrade import check
from nktrade.core.codes import Severity

FIRST = (
    "China's trade with Russia fell 33.28 percent in November from a year earlier to $22 billion."
)
FALSE = [
    f"{FIRST} Total trade between the two countries was $14.9 billion in November, 33.3 percent less than a year earlier.",
    "China's trade with Russia jumped 17.6 percent from a year earlier to $142 billion in November. Total trade between the two countries was $121 billion in November, 17.57 percent more than a year earlier.",
]
"""The second amount is near what a fall of 33 percent leaves of the first."""
TRUE = [
    f"{FIRST} A year earlier it had been $33 billion.",
    "China's trade with Russia came to $22.0 billion in November. In November total trade with Russia fell 33.3 percent from the $33 billion of a year before.",
    f"{FIRST} Total trade between the two countries was $22.0 billion in November, 33.3 percent less than a year earlier.",
]


def accused(text: str) -> bool:
    """Whether anything is an error."""
    (checked,) = check(text, date=date(2020, 12, 12), against="none").checked
    return any(one.severity is Severity.ERROR for one in checked.relations)


@pytest.mark.parametrize("text", FALSE)
def test_two_levels_of_one_rate_contradict_each_other(text: str) -> None:
    """Both are what the same change led to."""
    assert accused(text)


@pytest.mark.parametrize("text", TRUE)
def test_a_level_and_what_it_came_from_do_not(text: str) -> None:
    """An old level is another number."""
    assert not accused(text)
