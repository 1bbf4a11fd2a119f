"""Laws of the search for wrong figures: it finds what trying everything finds, in small systems and large."""

import random
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nktrade.diagnosis import System, implied
from nktrade.diagnosis.case import cases
from nktrade.diagnosis.certify import certified
from nktrade.diagnosis.circuits import circuits
from nktrade.diagnosis.edits import edits
from nktrade.diagnosis.localise import locate

sys.path.insert(0, str(Path(__file__).parents[1] / "diagnosis"))
from diagnosis_oracle import agrees, generated
from subset_oracle import generated as generated_form
from subset_oracle import least_sets


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
