"""The plain way: one mixed-integer programme per record, ties listed by cuts. Oracle of the fast way."""

import random
from math import inf
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

CONSTANTS = (20.0, 100.0, 5.0)
"""Big M, in units of the largest number: too large loses sets to tolerances, too small to bounds."""


Described = dict[str, Any]
Row = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


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
    names = list(system["variables"])
    cells = system["variables"]
    size = max(abs(cell["value"]) for cell in cells.values()) or 1.0
    n = len(names)
    rows, lows, highs = [], [], []
    for constraint in system["constraints"]:
        row = np.zeros(2 * n)
        for name, number in constraint["terms"].items():
            row[names.index(name)] = number
        side = constraint.get("rhs", 0) / size
        rows.append(row)
        lows.append(-inf if constraint["op"] == "<=" else side - 1e-9)
        highs.append(inf if constraint["op"] == ">=" else side + 1e-9)
    for place, name in enumerate(names):
        value = cells[name]["value"] / size
        for sign in (1, -1):  # sign * (y - value) <= LARGE * d
            row = np.zeros(2 * n)
            row[place], row[n + place] = sign, -large
            rows.append(row)
            lows.append(-inf)
            highs.append(sign * value)
    weights = np.array([cells[name].get("weight", 1) for name in names], dtype=float)
    domain = [cells[name].get("domain", [None, None]) for name in names]
    lower = [-large / 2 if low is None else low / size for low, _ in domain] + [0] * n
    upper = [large / 2 if high is None else high / size for _, high in domain] + [1] * n
    found, best = [], None
    while len(found) < limit:
        result = milp(
            np.concatenate([np.zeros(n), weights]),
            constraints=LinearConstraint(np.array(rows), lows, highs),
            integrality=np.concatenate([np.zeros(n), np.ones(n)]),
            bounds=Bounds(lower, upper),
            options={"mip_rel_gap": 0.0},
        )
        if result.x is None or (best is not None and result.fun > best + 1e-6):
            break
        chosen = [place for place in range(n) if result.x[n + place] > 0.5]
        if not _suffices(
            system, chosen, size, rows=rows[: len(system["constraints"])], lows=lows, highs=highs
        ):
            # A binary that is 1e-7 opens a figure by 1e-5: freeing these alone does not suffice.
            row = np.zeros(2 * n)
            row[[n + place for place in range(n) if place not in chosen]] = 1
            rows.append(row)
            lows.append(1)
            highs.append(inf)
            continue
        best = float(weights[chosen].sum())
        found.append(sorted(names[place] for place in chosen))
        if not chosen:
            return []
        row = np.zeros(2 * n)
        row[[n + place for place in chosen]] = 1
        rows.append(row)
        lows.append(-inf)
        highs.append(len(chosen) - 1)
    return sorted(found)


def _suffices(
    system: Described,
    chosen: list[int],
    size: float,
    *,
    rows: list[Row],
    lows: list[float],
    highs: list[float],
) -> bool:
    """Whether a linear programme without binaries agrees that these figures suffice."""
    n = len(system["variables"])
    table = np.array(rows)[:, :n]
    bounds = []
    for place, cell in enumerate(system["variables"].values()):
        low, high = cell.get("domain", [None, None])
        value = cell["value"] / size
        free = (-inf if low is None else low / size, inf if high is None else high / size)
        bounds.append(free if place in chosen else (value, value))
    result = milp(
        np.zeros(n),
        constraints=LinearConstraint(table, lows[: len(rows)], highs[: len(rows)]),
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
