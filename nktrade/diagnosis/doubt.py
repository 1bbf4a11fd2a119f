"""Doubt about our own reading: would a plausible other reading dissolve the contradiction?

A reading that all claims of a relation share cannot dissolve it: three figures moved together to
another month still have to add up. What counts is doubt that sets one claim apart from the others.
"""

from collections.abc import Sequence

from nktrade.core.claims import Claim

_KEY = ("flow", "reporter", "partner", "commodity", "period", "kind", "unit", "base")
_PLAUSIBLE = 0.25
"""From this probability on, a misreading is as likely as a misprint of one of three figures among
the texts that contradict themselves (docs/decisions/011)."""


def misreading(claims: Sequence[Claim]) -> str:
    """The other reading that would dissolve a relation, in words; empty where none is plausible."""
    if len(claims) < 2:  # noqa: PLR2004 - one claim has nobody to be set apart from
        return ""
    for claim in claims:
        for other in claim.alternatives:
            if other.field in _KEY and other.probability >= _PLAUSIBLE and _is_apart(claim, claims):
                return (
                    f"{claim.figure.surface!r} may speak of {other.field} {other.value}: "
                    "read so, nothing contradicts"
                )
    return ""


def _is_apart(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether some other claim of the relation lacks this claim's doubts."""
    own = {(other.field, other.value) for other in claim.alternatives}
    return any(
        not own & {(other.field, other.value) for other in one.alternatives}
        for one in claims
        if one is not claim
    )
