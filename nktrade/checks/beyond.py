"""Beyond all: a fall by more than all there was, and a share of more than its whole.

No trade falls by more than it was, so there the print is wrong. A share of more than all may be one of
another whole than our reading took, of last year's total or of a limit: it is only warned of.
"""

from collections.abc import Iterator

from nktrade.checks.viewpoint import shown
from nktrade.core.claims import Claim, Reading
from nktrade.core.codes import Flow, Kind, Severity, Verdict
from nktrade.core.findings import Relation
from nktrade.core.interval import Interval

_PERCENT = 100
_ALL = Interval.point(_PERCENT)


def beyond_all(reading: Reading) -> Iterator[Relation]:
    """Each printed fall and share that is more than all at its widest reading."""
    has_limit = any(one.kind is Kind.CAP for one in reading.claims)
    for one in reading.claims:
        low = one.amount.widest.low
        if low is None or low <= _PERCENT or one.is_hypothetical or one.doubt is not None:
            continue
        if _is_fall(one):
            yield _relation(one, Severity.ERROR, "said to have fallen by more than all there was")
        elif one.kind is Kind.SHARE_PCT and not has_limit:
            yield _relation(one, Severity.WARNING, "said to be a share, of more than its whole")


def _is_fall(one: Claim) -> bool:
    """Whether it is a fall of what cannot be less than nothing: a balance can."""
    return one.kind is Kind.CHANGE_PCT and one.sign == "-" and one.flow is not Flow.BALANCE


def _relation(one: Claim, severity: Severity, why: str) -> Relation:
    return Relation(
        id="",
        document=one.figure.document,
        check="no more than all",
        type="greater",
        args=(("part", (one.id,)),),
        left=one.amount.widest,
        right=_ALL,
        gap=one.amount.widest - _ALL,
        holds=False,
        verdict=Verdict.LOCATED,
        severity=severity,
        suspect=(one.id,),
        explanation=f"{shown(one)} is {why}",
    )
