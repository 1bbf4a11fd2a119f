"""Sureness: what of a claim stands in the words, and what was inferred that can be nothing else."""

from collections.abc import Sequence

from nktrade.core.claims import Claim

EXPLICIT = 0.9
"""From this confidence on, a value stands in the words."""
_SIDES = ("reporter", "partner")


def sureness(name: str, claim: Claim) -> float:
    """How far a field of the claim is to be trusted."""
    return dict(claim.trust).get(name, 1.0)


def is_explicit(field: str, claim: Claim) -> bool:
    """Whether it stands in the words; of a pair one side is enough."""
    names = _SIDES if field == "sides" else (field,)
    return any(sureness(name, claim) >= EXPLICIT for name in names)


def cannot_turn(claims: Sequence[Claim], text: Sequence[Claim]) -> bool:
    """Whether the words tell by other numbers what these claims would tell with inferred sides exchanged."""
    inferred = [one for one in claims if not _is_sided(one)]
    sided = [one for one in text if _is_sided(one)]
    return all(any(_parts(one, other) for other in sided) for one in inferred)


def _is_sided(claim: Claim) -> bool:
    return all(sureness(name, claim) >= EXPLICIT for name in _SIDES)


def _parts(one: Claim, other: Claim) -> bool:
    """Whether another number is told of the same trade seen from its other side."""
    is_turned = (one.reporter, one.partner) == (other.partner, other.reporter)
    is_same = all(
        getattr(one, name) == getattr(other, name)
        for name in ("kind", "flow", "commodity", "period", "base")
    )
    numbers = one.figure.amount.widest, other.figure.amount.widest
    return (
        is_turned
        and is_same
        and one.figure.unit == other.figure.unit
        and not numbers[0].meets(numbers[1])
    )
