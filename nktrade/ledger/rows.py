"""Raw rows to ledger rows: units to canonical ones, digits to intervals, bad rows set apart.

Everything is decided per distinct value, never per row.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy.typing as npt
import pandas as pd

from nktrade.core.codes import Approx, Flow, Kind
from nktrade.core.period import Period
from nktrade.errors import UnitError
from nktrade.ledger.bounds import bounds
from nktrade.ledger.columns import (
    REJECTED,
    Columns,
    Objects,
    by_distinct,
    column_of,
    filled,
    is_missing,
    typed,
)
from nktrade.reference.areas import areas
from nktrade.reference.hedges import hedges
from nktrade.reference.units import unit

_DIGITS = re.compile(r"\d+(\.\d+)?")
_SURE_ZEROS = ("percent", "percent_point", "x")


def assemble(raw: Columns, count: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Ledger rows, and the rows that cannot enter with the reason; together as many as came in.

    The raw columns are the ledger's as far as known, with ``unit`` as printed and ``scale`` in that
    unit; days are days, or texts such as 2018-06.

    Shape: two frames, ``columns.TYPES`` and ``columns.REJECTED``.
    """
    reasons = _reasons(raw, count)
    is_bad = ~is_missing(reasons)
    apart = {name: column[is_bad] for name, column in (dict(raw) | {"reason": reasons}).items()}
    kept = {name: column[~is_bad] for name, column in raw.items()}
    size = count - int(is_bad.sum())
    rows = kept | _canonical(kept, size) | _hedged(kept, size) | _dated(kept, size)
    whole: dict[str, npt.NDArray[Any]] = {**rows}  # Any: texts and, from here on, numbers
    whole |= bounds(rows)
    return typed(whole, size), typed(apart, count - size, REJECTED)


def _canonical(kept: Columns, count: int) -> dict[str, Objects]:
    """Units canonical, and scales with the unit's exact factor in them."""
    unit_codes = kept["unit"]
    return {
        "unit": by_distinct(unit_codes, lambda code: unit(code).canonical),
        "printed_unit": unit_codes,
        "scale": _scaled(filled(_column(kept, "scale", count), "1"), unit_codes),
        "ceiling_scale": _scaled(_column(kept, "ceiling_scale", count), unit_codes),
        "ceiling_digits": _column(kept, "ceiling_digits", count),
    }


def _scaled(scales: Objects, unit_codes: Objects) -> Objects:
    """Exact products as text; each distinct pair of scale and unit is multiplied once."""
    pairs = column_of(
        None if scale is None else (scale, code)
        for scale, code in zip(scales, unit_codes, strict=True)
    )
    return by_distinct(pairs, lambda pair: str(Fraction(pair[0]) * unit(pair[1]).factor))


def _dated(kept: Columns, count: int) -> dict[str, Objects]:
    """Days for texts: a month begins on its first day, ends, and is published by, its last."""
    start = _column(kept, "period_start", count)
    return {
        "period_start": by_distinct(start, lambda when: _span(when).first),
        "period_end": by_distinct(
            filled(_column(kept, "period_end", count), start), lambda when: _span(when).last
        ),
        "as_of": by_distinct(_column(kept, "as_of", count), lambda when: _span(when).last),
    }


@lru_cache(maxsize=4096)  # each text is asked whether it is a period, and then which
def _span(when: str | date) -> Period:
    return Period(when, when) if isinstance(when, date) else Period.of(when)


def _hedged(kept: Columns, count: int) -> dict[str, Objects]:
    """Hedge, slack and whether zeros are known, from the table where the row is silent."""
    codes, known = filled(_column(kept, "approx", count), Approx.EXACT.value), hedges()
    slack = by_distinct(codes, lambda code: str(known[code].slack))
    sure = by_distinct(kept["unit"], _SURE_ZEROS.__contains__)
    return {
        "approx": by_distinct(codes, lambda code: known[code].approx.value),
        "slack": filled(_column(kept, "slack", count), slack),
        "zeros_known": filled(_column(kept, "zeros_known", count), sure),
    }


def _reasons(raw: Columns, count: int) -> Objects:
    """Why each row cannot enter; None where it can. The first reason found is given."""
    found = column_of([None] * count)
    for name, problem in _PROBLEMS:
        column = _column(raw, name, count)
        wrong = by_distinct(column, problem)
        if name in _NEEDED:
            wrong[is_missing(column)] = f"no {name}"
        found = filled(found, wrong)
    return found


def _column(raw: Columns, name: str, count: int) -> Objects:
    return raw[name] if name in raw else column_of([None] * count)


def _unit_problem(code: str) -> str | None:
    try:
        unit(code)
    except UnitError as error:
        return str(error)
    return None


def _period_problem(when: str | date) -> str | None:
    try:
        _span(when)
    except UnitError as error:
        return str(error)
    return None


def _number_problem(digits: str) -> str | None:
    return None if _DIGITS.fullmatch(digits) else f"digits {digits!r} are no plain number"


def _area_problem(code: str) -> str | None:
    strange = [one for one in code.split(",") if one not in areas()]
    return f"area {strange[0]!r} is not in the table of areas" if strange else None


def _word_problem(what: str, known: Iterable[str]) -> Callable[[str], str | None]:
    words = frozenset(known)

    def problem(word: str) -> str | None:
        return None if word in words else f"{what} {word!r} is none of {', '.join(sorted(words))}"

    return problem


_PROBLEMS: tuple[tuple[str, Callable[[str], str | None]], ...] = (
    ("unit", _unit_problem),
    ("digits", _number_problem),
    ("kind", _word_problem("kind", Kind)),
    ("flow", _word_problem("flow", Flow)),
    ("reporter", _area_problem),
    ("partner", _area_problem),
    ("period_start", _period_problem),
    ("period_end", _period_problem),
    ("as_of", _period_problem),
)
_NEEDED = frozenset({"unit", "digits", "kind"})
