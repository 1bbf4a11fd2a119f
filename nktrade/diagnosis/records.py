"""Between a row of a frame and a system of its own: the plain way, and what relations are given."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np

from nktrade.core.interval import Interval
from nktrade.diagnosis.answer import Diagnosis
from nktrade.diagnosis.prints import Prints
from nktrade.diagnosis.system import ONE, System, Variable
from nktrade.diagnosis.written import exact


def relations_system(
    relations: System | Mapping[str, Any] | Sequence[Mapping[str, Any]],
) -> System:
    """The relations as a system; a bare list of constraints names its variables itself."""
    if isinstance(relations, System):
        return relations
    if isinstance(relations, Mapping) and "variables" in relations:
        return System.from_json(relations)
    rows = relations.get("constraints", ()) if isinstance(relations, Mapping) else relations
    names = {name for row in rows for name in row.get("terms") or row.get("product") or ()}
    options = relations.get("options") if isinstance(relations, Mapping) else None
    return System.from_json(
        {
            "variables": {name: {} for name in sorted(names)},
            "constraints": list(rows),
            "options": options,
        }
    )


def record_system(system: System, prints: Prints, row: int) -> System:
    """The system of one record, its prints exact."""
    one = prints.rows(np.array([row]))
    lows, highs = one.bounds(widest=False)
    least, most = one.bounds(widest=True)
    variables = tuple(
        _printed(variable, one, place, (lows, highs), (least, most))
        for place, variable in enumerate(system.variables)
    )
    return replace(system, variables=variables)


def plain_record(answer: Diagnosis) -> list[object]:
    """One row of the frame's answer."""
    alone = answer.suspects[0] if len(answer.suspects) == 1 else ""
    first = next((one for one in answer.repairs if set(dict(one.values)) == {alone}), None)
    implied = answer.intervals.get(alone)
    ends = (None, None) if implied is None else (implied.low, implied.high)
    return [
        answer.verdict,
        None if answer.diagnosis is None else str(answer.diagnosis),
        np.nan if answer.min_cost is None else float(answer.min_cost),
        len(answer.located_sets),
        ", ".join(answer.suspects) or None,
        np.nan if first is None else float(dict(first.values)[alone]),
        *(np.nan if end is None else float(end) for end in ends),
        None if first is None else first.kind,
        np.nan if first is None or first.probability is None else first.probability,
    ]


Ends = tuple[np.ndarray[tuple[int, ...], np.dtype[np.float64]], ...]


def _printed(variable: Variable, one: Prints, place: int, box: Ends, widest: Ends) -> Variable:
    value = float(one.values[0, place])
    if np.isnan(value):
        return replace(variable, value=None, box=None, widest=None, digits=None)
    number = exact(value, variable.name)
    length, decimals = int(one.lengths[0, place]), int(one.decimals[0, place])
    digits = f"{abs(number * Fraction(10) ** decimals).__int__():0{max(length, decimals + 1)}d}"
    return replace(
        variable,
        value=number,
        digits=f"{digits[: len(digits) - decimals]}.{digits[len(digits) - decimals :]}".rstrip("."),
        is_print=length > 0,
        scale=-ONE if number < 0 else ONE,
        box=Interval(*(exact(float(end[0, place]), variable.name) for end in box)),
        widest=Interval(*(exact(float(end[0, place]), variable.name) for end in widest)),
    )
