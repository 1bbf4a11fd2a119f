"""Slips: whether one slip of the pen parts two prints.

The slips are those of typing: two digits exchanged, one replaced, dropped or doubled, a point or a
scale word in another place.
"""

from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from math import log10

from nktrade.core.amount import Amount

_SHIFTS = (1, 2, 3, 4, 6, 8)
"""Powers of ten that part one scale word from another, in English and in East Asian counting."""
TELLING = 3
"""Digits from which on being one slip apart is no chance: of 900 numbers of three, 50 are near one."""
_TELLING_OF_SCALE = 2
"""Where the digits are the same and only the scale or the sign is not, two are enough."""
_TOLD_EXACTLY = 5
_REVISION = Fraction(1, 100)
"""What differs by less, in one digit, may as well be a revision that nobody speaks of."""
_TEN = "0123456789"
_KEPT = 1024
"""Prints whose slips are remembered: each is held against every other of its text."""


def is_slip(printed: str, meant: str) -> bool:
    """Whether two digits were exchanged, or one replaced, dropped or doubled.

    >>> is_slip("2379", "2397"), is_slip("2371", "2397")
    (True, False)
    """
    if len(printed) == len(meant):
        unlike = [at for at, (a, b) in enumerate(zip(printed, meant, strict=True)) if a != b]
        if len(unlike) == 1:
            return True
        return (
            len(unlike) == len("ab")
            and sorted(printed) == sorted(meant)
            and unlike[1] == unlike[0] + 1
        )
    short, long = sorted((printed, meant), key=len)
    return len(long) == len(short) + 1 and any(
        long[:at] + long[at + 1 :] == short for at in range(len(long))
    )


def may_be_slip(one: Amount, other: Amount) -> bool:
    """Whether some slip in the first would make it agree with the second, whatever their signs.

    They agree where they share more than an end: the half of a last digit lies in two prints.

    >>> may_be_slip(Amount(digits="118.7"), Amount(digits="181.7"))
    True
    """
    least = min(len(significant(one.digits)), len(significant(other.digits)))
    is_same = significant(one.digits) == significant(other.digits) and least >= _TELLING_OF_SCALE
    printed, wanted = one.value, other.value
    if not printed or not (is_same or least >= TELLING):
        return False
    if printed == wanted:
        return True
    step, room = one.place / 2, other.place / 2
    shift = _shift(wanted / printed) if wanted else 0
    power = Fraction(10) ** shift
    if abs(shift) in _SHIFTS and abs(printed * power - wanted) < step * power + room:
        return True
    if least < TELLING:
        return False
    if one.place == other.place and _keep_their_end(
        significant(one.digits), significant(other.digits)
    ):
        return True
    low, high = ((wanted + end) / one.scale for end in (-step - room, step + room))
    moved = _moved(one.digits)
    at = bisect_right(moved, low)
    return at < len(moved) and moved[at] < high


def may_be_turned(one: Amount, other: Amount) -> bool:
    """Whether nothing but their signs parts two prints, the rounder one rounded or cut off: up 5.84 percent, down 5.8.

    >>> may_be_turned(Amount(digits="5.84"), Amount(digits="5.8"))
    True
    """
    least = min(len(significant(one.digits)), len(significant(other.digits)))
    coarse, fine = sorted((one, other), key=lambda print_: print_.place, reverse=True)
    more = fine.value - coarse.value
    is_rounded = abs(more) < (coarse.place + fine.place) / 2
    return least >= _TELLING_OF_SCALE and (is_rounded or 0 <= more < coarse.place)


def _shift(ratio: Fraction) -> int:
    """The power of ten that is nearest: half a last digit never reaches the next one."""
    return round(log10(ratio.numerator) - log10(ratio.denominator))


@lru_cache(maxsize=_KEPT)
def _moved(digits: str) -> tuple[Fraction, ...]:
    """What the digits become by one slip that is no revision, least first."""
    own = Fraction(digits)
    moved = {Fraction(edit) for edit in _edits(digits)}
    return tuple(sorted(one for one in moved if abs(one - own) > own * _REVISION))


def significant(digits: str) -> str:
    """The digits that say something: zeros in front, and at the end of a whole number, do not."""
    plain = digits.replace(".", "").lstrip("0")
    return plain if "." in digits else plain.rstrip("0")


def _keep_their_end(printed: str, meant: str) -> bool:
    """Whether one slip parts two numbers, and no revision: however small, that changes the last digits too.

    Of a thousand revisions two exchange digits; of a number of five and more nobody reckons so.
    """
    if len(printed) != len(meant) or not is_slip(printed, meant):
        return False
    is_exchange = sorted(printed) == sorted(meant) and len(printed) >= _TOLD_EXACTLY
    return printed[-2:] == meant[-2:] or is_exchange


def _edits(digits: str) -> Iterator[str]:
    """The print with one slip, the point where it was from either end."""
    whole, _, part = digits.partition(".")
    plain, after = whole + part, len(part)
    for at in range(len(plain)):
        if at + 1 < len(plain):
            yield _pointed(plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :], after)
        yield from (_pointed(plain[:at] + one + plain[at + 1 :], after) for one in _TEN)
        for places in {after, max(after - 1, 0)}:
            yield _pointed(plain[:at] + plain[at + 1 :], places)
    for at in range(len(plain) + 1):
        for places in {after, after + 1}:
            yield from (_pointed(plain[:at] + one + plain[at:], places) for one in _TEN)


def _pointed(plain: str, after: int) -> str:
    """The digits with so many of them after the point."""
    padded = plain.zfill(after + 1)
    return f"{padded[:-after]}.{padded[-after:]}" if after else padded
