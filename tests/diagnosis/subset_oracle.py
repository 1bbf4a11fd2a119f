"""The plainest way: for every subset of suspects, by weight, a linear programme says whether it suffices.

Nothing of the package is used: prints are read with decimals here, and neither circuits nor big-M occur.
"""

import random
import re
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Any

import numpy as np
from scipy.optimize import linprog

Json = Any  # Any: what a JSON document holds
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?%?")
_EVENTS = {"operations", "swap", "flip", "scale", "cumulative"}
_LARGEST = 9
_LARGEST_NUMBER = 1e6
_NOISE = 1e-9


def admits(system: Json) -> bool:
    """Whether this oracle can judge the system: sums of few figures that floats can tell apart."""
    cells = system["variables"].values()
    numbers = [cell.get("value") or 0 for cell in cells]
    factors = [one for row in system["constraints"] for one in row.get("terms", {}).values()]
    is_moderate = not any(isinstance(one, str) for one in (*numbers, *factors)) and all(
        abs(one) < _LARGEST_NUMBER for one in numbers
    )
    is_linear = not any("product" in row for row in system["constraints"])
    is_written = all(_PLAIN.fullmatch(cell.get("printed") or "0") for cell in cells)
    is_plain = not system.get("options", {}).keys() & _EVENTS and not system.get("covariances")
    return (
        is_linear
        and is_written
        and is_plain
        and is_moderate
        and not any(cell.get("variance") for cell in cells)
        and len(_suspects(system)) <= _LARGEST
    )


def least_sets(system: Json) -> list[list[str]]:
    """All sets of least weight; empty where nothing is wrong or nothing helps."""
    weights = _suspects(system)
    subsets = [
        subset for size in range(len(weights) + 1) for subset in combinations(sorted(weights), size)
    ]
    costs = [round(sum(weights[name] for name in subset), 9) for subset in subsets]
    for cost in sorted(set(costs)):
        found = [
            list(subset)
            for subset, own in zip(subsets, costs, strict=True)
            if own == cost and _suffices(system, set(subset))
        ]
        if found:
            return sorted(found) if cost else []
    return []


def box(cell: Json) -> tuple[float, float] | None:
    """What was printed, as an interval; None where nothing was."""
    if cell.get("lo") is not None or cell.get("hi") is not None:
        low, high = cell.get("lo"), cell.get("hi")
        return (-np.inf if low is None else low, np.inf if high is None else high)
    if cell.get("printed") is not None:
        text = cell["printed"].rstrip("%")
        value = Decimal(text)
        exponent = value.as_tuple().exponent
        zeros = (
            len(text) - len(text.rstrip("0"))
            if exponent == 0 and value and "%" not in cell["printed"]
            else 0
        )
        half = Decimal(10) ** (int(exponent) + zeros) / 2
        return float(value - half), float(value + half)
    return None if cell.get("value") is None else (cell["value"], cell["value"])


def _suspects(system: Json) -> dict[str, float]:
    cells = system["variables"]
    found = {
        name: float(Fraction(cell.get("weight", 1)))
        for name, cell in cells.items()
        if box(cell) is not None and not cell.get("fixed")
    }
    for row in system["constraints"]:
        figure = row.get("figure")
        if figure is not None and figure not in cells:
            found[figure] = float(row.get("figure_weight", found.get(figure, 1)))
    return found


def _suffices(system: Json, freed: set[str]) -> bool:
    cells = system["variables"]
    room = system.get("options", {}).get("tolerance", 0)
    ends = {name: _ends(cell, name in freed) for name, cell in cells.items()}
    size = max([1e-9, *(abs(end) for pair in ends.values() for end in pair if np.isfinite(end))])
    if any(low > high for low, high in ends.values()):
        return False
    rows, sides = [], []
    for row in system["constraints"]:
        if row.get("figure") in freed:
            continue
        numbers = np.array([_number(row["terms"].get(name, 0)) for name in cells])
        side = _number(row.get("rhs", 0))
        if row.get("op", "==") in {"==", "<="}:
            rows.append(numbers)
            sides.append((side + room) / size + _NOISE)
        if row.get("op", "==") in {"==", ">="}:
            rows.append(-numbers)
            sides.append((room - side) / size + _NOISE)
    bounds = [(low / size, high / size) for low, high in ends.values()]
    if not rows:
        return True
    result = linprog(np.zeros(len(cells)), A_ub=np.array(rows), b_ub=sides, bounds=bounds)
    return bool(result.status == 0)


def _ends(cell: Json, is_freed: bool) -> tuple[float, float]:  # noqa: FBT001 - read once above
    low, high = cell.get("domain", [None, None])
    least, most = (-np.inf if low is None else low, np.inf if high is None else high)
    own = box(cell)
    if own is None or is_freed:
        return least, most
    return max(least, own[0]), min(most, own[1])


def _number(number: Json) -> float:
    if isinstance(number, str) and "/" in number:
        one, other = number.split("/")
        return float(one) / float(other)
    return float(number)


def generated(seed: int) -> Json:
    """A system with everything that the form admits of sums: prints, carriers, gaps, bounds, weights."""
    chance = random.Random(seed)  # noqa: S311 - a test's systems, not a secret
    x, m = (round(chance.uniform(1, 500), 1) for _ in range(2))
    x0 = round(chance.uniform(1, 500), 1)
    true = {"x": x, "m": m, "t": x + m, "b": x - m, "x0": x0}
    low, high = x / x0 - 0.0005, x / x0 + 0.0005
    constraints: list[Json] = [
        {"id": "total", "terms": {"x": 1, "m": 1, "t": -1}},
        {"id": "balance", "terms": {"x": 1, "m": -1, "b": -1}},
        {"id": "least", "terms": {"x": 1, "x0": -low}, "op": ">=", "figure": "g"},
        {"id": "most", "terms": {"x": 1, "x0": -high}, "op": "<=", "figure": "g"},
        {"id": "order", "terms": {"t": 1, "x": -1}, "op": ">="},
    ]
    if chance.random() < 0.5:
        constraints[2]["figure_weight"] = chance.choice((0.5, 1, 2))
    variables: dict[str, Json] = {}
    wrong = chance.sample(sorted(true), chance.choice((0, 1, 1, 2)))
    for name, value in true.items():
        told = value * chance.choice((0.1, 0.9, 1.3, 10)) if name in wrong else value
        cell: Json = {"printed": f"{told:.{chance.choice((0, 1, 1, 2))}f}"}
        if name != "b" and chance.random() < 0.7:
            cell["domain"] = [0, None]
        if chance.random() < 0.3:
            cell["weight"] = chance.choice((0.5, 2))
        if chance.random() < 0.1:
            cell["fixed"] = True
        if chance.random() < 0.15:
            cell = {"missing": True, "domain": [0, None] if name != "b" else [None, None]}
        variables[name] = cell
    return {"variables": variables, "constraints": constraints}
