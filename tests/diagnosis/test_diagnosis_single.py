"""What is told of one system: which figures were checked, what each operation costs, which numbers have an error."""

from fractions import Fraction
from typing import Any

import pytest

from nktrade.core.codes import Verdict
from nktrade.core.interval import Interval
from nktrade.diagnosis import Constraint, Diagnosis, System, Variable, diagnose

Cell = dict[str, Any]
SAME = {"id": "same", "terms": {"x": 1, "y": -1}}


def asked(variables: dict[str, Cell], *rows: Cell, **options: object) -> Diagnosis:
    """The answer for cells by name."""
    answer = diagnose({"variables": variables, "constraints": list(rows), "options": options})
    assert isinstance(answer, Diagnosis)
    return answer


def test_only_what_prints_and_relations_determine_has_a_number_and_an_error() -> None:
    """A cell in no relation is not known, and figures that are exact have no error."""
    printed: dict[str, Cell] = {"x": {"printed": "5.0"}, "y": {"printed": "5.1"}, "free": {}}
    balance = asked(printed, SAME | {"op": "<="}).balance
    assert dict(balance.posterior_sd).keys() == dict(balance.adjusted).keys() == {"x", "y"}
    exact = asked({name: {"value": 5, "fixed": True} for name in "xy"}, SAME).balance
    spread_evenly = 0.1 / 12**0.5
    assert dict(balance.posterior_sd)["x"] == pytest.approx(spread_evenly)
    assert (balance.chi2, dict(exact.adjusted)) == (0.0, {"x": 5, "y": 5})
    assert (exact.posterior_sd, exact.chi2) == ((), None)


@pytest.mark.parametrize("end", ["lo", "hi"])
def test_a_figure_bounded_on_one_side_moves_as_one_without_bounds(end: str) -> None:
    """At least 3 and at most 9 say as little of how far 5 may be off as nothing does."""
    open_ended: Cell = {"value": 5, end: {"lo": 3, "hi": 9}[end]}
    balance = asked({"x": open_ended, "y": {"printed": "6"}}, SAME).balance
    assert dict(balance.adjusted)["x"] == dict(balance.adjusted)["y"]
    assert float(dict(balance.adjusted)["x"]) == pytest.approx(77 / 13)  # 5 with 1, 6 with 1/12


@pytest.mark.parametrize(("factor", "limit", "is_checked"), [(2, 15, True), (0.5, 8, False)])
def test_a_figure_is_checked_where_some_print_in_its_domain_would_fail(
    factor: float, limit: int, *, is_checked: bool
) -> None:
    """Twice a share of at most ten may be above fifteen; half of it is never above eight."""
    row = {"id": "limit", "terms": {"x": factor}, "op": "<=", "rhs": limit}
    answer = asked({"x": {"printed": "5", "domain": [0, 10]}}, row)
    assert answer.is_consistent
    assert ("x" not in answer.not_checkable) is is_checked


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (0.24, 2.4, "shift"),
        (-0.24, -2.4, "shift"),
        (123456789012345, 213456789012345, "transposition"),
    ],
)
def test_bare_numbers_have_slips_of_their_digits(one: float, other: float, kind: str) -> None:
    """Below one, below nothing, and with as many digits as a double carries."""
    answer = asked({"x": {"value": one}, "y": {"value": other}}, SAME)
    likely = {one: found.kind for found in reversed(answer.repairs) for one in found.values}
    assert likely["x", Fraction(str(other))] == likely["y", Fraction(str(one))] == kind


@pytest.mark.parametrize(
    ("printed", "unit", "half"),
    [("40", "t", 5), ("40%", None, 0.5), ("40", "%", 0.5), ("40", "percent", 0.5)],
)
def test_zeros_of_a_percentage_are_digits(printed: str, unit: str | None, half: float) -> None:
    """Forty percent is not thirty-six, as forty tons may be; the sign stands beside the digits or in the unit."""
    row = {"id": "any", "terms": {"x": 1}, "op": ">=", "rhs": 0}
    answer = asked({"x": {"printed": printed, "unit": unit}}, row)
    assert answer.intervals["x"] == Interval(40 - Fraction(half), 40 + Fraction(half))


def test_figures_without_a_wider_reading_stay_apart() -> None:
    """That no hedge is told of them makes no contradiction a matter of rounding."""
    told = {"x": Interval.of(1, 2), "y": Interval.of(3, 4)}
    cells = tuple(Variable(name=name, box=box) for name, box in told.items())
    same = Constraint(id="same", terms=(("x", Fraction(1)), ("y", Fraction(-1))))
    answer = diagnose(System(variables=cells, constraints=(same,)))
    assert (answer.diagnosis, answer.located_sets) == (Verdict.TIE, (("x",), ("y",)))


def test_two_figures_exchanged_cost_as_the_dearer_of_them() -> None:
    """One event explains both, where replacing each would cost six."""
    cells: dict[str, Cell] = {
        "x": {"printed": "10.3"},
        "m": {"printed": "31.8", "weight": 5},
        "own": {"value": 31.8, "fixed": True},
        "other": {"value": 10.3, "fixed": True},
    }
    rows = (
        {"id": "exports", "terms": {"x": 1, "own": -1}},
        {"id": "imports", "terms": {"m": 1, "other": -1}},
    )
    assert asked(cells, *rows).min_cost == 6
    assert asked(cells, *rows, operations=["swap"]).min_cost == 5


def test_a_running_total_has_no_figure_beyond_doubt() -> None:
    """Where one of the figures is certainly that of its own month, they are no sums so far."""
    cells: dict[str, Cell] = {
        "a": {"printed": "10.3"},
        "b": {"printed": "25.4"},
        "c": {"printed": "31.8"},
        "two months": {"printed": "25.4", "fixed": True},
        "quarter": {"printed": "31.8", "fixed": True},
    }
    rows = (
        {"id": "first", "terms": {"a": 1, "b": 1, "two months": -1}},
        {"id": "all", "terms": {"a": 1, "b": 1, "c": 1, "quarter": -1}},
    )
    answer = asked(cells, *rows, cumulative=[["a", "b", "c"]])
    assert (answer.located_sets, answer.min_cost) == ((("b", "c"),), 1)
    cells["b"]["fixed"] = True
    answer = asked(cells, *rows, cumulative=[["a", "b", "c"]])
    assert (answer.located_sets, answer.min_cost) == ((("a", "c"),), 2)


def test_a_factor_printed_outside_its_domain_is_wrong() -> None:
    """A price is never below nothing, and then one of value and quantity is wrong too."""
    cells: dict[str, Cell] = {
        "v": {"printed": "-100"},
        "p": {"printed": "-5.0", "domain": [0, None]},
        "q": {"printed": "20.0"},
    }
    answer = asked(cells, {"id": "value", "product": {"v": 1, "p": -1, "q": -1}})
    assert answer.located_sets == (("p", "q"), ("p", "v"))
