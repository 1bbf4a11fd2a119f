"""Elsewhere: what the words tell of a time that a figure might be of instead.

Where a time was carried over, another that the text names is a rival. It is none where the text has told
that number already: November's deficit of 2 million leaves one of 198 million to the months before it.
"""

from collections.abc import Sequence
from fractions import Fraction

import pandas as pd

from nktrade.core.claims import Claim
from nktrade.core.codes import Kind
from nktrade.core.period import Period
from nktrade.diagnosis.rereading import Rereading
from nktrade.diagnosis.sureness import is_explicit

_FAR = Fraction(3, 2)
"""What differs by half as much again is no revision of a number: docs/decisions/119."""
_THING = (
    *("kind", "flow", "reporter", "partner", "commodity"),
    *("channel", "scope", "valuation", "source", "place", "actor"),
)


def is_told_apart(read: Rereading, text: Sequence[Claim]) -> bool:
    """Whether it is the base of a change that is told apart: a headline's 5 percent.

    No figure of its time stands in its sentence, and none of another time in that or the one before.
    """
    own = [one for one in text if one.id in read.claims and read.field == "base"]
    others = [one for one in text if one.id not in read.claims]
    near = (0 <= a.sentence - b.sentence <= (a.period != b.period) for a in own for b in others)
    return bool(own) and not any(near)


def is_told_otherwise(read: Rereading, claims: Sequence[Claim], text: Sequence[Claim]) -> bool:
    """Whether the words tell quite another number of the time that one of these claims would be of.

    A sentence that has given November's deficit leaves no other one to be November's.
    """
    if read.field != "period":
        return False
    moved = [one for one in claims if one.id in read.claims and one.kind is Kind.LEVEL]
    times = {one.id: columns_of(one.period) for one in text}
    told = [one for one in text if times[one.id] == read.columns and is_explicit("period", one)]
    return any(
        _is_same_thing(one, other) and _are_far(one, other) for one in moved for other in told
    )


def _is_same_thing(one: Claim, other: Claim) -> bool:
    """Whether but for the time one thing is told of, in one unit and by one count."""
    return one.figure.unit == other.figure.unit and all(
        getattr(one, name) == getattr(other, name) for name in _THING
    )


def _are_far(one: Claim, other: Claim) -> bool:
    """Whether two amounts lie farther apart than any revision."""
    least, most = sorted((one.figure.amount, other.figure.amount), key=lambda told: told.value)
    return not least.widest.scaled(_FAR).meets(most.widest) and least.value * _FAR < most.value


def columns_of(period: Period | None) -> tuple[tuple[str, pd.Timestamp], ...]:
    """The columns of a ledger that say a time."""
    if period is None:
        return ()
    return tuple(
        (name, pd.Timestamp(day))
        for name, day in (("period_start", period.first), ("period_end", period.last))
    )
