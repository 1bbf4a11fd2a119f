"""The plain way: one mixed-integer programme per record, ties listed by cuts. Oracle of the fast way."""

import random
from math import inf
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp

CONSTANTS = (20.0, 100.0, 5.0)
"""Big M, in units of the largest number: too large loses sets to tolerances, too small to bounds."""


Described = dict[str, Any]
Row = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Line = tuple[Row, float, float]
"""Factors of every figure and of its binary, and the bounds of their sum."""


def agrees(system: Described, ours: list[list[str]]) -> bool:
    """Whether these are all sets of least weight that scipy's MILP finds, with any of the constants."""
    if least_sets(system, CONSTANTS[0]) == ours:
        return True
    cells = system["variables"]
    found = {tuple(names) for large in CONSTANTS for names in least_sets(system, large)}
    weights = {names: sum(cells[name].get("weight", 1) for name in names) for names in found}
    least = min(weights.values(), default=0)
    return sorted(list(names) for names in found if weights[names] == least) == ours


def least_sets(system: Described, large: float, limit: int = 60) -> list[list[str]]:
    """All sets of least weight by big-M and no-good cuts, on data divided by the largest number."""
    cells = system["variables"]
    names, n = list(cells), len(cells)
    size = max(abs(cell["value"]) for cell in cells.values()) or 1.0
    weights = np.array([cell.get("weight", 1) for cell in cells.values()], dtype=float)
    relations = _relations(system, size)
    lines = [*relations, *_openings(cells, size, large)]
    bounds = _bounds(cells, size, large)
    found, best = [], inf
    while len(found) < limit:
        result = _solved(weights, lines, bounds)
        if result.x is None or result.fun > best + 1e-6:
            break
        chosen = [place for place in range(n) if result.x[n + place] > 0.5]
        if not _suffices(cells, chosen, size, relations):
            # A binary that is 1e-7 opens a figure by 1e-5: freeing these alone does not suffice.
            others = [place for place in range(n) if place not in chosen]
            lines.append((_binaries(n, others), 1, inf))
            continue
        if not chosen:
            return []
        best = float(weights[chosen].sum())
        found.append(sorted(names[place] for place in chosen))
        lines.append((_binaries(n, chosen), -inf, len(chosen) - 1))
    return sorted(found)


def _relations(system: Described, size: float) -> list[Line]:
    """The printed relations, over the figures alone."""
    names = list(system["variables"])
    lines = []
    for constraint in system["constraints"]:
        row = np.zeros(2 * len(names))
        for name, number in constraint["terms"].items():
            row[names.index(name)] = number
        side = constraint.get("rhs", 0) / size
        low = -inf if constraint["op"] == "<=" else side - 1e-9
        high = inf if constraint["op"] == ">=" else side + 1e-9
        lines.append((row, low, high))
    return lines


def _openings(cells: Described, size: float, large: float) -> list[Line]:
    """A figure leaves its value only where its binary is 1: sign * (y - value) <= large * d."""
    lines = []
    for place, cell in enumerate(cells.values()):
        for sign in (1, -1):
            row = np.zeros(2 * len(cells))
            row[place], row[len(cells) + place] = sign, -large
            lines.append((row, -inf, sign * cell["value"] / size))
    return lines


def _bounds(cells: Described, size: float, large: float) -> Bounds:
    """The domain of each figure, then of each binary."""
    domain = [cell.get("domain", [None, None]) for cell in cells.values()]
    lower = [-large / 2 if low is None else low / size for low, _ in domain]
    upper = [large / 2 if high is None else high / size for _, high in domain]
    return Bounds([*lower, *[0] * len(cells)], [*upper, *[1] * len(cells)])


def _binaries(n: int, places: list[int]) -> Row:
    """The sum of the binaries of these figures."""
    row = np.zeros(2 * n)
    row[[n + place for place in places]] = 1
    return row


def _solved(weights: Row, lines: list[Line], bounds: Bounds) -> OptimizeResult:
    """The figures freed at the least weight."""
    rows, lows, highs = zip(*lines, strict=True)
    none = np.zeros(len(weights))
    return milp(
        np.concatenate([none, weights]),
        constraints=LinearConstraint(np.array(rows), lows, highs),
        integrality=np.concatenate([none, np.ones(len(weights))]),
        bounds=bounds,
        options={"mip_rel_gap": 0.0},
    )


def _suffices(cells: Described, chosen: list[int], size: float, relations: list[Line]) -> bool:
    """Whether a linear programme without binaries agrees that these figures suffice."""
    n = len(cells)
    rows, lows, highs = zip(*relations, strict=True)
    bounds = []
    for place, cell in enumerate(cells.values()):
        low, high = cell.get("domain", [None, None])
        value = cell["value"] / size
        free = (-inf if low is None else low / size, inf if high is None else high / size)
        bounds.append(free if place in chosen else (value, value))
    result = milp(
        np.zeros(n),
        constraints=LinearConstraint(np.array(rows)[:, :n], lows, highs),
        bounds=Bounds(*zip(*bounds, strict=True)),
    )
    return result.x is not None


def generated(seed: int) -> Described:
    """A system of whole numbers, consistent but for up to three changed figures."""
    chance = random.Random(seed)  # noqa: S311 - a test's systems, not a secret
    parts = [f"p{place}" for place in range(chance.randint(2, 5))]
    values = {name: chance.randint(1, 500) for name in parts}
    constraints = []
    for number in range(chance.randint(1, 3)):
        terms = {
            name: chance.choice((1, 1, 1, -1, 2))
            for name in chance.sample(sorted(values), chance.randint(2, min(4, len(values))))
        }
        values[f"t{number}"] = sum(values[name] * factor for name, factor in terms.items())
        constraints.append(
            {"id": f"e{number}", "terms": {**terms, f"t{number}": -1}, "op": "==", "rhs": 0}
        )
    if chance.random() < 0.5:
        one, other = chance.sample(sorted(values), 2)
        if values[one] < values[other]:
            one, other = other, one
        constraints.append({"id": "order", "terms": {one: 1, other: -1}, "op": ">=", "rhs": 0})
    signed = {name for name, value in values.items() if value < 0} | {"t0"}
    for name in chance.sample(sorted(values), chance.randint(0, 3)):
        values[name] = max(0, values[name] + chance.choice((-1, 1)) * chance.randint(1, 300))
    weights = (1, 1, 1, 2) if chance.random() < 0.4 else (1,)
    return {
        "variables": {
            name: {
                "value": value,
                "domain": [None, None] if name in signed or value < 0 else [0, None],
                "weight": chance.choice(weights),
            }
            for name, value in values.items()
        },
        "constraints": constraints,
    }
