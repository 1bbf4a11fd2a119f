"""Laws of prints in columns: what a print says does not hang on what stands beside it."""

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nktrade.core.amount import Amount
from nktrade.diagnosis.prints import Prints

printed = st.from_regex(r"-?([0-9]{1,6}(\.[0-9]{0,4})?|\.[0-9]{1,4})", fullmatch=True)
marked = st.sampled_from(["1,234", "+7", "-12,345.60"])
"""Prints that send a column the slower way."""


@given(st.lists(printed, min_size=1, max_size=5), marked)
def test_a_print_says_the_same_beside_any_other(texts: list[str], other: str) -> None:
    """Its number, what its last digit is worth and how many digits it has: .50 is known to a hundredth."""
    alone = Prints.of(pd.DataFrame({"x": texts}), ("x",))
    beside = Prints.of(pd.DataFrame({"x": [*texts, other]}), ("x",))
    for told in ("values", "steps", "lengths", "decimals"):
        own = getattr(beside, told)[: len(texts)]
        np.testing.assert_array_equal(own, getattr(alone, told), err_msg=told)


@given(
    st.from_regex(r"(0|[1-9][0-9]{0,5})(\.[0-9]{1,4})?", fullmatch=True), st.sampled_from(("", "-"))
)
def test_a_print_in_a_column_reaches_as_far_as_one_alone(digits: str, sign: str) -> None:
    """As printed and at its widest, on either side of nothing, and nothing itself."""
    prints = Prints.of(pd.DataFrame({"x": [sign + digits]}), ("x",))
    scale = -1 if sign and Fraction(digits) else 1
    alone = Amount(digits=digits)
    for widest, box in ((False, alone.printed), (True, alone.widest)):
        expected = box.scaled(Fraction(scale))
        low, high = (float(end[0, 0]) for end in prints.bounds(widest=widest))
        assert (low, high) == pytest.approx((float(expected.low or 0), float(expected.high or 0)))
