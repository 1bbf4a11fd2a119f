"""Controlled rounding: adjusted numbers in printable steps that still satisfy the identities.

Source: Cox and Ernst, "Controlled Rounding" (1982), as an integer programme.
"""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from nktrade.diagnosis.equations import Equations
from nktrade.diagnosis.system import System

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
_DIGITS = 12
_NOISE = 1e-9


def rounded(values: Floats, equations: Equations, system: System) -> Sequence[Fraction | float]:
    """The numbers in steps of ``round_to``, each next to its own; unrounded without that option."""
    step = system.options.round_to
    if step is None or equations.has_products:
        return [_plain(float(value)) for value in values]
    counts = _whole_steps(values / float(step), equations, float(step))
    if counts is None:
        return [_plain(float(value)) for value in values]
    return [step * int(count) for count in counts]


def _whole_steps(wanted: Floats, equations: Equations, step: float) -> Floats | None:
    """Whole numbers next to the wanted ones that keep the rows; None where there are none."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - rarely needed

    down = np.floor(wanted + _NOISE)
    part = np.clip(wanted - down, 0.0, 1.0)
    rows = np.vstack([equations.table, equations.inequalities[:, :-1]])
    lows = np.concatenate([equations.sides, np.full(len(equations.inequalities), -np.inf)]) / step
    highs = np.concatenate([equations.sides, equations.inequalities[:, -1]]) / step
    offset = rows @ down
    room = _NOISE * np.maximum(1.0, np.abs(offset))
    result = milp(
        1.0 - 2.0 * part,  # |up - wanted| less |down - wanted|
        constraints=LinearConstraint(rows, lows - offset - room, highs - offset + room)
        if len(rows)
        else (),
        integrality=np.ones(len(wanted), dtype=np.int64),
        bounds=Bounds(0, np.where(part > _NOISE, 1.0, 0.0)),
    )
    return None if result.x is None else down + np.round(result.x)


def _plain(value: float) -> Fraction | float:
    """The float without binary noise, exact where its decimal form is short."""
    return Fraction(format(value, f".{_DIGITS}g"))
