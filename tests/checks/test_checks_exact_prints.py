"""Two digits exchanged in a number told to five digits and more are a slip, and no revision."""

from datetime import date

import pytest

from nktrade import check
from nktrade.core.codes import Severity

FIRST = "China's exports to the North were ${} in July 2011."
SECOND = "came to ${} in July 2011"


def accused(first: str, second: str, behind: str = SECOND) -> bool:
    """Whether two prints of one month contradict each other."""
    text = f"{FIRST} Exports of China to the DPRK {behind}.".format(first, second)
    (checked,) = check(text, date=date(2011, 8, 20), against="none").checked
    return any(one.severity is Severity.ERROR for one in checked.relations)


@pytest.mark.parametrize(("first", "second"), [("981,329", "981,239"), ("43,312", "43,321"), ("5,717,177,000", "5,717,717,000"), ("43.3128 million", "43.3218 million")])  # fmt: skip
def test_exchanged_digits_of_an_exact_number_are_a_slip(first: str, second: str) -> None:
    """Of a thousand revisions as small two would exchange digits."""
    assert accused(first, second)


@pytest.mark.parametrize(("first", "second"), [("981,329", "981,317"), ("981,329", "981,330"), ("4,331", "4,313"), ("981 thousand", "981,239")])  # fmt: skip
def test_small_differences_of_other_kinds_may_be_revisions(first: str, second: str) -> None:
    """Other digits, few digits, or one print that is rounded, where a word of the text is unread."""
    assert not accused(first, second, "came to ${} in the ledger of July 2011")


@pytest.mark.parametrize(("first", "second"), [("981,329", "981,317"), ("4,331", "4,313")])
def test_plain_sentences_that_tell_of_no_revision_differ_by_nothing(
    first: str, second: str
) -> None:
    """Two numbers of one month, both of all goods, cannot both be true, however near they are."""
    assert accused(first, second)


@pytest.mark.parametrize(("first", "second"), [("981,329", "981,330"), ("981 thousand", "981,239"), ("9.8 million", "9,813,290")])  # fmt: skip
def test_a_rounder_print_is_the_same_number_in_plain_sentences(first: str, second: str) -> None:
    """What agrees at the digits that are printed is one number."""
    assert not accused(first, second)
