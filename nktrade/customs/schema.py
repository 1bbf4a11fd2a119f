"""The customs schema, built from the rules. Users may import, extend and compose it."""

from typing import Any

import narwhals as nw
import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from nktrade.customs.columns import REJECTED, TYPES
from nktrade.customs.rules import RULES, Rule
from nktrade.errors import LedgerError

_SHOWN = 3
_NEVER_MISSING = frozenset(
    {"row", "line", "code", "classification", "level", "compiler", "document"}
)


def _check(rule: Rule) -> pa.Check:
    def holds(frame: pd.DataFrame) -> Any:  # noqa: ANN401 - a column of truths, as pandera asks for
        return nw.from_native(frame).select(rule.holds.alias("holds")).to_native()["holds"]

    return pa.Check(holds, name=f"{rule.column}: {rule.name}", error=rule.says)


CustomsSchema = pa.DataFrameSchema(
    {
        name: pa.Column(kind, nullable=kind not in {"int64", "bool"} and name not in _NEVER_MISSING)
        for name, kind in TYPES.items()
    },
    checks=[_check(rule) for rule in RULES],
    unique=["row"],
    strict=True,
    ordered=True,
    name="customs",
)
_MAY_LACK = frozenset({"found", "printed", "expected"})
RejectedSchema = pa.DataFrameSchema(
    {name: pa.Column(kind, nullable=name in _MAY_LACK) for name, kind in REJECTED.items()},
    strict=True,
    name="rejected",
)


def check_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame, where it satisfies the schema.

    Raises: LedgerError with the first rows, columns and rules that fail.
    """
    try:
        return CustomsSchema.validate(frame, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases
        shown = "; ".join(
            f"row {case.index}, column {case.column}: found {case.failure_case!r}, expected {case.check}"
            for case in cases.head(_SHOWN).itertuples(index=False)
        )
        raise LedgerError(
            f"customs: {shown}; {len(cases)} failures in all; mend these rows"
        ) from None
