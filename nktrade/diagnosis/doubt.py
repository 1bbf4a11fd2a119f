"""Doubt about our own reading: would a plausible other reading dissolve the contradiction?

A reading that all claims of a relation share cannot dissolve it: three figures moved together to
another month still have to add up. What counts is doubt that sets one claim apart from others: one
whose month stands in its own words beside one, in another sentence, whose month was carried over.
Carrying over is safe where the text names one month and one pair of countries, and a guess where it
names several.
"""

from collections.abc import Hashable, Sequence
from math import prod

from nktrade.core.claims import Claim
from nktrade.core.period import MONTHS

_KEY = (("flow",), ("reporter", "partner"), ("commodity",), ("period",))
"""Parts of the key; the two sides are carried over in one step and doubted as one."""
_PLAUSIBLE = 0.2
"""From this chance of a misreading on, nobody is accused (docs/decisions/014)."""
_APART = 0.04
"""Confidences nearer than this come from one and the same step of reading."""
_EXPLICIT = 0.9
"""From this confidence on, a value stands in the words."""
_UNRIVALLED = 0.25
"""What is left of a doubt where the text names no other value that could be meant."""


def misreading(
    claims: Sequence[Claim], text: Sequence[Claim], *, is_about_sides: bool = False
) -> str:
    """The other reading that would dissolve a relation, in words; empty where none is plausible.

    ``text`` holds all claims of the document: the values that one of these might have instead. A
    relation that is about nothing but whose flow it is rests on the sides alone.
    """
    if chance(claims, text, is_about_sides=is_about_sides) < _PLAUSIBLE:
        return ""
    doubts = {name: _doubt(name, claims, text) for part in _KEY for name in part}
    field = max(doubts, key=lambda name: doubts[name])
    claim = min(claims, key=lambda one: _sure(field, one))
    others = [one.value for one in claim.alternatives if one.field == field]
    meant = f" {others[0]}" if others else ""
    return (
        f"{claim.figure.surface!r} may speak of another {field}{meant}: "
        "its own words do not say, and read so nothing need contradict"
    )


def chance(
    claims: Sequence[Claim], text: Sequence[Claim], *, is_about_sides: bool = False
) -> float:
    """How likely some claim was misread apart from the others of its relation."""
    if is_about_sides:
        return 1 - min(_sure(name, one) for name in ("reporter", "partner") for one in claims)
    greatest = (max(_doubt(name, claims, text) for name in part) for part in _KEY)
    return 1 - prod(1 - doubt for doubt in greatest)


def _doubt(name: str, claims: Sequence[Claim], text: Sequence[Claim]) -> float:
    """How likely one field of the least sure claim is misread alone.

    Claims of one sentence are read in one step: they are right together or wrong together.
    """
    least = min(claims, key=lambda one: _joint(name, one, claims))
    sure = _joint(name, least, claims)
    others = [_sure(name, one) for one in claims if one.sentence != least.sentence]
    if not others or max(others) - sure <= _APART:
        return 0.0
    # What a claim leaves out is no rival: a yearly cap names no month that could be meant.
    rivals = {_value(name, one) for one in text if dict(one.confidence).get(name, 0) >= _EXPLICIT}
    is_rivalled = bool(rivals - {_value(name, least), *_natural(name, least)})
    return (1 - sure) * (1 if is_rivalled else _UNRIVALLED)


def _joint(name: str, claim: Claim, claims: Sequence[Claim]) -> float:
    """How sure a field is that the words beside it may name: "2.8 million tons of coal, 70 percent"."""
    beside = (one for one in claims if one.sentence == claim.sentence)
    same = (_sure(name, one) for one in beside if _value(name, one) == _value(name, claim))
    return max(same)


def _value(name: str, claim: Claim) -> Hashable:
    """What the field says; the two sides as a pair without direction."""
    if name in {"reporter", "partner"}:
        return frozenset({claim.reporter, claim.partner})
    value: Hashable = getattr(claim, name)
    return value


def _natural(name: str, claim: Claim) -> set[Hashable]:
    """Values that stand beside this one in the plainest report: the flows, the year before."""
    if name == "flow":
        return {"export", "import", "total", "balance"}
    if name == "period" and claim.period is not None:
        return {claim.period.shifted(-MONTHS), claim.period.shifted(MONTHS)}
    return set()


def _sure(name: str, claim: Claim) -> float:
    return dict(claim.confidence).get(name, 1.0)
