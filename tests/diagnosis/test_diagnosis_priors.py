"""The shares of errors rest on errors that were printed, as the table of priors says."""

import re
from collections import Counter
from fractions import Fraction

import numpy as np
import pytest

from nktrade.diagnosis.edits import edits
from nktrade.diagnosis.priors import (
    EDITS,
    PrintedError,
    barrels,
    printed_errors,
    prior,
    priors,
    tons,
)

SHARES = {name.removeprefix("mix_"): one for name, one in priors().items() if "mix_" in name}
SLIPS = [one for one in printed_errors() if one.kind in EDITS]


@pytest.mark.parametrize("kind", SHARES)
def test_a_share_follows_from_its_source(kind: str) -> None:
    """Printed errors of the kind, and the design value weighing as sixty more."""
    count, every, design, whole = (
        Fraction(number)
        for number in re.findall(r"\d+(?:\.\d+)?", SHARES[kind].source.replace("misprints.csv", ""))
    )
    counts = Counter(one.kind for one in printed_errors())
    assert (counts[kind], len(printed_errors())) == (count, every)
    expected = (60 * design / whole + count) / (60 + every)
    assert abs(SHARES[kind].value - expected) <= Fraction(1, 2000)


def test_shares_add_up() -> None:
    """Every printed error is of some kind, and the shares of all kinds are one, to their last digit."""
    assert {one.kind for one in printed_errors()} <= SHARES.keys()
    assert abs(sum(one.value for one in SHARES.values()) - 1) <= Fraction(len(SHARES), 2000)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda one: f"{one.printed} for {one.meant}")
def test_a_printed_slip_is_one_that_repairs_undo(slip: PrintedError) -> None:
    """What was meant is among the candidates for what was printed, under the kind that it is counted as."""
    digits, _, behind = slip.printed.partition(".")
    found = edits(np.array([int(digits + behind)]), len(digits + behind), len(behind))
    kinds = {
        EDITS[int(kind)]
        for value, kind in zip(found.values[0], found.kinds, strict=True)
        if abs(value - float(slip.meant or "nan")) <= 1e-9 * abs(value)
    }
    assert slip.kind in kinds


@pytest.mark.parametrize(("truth", "decimals"), [(47, 0), (47, 1), (121, 1), (907, 2)])
def test_all_prints_that_one_slip_makes_of_a_number_share_its_chance(
    truth: int, decimals: int
) -> None:
    """Whatever a hand exchanges, drops, doubles or moves, it prints one number and no more.

    A digit doubled at the point may stand on either side of it, and one exchanged with a nought may come to the
    front. Digits that moved the point as well are left out: their chance is that of three slips together.
    """
    shares = dict.fromkeys(EDITS, 0.0)
    size = len(str(truth))
    for length in (size - 1, size, size + 1):
        for point in range(length):
            prints = np.arange(10 ** (length - 1), 10**length)
            found = edits(prints, length, point)
            leads = (found.mantissas == truth) & (found.decimals == decimals)
            if point == decimals:
                leads &= (prints != truth)[:, None]
            for kind, chance in zip(found.kinds, leads.sum(axis=0) * found.chances, strict=True):
                shares[EDITS[kind]] += chance / prior(f"mix_{EDITS[kind]}")
    most = {"insertion": 1 + 1 / (size + 1), "transposition": 1 + 1 / size, "edit_shift": np.inf}
    for kind, share in shares.items():
        assert 0 <= share < most.get(kind, 1) + 1e-9, kind
    assert all(shares[kind] > 1 / 3 for kind in ("substitution", "omission", "insertion", "shift"))


def test_another_measure_taken_for_one_is_undone_by_the_one_taken_for_it() -> None:
    """A ton for a tonne and a tonne for a ton cancel out, and so do barrels of each product."""
    measures = dict(tons())
    for name in ("short tons", "long tons"):
        assert measures[name] * measures[f"tonnes for {name}"] == 1
    into, back = (
        sorted(rate for kind, rate in barrels() if kind == name)
        for name in ("barrels", "tonnes for barrels")
    )
    assert into == sorted(1 / rate for rate in back) != []
