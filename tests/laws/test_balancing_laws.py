"""Laws of adjusted numbers: they satisfy what was stated, in the steps that were asked for."""

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nktrade.diagnosis import Diagnosis, diagnose
from tests.examples import share

PARTS = "abcd"
TOTAL = {"id": "total", "terms": {**dict.fromkeys(PARTS, 1), "t": -1}}
STEPS = (Fraction(1, 10), Fraction(1), Fraction(100))
cents = st.integers(1, 99_999).map(lambda one: Fraction(one, 100))


def measured(value: Fraction, variance: Fraction = Fraction(1)) -> dict[str, Any]:
    """A figure whose error is declared, so that it may be adjusted."""
    return {"value": float(value), "variance": float(variance)}


def adjusted(
    cells: dict[str, Any], *rows: dict[str, Any], **options: object
) -> dict[str, Fraction]:
    """The numbers nearest to the figures that the rows admit."""
    answer = diagnose({"variables": cells, "constraints": list(rows), "options": options})
    assert isinstance(answer, Diagnosis)
    return {name: Fraction(value) for name, value in answer.balance.adjusted}


@given(
    st.lists(st.tuples(cents, st.integers(-6, 6)), min_size=4, max_size=4),
    cents,
    st.integers(-6, 6),
)
def test_a_residual_is_shared_by_variance(
    parts: list[tuple[Fraction, int]], total: Fraction, power: int
) -> None:
    """Each figure takes the share of the gap that its variance has, and so much of it is known after."""
    names = [*PARTS, "t"]
    signs = [1, 1, 1, 1, -1]
    prints = [*(one for one, _ in parts), total]
    variances = [Fraction(10) ** one for one in (*(place for _, place in parts), power)]
    cells = {name: measured(*one) for name, *one in zip(names, prints, variances, strict=True)}
    answer = diagnose({"variables": cells, "constraints": [TOTAL]})
    assert isinstance(answer, Diagnosis)
    gap = sum(one * sign for one, sign in zip(prints, signs, strict=True))
    assert answer.balance.df == 1
    assert answer.balance.chi2 == pytest.approx(float(gap**2 / sum(variances)), rel=1e-5, abs=1e-9)
    spread = dict(answer.balance.posterior_sd)
    found = {name: float(value) for name, value in answer.balance.adjusted}
    if answer.suspects:
        return
    for name, value, sign, own in zip(names, prints, signs, variances, strict=True):
        moved = own * gap / sum(variances) * sign
        assert found[name] == pytest.approx(float(value - moved), rel=1e-6, abs=1e-6)
        assert spread[name] == pytest.approx(float(own - own**2 / sum(variances)) ** 0.5, rel=1e-4)


@share(0.5)
@given(st.lists(cents, min_size=4, max_size=4), st.integers(-150, 150), st.sampled_from(STEPS))
def test_rounded_numbers_add_up_and_lie_next_to_their_own(
    parts: list[Fraction], off: int, step: Fraction
) -> None:
    """Of all ways to take the step below or above of each, one that adds up and moves least."""
    parts = [one * step for one in parts]
    cells = {name: measured(one, step**2) for name, one in zip(PARTS, parts, strict=True)}
    cells["t"] = measured(sum(parts) + Fraction(off, 100) * step, step**2)
    plain = [*adjusted(cells, TOTAL).values()]
    found = [*adjusted(cells, TOTAL, round_to=float(step)).values()]
    counts = [one / step for one in found]
    assert all(one.denominator == 1 for one in counts)
    assert sum(counts[:-1]) == counts[-1]
    wanted = [one / step for one in plain]
    moved = sum(abs(one - own) for one, own in zip(counts, wanted, strict=True))
    assert moved <= least_moved(wanted) + Fraction(1, 10**6)


def least_moved(wanted: list[Fraction]) -> Fraction:
    """The least that any rounding that adds up moves them, tried one by one."""
    ways = product(*[(one.__floor__(), one.__floor__() + 1) for one in wanted])
    return min(
        sum(abs(count - one) for count, one in zip(way, wanted, strict=True))
        for way in ways
        if sum(way[:-1]) == way[-1]
    )


def test_numbers_of_no_row_are_rounded_each_by_itself() -> None:
    """Where nothing ties figures together each is taken to its nearest step."""
    cells = {"x": measured(Fraction("10.26")), "y": measured(Fraction("20.74"))}
    assert adjusted(cells, round_to=0.1) == {"x": Fraction("10.3"), "y": Fraction("20.7")}


@pytest.mark.parametrize(("sign", "op"), [(1, "<="), (-1, ">=")])
def test_rounded_numbers_keep_a_bound(sign: int, op: str) -> None:
    """A part that is 10.5 of 10.5 is 10 of 10 or 11 of 11, never 11 of 10."""
    cells = {"part": {"value": 10.6, "variance": 1}, "whole": {"value": 10.4, "variance": 1}}
    row = {"id": "part", "terms": {"part": sign, "whole": -sign}, "op": op}
    plain, found = adjusted(cells, row), adjusted(cells, row, round_to=1)
    assert plain["part"] == pytest.approx(10.5)
    assert plain["whole"] == pytest.approx(10.5)
    assert found["part"] <= found["whole"]
    assert all(one.denominator == 1 for one in found.values())


@given(cents, cents, cents, st.sampled_from((1, 10**3, 10**9)))
def test_adjusted_factors_make_their_product(
    price: Fraction, quantity: Fraction, off: Fraction, power: int
) -> None:
    """Price times quantity is the value, in any unit of the value."""
    value = price * quantity * (1 + off / 10**5)
    cells = {
        "price": measured(price * power, (price * power / 100) ** 2),
        "quantity": measured(quantity, (quantity / 100) ** 2),
        "value": measured(value * power, (value * power / 100) ** 2),
    }
    row = {"id": "value", "product": {"price": 1, "quantity": 1, "value": -1}}
    found = adjusted(cells, row)
    assert found["price"] * found["quantity"] == pytest.approx(found["value"], rel=1e-6)
    for name, one in found.items():
        assert float(one) == pytest.approx(cells[name]["value"], rel=0.7)


@given(cents, cents, st.sampled_from(("price", "quantity", "value")), st.sampled_from((1, 10**9)))
def test_a_missing_factor_is_what_the_others_make_it(
    price: Fraction, quantity: Fraction, missing: str, power: int
) -> None:
    """Of price, quantity and value any two give the third."""
    true = {"price": price * power, "quantity": quantity, "value": price * power * quantity}
    cells: dict[str, Any] = {name: measured(one) for name, one in true.items() if name != missing}
    row = {"id": "value", "product": {"price": 1, "quantity": 1, "value": -1}}
    found = adjusted({**cells, missing: {}}, row)
    assert float(found[missing]) == pytest.approx(float(true[missing]), rel=1e-6)


@given(
    st.integers(-10_000, 10_000),
    st.integers(1, 100),
    st.integers(51, 90),
    st.integers(-500, 500),
)
def test_two_statements_meet_half_way_within_a_tolerance(
    one: int, off: int, tolerance: int, start: int
) -> None:
    """A measured figure that two rows state differently goes no further than both allow."""
    cells = {"x": {"value": one + start, "variance": 1}}
    rows = [{"id": f"row {rhs}", "terms": {"x": 1}, "rhs": rhs} for rhs in (one, one + off)]
    found = adjusted(cells, *rows, tolerance=tolerance)
    nearest = min(max(one + start, one + off - tolerance), one + tolerance)
    assert float(found["x"]) == pytest.approx(nearest, abs=1e-6 * (abs(one) + 1000))
