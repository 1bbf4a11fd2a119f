"""Known answers in the form of `nktrade diagnose`, each worked out by hand before it was run."""

import json
import sys
from fractions import Fraction
from math import inf
from pathlib import Path
from typing import Any

import pytest

from nktrade.diagnosis import diagnose

sys.path.insert(0, str(Path(__file__).parents[1] / "diagnosis"))
from subset_oracle import admits, least_sets

Json = Any  # Any: what a JSON document holds
CASES = [
    case
    for name in ("diagnosis_cases.json", "diagnosis_hard_cases.json")
    for case in json.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
]
MONEY = (10**3, 10**6, 10**12)
close = pytest.approx


def named(case: Json) -> str:
    return str(case["name"])


def seen(answer: Json, key: str) -> Json:
    """The part of the answer that an expectation of this name speaks of."""
    first = answer["repairs"][0] if answer["repairs"] else {"values": {}, "kind": None}
    found = {
        "implied": answer["implied_intervals"],
        "first": first["values"],
        "kind": first["kind"],
    }
    return found[key] if key in found else answer[key]


def ends(told: Json) -> list[float]:
    """One number or two ends, an open one infinite on its side."""
    if not isinstance(told, list):
        return [told]
    low, high = told
    return [-inf if low is None else low, inf if high is None else high]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_answer_is_the_one_worked_out(case: Json) -> None:
    """Verdict, least sets, implied intervals, first repair and balance are as worked out by hand."""
    answer = diagnose(case["system"]).to_json()
    for key, wanted in case["expect"].items():
        found = seen(answer, key)
        if key in {"implied", "adjusted"}:
            for name, one in wanted.items():
                assert ends(found[name]) == close(ends(one), rel=1e-9), (key, name)
        elif key in {"first", "chi2"}:
            assert found == close(wanted, rel=1e-6), key
        else:
            assert found == wanted, key


@pytest.mark.parametrize("case", [case for case in CASES if admits(case["system"])], ids=named)
def test_every_subset_tried_one_by_one_gives_the_same_sets(case: Json) -> None:
    """No circuits, no search: a linear programme for every subset of figures."""
    answer = diagnose(case["system"]).to_json()
    assert answer["located_sets"] == least_sets(case["system"])


@pytest.mark.parametrize("unit", MONEY)
@pytest.mark.parametrize("case", [one for one in CASES if admits(one["system"])], ids=named)
def test_the_verdict_is_the_same_in_any_money(case: Json, unit: int) -> None:
    """Dollars, thousands, millions and trillions: the same verdict and the same sets."""
    system = json.loads(json.dumps(case["system"]))
    for cell in system["variables"].values():
        printed = cell.get("printed")
        if printed is not None and "%" not in printed:
            cell["value"] = str(Fraction(printed) * unit)
        elif cell.get("value") is not None:
            cell["value"] *= unit
        elif printed is not None:
            return  # percentages stay as they are beside an amount
        for key in ("lo", "hi"):
            if cell.get(key) is not None:
                cell[key] *= unit
        cell["domain"] = [
            None if end is None else end * unit for end in cell.get("domain", [None, None])
        ]
    for row in system["constraints"]:
        row["rhs"] = row.get("rhs", 0) * unit
    if "tolerance" in system.get("options", {}):
        system["options"]["tolerance"] *= unit
    one, other = diagnose(case["system"]), diagnose(system)
    assert (one.verdict, one.diagnosis) == (other.verdict, other.diagnosis)
    assert (one.located_sets, one.suspects) == (other.located_sets, other.suspects)
