"""Laws of the diagnosis: it never accuses a true record, in any unit, and equals the plain way."""

import random
import sys
from fractions import Fraction
from math import floor, log10
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from examples import share
from hypothesis import assume, given
from hypothesis import strategies as st

from nktrade.core.interval import Interval
from nktrade.diagnosis import System, diagnose, implied, slips
from nktrade.diagnosis.case import cases
from nktrade.diagnosis.certify import certified
from nktrade.diagnosis.circuits import circuits
from nktrade.diagnosis.edits import edits
from nktrade.diagnosis.joint import plain_middle
from nktrade.diagnosis.localise import locate

sys.path.insert(0, str(Path(__file__).parents[1] / "diagnosis"))
from diagnosis_oracle import agrees, generated
from subset_oracle import generated as generated_form
from subset_oracle import least_sets

RELATIONS = [
    {"id": "total", "terms": {"x": 1, "m": 1, "t": -1}},
    {"id": "balance", "terms": {"x": 1, "m": -1, "b": -1}},
    {"id": "parts", "terms": {"f": 1, "u": 1, "o": 1, "m": -1}},
]
NAMES = "xmtbfuo"
amounts = st.decimals("0.01", "9999", places=3, allow_nan=False)


Number = Any  # Any: decimals and fractions, never mixed
Numbers = dict[str, Number]


def consistent(x: Number, f: Number, u: Number, o: Number) -> Numbers:
    m = f + u + o
    return dict(zip(NAMES, (x, m, x + m, x - m, f, u, o), strict=True))


records = st.builds(consistent, amounts, amounts, amounts, amounts)
faulty = st.builds(
    lambda numbers, name, wrong: {**numbers, name: wrong}, records, st.sampled_from(NAMES), amounts
)
few = share(0.4)


def printed(numbers: Numbers, decimals: int = 3) -> dict[str, Any]:
    return {
        "variables": {
            name: {
                "printed": f"{number:.{decimals}f}",
                "domain": [None if name == "b" else 0, None],
            }
            for name, number in numbers.items()
        },
        "constraints": RELATIONS,
    }


@few
@given(records, st.integers(0, 3))
def test_a_true_record_is_never_accused(numbers: Numbers, decimals: int) -> None:
    """Whatever the rounding, figures printed from numbers that add up are consistent."""
    answer = diagnose(printed(numbers, decimals))
    assert answer.is_consistent
    assert answer.located_sets == ()


@few
@given(faulty, st.sampled_from([3, 6, 9, 12]))
def test_the_verdict_is_the_same_in_any_unit_of_money(numbers: Numbers, power: int) -> None:
    """Multiplying every figure by a power of ten multiplies the intervals and changes nothing else."""
    described = printed(numbers)
    for cell in described["variables"].values():
        cell["value"] = cell["printed"]
    scaled = printed(numbers)
    for cell in scaled["variables"].values():
        cell["value"] = str(Fraction(cell["printed"]) * 10**power)
    one, other = diagnose(described), diagnose(scaled)
    assert (one.diagnosis, one.located_sets, one.suspects, one.violated) == (
        other.diagnosis,
        other.located_sets,
        other.suspects,
        other.violated,
    )
    assert other.implied == tuple((key, each.scaled(10**power)) for key, each in one.implied)


@few
@given(faulty)
def test_one_planted_fault_is_among_the_least_sets(numbers: Numbers) -> None:
    """With one figure wrong, some set of least weight is that figure alone, or nothing is violated."""
    x, f, u, o = (numbers[name] for name in "xfuo")
    answer = diagnose(printed(numbers))
    wrong = {name for name, number in consistent(x, f, u, o).items() if numbers[name] != number}
    if len(wrong) == 1:  # else the planted fault lies in a figure that the others derive from
        assert answer.is_consistent or tuple(wrong) in answer.located_sets
    assert answer.is_consistent or answer.min_cost == 1


@few
@given(faulty, st.randoms(use_true_random=False))
def test_order_and_names_change_nothing(numbers: Numbers, chance: random.Random) -> None:
    """Shuffled rows give the same sets, and renamed figures the renamed sets."""
    described = printed(numbers)
    names = list(described["variables"])
    chance.shuffle(names)
    shuffled = {
        "variables": {each: described["variables"][each] for each in names},
        "constraints": chance.sample(RELATIONS, len(RELATIONS)),
    }
    assert diagnose(described).located_sets == diagnose(shuffled).located_sets


@few
@given(faulty)
def test_widening_an_interval_never_adds_a_violation(numbers: Numbers) -> None:
    """Coarser prints of the same numbers violate no more and cost no more."""
    fine, coarse = diagnose(printed(numbers)), printed(numbers)
    for cell in coarse["variables"].values():
        value = Fraction(cell["printed"])
        cell |= {"lo": str(value - Fraction(1, 10)), "hi": str(value + Fraction(1, 10))}
    wide = diagnose(coarse)
    assert set(wide.violated) <= set(fine.violated)
    assert wide.min_cost <= fine.min_cost


@few
@given(faulty)
def test_adjusted_values_satisfy_the_identities_and_stay_in_their_intervals(
    numbers: Numbers,
) -> None:
    """A balanced record adds up; figures that are not suspects stay within their prints."""
    described = printed(numbers, 2)
    answer = diagnose(described)
    adjusted = dict(answer.balance.adjusted)
    assume(len(adjusted) == len(NAMES))
    size = max(abs(float(one)) for one in adjusted.values())
    for relation in RELATIONS:
        total = sum(float(adjusted[key]) * number for key, number in relation["terms"].items())
        assert abs(total) <= 1e-8 * size
    for one in System.from_json(described).variables:
        if one.name not in answer.suspects:
            assert float(one.box.low) - 1e-8 * size <= adjusted[one.name]
            assert adjusted[one.name] <= float(one.box.high) + 1e-8 * size


@few
@given(faulty)
def test_an_implied_value_can_be_put_in_its_place(numbers: Numbers) -> None:
    """Printing a located figure as either end of its implied interval makes the record consistent."""
    described = printed(numbers)
    answer = diagnose(described)
    assume(len(answer.located_sets) == 1 and len(answer.located_sets[0]) == 1)
    suspect = answer.located_sets[0][0]
    for end in (answer.intervals[suspect].low, answer.intervals[suspect].high):
        described["variables"][suspect] = {"value": end}
        assert diagnose(described).is_consistent


def test_localisation_by_circuits_equals_localisation_by_milp() -> None:
    """On 100 generated systems the sets of least weight are those of scipy's MILP, ties included."""
    for seed in range(100):
        described = generated(seed)
        system = System.from_json(described)
        ours = [list(names) for names in locate(system, cases(system)).sets if names]
        assert agrees(described, ours), seed


def test_localisation_equals_trying_every_subset() -> None:
    """Prints, gaps, bounds, weights and percentages: on 60 systems the sets are those of plain trial."""
    for seed in range(60):
        described = generated_form(seed)
        system = System.from_json(described)
        ours = [list(names) for names in locate(system, cases(system)).sets if names]
        assert ours == least_sets(described), seed


def test_certificates_equal_circuits() -> None:
    """Circuits found one by one, as large systems need them, lead to the same sets."""
    for seed in range(30):
        system = System.from_json(generated(seed))
        for case in cases(system):
            listed = sorted(case.lightest(system.suspects), key=lambda one: sorted(one[1]))
            assert certified(case.model, system.suspects) == listed, seed


def test_large_systems_imply_what_small_ones_do() -> None:
    """Bounds by linear programmes are those by circuits, to the digits that floats vouch for."""
    for seed in range(30):
        system = System.from_json(generated(seed))
        for case in cases(system):
            (_, freed), *_ = case.lightest(system.suspects) or [(0, frozenset())]
            by_circuits = implied._of_case(case, system, freed)
            by_programme = implied._by_programme(case, system, freed)
            assert by_circuits.keys() == by_programme.keys(), seed
            for name, one in by_circuits.items():
                other = by_programme[name]
                assert _near(one.low, other.low), (seed, name)
                assert _near(one.high, other.high), (seed, name)


def _near(one: Fraction | None, other: Fraction | None) -> bool:
    if one is None or other is None:
        return one is other
    return float(one) == pytest.approx(float(other), rel=1e-9, abs=1e-6)


def test_a_long_chain_is_located_in_parts() -> None:
    """Of 100 opening stocks, flows and closing stocks two are wrong: found by certificates alone."""
    cells, rows, stock = {"s0": {"value": 100}}, [], 100
    for number in range(1, 101):
        stock += number % 17 + 1
        cells |= {f"f{number}": {"value": number % 17 + 1}, f"s{number}": {"value": stock}}
        terms = {f"s{number - 1}": 1, f"f{number}": 1, f"s{number}": -1}
        rows.append({"id": f"e{number}", "terms": terms})
    cells["s30"]["value"] += 7
    cells["f60"]["value"] += 5
    system = System.from_json({"variables": cells, "constraints": rows})
    found = locate(system, cases(system))
    assert ("f60", "s30") in found.sets
    assert found.weight == 2


def test_two_wrong_cells_of_a_table_are_located() -> None:
    """In a table of six rows and columns with totals two cells of other rows and columns are wrong."""
    chance = random.Random(2)  # noqa: S311 - a test's table, not a secret
    size = range(6)
    cells = {(row, column): chance.randint(1, 9999) for row in size for column in size}
    cells |= {(row, 6): sum(cells[row, column] for column in size) for row in size}
    cells |= {(6, column): sum(cells[row, column] for row in size) for column in range(7)}
    cells[1, 4] += 900
    cells[3, 0] -= 71
    lines = [[(row, column) for column in range(7)] for row in range(7)]
    lines += [[(row, column) for row in range(7)] for column in range(7)]
    system = System.from_json(
        {
            "variables": {
                f"{row}/{column}": {"value": one} for (row, column), one in cells.items()
            },
            "constraints": [
                {
                    "terms": {f"{row}/{column}": 1 for row, column in parts}
                    | {f"{whole[0]}/{whole[1]}": -1}
                }
                for *parts, whole in lines
            ],
        }
    )
    assert locate(system, cases(system)).sets == (("1/4", "3/0"),)


@few
@given(st.fractions(-1000, 1000), st.fractions(0, 10, max_denominator=10**9))
def test_a_middle_has_no_more_digits_than_its_width_supports(
    low: Fraction, width: Fraction
) -> None:
    """It lies inside, and steps of a tenth of the width would already print it; in a frame too."""
    interval = Interval(low, low + width)
    middle = plain_middle(interval)
    assert middle is not None
    assert middle in interval
    if width > Fraction(1, 10**9):
        step = Fraction(10) ** (floor(log10(width) + 1e-8))
        assert middle % step == 0
        (told,) = slips._plain_middle(np.array([float(low)]), np.array([float(low + width)]))
        assert abs(told - float(middle)) <= step / 2  # a half may go either way


def test_a_frame_gives_what_single_records_give() -> None:
    """Verdict, sets of least weight, suspects and implied interval agree, record by record."""
    chance = random.Random(5)  # noqa: S311 - a test's records, not a secret
    rows = []
    for _ in range(40):
        x, f, u, o = (Fraction(chance.randint(10, 99999), 100) for _ in range(4))
        numbers = consistent(x, f, u, o)
        for name in chance.sample(NAMES, chance.choice((0, 1, 1, 1, 2))):
            numbers[name] = Fraction(chance.randint(10, 99999), 100)
        rows.append({name: f"{float(number):.2f}" for name, number in numbers.items()})
    relations = printed(consistent(1, 1, 1, 1))
    for cell in relations["variables"].values():
        del cell["printed"]
    batch = diagnose(pd.DataFrame(rows), relations)
    for place, row in enumerate(rows):
        one = diagnose(
            {
                **relations,
                "variables": {
                    name: {**relations["variables"][name], "printed": text}
                    for name, text in row.items()
                },
            }
        )
        told = batch.records.loc[place]
        assert told["verdict"] == one.verdict
        assert told["min_cost"] == one.min_cost
        sets = batch.located_sets.query("record == @place").groupby("set")["figure"].agg(sorted)
        assert sorted(map(tuple, sets)) == list(one.located_sets)
        # Ties between sets of several figures are broken by digits one by one, not in a frame.
        if all(len(names) == 1 for names in one.located_sets) and one.suspects:
            assert told["suspects"] == (", ".join(one.suspects) or None)
            assert told["diagnosis"] == str(one.diagnosis)
        if len(one.suspects) == 1:
            implied = one.intervals[one.suspects[0]]
            assert told["low"] == pytest.approx(float(implied.low))
            assert told["high"] == pytest.approx(float(implied.high))


@given(st.lists(st.lists(st.integers(-2, 2), min_size=5, max_size=5), min_size=1, max_size=3))
def test_circuits_are_minimal_and_unique(rows: list[list[int]]) -> None:
    """No circuit's support holds another's, and none comes twice."""
    found = circuits([[Fraction(one) for one in row] for row in rows], [Fraction(0)] * len(rows))
    supports = [frozenset(place for place, _ in circuit.terms) for circuit in found]
    assert len(set(supports)) == len(supports)
    assert not any(one < other for one in supports for other in supports)


@given(
    st.integers(1000, 99999),
    st.sampled_from(["substitution", "omission", "transposition", "insertion"]),
    st.randoms(),
)
def test_every_single_slip_is_undone_by_some_edit(
    number: int, kind: str, chance: random.Random
) -> None:
    """The true number is among the candidates of its misprint, whatever the slip."""
    text = str(number)
    place = chance.randrange(len(text) - 1)
    digit = str(chance.randrange(10))
    wrong = {
        "substitution": text[: place + 1] + digit + text[place + 2 :],
        "omission": text[: place + 1] + text[place + 2 :],
        "insertion": text[: place + 1] + digit + text[place + 1 :],
        "transposition": text[:place] + text[place + 1] + text[place] + text[place + 2 :],
    }[kind]
    assume(wrong != text and not wrong.startswith("0"))
    found = edits(np.array([int(wrong)]), len(wrong), 0)
    assert number in found.mantissas[0][found.decimals == 0]


@given(
    st.tuples(*[st.integers(1, 9)] * 3),
    st.tuples(*[st.integers(1, 4)] * 3),
    st.fractions(-1, 1, max_denominator=8),
)
def test_coarse_and_light_figures_give_way_first(
    halves: tuple[int, int, int], weights: tuple[int, int, int], miss: Fraction
) -> None:
    """What a sum misses is shared out by the square of each width over its weight, to the last unit."""
    assume(miss)
    values = (100, 50, 150 - miss)
    named = zip("xmt", values, halves, weights, strict=True)
    shown = {
        name: {"value": value, "lo": value - half, "hi": value + half, "weight": weight}
        for name, value, half, weight in named
    }
    answer = diagnose({"variables": shown, "constraints": RELATIONS[:1]})
    room = [Fraction(half**2, weight) for half, weight in zip(halves, weights, strict=True)]
    signs = (-1, -1, 1)
    expected = [
        value + sign * miss * one / sum(room)
        for value, sign, one in zip(values, signs, room, strict=True)
    ]
    assert answer.verdict == "consistent"
    adjusted = dict(answer.balance.adjusted)
    assert [float(adjusted[name]) for name in "xmt"] == pytest.approx([*map(float, expected)])
