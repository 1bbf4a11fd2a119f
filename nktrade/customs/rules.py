"""Rules: what every row of a customs frame promises, declared once and held on any dataframe engine.

A rule is an expression that is true of a sound row. ``violations`` asks it of pandas, Polars, DuckDB or
Spark frames alike; the pandera schema is built from the same tuple.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from nktrade.customs.engines import collected
from nktrade.errors import LedgerError, nearest

Table = Any
"""A frame of any engine that Narwhals knows: each has a type of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One promise about one column, and the columns that it needs."""

    name: str
    column: str
    says: str
    holds: nw.Expr
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Violation:
    """One row that breaks one rule."""

    column: str
    rule: str
    value: str
    """What stands there, as text: engines write numbers of one value unlike."""
    key: str
    """The row's cells of the columns asked for, with bars between."""


def _or_missing(column: str, holds: nw.Expr) -> nw.Expr:
    return nw.col(column).is_null() | holds


def _one_of(column: str, words: Sequence[str]) -> Rule:
    return Rule(
        name="known word",
        column=column,
        says=f"{column} is one of {', '.join(words)}",
        holds=_or_missing(column, nw.col(column).is_in(list(words))),
    )


def _at_least_nought(column: str) -> Rule:
    return Rule(
        name="not negative",
        column=column,
        says=f"{column} is nought or more",
        holds=_or_missing(column, nw.col(column) >= 0),
    )


def _with_unit(column: str) -> Rule:
    unit = f"{column}_unit"
    return Rule(
        name="has a unit",
        column=column,
        says=f"{column} has a unit",
        holds=nw.col(column).is_null() | ~nw.col(unit).is_null(),
        needs=(unit,),
    )


def _present(column: str) -> Rule:
    return Rule(
        name="present",
        column=column,
        says=f"{column} is never missing",
        holds=~nw.col(column).is_null(),
    )


RULES: tuple[Rule, ...] = (
    *(
        _present(name)
        for name in ("flow", "reporter", "partner", "commodity", "period_start", "period_end")
    ),
    _one_of("flow", ("export", "import", "total")),
    _one_of("valuation", ("fob", "cif")),
    *(_at_least_nought(name) for name in ("value", "quantity", "weight")),
    _with_unit("value"),
    _with_unit("quantity"),
    Rule(
        name="in order",
        column="period_end",
        says="a period begins before it ends",
        holds=_or_missing("period_end", nw.col("period_start") <= nw.col("period_end")),
        needs=("period_start",),
    ),
)


def violations(
    table: Table, *, key: Sequence[str] = ("row",), rules: Sequence[Rule] = RULES
) -> tuple[Violation, ...]:
    """Every row that breaks a rule, sorted; the same on every engine. Rules without their columns rest.

    >>> import pandas as pd
    >>> violations(pd.DataFrame({"row": [1, 2], "flow": ["export", "exprot"]}))[0].value
    'exprot'

    Raises: LedgerError where a key is no column.
    """
    frame = nw.from_native(table).lazy()
    names = frame.collect_schema().names()
    strange = [one for one in key if one not in names]
    if strange:
        raise LedgerError(
            f"violations: found no column {strange[0]!r} for the key, expected one of the table; "
            f"{nearest(strange[0], names)}"
        )
    found: list[Violation] = []
    for rule in rules:
        if {rule.column, *rule.needs} <= set(names):
            found += _broken(frame, rule, key)
    return tuple(sorted(found))


def _broken(
    frame: "nw.LazyFrame[Any]", rule: Rule, key: Sequence[str]
) -> list[Violation]:  # Any: frames of any engine
    columns = list(dict.fromkeys([*key, rule.column]))
    apart = collected(frame.filter(~rule.holds).select(columns)).rows(named=True)
    return [
        Violation(
            column=rule.column,
            rule=rule.name,
            value=_shown(row[rule.column]),
            key="|".join(_shown(row[one]) for one in key),
        )
        for row in apart
    ]


def _shown(cell: object) -> str:
    """A cell as one text on every engine: days without hours, whole numbers without a point."""
    is_missing = cell is None or cell != cell  # noqa: PLR0124 - NaN and NaT alone differ from themselves
    if is_missing:
        return ""
    text = str(cell).removesuffix(" 00:00:00")
    return text.removesuffix(".0") if isinstance(cell, float) else text
