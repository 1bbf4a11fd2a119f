"""Doubt about our own reading: would a plausible other reading dissolve the contradiction?

A reading that all claims of a relation share cannot dissolve it: three figures moved together to
another month still have to add up. What counts is doubt that sets one claim apart from the others:
one whose month stands in its own words beside one whose month was carried over.
"""

from collections.abc import Sequence
from math import prod

from nktrade.core.claims import Claim

_KEY = ("flow", "reporter", "partner", "commodity", "period")
_PLAUSIBLE = 0.65
"""From this chance of a misreading on, nobody is accused (docs/decisions/001)."""
_APART = 0.04
"""Confidences nearer than this come from one and the same step of reading."""


def misreading(claims: Sequence[Claim]) -> str:
    """The other reading that would dissolve a relation, in words; empty where none is plausible."""
    told = [dict(claim.confidence) for claim in claims]
    doubts = {
        name: _doubt([sure[name] for sure in told if name in sure])
        for name in _KEY
        if any(name in sure for sure in told)
    }
    if 1 - prod(1 - doubt for doubt in doubts.values()) < _PLAUSIBLE:
        return ""
    field = max(doubts, key=lambda name: doubts[name])
    claim = min(claims, key=lambda one: dict(one.confidence).get(field, 1.0))
    others = [one.value for one in claim.alternatives if one.field == field]
    meant = f" {others[0]}" if others else ""
    return (
        f"{claim.figure.surface!r} may speak of another {field}{meant}: "
        "its own words do not say, and read so nothing need contradict"
    )


def _doubt(sure: Sequence[float]) -> float:
    """How likely the least sure claim is misread alone, apart from the others."""
    return 1 - min(sure) if max(sure) - min(sure) > _APART else 0.0
