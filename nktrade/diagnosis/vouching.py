"""Vouching: a printed share that is true of other amounts than those that our reading held together.

Which whole a share is of stands in few words ("of the total"), and the amount meant may lie a paragraph
back, under a limit, or in goods that our reading does not know. An amount of the share's own sentence that
makes it true with another amount of the text is what is meant, sooner than a slip of the pen. And two
amounts of which one is the printed share of the other are a part and its whole, and never one number.
"""

from collections.abc import Sequence
from fractions import Fraction

from nktrade.core.claims import Claim
from nktrade.core.codes import Kind

_AMOUNTS = frozenset({Kind.LEVEL, Kind.CAP})
_TWO = 2
_PERCENT = Fraction(1, 100)


def vouched(claims: Sequence[Claim], text: Sequence[Claim]) -> str:
    """What a printed share is true of, in words, so that these claims need not contradict; else empty.

    ``claims`` are a share with its part and its whole, or two amounts that were taken for one;
    ``text`` holds all claims of the document.
    """
    shares = [one for one in claims if one.kind is Kind.SHARE_PCT]
    told = [(share, pair) for share in shares for pair in _with_one_of(share, claims, text)]
    if not shares and len(claims) == _TWO:
        told = [(share, pair) for pair in _pairs(claims) for share in _beside(pair, text)]
    for share, (part, whole) in told:
        if _is_share(part, whole, share):
            return (
                f"{part.figure.surface!r} is {share.figure.surface} of {whole.figure.surface!r} "
                f"({part.id}, {share.id}, {whole.id}): meant so nothing need contradict"
            )
    return ""


def _with_one_of(
    share: Claim, claims: Sequence[Claim], text: Sequence[Claim]
) -> list[tuple[Claim, Claim]]:
    """The pairs of the text with an amount that is among the claims, and in the share's sentence if that has any."""
    amounts = [one for one in claims if one.kind in _AMOUNTS]
    near = [one for one in amounts if one.sentence == share.sentence]
    own = {one.id for one in near or amounts}
    return [pair for pair in _pairs(text) if own & {one.id for one in pair}]


def _beside(pair: tuple[Claim, Claim], text: Sequence[Claim]) -> list[Claim]:
    """The shares that stand in the sentence of one of two amounts."""
    sentences = {one.sentence for one in pair}
    return [one for one in text if one.kind is Kind.SHARE_PCT and one.sentence in sentences]


def _pairs(claims: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Every two amounts that were counted in one unit, and are open on no side."""
    amounts = [one for one in claims if one.kind in _AMOUNTS and _is_closed(one)]
    return [
        (part, whole)
        for part in amounts
        for whole in amounts
        if whole is not part and whole.figure.unit == part.figure.unit
    ]


def _is_share(part: Claim, whole: Claim, share: Claim) -> bool:
    """Whether the first is the printed share of the second, each as printed."""
    if not _is_closed(share):
        return False
    expected = share.amount.printed.scaled(_PERCENT) * whole.amount.printed
    return expected.meets(part.amount.printed)


def _is_closed(claim: Claim) -> bool:
    return claim.amount.printed.low is not None and claim.amount.printed.high is not None
