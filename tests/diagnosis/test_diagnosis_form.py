"""What each part of the JSON form does, shown on x + m = t."""

from typing import Any

import pytest

from nktrade.core.interval import Interval
from nktrade.diagnosis import Diagnosis, System, diagnose
from nktrade.errors import FigureSystemError

Cell = dict[str, Any]
TOTAL = {"id": "total", "terms": {"x": 1, "m": 1, "t": -1}, "op": "==", "rhs": 0}
BALANCE = {"id": "balance", "terms": {"x": 1, "m": -1, "b": -1}}


def asked(*rows: Cell, options: Cell | None = None, **cells: float | Cell) -> Diagnosis:
    variables = {
        name: cell if isinstance(cell, dict) else {"value": cell} for name, cell in cells.items()
    }
    return diagnose({"variables": variables, "constraints": rows or [TOTAL], "options": options})


def test_the_least_weight_decides() -> None:
    """Of three figures that could each be wrong, the one of least weight is located."""
    answer = asked(
        x={"value": 10, "weight": 3}, m={"value": 20, "weight": 2}, t={"value": 35, "weight": 1.5}
    )
    assert answer.located_sets == (("t",),)
    assert answer.to_json()["min_cost"] == 1.5


def test_a_fixed_figure_is_never_blamed() -> None:
    """With two of three fixed, the third is located."""
    answer = asked(x={"value": 10, "fixed": True}, m={"value": 20, "fixed": True}, t=35)
    assert answer.located_sets == (("t",),)
    assert answer.intervals["t"] == Interval.of(30, 30)


def test_a_missing_figure_is_deduced() -> None:
    """What is not printed follows from the others, and costs nothing."""
    answer = asked(x=10, m={"missing": True}, t=35)
    assert answer.is_consistent
    assert answer.intervals["m"] == Interval.of(25, 25)


def test_a_missing_figure_keeps_its_domain() -> None:
    """A part above the whole is wrong even where the other part is not printed."""
    answer = asked(x=40, m={"missing": True, "domain": [0, None]}, t=35)
    assert answer.located_sets == (("t",), ("x",))
    assert answer.to_json()["implied_intervals"]["t"] == [40, None]


def test_a_print_outside_its_domain_is_wrong() -> None:
    """A negative amount needs a change whatever the sum says."""
    answer = asked(x={"value": -5, "domain": [0, None]}, m=20, t=15)
    assert answer.min_cost == 2
    assert answer.located_sets == (("m", "x"), ("t", "x"))


def test_rows_of_one_figure_stand_or_fall_together() -> None:
    """A growth rate printed wrong is one error though it carries two rows."""
    rows = [
        {
            "id": "low",
            "terms": {"x": 1, "x0": -0.59},
            "op": ">=",
            "figure": "g",
            "figure_weight": 0.5,
        },
        {"id": "high", "terms": {"x": 1, "x0": -0.61}, "op": "<=", "figure": "g"},
    ]
    answer = asked(*rows, x=50, x0=100)
    assert answer.located_sets == (("g",),)
    assert answer.to_json()["min_cost"] == 0.5
    assert answer.violated == ("low",)


def test_a_product_accuses_each_of_its_factors() -> None:
    """Value, price and quantity that do not fit: any one may be wrong, each with what follows."""
    positive = {"domain": [0, None]}
    answer = asked(
        {"id": "value", "product": {"v": 1, "p": -1, "q": -1}, "figure": "p"},
        v={"value": 100, **positive},
        p={"value": 5, **positive},
        q={"value": 10, **positive},
    )
    assert answer.located_sets == (("p",), ("q",), ("v",))
    assert answer.intervals == {
        "v": Interval.of(50, 50),
        "p": Interval.of(10, 10),
        "q": Interval.of(20, 20),
    }


def test_a_product_inside_a_sum_locates_what_both_accuse() -> None:
    """A value that fits neither its price nor its total is the one error."""
    positive = {"domain": [0, None]}
    answer = asked(
        {"id": "value", "product": {"v": 1, "p": -1, "q": -1}},
        {"id": "sum", "terms": {"v": 1, "w": 1, "z": -1}},
        v={"printed": "170.0", **positive},
        p={"printed": "5.00", **positive},
        q={"printed": "20.0", **positive},
        w={"printed": "50.0", **positive},
        z={"printed": "150.0", **positive},
    )
    assert answer.located_sets == (("v",),)
    assert answer.intervals["v"].within(Interval.of("99.5", "100.5"))


def test_a_swap_is_one_event_where_allowed() -> None:
    """Two exchanged flows cost one swap, or two replaced figures."""
    cells = {"x": 200, "m": 50, "f": 150, "u": 50, "t": 250, "b": -150}
    parts = {"id": "parts", "terms": {"f": 1, "u": 1, "m": -1}}
    answer = asked(TOTAL, BALANCE, parts, options={"operations": ["swap"]}, **cells)
    assert answer.located_sets == (("m", "x"),)
    assert answer.min_cost == 1
    assert answer.repairs[0].kind == "swap"
    assert dict(answer.repairs[0].values) == {"m": 200, "x": 50}
    assert asked(TOTAL, BALANCE, parts, **cells).min_cost == 2


def test_a_common_scale_is_one_event_where_allowed() -> None:
    """Three parts printed in thousands beside a total in millions are one slip."""
    parts = {
        name: {"value": value, "unit": "thousand USD", "domain": [0, None]}
        for name, value in {"a": 1000, "b": 2000, "c": 3000}.items()
    }
    row = {"id": "sum", "terms": {"a": 1, "b": 1, "c": 1, "t": -1}}
    total = {"value": 6, "unit": "million USD", "fixed": True}
    answer = asked(row, options={"scale": True}, **parts, t=total)
    assert answer.located_sets == (("a", "b", "c"),)
    assert answer.min_cost == 1
    assert dict(answer.balance.adjusted) == {"a": 1, "b": 2, "c": 3, "t": 6}


def test_tolerance_is_an_absolute_amount() -> None:
    """A relation missed by no more than the tolerance holds."""
    assert asked(x=10, m=20, t=30.5, options={"tolerance": 0.5}).is_consistent
    assert not asked(x=10, m=20, t=31, options={"tolerance": 0.5}).is_consistent


def test_rounded_adjustments_still_add_up() -> None:
    """Controlled rounding: 10.522 + 20.522 = 31.044 would round to 10.5, 20.5 and 31.0."""
    measured = {
        name: {"value": value, "variance": 1} for name, value in {"x": 10.33, "m": 20.33}.items()
    }
    answer = asked(**measured, t={"value": 31.237, "variance": 1}, options={"round_to": 0.1})
    adjusted = dict(answer.balance.adjusted)
    assert adjusted["x"] + adjusted["m"] == adjusted["t"]
    assert all((value * 10).denominator == 1 for value in adjusted.values())


def test_cut_off_figures_are_rounding_only() -> None:
    """1.2 + 1.2 = 2.6 cannot hold if rounded, and can if the parts were cut off."""
    answer = asked(x={"printed": "1.2"}, m={"printed": "1.2"}, t={"printed": "2.6"})
    assert (answer.verdict, str(answer.diagnosis)) == ("inconsistent", "rounding only")
    assert answer.suspects == ()


def test_trailing_zeros_of_a_whole_number_are_unknown() -> None:
    """Of "120" the last digit is not known, of "120%" and "120.0" it is."""
    wide = asked({"id": "c", "terms": {"x": 1}, "rhs": 124}, x={"printed": "120"})
    assert wide.is_consistent
    for cell in ({"printed": "120%"}, {"printed": "120", "unit": "%"}, {"printed": "120.0"}):
        assert not asked({"id": "c", "terms": {"x": 1}, "rhs": 124}, x=cell).is_consistent


def test_binary_noise_is_no_contradiction() -> None:
    """0.1 + 0.2 as doubles are 0.3, and a third of three is one."""
    assert asked(x=0.1, m=0.2, t=0.1 + 0.2).is_consistent
    assert asked({"id": "third", "terms": {"x": 1, "t": -1 / 3}}, x=1, t=3).is_consistent


def test_bounds_hold_in_balancing() -> None:
    """A measured -2 that cannot be negative becomes 0, and the others share the rest."""
    cells = {
        name: {"value": value, "variance": 100, "domain": [0, None]}
        for name, value in {"x": 1, "m": -2, "t": 5}.items()
    }
    adjusted = dict(asked(**cells).balance.adjusted)
    assert [float(adjusted[name]) for name in ("x", "m", "t")] == pytest.approx([3, 0, 3])


def test_variances_share_out_the_residual() -> None:
    """A residual of 3 over variances 1, 4 and 1 is shared as 0.5, 2 and 0.5."""
    answer = asked(
        x={"value": 10, "variance": 1},
        m={"value": 20, "variance": 4},
        t={"value": 33, "variance": 1},
    )
    adjusted = {name: float(value) for name, value in answer.balance.adjusted}
    assert adjusted == pytest.approx({"x": 10.5, "m": 22, "t": 32.5})
    assert answer.balance.chi2 == pytest.approx(1.5)
    assert dict(answer.balance.posterior_sd)["x"] == pytest.approx((1 - 1 / 6) ** 0.5)


def test_a_print_has_the_variance_of_its_rounding() -> None:
    """Three prints to a tenth: each may lie anywhere in 0.1, and one sum takes a third of that."""
    answer = asked(x={"printed": "1.2"}, m={"printed": "3.1"}, t={"printed": "4.3"})
    spread = (0.1**2 / 12 * 2 / 3) ** 0.5
    assert dict(answer.balance.posterior_sd) == pytest.approx(dict.fromkeys("xmt", spread))


def test_figures_in_no_relation_are_not_checkable() -> None:
    """A figure that no relation could refute is named, and alone it is not checkable."""
    assert asked(x=1, m=2, t=3, z=9).not_checkable == ("z",)
    assert asked(x=1, m={"missing": True}, t=3).not_checkable == ("t", "x")
    alone = diagnose({"variables": {"z": {"value": 9}}, "constraints": []})
    assert (alone.verdict, str(alone.diagnosis)) == ("consistent", "not checkable")


def test_another_ton_is_a_repair() -> None:
    """A part printed in short tons beside a total in tonnes is repaired by the exact factor."""
    cells = {
        name: {"printed": text, "unit": "t", "fixed": is_fixed}
        for name, text, is_fixed in (
            ("x", "1102.3", False),
            ("m", "500.0", True),
            ("t", "1500.0", True),
        )
    }
    answer = asked(**cells)
    assert answer.located_sets == (("x",),)
    assert answer.repairs[0].kind == "short tons"
    assert float(dict(answer.repairs[0].values)["x"]) == pytest.approx(1102.3 * 0.90718474)


@pytest.mark.parametrize(("unit", "kind"), [("t", "short tons"), ("USD", "implied")])
def test_only_tons_are_taken_for_other_tons(unit: str, kind: str) -> None:
    """1,102.3 short tons are a thousand tonnes; dollars have no short ones."""
    known = {name: {"printed": shown, "unit": unit, "fixed": True} for name, shown in
             (("m", "500.0"), ("t", "1500.0"))}  # fmt: skip
    answer = asked(x={"printed": "1102.3", "unit": unit}, **known)
    assert (answer.suspects, answer.repairs[0].kind) == (("x",), kind)


@pytest.mark.parametrize("series", [("x", "m"), ("x", "m", "t")])
def test_figures_in_their_order_are_a_series_from_two_on(series: tuple[str, ...]) -> None:
    """January and February are as good a series as a year; of one figure nothing adds up."""
    cells = {name: {"value": 10} for name in "xmt"}
    asks = {"variables": cells, "constraints": [TOTAL]}
    options = System.from_json(asks | {"options": {"cumulative": [list(series)]}}).options
    assert options.series == (series,)
    with pytest.raises(FigureSystemError, match="cumulative: found"):
        System.from_json(asks | {"options": {"cumulative": [["x"]]}})


@pytest.mark.parametrize(
    ("weights", "sets"), [((1, 1, 1), "{m} or {t} or {x}"), ((3, 3, 1), "{t}")]
)
def test_an_answer_in_one_line_names_the_sets(weights: tuple[int, ...], sets: str) -> None:
    """Each set of figures in braces, the figures of one set apart by commas."""
    answer = asked(**{name: {"value": value, "weight": weight} for name, value, weight
                      in zip("xmt", (10, 20, 35), weights, strict=True)})  # fmt: skip
    assert str(answer) == f"inconsistent: {answer.diagnosis} {sets}"
    both = asked(x={"value": -5, "domain": [0, None]}, m=20, t=15)
    assert str(both).endswith(" {m, x} or {t, x}")
    assert str(asked(x=10, m=20, t=30)) == "consistent: nothing to locate"


@pytest.mark.parametrize("pair", [(10, 20), (-3, 3)])
def test_in_a_tie_nothing_is_adjusted(pair: tuple[float, float]) -> None:
    """Which of two figures gives way would be chance; where one is located, the other stays."""
    same = {"id": "same", "terms": {"x": 1, "m": -1}}
    x, m = pair
    tie = asked(same, x=x, m=m)
    assert len(tie.located_sets) == 2
    assert (tie.suspects, tie.balance.adjusted) == ((), ())
    located = asked(same, x={"value": x, "weight": 2}, m=m)
    assert located.suspects == ("m",)
    assert dict(located.balance.adjusted) == {"x": x, "m": x}


def test_a_print_that_nothing_can_move_passes_its_test() -> None:
    """A figure in no relation is adjusted by nothing, whatever its error."""
    lone = {"value": 7, "variance": 4}
    cells = {
        name: {"value": value, "variance": 1} for name, value in (("x", 1), ("m", 2), ("t", 6))
    }
    tests = dict(asked(**cells, z=lone).balance.measurement_test)
    assert tests["z"] == 0
    assert [tests[name] for name in "xmt"] == pytest.approx([3**0.5] * 3)


def test_what_the_digits_decide_is_adjusted_though_others_would_do() -> None:
    """Any of three could be wrong; two exchanged digits of the total make it the total, and the parts stay."""
    answer = asked(x={"printed": "1234.5"}, m={"printed": "2345.6"}, t={"printed": "3850.1"})
    assert (len(answer.located_sets), answer.suspects) == (3, ("t",))
    adjusted = {name: float(value) for name, value in answer.balance.adjusted}
    assert adjusted == pytest.approx({"x": 1234.5, "m": 2345.6, "t": 3580.1})


@pytest.mark.parametrize(("length", "is_cut"), [(38, False), (39, True)])
def test_what_is_no_number_is_shown_up_to_forty_characters(length: int, *, is_cut: bool) -> None:
    """The marks of quotation count; what is longer ends in dots."""
    with pytest.raises(FigureSystemError) as caught:
        asked(x="z" * length, m=20, t=30)
    assert ("..." in str(caught.value)) is is_cut
    assert str(caught.value).count("z" * 38) == 1
