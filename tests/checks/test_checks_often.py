"""A cell printed over and over costs no more than one printed a few times."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from told import claim

from nktrade.checks import CHECKS
from nktrade.checks.choices import first_prints, numbered
from nktrade.checks.observations import Observations, observe
from nktrade.checks.pairing import choices
from nktrade.checks.relations import relate
from nktrade.core.codes import Flow
from nktrade.ledger.ledger import Ledger

_KNOWN = [one for one in CHECKS if one.pairing != "misfits"]


def contradictory(times: int) -> Observations:
    """Three cells of one month, each printed so many times, never alike."""
    claims = [
        claim(f"c{3 * one + place}", str(base + 7 * one), "USD", "2018-06", flow=flow, sentence=3 * one + place)
        for one in range(times)
        for place, (flow, base) in enumerate(
            ((Flow.EXPORT, 2042), (Flow.IMPORT, 130), (Flow.TOTAL, 2172))
        )
    ]  # fmt: skip
    return observe(Ledger.of(claims).frame)


def ways(times: int) -> int:
    """How many ways there are to fill the places of all checks."""
    seen = first_prints(contradictory(times))
    return sum(len(choices(check, seen)) for check in _KNOWN)


def test_the_ways_to_fill_a_check_do_not_grow_with_every_print() -> None:
    """From some number of prints of a cell on, more of them add no way; before, each adds some."""
    assert ways(2) < ways(4) < ways(25) == ways(50) == ways(100)
    assert ways(100) < 10 * len(contradictory(100))


@pytest.mark.parametrize("times", [1, 4])
def test_a_cell_printed_a_few_times_keeps_every_print(times: int) -> None:
    """What a report prints a few times is all held against each other."""
    seen = contradictory(times)
    assert first_prints(seen) is seen


def test_other_cells_are_related_all_the_same() -> None:
    """A sum of another month stands beside a cell that is printed too often."""
    often = [claim(f"c{one}", str(300 + one), "USD", "2018-05", flow=Flow.EXPORT, sentence=one) for one in range(20)]  # fmt: skip
    parts = [
        claim(f"c{30 + place}", digits, "USD", "2018-06", flow=flow, sentence=30)
        for place, (digits, flow) in enumerate(
            (("204", Flow.EXPORT), ("13", Flow.IMPORT), ("217", Flow.TOTAL))
        )
    ]
    relations, _ = relate(Ledger.of([*often, *parts]).frame, CHECKS).frames()
    assert relations.loc[relations["check"] == "total", "holds"].tolist() == [True]


@given(
    arrays(np.int64, st.tuples(st.integers(1, 12), st.integers(1, 4)), elements=st.integers(-3, 3))
)
def test_rows_have_one_number_where_they_are_equal(
    rows: np.ndarray[tuple[int, int], np.dtype[np.int64]],
) -> None:
    """And unlike ones where they are not: codes for what is missing are below nothing."""
    names = numbered(rows)
    for one, own in enumerate(rows):
        assert ((names == names[one]) == (rows == own).all(axis=1)).all()
