"""Single slips of the pen: every number that one slip turns into the print, for many prints at once.

Damerau-Levenshtein distance one on the digits with the decimal point one place either side, scale
slips of the field (hundred, thousand, wan, million, yi), and a lost sign.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from nktrade.diagnosis.priors import EDITS, prior

Ints = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
DIGITS = 10
LONGEST = 16
"""Digits of a mantissa that whole numbers of 64 bits hold with room for one more."""
_SCALES = (2, 3, 4, 6, 8)


@dataclass(frozen=True, slots=True)
class Edits:
    """What prints of one form may have been: one row per print, one column per slip."""

    mantissas: Ints
    decimals: Ints
    """Digits after the point of each candidate; below zero for zeros in front of it."""
    kinds: Ints
    """Place in ``EDITS`` of each column."""
    chances: Floats
    """Chance of the slip times the chance that it leads to this print."""

    @property
    def values(self) -> Floats:
        """The candidates in units of the mantissa."""
        return self.mantissas / np.power(10.0, self.decimals)

    @property
    def steps(self) -> Floats:
        """What the last digit of each candidate is worth."""
        return np.power(10.0, -self.decimals)


def edits(mantissas: Ints, length: int, decimals: int) -> Edits:
    """All candidates for prints with this many digits, so many of them after the point.

    >>> found = edits(np.array([24193]), 5, 2)
    >>> 204193 in found.mantissas[0]
    True
    """
    columns = list(_columns(mantissas, length, decimals))
    return Edits(
        np.stack([column for column, _, _, _ in columns], axis=1),
        np.array([place for _, place, _, _ in columns], dtype=np.int64),
        np.array([EDITS.index(kind) for _, _, kind, _ in columns], dtype=np.int64),
        np.array([prior(f"mix_{kind}") * chance for _, _, kind, chance in columns]),
    )


Column = tuple[Ints, int, str, float]


def _columns(mantissas: Ints, length: int, decimals: int) -> Iterator[Column]:
    whole = length - decimals
    yield from _substitutions(mantissas, length, decimals)
    for place in range(length - 1):
        column = _transposed(mantissas, DIGITS ** (length - place - 2))
        yield from _placed(column, decimals, (decimals,), "transposition", 1 / (length - 1))
    for place in range(length + 1):
        plain = {decimals + (place > whole), decimals + (place >= whole)}
        for digit in range(place == 0, DIGITS):
            column = _inserted(mantissas, DIGITS ** (length - place), digit)
            yield from _placed(column, decimals, plain, "omission", 1 / (length + 1))
    for place in range(length if length > 1 else 0):
        column = _removed(mantissas, DIGITS ** (length - place - 1))
        chance = 1 / (DIGITS * length)
        yield from _placed(column, decimals, (decimals - (place >= whole),), "insertion", chance)
    for way in (1, -1):
        yield mantissas, decimals + way, "shift", 1 / 2
        for power in _SCALES:
            yield mantissas, decimals + way * power, "scale", 1 / (2 * len(_SCALES))
    yield -mantissas, decimals, "sign", 1.0


def _substitutions(mantissas: Ints, length: int, decimals: int) -> Iterator[Column]:
    for place in range(length):
        worth = DIGITS ** (length - place - 1)
        own = mantissas // worth % DIGITS
        # A first digit is never a zero, unless it is the one before the point.
        for digit in range(place == 0 and length - decimals > 1, DIGITS):
            column = mantissas + (digit - own) * worth
            chance = 1 / ((DIGITS - 1) * length)
            yield from _placed(column, decimals, (decimals,), "substitution", chance)


def _placed(
    column: Ints, decimals: int, plain: set[int] | tuple[int, ...], kind: str, chance: float
) -> Iterator[Column]:
    """The candidate with its point where the slip leaves it, and one place either side."""
    moved = "omission_shift" if kind == "omission" else "edit_shift"
    around = [place for place in range(decimals - 1, decimals + 2) if place >= 0]
    elsewhere = [place for place in around if place not in plain]
    for place in plain:
        yield column, max(place, 0), kind, chance
    for place in elsewhere:
        yield column, place, moved, chance / len(elsewhere)


def _transposed(mantissas: Ints, worth: int) -> Ints:
    right = mantissas // worth % DIGITS
    left = mantissas // (worth * DIGITS) % DIGITS
    return mantissas + (right - left) * worth * (DIGITS - 1)


def _inserted(mantissas: Ints, worth: int, digit: int) -> Ints:
    return mantissas // worth * (worth * DIGITS) + digit * worth + mantissas % worth


def _removed(mantissas: Ints, worth: int) -> Ints:
    return mantissas // (worth * DIGITS) * worth + mantissas % worth
