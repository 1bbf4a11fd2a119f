"""Unexplained: figures far apart in a text that contradict one another, though no slip of the press made them so.

Misprints have a way about them: a digit, two digits, a point, a scale, a sign, two figures exchanged. What a text
holds together within one sentence is meant to fit; what our reading holds together across sentences may count
different things, and where no slip would explain that they differ, this is likelier than that the press erred
(docs/decisions/131 says how much likelier).
"""

from collections.abc import Sequence
from dataclasses import replace

from nktrade.core.claims import Claim
from nktrade.core.codes import Flow, Kind, Severity, Verdict
from nktrade.core.findings import Relation, Repair

_SLIPS_LIKELY = 0.25
"""How much of all that may have happened slips have to make up."""
_FAR_LIKELIEST = 0.75
_IN_DIGITS = frozenset({"transposition", "substitution", "omission", "insertion", "shift", "scale"})
_NO_SLIP = "implied"
"""How a repair is called that is what the other figures come to, whatever was printed."""
_NAMED = 0.9
"""How sure a partner is whom words name."""
_FAR_LARGER = 20
"""So many times as large as the next is no amount of a sum, of a balance or of a second print."""
_NEXT, _PASSAGE = 1, 2
"""So many sentences lie at most between figures that are told together."""


def unexplained(
    claims: Sequence[Claim], repairs: Sequence[Repair], *, is_bound: bool, is_alone: bool
) -> str:
    """Why figures that a text told, and that contradict one another, need not be wrong; empty where a slip is likely.

    Plain sentences are of all that was traded, and a balance is of what its sentence tells or its passage, whatever
    explains that they differ.

    ``is_bound`` says that a part is larger than its whole: it may be almost any number, so that of many slips none
    is likely. ``is_alone`` says that no other relation of theirs fails: two that fail in one passage bear each
    other out.
    """
    is_read = all(one.trust for one in claims) and bool(repairs)
    told = [one.sentence for one in claims]
    closed = [one.sentence for one in claims if one.flow is Flow.BALANCE]
    is_beside = any(told.count(one) > 1 for one in closed)
    if is_read and is_bound and _is_partner_carried(claims) and not is_one_slip(repairs):
        return "goods told behind trade with one partner may be traded with all"
    span = max(told) - min(told)
    if is_read and span and not is_bound and _is_remote(claims) and _slips(repairs) < _SLIPS_LIKELY:
        return (
            "one of these is far larger than all others; the sentences may count different things"
        )
    if not is_read or is_beside or all(one.is_plain for one in claims):
        return ""
    reach = _NEXT if is_bound else 0 if is_alone and not closed else _PASSAGE
    if span <= reach or _slips(repairs) >= _SLIPS_LIKELY:
        return ""
    return "no slip of the press explains this; the sentences may count different things"


def _is_remote(claims: Sequence[Claim]) -> bool:
    """Whether one amount is many times any other: China's trade with all, beside its trade with one neighbour."""
    sizes = sorted(one.figure.amount.value for one in claims if one.kind is Kind.LEVEL)
    units = {one.figure.unit for one in claims if one.kind is Kind.LEVEL}
    return len(sizes) > 1 and len(units) == 1 and sizes[-1] > sizes[-2] * _FAR_LARGER


def _is_partner_carried(claims: Sequence[Claim]) -> bool:
    """Whether goods are told without a partner behind trade with one: exports to China, then exports of chips, to it or to all."""
    named = {dict(one.trust).get("partner", 1.0) >= _NAMED for one in claims}
    return len(named) > 1 and len({one.commodity for one in claims}) > 1


def is_one_slip(repairs: Sequence[Repair]) -> bool:
    """Whether one slip in the digits of one figure is by far the likeliest of all that may have happened."""
    best = max(repairs, key=lambda one: one.probability or 0.0, default=None)
    return (
        best is not None
        and best.kind in _IN_DIGITS
        and len(best.values) == 1
        and (best.probability or 0.0) >= _FAR_LIKELIEST
    )


def left_open(plain: Relation, words: str) -> Relation:
    """A relation that fails, and accuses nobody."""
    return replace(
        plain, holds=None, verdict=Verdict.MISREADING, severity=Severity.NOTE, explanation=words
    )


def _slips(repairs: Sequence[Repair]) -> float:
    """How likely it is, of all that may have happened, that the press slipped."""
    return sum(one.probability or 0.0 for one in repairs if _NO_SLIP not in one.kind)
