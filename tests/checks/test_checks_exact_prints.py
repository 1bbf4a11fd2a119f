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


BORNE_OUT = (
    "China's exports to North Korea were $12,300,000 in July 2011, up 25 percent from $9,840,000 in"
    " July 2010.\n\nIn July 2011 China's exports to North Korea were ${}, up 20 percent from ${} in June 2011."
)


@pytest.mark.parametrize(("second", "june"), [("12,360,000", "10,300,000"), ("12,372,000", "10,310,000")])  # fmt: skip
def test_plain_prints_so_near_contradict_though_others_bear_out_both(
    second: str, june: str
) -> None:
    """A rounded percentage fits either: what is told of one month twice is one number."""
    assert "misfit" in failing(second, june)


@pytest.mark.parametrize(("second", "june"), [("12,304,000", "10,253,000"), ("24,600,000", "20,500,000")])  # fmt: skip
def test_prints_that_others_bear_out_are_let_be_where_far_apart_or_within_a_rounding(
    second: str, june: str
) -> None:
    """Twice as much, and borne out, is a number of something else; a rounder print is the same one."""
    assert "misfit" not in failing(second, june)


def failing(second: str, june: str) -> set[str]:
    """The checks that fail where a month is told twice, each time beside its own change."""
    text = BORNE_OUT.format(second, june)
    (checked,) = check(text, date=date(2011, 8, 20), against="none").checked
    return {one.check for one in checked.relations if one.severity is not None}
