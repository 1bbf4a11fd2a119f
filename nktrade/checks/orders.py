"""Orders: two printed amounts of which the text itself says that one is more than the other.

"That is already more than the $312 million of January to July", of $290 million: the words and the
two amounts cannot all be meant. Which of the three slipped, nothing tells.
"""

from collections.abc import Iterator

from nktrade.checks.viewpoint import shown
from nktrade.core.claims import Claim, Order, Reading
from nktrade.core.codes import Flow, Kind, Severity, Verdict
from nktrade.core.findings import Relation


def orders(reading: Reading) -> Iterator[Relation]:
    """Each stated order of two amounts of one unit, and whether their widest reading admits it."""
    placed = {one.figure.start: one for one in reading.claims}
    for one in reading.orders:
        more, less = placed.get(one.more), placed.get(one.less)
        if more is not None and less is not None and _are_comparable(more, less):
            yield _relation(one, more, less)


def _are_comparable(more: Claim, less: Claim) -> bool:
    """Whether both are plain levels of one kind of flow, counted in one unit."""
    one, other = (
        (claim.figure.unit, claim.rate, claim.flow, claim.sign, claim.channel, claim.scope)
        for claim in (more, less)
    )
    are_levels = all(
        claim.kind is Kind.LEVEL and not claim.is_hypothetical and claim.doubt is None
        for claim in (more, less)
    )
    return are_levels and one == other and more.flow is not Flow.BALANCE


def _relation(said: Order, more: Claim, less: Claim) -> Relation:
    left, right = less.amount.widest, more.amount.widest
    holds = right.high is None or left.low is None or left.low <= right.high
    return Relation(
        id="",
        document=said.document,
        check="said to be more",
        type="greater",
        args=(("part", (less.id,)), ("whole", (more.id,))),
        left=left,
        right=right,
        gap=left - right,
        holds=holds,
        verdict=None if holds else Verdict.TIE,
        severity=None if holds else Severity.WARNING,
        explanation=f"{said.surface!r}: {shown(more)} is said to be more than {shown(less)}",
    )
