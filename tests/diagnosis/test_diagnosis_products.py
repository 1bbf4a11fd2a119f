"""Products: what follows for a factor, also inside sums, and what no factor can be."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nktrade.core.interval import Interval
from nktrade.diagnosis import Diagnosis, diagnose
from nktrade.diagnosis.echo import echoed
from nktrade.diagnosis.priors import barrels, tons
from nktrade.diagnosis.system import System

Cell = dict[str, Any]
PRODUCT = {"id": "value", "product": {"v": 1, "p": -1, "q": -1}}


def asked(cells: Cell, *rows: Cell, **options: object) -> Diagnosis:
    """The answer for prints by name; a cell of None is not printed."""
    variables = {
        name: cell if isinstance(cell, dict) else {"printed": cell} if cell else {}
        for name, cell in cells.items()
    }
    answer = diagnose({"variables": variables, "constraints": list(rows), "options": options})
    assert isinstance(answer, Diagnosis)
    return answer


def test_a_quantity_of_nothing_is_none_below_zero() -> None:
    """0.0 tons rounds -0.04 as well, yet no quantity makes 5 dollars a ton worth minus 20 cents."""
    prints: Cell = {"v": "-0.2", "p": "5.0", "q": "0.0"}
    assert asked(prints, PRODUCT).is_consistent
    prints["q"] = {"printed": "0.0", "domain": [0, None]}
    assert not asked(prints, PRODUCT).is_consistent


@pytest.mark.parametrize("missing", ["v", "p", "q"])
def test_what_a_product_leaves_inside_sums_holds_the_truth(missing: str) -> None:
    """Value, price and quantity each stand in a sum of their own, and one of them is not printed."""
    true = {
        "v": "100",
        "p": "5",
        "q": "20",
        "v2": "30",
        "v3": "130",
        "p2": "9",
        "q2": "1",
        "q3": "21",
    }
    rows = [
        PRODUCT,
        {"id": "values", "terms": {"v": 1, "v2": 1, "v3": -1}},
        {"id": "quantities", "terms": {"q": 1, "q2": 1, "q3": -1}},
        {"id": "prices", "terms": {"p": 1, "p2": -1}, "op": "<="},
    ]
    cells = {
        name: {"domain": [0, None]} | ({} if name == missing else {"value": float(text)})
        for name, text in true.items()
    }
    answer = asked(cells, *rows)
    assert answer.is_consistent
    assert answer.intervals[missing] == Interval.point(Fraction(true[missing]))


def test_a_chain_of_factors_is_one_product() -> None:
    """Barrels a day, days and dollars a barrel make the value; a missing one follows from the three others."""
    row = {"id": "value", "product": {"v": 1, "rate": -1, "days": -1, "price": -1}}
    true = {"v": 60_000, "rate": 100, "days": 30, "price": 20}
    for missing, value in true.items():
        cells = {
            name: {"domain": [0, None]} | ({} if name == missing else {"value": one})
            for name, one in true.items()
        }
        assert asked(cells, row).intervals[missing] == Interval.point(value)


@pytest.mark.parametrize(
    ("round_to", "step"),
    [(0, 1), (2, "0.01"), (9, "0.000000001"), (0.1, "0.1"), (1, 1), (1000, 1000)],
)
def test_a_step_or_a_count_of_decimals_tells_how_to_round(round_to: float, step: object) -> None:
    """0 and 2 to 9 count decimals, powers of ten are steps: each adjusted number is a multiple."""
    cells = {name: {"value": value, "variance": 1} for name, value in (("x", 1234), ("t", 1237))}
    row = {"id": "same", "terms": {"x": 1, "t": -1}}
    for _, value in asked(cells, row, round_to=round_to).balance.adjusted:
        count = Fraction(value) / Fraction(str(step))
        assert count.denominator == 1
        assert abs(value - Fraction("1235.5")) <= Fraction(str(step))


@given(st.integers(2, 9), st.integers(10**6, 10**9))
def test_a_count_of_decimals_is_the_step_of_the_last_of_them(count: int, total: int) -> None:
    """Two decimals are steps of 0.01 and no others: what is adjusted comes out the same."""
    cells = {
        "x": {"value": "1.5", "variance": 1},
        "t": {"value": str(Fraction(total, 10**6)), "variance": 1},
    }
    row = {"id": "same", "terms": {"x": 1, "t": -1}}
    counted = asked(cells, row, round_to=count).balance.adjusted
    assert counted == asked(cells, row, round_to=str(Fraction(1, 10**count))).balance.adjusted


def test_a_unit_for_another_and_back_is_the_same_unit() -> None:
    """A ton is longer or shorter by one factor, whichever was meant; a barrel is the lesser part of a tonne."""
    factors = dict(tons())
    for name in ("short tons", "long tons"):
        assert factors[name] * factors[f"tonnes for {name}"] == 1
    counted, taken = (
        {factor for name, factor in barrels() if name == kind}
        for kind in ("barrels", "tonnes for barrels")
    )
    assert counted == {1 / factor for factor in taken}
    assert max(counted) < 1


@pytest.mark.parametrize("scale", [1, -1, "1/10", -1000])
def test_a_running_total_stands_in_place_of_one_of_several_parts(scale: object) -> None:
    """The number of the whole in a part's place is its total; of two cells that are one, a copy.

    A relation says the same in any unit and from either of its sides, and nothing of what it holds no part of.
    """
    by = Fraction(str(scale))
    variables = {name: {"printed": "12.345"} for name in ("part", "whole")}
    variables |= {"other": {}, "idle": {}}
    sum_of_two = {"id": "sum", "terms": {"part": by, "other": by, "whole": -by, "idle": 0}}
    same = {"id": "same", "terms": {"part": by, "whole": -by}}
    found = [
        echoed(System.from_json({"variables": variables, "constraints": [row]}), "part")
        for row in (sum_of_two, same)
    ]
    assert found == [("cumulative", "whole"), ("copied", "whole")]
