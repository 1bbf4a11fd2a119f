"""The ledger's schema: what every row promises. Users may import, extend and compose it."""

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from nktrade.core.codes import Approx, Channel, Flow, Kind, Standing, Valuation
from nktrade.errors import LedgerError
from nktrade.ledger.columns import REJECTED, TYPES

_SHOWN = 3


def _one_of(words: type[Approx | Channel | Flow | Kind | Standing | Valuation]) -> pa.Check:
    return pa.Check.isin([word.value for word in words], error=f"one of {', '.join(words)}")


_NUMBER = pa.Check.str_matches(r"^\d+(\.\d+)?$", error="digits with at most one point")
_EXACT = pa.Check.str_matches(r"^\d+(/\d+)?$", error="an exact number such as 1000 or 1/1000")
_RULES: dict[str, list[pa.Check]] = {
    "layer": [pa.Check.isin(["text", "baseline"])],
    "kind": [_one_of(Kind)],
    "flow": [_one_of(Flow)],
    "channel": [_one_of(Channel)],
    "standing": [_one_of(Standing)],
    "valuation": [_one_of(Valuation)],
    "approx": [_one_of(Approx)],
    "sign": [pa.Check.isin(["-", "+"])],
    "digits": [_NUMBER],
    "ceiling_digits": [_NUMBER],
    "scale": [_EXACT],
    "ceiling_scale": [_EXACT],
    "slack": [_EXACT],
    "sentence": [pa.Check.ge(0)],
    "clause": [pa.Check.ge(0)],
}
_NEVER_MISSING = frozenset(
    {"claim", "document", "layer", "kind", "unit", "digits", "scale", "approx", "slack"}
    | {"value", "low", "high", "wide_low", "wide_high"}
    | {"zeros_known", "hypothetical", "plain", "sentence", "clause"}
)

LedgerSchema = pa.DataFrameSchema(
    {
        name: pa.Column(kind, _RULES.get(name, []), nullable=name not in _NEVER_MISSING)
        for name, kind in TYPES.items()
    },
    checks=[
        pa.Check(lambda rows: rows["low"] <= rows["high"], error="low is at most high"),
        pa.Check(
            lambda rows: (rows["wide_low"] <= rows["low"]) & (rows["high"] <= rows["wide_high"]),
            error="the widest reading encloses the printed one",
        ),
        pa.Check(
            lambda rows: rows["period_start"].isna() | (rows["period_start"] <= rows["period_end"]),
            error="a period begins before it ends",
        ),
    ],
    unique=["document", "claim"],
    strict=True,
    ordered=True,
    name="ledger",
)
RejectedSchema = pa.DataFrameSchema(
    {name: pa.Column(kind, nullable=name != "reason") for name, kind in REJECTED.items()},
    strict=True,
    name="rejected",
)


def check_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame, where it satisfies the schema.

    Raises: LedgerError with the first rows, column and rule that fail.
    """
    try:
        return LedgerSchema.validate(frame, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases
        shown = "; ".join(
            f"row {case.index}, column {case.column}: found {case.failure_case!r}, "
            f"expected {case.check}"
            for case in cases.head(_SHOWN).itertuples(index=False)
        )
        raise LedgerError(
            f"ledger: {shown}; {len(cases)} failure{'s' * (len(cases) > 1)} in all; mend these rows"
        ) from None
