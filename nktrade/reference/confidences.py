"""Confidences: how often a field was right that was found so, in texts by writers who had not seen the reader."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache

from nktrade.reference.tables import read_table, unique


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """How often one field was right that was found in one way."""

    field: str
    trust: Fraction
    """How directly words say it: the weight of ``Claim.trust``."""
    claims: int
    """Of how many annotated claims."""
    right: int
    chance: Fraction
    """The share that was right, drawn towards that of the field as by twenty claims more."""
    source: str
    as_of: date
    verified: bool


@cache
def confidences() -> dict[str, Confidence]:
    """Every row, by field and trust."""
    return unique(
        read_table("confidences", Confidence),
        lambda one: [_key(one.field, float(one.trust))],
        "confidences",
    )


@cache
def confidence(field: str, trust: float) -> float:
    """The chance that a field was read right that is trusted so far.

    >>> 0.5 < confidence("period", 0.8) <= confidence("period", 0.98) < 1
    True

    Raises: KeyError where the table has no such field or trust.
    """
    return float(confidences()[_key(field, trust)].chance)


def _key(field: str, trust: float) -> str:
    return f"{field} {trust:g}"
