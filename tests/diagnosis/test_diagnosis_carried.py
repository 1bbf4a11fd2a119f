"""A printed percentage that carries rows beside others is repaired by what fits, or not at all."""

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nktrade import check
from nktrade.core.findings import Relation
from nktrade.diagnosis.implied import carried
from nktrade.diagnosis.system import System

TEXT = (
    "South Korea's exports came to ${exports} billion in July 2024 and imports to $53.9 billion, "
    "for a surplus of ${surplus} billion, the ministry said. "
    "Chip exports were worth ${chips} billion, or {share} percent of all exports."
)


def _share_relation(exports: Fraction, chips: Fraction, share: str) -> Relation | None:
    surplus = float(exports) - 53.9
    text = TEXT.format(
        exports=f"{float(exports):.1f}",
        surplus=f"{surplus:.1f}",
        chips=f"{float(chips):.1f}",
        share=share,
    ).replace("${", "$")
    (checked,) = check(text, against="none").checked
    failed = [one for one in checked.relations if one.check == "share" and one.severity]
    return failed[0] if failed else None


def test_a_digit_of_a_share_is_found_among_relations_that_hold() -> None:
    """11.2 of 57.4 is 19.5 percent: of the slips that lead to 29.5, one digit is the likeliest."""
    found = _share_relation(Fraction("57.4"), Fraction("11.2"), "29.5")
    assert found is not None
    assert found.likely_value == Fraction("19.5")
    assert found.repairs[0].kind == "substitution"


@pytest.mark.parametrize("percent", ["2.95", "91.5", "295"])
@settings(max_examples=15)  # each example reads and diagnoses a text
@given(chips=st.integers(80, 200))
def test_every_repair_of_a_share_fits_the_part_and_the_whole(percent: str, chips: int) -> None:
    """No slip of the digits is offered that the part and the whole would refute."""
    part, whole = Fraction(chips, 10), Fraction("57.4")
    assume(abs(100 * part / whole - Fraction(percent)) > 1)
    found = _share_relation(whole, part, percent)
    assert found is not None
    (printed,) = dict(found.args)["pct"]
    alone = [dict(one.values) for one in found.repairs if len(one.values) == 1]
    offered = [values[printed] for values in alone if printed in values]
    half = Fraction(5, 10 ** (1 + len(percent.partition(".")[2])))
    step = Fraction(1, 10)  # rounded or cut off: the widest reading of one decimal
    low, high = 100 * (part - step) / (whole + step), 100 * (part + step) / (whole - step)
    assert all(low - half <= value <= high + half for value in offered)


@pytest.mark.parametrize(
    ("terms", "is_carried"),
    [((1, -0.5), True), ((1, -0.7), True), ((1, -0.6), False), ((2, -0.5), False)],
)
def test_a_row_says_of_a_figure_what_one_of_its_ends_carries(
    terms: tuple[float, float], *, is_carried: bool
) -> None:
    """A share of 0.5 to 0.7 bounds a part by half its whole and by 0.7 of it; any other number is no end of it."""
    described = {
        "variables": {"part": {}, "whole": {}, "share": {"lo": 0.5, "hi": 0.7}},
        "constraints": [
            {
                "terms": dict(zip(("part", "whole"), terms, strict=True)),
                "op": ">=",
                "figure": "share",
            }
        ],
    }
    system = System.from_json(described)
    assert bool(carried(system)) is is_carried
