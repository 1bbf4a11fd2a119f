"""Laws of powers of ten: where bounds are too wide to tell them apart, the nearest alone is proposed."""

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nktrade.diagnosis import diagnose
from nktrade.diagnosis.edits import edits
from nktrade.diagnosis.landing import landed
from nktrade.diagnosis.priors import EDITS

POWERS = [EDITS.index("shift"), EDITS.index("scale")]


@given(st.integers(10, 99_999), st.integers(0, 2), st.floats(-1e6, 1e6), st.floats(0, 1e6))
def test_of_powers_of_ten_that_fit_the_nearest_is_told(
    mantissa: int, decimals: int, low: float, width: float
) -> None:
    """At most one that makes the number smaller, one that makes it larger; other slips stay as they fit.

    Down to nothing some smaller scale always fits, and none is told that is more than ten thousand off.
    """
    found = edits(np.array([mantissa]), len(str(mantissa)), decimals)
    fits = (found.values >= low) & (found.values <= low + width)
    told = found.told(fits, low)
    is_power = np.isin(found.kinds, POWERS)
    assert (told[:, ~is_power] == fits[:, ~is_power]).all()
    assert (told <= fits).all()
    for is_smaller in (found.decimals > decimals, found.decimals < decimals):
        moved = np.abs(found.decimals - decimals)
        here, kept = (one[0] & is_power & is_smaller for one in (fits, told))
        nearest = sorted(moved[here].tolist())[:1]
        is_nothing = low <= 0 and is_smaller.any() and found.decimals[is_smaller].min() > decimals
        assert moved[kept].tolist() == [one for one in nearest if one <= 4 or not is_nothing]


@given(
    st.lists(st.integers(10_000, 99_999), min_size=1, max_size=5),
    st.integers(0, 6),
    st.floats(-1e6, 1e6),
    st.floats(0, 1e4),
)
def test_what_lands_is_what_fits_of_all_slips(
    mantissas: list[int], decimals: int, low: float, width: float
) -> None:
    """The slips into bounds are those of all slips whose rounding meets them, of powers the nearest."""
    every = edits(np.array(mantissas), 5, decimals)
    halves = every.steps / 2
    fits = (every.values + halves >= low) & (every.values - halves <= low + width)
    lows = np.full(len(mantissas), low)
    found = landed(np.array(mantissas), 5, decimals, lows, lows + width)
    rows, columns = np.nonzero(every.told(fits, low))
    order = np.lexsort((found.columns, found.rows))
    assert found.rows[order].tolist() == rows.tolist()
    assert found.columns[order].tolist() == columns.tolist()
    assert found.values[order].tolist() == every.values[rows, columns].tolist()


def test_a_part_that_may_be_nothing_is_not_shrunk_again_and_again() -> None:
    """Months of 215.7 and 88.1 leave nothing of 303.8 for a third: one scale is proposed, not five."""
    prints = {"m1": "100.2", "m2": "215.7", "m3": "88.1", "q": "303.8"}
    terms: dict[str, Any] = {name: -1 if name == "q" else 1 for name in prints}
    system: dict[str, Any] = {
        "variables": {name: {"printed": text} for name, text in prints.items()},
        "constraints": [{"id": "quarter", "terms": terms, "op": "==", "rhs": 0}],
    }
    repairs = diagnose(system).repairs
    assert [one.kind for one in repairs].count("scale") == 1
