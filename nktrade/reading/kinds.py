"""Kinds: what sort of number a figure is, and what stands beside it that tells."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from nktrade.core.codes import Kind
from nktrade.reading.words import Mention

NEAR, BLANK = 14, 2
"""How far a word may stand from the figure that it tells of, and how far right beside it."""
_COMPARING = (":than", ":level")
"""Hedges that compare with what a percentage leads to: 6 percent more than, 6 percent above."""
_OFF_LIMIT = ("more_than", "less_than")
_NEXT_TO_A_CHANGE = frozenset({"case", "hedge", "break", "period", "level", "rate", "pronoun"})


class Sort(NamedTuple):
    """Kind and direction of a figure, and whether it is the level compared with."""

    kind: Kind | None
    sign: str | None = None
    is_base: bool = False
    share_of: str | None = None
    is_end: bool = False
    """Whether a change leads to it: to 44 percent."""
    grows: bool = False
    """Whether a multiple says that something became so many times what it was: doubled, a tenfold rise."""


class Place(NamedTuple):
    """What stands beside a figure: leftwards from it, rightwards from it, up to the next figures."""

    left: Sequence[Mention]
    right: Sequence[Mention]
    figure: Mention
    carried: str | None = None
    """The direction that the clause before had, for verbs left out."""
    follows: bool = False
    """Whether it stands alone between commas behind a level."""
    named: bool = False
    """Whether it stands in brackets right behind a country: Russia (1.8 percent)."""
    rest: Sequence[Mention] = ()
    """All of the clause behind it, later figures and what follows them included."""

    @property
    def before(self) -> Mention | None:
        """The known word just before it."""
        return self.left[0] if self.left else None

    @property
    def after(self) -> Mention | None:
        """The known word just behind it."""
        return self.right[0] if self.right else None

    @property
    def is_end(self) -> bool:
        """Whether it is introduced as the end of a change: to N."""
        return self.before is not None and self.before.value == "destination"


def direction(place: Place) -> str | None:
    """The direction of the first change word of the clause, before the figure or behind it."""
    for one in (*place.left, *place.right):
        if one.role == "change":
            return one.value
    return None


def past_limit(items: Sequence[Mention], index: int) -> str | None:
    """On which side of a limit something lies by so much: exceeds the cap of 5 million by 3 percent."""
    if not index or items[index - 1].value != "agent":
        return None
    for hedge, cap in pairwise(items[:index]):
        if cap.role == "cap" and hedge.role == "hedge" and hedge.value.startswith(_OFF_LIMIT):
            return compared_by(hedge)
    return None


def whole_of(text: str, place: Place) -> str | None:
    """The words for the whole that a share is of."""
    if not place.right:
        return None
    return text[place.right[0].start : place.right[-1].end].strip()[:80] or None


def is_origin(place: Place) -> bool:
    """Whether the figure is introduced as the old level: from, compared with."""
    first = place.before
    if first is None or place.figure.start - first.end > NEAR:
        return False
    left = [one for one in place.left if one.role not in {"hedge", "version"}]
    first = left[0] if left else first
    is_gap = [one.role for one in left[:3]] == ["case", "flow", "compare"]
    if is_gap and first.value == "of" and left[1].value.startswith("balance"):
        return left[1].start - left[2].end <= NEAR  # compared with a deficit of $3 million
    leads_on = [one.value for one in place.right[-2:-1]] == ["destination"]
    moved = bool(place.carried or direction(place) or leads_on)
    return (first.value == "origin" and moved) or first.role == "compare"


def is_led_to(place: Place) -> bool:
    """Whether a change word leads to the figure as its end or start: rose to 95 percent."""
    first = place.before
    return first is not None and (
        first.value in {"destination", "origin"} or first.role in {"level", "compare"}
    )


def change_beside(place: Place) -> str | None:
    """The direction of a change word right beside a percentage."""
    after = place.after
    if after and after.role == "change" and after.start - place.figure.end <= NEAR:
        return after.value
    if after and after.value == "about" and len(place.right) > 1:
        after = place.right[1]  # 26 percent or so above
        place = place._replace(figure=place.right[0])
    if after and is_difference(after) and after.start - place.figure.end <= BLANK:
        return compared_by(after)
    for one in place.left:
        if one.role == "change":
            return one.value
        if one.role not in _NEXT_TO_A_CHANGE or one.value == "destination":
            return None
    return None


def is_difference(behind: Mention) -> bool:
    """Whether a word behind a figure makes it a difference: 5 percent more than, a tenth below."""
    return behind.role == "hedge" and behind.value.endswith(_COMPARING)


def compared_by(hedge: Mention) -> str:
    """The direction in which a hedge compares."""
    return "-" if hedge.value.startswith("less") else "+"
