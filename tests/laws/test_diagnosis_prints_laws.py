"""Laws of prints in columns: what a print says does not hang on what stands beside it."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

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
