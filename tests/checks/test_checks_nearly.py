"""Nearly says that little is missing: it opens no side for good."""

from fractions import Fraction

import pytest

from nktrade import check
from nktrade.core.amount import Amount
from nktrade.core.codes import Approx, Severity
from nktrade.core.interval import Interval


def test_nearly_ends_a_fifth_below() -> None:
    """Nearly 400 may be 320, and not 28; of a number of one digit a whole step is open."""
    nearly = Amount(digits="400", zeros_known=True, approx=Approx.NEARLY, slack=Fraction(1, 5))
    assert nearly.printed == Interval(Fraction(320), Fraction(400))
    one = Amount(digits="2", approx=Approx.NEARLY, slack=Fraction(1, 5))
    assert one.printed == Interval(Fraction(1), Fraction(2))


def test_a_hedge_without_slack_opens_its_side() -> None:
    """A table that says nothing of how near nearly is leaves all below it open."""
    assert Amount(digits="400", approx=Approx.NEARLY).printed.low is None


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("China sold the North 9,640 tons of diesel in April, almost five times the 3,270 tons of a year earlier.", True),
        ("China sold the North 9,640 tons of diesel in April, almost three times the 3,270 tons of a year earlier.", False),
        ("The North sold goods for nearly $400 million in May and bought goods for $500 million, a deficit of $360 million.", True),
        ("The North sold goods for nearly $400 million in May and bought goods for $500 million, a deficit of $112 million.", False),
    ],
)  # fmt: skip
def test_nearly_is_not_far_from(text: str, is_wrong: bool) -> None:  # noqa: FBT001 - a column of the table
    """What is far from the print contradicts it."""
    (checked,) = check(text, date="2026-07-20", against="none").checked
    assert is_wrong == any(one.severity is Severity.ERROR for one in checked.relations)
