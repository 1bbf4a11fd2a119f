"""Doubt about our own reading: would a plausible other reading dissolve the contradiction?

A reading that all claims of a relation share cannot dissolve it: three figures moved together to
another month still have to add up. What counts is doubt that sets one claim apart from others: one
whose month stands in its own words beside one, in another sentence, whose month was carried over.
"""

from collections.abc import Sequence
from math import prod

from nktrade.core.claims import Claim

_KEY = (("flow",), ("reporter", "partner"), ("commodity",), ("period",))
"""Parts of the key; the two sides are carried over in one step and doubted as one."""
_PLAUSIBLE = 1 / 3
"""From this chance of a misreading on, nobody is accused (docs/decisions/014)."""
_APART = 0.04
"""Confidences nearer than this come from one and the same step of reading."""


def misreading(claims: Sequence[Claim]) -> str:
    """The other reading that would dissolve a relation, in words; empty where none is plausible."""
    doubts = {name: _doubt(name, claims) for part in _KEY for name in part}
    greatest = (max(doubts[name] for name in part) for part in _KEY)
    if 1 - prod(1 - doubt for doubt in greatest) < _PLAUSIBLE:
        return ""
    field = max(doubts, key=lambda name: doubts[name])
    claim = min(claims, key=lambda one: _sure(field, one))
    others = [one.value for one in claim.alternatives if one.field == field]
    meant = f" {others[0]}" if others else ""
    return (
        f"{claim.figure.surface!r} may speak of another {field}{meant}: "
        "its own words do not say, and read so nothing need contradict"
    )


def _doubt(name: str, claims: Sequence[Claim]) -> float:
    """How likely one field of the least sure claim is misread alone.

    Claims of one sentence are read in one step: they are right together or wrong together.
    """
    least = min(claims, key=lambda one: _sure(name, one))
    others = [_sure(name, one) for one in claims if one.sentence != least.sentence]
    is_apart = bool(others) and max(others) - _sure(name, least) > _APART
    return 1 - _sure(name, least) if is_apart else 0.0


def _sure(name: str, claim: Claim) -> float:
    return dict(claim.confidence).get(name, 1.0)
