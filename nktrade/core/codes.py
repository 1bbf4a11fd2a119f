"""The closed vocabularies of the field: one word per thing, named as UN IMTS and SDMX name it."""

from enum import StrEnum


class Kind(StrEnum):
    """What sort of number a claim states."""

    LEVEL = "level"
    CHANGE_PCT = "change_pct"
    CHANGE_ABS = "change_abs"
    SHARE_PCT = "share_pct"
    UNIT_PRICE = "unit_price"
    CAP = "cap"
    RATIO = "ratio"


class Flow(StrEnum):
    """Direction of trade, always seen from the reporter."""

    EXPORT = "export"
    IMPORT = "import"
    TOTAL = "total"
    BALANCE = "balance"

    @property
    def mirrored(self) -> "Flow":
        """The same flow as the partner records it.

        >>> Flow.EXPORT.mirrored
        <Flow.IMPORT: 'import'>
        """
        return _MIRROR.get(self, self)


_MIRROR = {Flow.EXPORT: Flow.IMPORT, Flow.IMPORT: Flow.EXPORT}


class Approx(StrEnum):
    """How the text hedges a figure."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    NEARLY = "nearly"
    ESTIMATE = "estimate"
    RANGE = "range"


class Channel(StrEnum):
    """Whether the goods passed customs. Different channels are never held equal."""

    RECORDED = "recorded"
    UNRECORDED = "unrecorded"
    UNKNOWN = "unknown"


class Standing(StrEnum):
    """What weight the text itself gives a figure."""

    OFFICIAL = "official"
    ESTIMATE = "estimate"
    ALLEGED = "alleged"
    OPINION = "opinion"
    FORECAST = "forecast"
    HYPOTHETICAL = "hypothetical"


class Valuation(StrEnum):
    """Where on its way the goods are valued."""

    FOB = "fob"
    CIF = "cif"


class Verdict(StrEnum):
    """What the diagnosis says of a relation that cannot hold."""

    CONSISTENT = "consistent"
    ROUNDING = "rounding only"
    REVISION = "revision"
    GAP = "gap"
    LOCATED = "located"
    TIE = "tie"
    CANNOT_LOCALISE = "cannot localise"
    NOT_CHECKABLE = "not checkable"
    MISREADING = "possible misreading"
    NOT_DECIDED = "not decided"


class Severity(StrEnum):
    """How sure a contradiction is: only an error names a figure as wrong."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


WORLD = "WLD"
OF_CAP = "versus:cap"
"""The base of a multiple or change that is told against a limit, not against an earlier period."""
ALL_GOODS = "all"
REST = "other goods"
"""What the other rows of one list leave: each list leaves others."""
