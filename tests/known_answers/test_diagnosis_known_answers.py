"""Known answers: the flagship case, misprints of the press, and published examples of balancing."""

from dataclasses import replace
from fractions import Fraction
from statistics import NormalDist
from typing import Any

import pytest

from nktrade.core.interval import Interval
from nktrade.diagnosis import Diagnosis, System, diagnose
from nktrade.diagnosis.answer import Balance
from nktrade.diagnosis.gross import flagged

Described = dict[str, Any]
GROWTH = {"x": ("-0.925", "-0.915"), "m": ("-0.3755", "-0.3745"), "t": ("-0.5555", "-0.5545")}


def flagship(*, growth: bool = True, unit: int = 1) -> Described:
    """June 2018: 12.955 + 241.93 against 217.158 million, with falls of 92, 37.5 and 55.5 percent."""
    prints = {"x": "12.955", "m": "241.93", "t": "217.158"}
    described: Described = {
        "variables": {
            name: {
                "printed": text,
                "value": str(Fraction(text) * unit),
                "domain": [0, None],
            }
            for name, text in prints.items()
        },
        "constraints": [{"id": "total", "terms": {"x": 1, "m": 1, "t": -1}, "op": "==", "rhs": 0}],
    }
    if growth:
        described["variables"] |= {
            f"{name}0": {"missing": True, "domain": [0, None]} for name in prints
        }
        described["constraints"].append({"id": "total 2017", "terms": {"x0": 1, "m0": 1, "t0": -1}})
        for name, (low, high) in GROWTH.items():
            for end, op in ((high, "<="), (low, ">=")):
                described["constraints"].append(
                    {
                        "id": f"growth of {name} {op}",
                        "terms": {name: 1, f"{name}0": str(-1 - Fraction(end))},
                        "op": op,
                        "figure": f"p{name}",
                    }
                )
    return described


def with_wire(unit: int = 1) -> Diagnosis:
    """The same with the customs figures as other publishers printed them."""
    wire = {"x": ("12.965", "12.975"), "m": ("204.185", "204.195"), "t": ("217.155", "217.165")}
    system = System.from_json(flagship(unit=unit))
    variables = tuple(
        replace(one, witnesses=(Interval.of(*wire[one.name]).scaled(unit),))
        if one.name in wire
        else one
        for one in system.variables
    )
    return diagnose(replace(system, variables=variables))


def near(interval: Interval, low: float, high: float, step: float) -> bool:
    return (
        interval.low is not None
        and interval.high is not None
        and (abs(float(interval.low) - low) <= step and abs(float(interval.high) - high) <= step)
    )


@pytest.mark.parametrize("unit", [1, 1000, 10**6])
def test_the_flagship_locates_imports_from_the_text_alone(unit: int) -> None:
    """Imports is the one least-weight set, 204.202 to 204.204 if the other two are right."""
    answer = diagnose(flagship(unit=unit))
    assert answer.located_sets == (("m",),)
    assert (answer.verdict, str(answer.diagnosis), answer.min_cost) == (
        "inconsistent",
        "located",
        1,
    )
    assert answer.violated == ("total",)
    implied = answer.intervals
    assert implied["m"] == Interval.of("204.202", "204.204").scaled(unit)
    assert near(implied["x0"], 160.46 * unit, 162.08 * unit, 0.005 * unit)
    assert near(implied["m0"], 326.46 * unit, 326.99 * unit, 0.005 * unit)
    assert near(implied["t0"], 487.45 * unit, 488.55 * unit, 0.005 * unit)
    assert answer.likely == {"m": Fraction("204.203") * unit}
    assert answer.repairs[0].residual == 0


def test_the_flagship_without_percentages_is_a_tie() -> None:
    """By the identity alone imports or the total may be wrong; exports may not (it would be negative)."""
    answer = diagnose(flagship(growth=False))
    assert answer.located_sets == (("m",), ("t",))
    assert str(answer.diagnosis) == "tie"
    assert answer.suspects == ()
    assert answer.intervals["t"] == Interval.of("254.8795", "254.8905")


def test_204_193_is_one_dropped_digit_away_and_needs_a_second_error() -> None:
    """One digit dropped with the point kept gives 204.193; the identity is then missed by 0.010."""
    answer = diagnose(flagship())
    joint = [one for one in answer.repairs if dict(one.values).get("m") == Fraction("204.193")]
    assert {tuple(sorted(dict(one.values))) for one in joint} == {("m", "x"), ("m", "t")}
    assert dict(joint[0].values) == {"x": Fraction("12.965"), "m": Fraction("204.193")}
    assert joint[0].residual == 0


@pytest.mark.parametrize("unit", [1, 1000])
def test_with_the_wire_both_exports_and_imports_are_wrong(unit: int) -> None:
    """The joint repair 12.965 and 204.193 closes the identity to the last digit."""
    answer = with_wire(unit)
    assert answer.suspects == ("m", "x")
    assert answer.explanation == "singled out by what others printed"
    assert answer.located_sets == (("m",),)
    assert answer.likely == {"x": Fraction("12.965") * unit, "m": Fraction("204.193") * unit}
    assert answer.repairs[0].residual == 0
    assert answer.hypotheses[0].probability == 0.99


EXCHANGER = [101.91, 64.45, 34.65, 64.20, 36.44, 98.88]


def exchanger(measured: list[float]) -> Described:
    """Heat exchanger with bypass valve: 1 = 2 + 3, 2 = 4, 3 = 5, 4 + 5 = 6, unit variances."""
    return {
        "variables": {
            f"s{place}": {"value": one, "variance": 1} for place, one in enumerate(measured, 1)
        },
        "constraints": [
            {"id": "splitter", "terms": {"s1": 1, "s2": -1, "s3": -1}},
            {"id": "exchanger", "terms": {"s2": 1, "s4": -1}},
            {"id": "valve", "terms": {"s3": 1, "s5": -1}},
            {"id": "mixer", "terms": {"s4": 1, "s5": 1, "s6": -1}},
        ],
    }


def test_the_exchanger_balances_as_published() -> None:
    """Narasimhan and Jordache (2000): 100.22, 64.50, 35.72, chi-square 6.41 with four degrees."""
    answer = diagnose(exchanger(EXCHANGER))
    adjusted = {name: float(value) for name, value in answer.balance.adjusted}
    assert [adjusted[f"s{place}"] for place in range(1, 7)] == pytest.approx(
        [100.22, 64.50, 35.72, 64.50, 35.72, 100.22], abs=0.005
    )
    assert answer.balance.chi2 == pytest.approx(6.41, abs=0.005)
    assert answer.balance.df == 4
    assert answer.is_consistent


def test_a_gross_error_in_the_exchanger_is_found_by_the_measurement_test() -> None:
    """Narasimhan and Jordache (2000): +4 on stream 2 gives 16.67, and 3.20 on that stream."""
    measured = list(EXCHANGER)
    measured[1] += 4
    answer = diagnose(exchanger(measured))
    tests = dict(answer.balance.measurement_test)
    assert answer.balance.chi2 == pytest.approx(16.67, abs=0.005)
    assert max(tests, key=lambda name: tests[name]) == "s2"
    assert tests["s2"] == pytest.approx(3.20, abs=0.005)
    assert answer.suspects == ("s2",)


def test_equal_scores_over_one_identity_are_a_tie() -> None:
    """Narasimhan and Jordache (2000), chapter 7: over a single balance no error is identifiable."""
    described = {
        "variables": {
            name: {"value": one, "variance": 1} for name, one in {"a": 10, "b": 20, "c": 39}.items()
        },
        "constraints": [{"id": "sum", "terms": {"a": 1, "b": 1, "c": -1}}],
    }
    answer = diagnose(described)
    assert [float(one) for _, one in answer.balance.adjusted] == pytest.approx([13, 23, 36])
    assert answer.balance.chi2 == pytest.approx(27)
    assert {round(one, 6) for _, one in answer.balance.measurement_test} == {5.196152}
    assert str(answer.diagnosis) == "tie"
    assert answer.located_sets == (("a",), ("b",), ("c",))


@pytest.mark.parametrize("count", [1, 2, 5, 20])
def test_in_nineteen_of_twenty_honest_systems_no_figure_is_flagged(count: int) -> None:
    """Sidak (1967): of so many scores the greatest stays below the critical one at the level of the whole."""
    critical = NormalDist().inv_cdf((1 + 0.95 ** (1 / count)) / 2)
    names = [f"s{place}" for place in range(count)]
    cells = {name: {"value": 1, "variance": 1} for name in names}
    system = System.from_json({"variables": cells, "constraints": [{"terms": {"s0": 1}}]})
    for share, told in ((0.999, ()), (1.001, (("s0",),))):
        tests = tuple((name, critical * share * (name == "s0")) for name in names)
        assert flagged(system, Balance(chi2=99.0, df=count, measurement_test=tests)) == told


SUM = [{"id": "total", "terms": {"x": 1, "m": 1, "t": -1}}]


def test_a_printed_error_of_november_2023_is_located_by_its_digits() -> None:
    """Sisa Weekly (2023-11-18): imports January-October 2023 printed 204.36 for 240.36 million."""
    prints = {"x": "1583.95", "m": "204.36", "t": "1824.30"}
    answer = diagnose(
        {
            "variables": {
                name: {"printed": text, "domain": [0, None]} for name, text in prints.items()
            },
            "constraints": SUM,
        }
    )
    assert answer.located_sets == (("m",), ("t",), ("x",))
    assert answer.suspects == ("m",)
    assert answer.explanation == "singled out by the way digits are misprinted"
    assert answer.likely == {"m": Fraction("240.36")}
    assert answer.repairs[0].kind == "transposition"


def test_a_printed_error_of_june_2022_stays_a_tie() -> None:
    """Newsis (2022-06-19): imports of April 2022 printed 4.37 where total less exports is 4.25."""
    prints = {"x": "98.09", "m": "4.37", "t": "102.34"}
    answer = diagnose(
        {
            "variables": {
                name: {"printed": text, "domain": [0, None]} for name, text in prints.items()
            },
            "constraints": SUM,
        }
    )
    assert ("m",) in answer.located_sets
    assert str(answer.diagnosis) == "tie"
    assert answer.intervals["m"] == Interval.of("4.24", "4.26")
