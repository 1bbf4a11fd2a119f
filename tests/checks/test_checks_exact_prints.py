"""Two digits exchanged in a number told to five digits and more are a slip, and no revision."""

from datetime import date

import pytest

from nktrade import check
from nktrade.core.codes import Severity

PAIR = "China's exports to the North were ${} in July 2011. Exports of China to the DPRK came to ${} in July 2011."


def accused(first: str, second: str) -> bool:
    """Whether two prints of one month contradict each other."""
    (checked,) = check(PAIR.format(first, second), date=date(2011, 8, 20), against="none").checked
    return any(one.severity is Severity.ERROR for one in checked.relations)


@pytest.mark.parametrize(("first", "second"), [("981,329", "981,239"), ("43,312", "43,321"), ("5,717,177,000", "5,717,717,000"), ("43.3128 million", "43.3218 million")])  # fmt: skip
def test_exchanged_digits_of_an_exact_number_are_a_slip(first: str, second: str) -> None:
    """Of a thousand revisions as small two would exchange digits."""
    assert accused(first, second)


@pytest.mark.parametrize(("first", "second"), [("981,329", "981,317"), ("981,329", "981,330"), ("4,331", "4,313"), ("981 thousand", "981,239")])  # fmt: skip
def test_small_differences_of_other_kinds_may_be_revisions(first: str, second: str) -> None:
    """Other digits, few digits, or one print that is rounded."""
    assert not accused(first, second)
