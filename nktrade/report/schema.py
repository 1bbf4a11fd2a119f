"""What the report's frames are declared to hold: pandera schemas to import and compose."""

import pandera.pandas as pa

from nktrade.core.codes import Approx, Channel, Flow, Kind, Severity, Standing, Verdict
from nktrade.report import rows

_OFFSETS = pa.Check.ge(0)
_COUNTS = pa.Check.ge(1)
_TEXT = pa.Column(str, nullable=True, coerce=True)
_NUMBER = pa.Column(float, nullable=True)
_DAY = pa.Column("datetime64[s]", nullable=True)


def _one_of(
    words: type[Approx | Channel | Flow | Kind | Severity | Standing | Verdict],
) -> pa.Column:
    known = [word.value for word in words]
    return pa.Column(str, pa.Check.isin(known), nullable=True, coerce=True)


_COLUMNS = {
    **dict.fromkeys(("start", "end", "source_start", "source_end"), pa.Column(int, _OFFSETS)),
    **dict.fromkeys(("line", "occurrence"), pa.Column(int, _COUNTS)),
    **dict.fromkeys(("low", "high", "likely_value"), _NUMBER),
    **dict.fromkeys(("left_low", "left_high", "right_low", "right_high"), _NUMBER),
    **dict.fromkeys(("gap_low", "gap_high"), _NUMBER),
    **dict.fromkeys(
        ("confidence", "probability"), pa.Column(float, pa.Check.in_range(0, 1), nullable=True)
    ),
    **dict.fromkeys(("period_start", "period_end", "as_of"), _DAY),
    **dict.fromkeys(("lexical", "hypothetical"), pa.Column(bool)),
    "value": pa.Column(float, pa.Check.ge(0), nullable=True),
    "origins": pa.Column(int, _OFFSETS),
    "holds": pa.Column("boolean", nullable=True),
    "approx": _one_of(Approx),
    "kind": _one_of(Kind),
    "flow": _one_of(Flow),
    "channel": _one_of(Channel),
    "standing": _one_of(Standing),
    "verdict": _one_of(Verdict),
    "severity": _one_of(Severity),
}


def _schema(name: str, columns: tuple[str, ...]) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(
        {column: _COLUMNS.get(column, _TEXT) for column in columns},
        name=name,
        strict=True,
        ordered=True,
    )


CLAIMS = _schema("claims", rows.CLAIM_COLUMNS)
FINDINGS = _schema("findings", rows.FINDING_COLUMNS)
RELATIONS = _schema("relations", rows.RELATION_COLUMNS)
BASELINE = _schema("baseline", rows.BASELINE_COLUMNS)
IMPLIED = _schema("implied", rows.IMPLIED_COLUMNS)
