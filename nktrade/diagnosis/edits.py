"""Single slips of the pen: every number that one slip turns into the print, for many prints at once.

Damerau-Levenshtein distance one on the digits with the decimal point one place either side, scale
slips of the field (hundred, thousand, wan, million, yi), and a lost sign.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from nktrade.diagnosis.priors import EDITS, prior

Ints = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Bools = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
DIGITS = 10
LONGEST = 16
"""Digits of a mantissa that whole numbers of 64 bits hold with room for one more."""
_SHORT = 8
"""Digits of a mantissa that whole numbers of 32 bits hold with room for one more."""
_SCALES = (2, 3, 4, 6, 8)
_FARTHEST = 4
"""The power by which neighbouring units of a language differ at most: thousand and million, wan and yi."""


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
    powers: tuple[slice, slice]
    """The columns with the same digits at other powers of ten, nearest first: smaller, larger."""

    @property
    def values(self) -> Floats:
        """The candidates in units of the mantissa."""
        return self.mantissas / np.power(10.0, self.decimals)

    @property
    def steps(self) -> Floats:
        """What the last digit of each candidate is worth."""
        return np.power(10.0, -self.decimals)

    def told(self, fits: Bools, low: float) -> Bools:
        """Those of the fitting candidates that bounds tell apart: of several powers of ten the nearest.

        Where the bounds reach down to nothing a far smaller scale is not told: one of them always fits.
        """
        told = fits.copy()
        for columns in self.powers:
            told[..., columns] = first_alone(fits[..., columns])
        if low <= 0:
            told[..., far(self.powers[0])] = False
        return told


def edits(mantissas: Ints, length: int, decimals: int) -> Edits:
    """All candidates for prints with this many digits, so many of them after the point.

    >>> found = edits(np.array([24193]), 5, 2)
    >>> 204193 in found.mantissas[0]
    True
    """
    layout = layout_of(length, decimals)
    return Edits(
        changed(mantissas, length)[:, layout.places],
        layout.decimals,
        layout.kinds,
        layout.chances,
        layout.powers,
    )


def far(smaller: slice) -> slice:
    """Of the smaller powers of ten those that no slip of one unit makes: more than ten thousand off."""
    return slice(smaller.stop - sum(one > _FARTHEST for one in _SCALES), smaller.stop)


def first_alone(fits: Bools) -> Bools:
    """The first that fits of each row alone."""
    return np.asarray(fits & (np.cumsum(fits, axis=-1) == 1))


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Which changed mantissa, with which point, each column is; the same for all prints of a form."""

    places: Ints
    decimals: Ints
    kinds: Ints
    chances: Floats
    powers: tuple[slice, slice]
    by_point: tuple[tuple[int, Ints], ...]
    """The columns but for powers: for each point, which column a changed mantissa is; -1 for none."""


def changed(mantissas: Ints, length: int) -> Ints:
    """Every mantissa one slip away: substituted, inserted, removed, transposed, itself, negated."""
    count = len(mantissas)
    # Any: either of them.
    kind: np.dtype[Any] = np.dtype(np.int32 if length <= _SHORT else np.int64)
    own: Ints = mantissas[:, None].astype(kind)
    worths: Ints = DIGITS ** np.arange(length, -1, -1, dtype=kind)
    digits: Ints = np.arange(DIGITS, dtype=kind)
    below, above = worths[1:], worths[1:] * DIGITS
    figures = own // below % DIGITS
    substituted = own[..., None] + (digits - figures[..., None]) * below[:, None]
    kept, rest = own // worths * (worths * DIGITS), own % worths
    inserted = (kept + rest)[..., None] + digits * worths[:, None]
    removed = own // above * below + own % below
    transposed = own + (figures[:, 1:] - figures[:, :-1]) * below[1:] * (DIGITS - 1)
    parts = (substituted, inserted, removed, transposed, own, -own)
    return np.concatenate([part.reshape(count, -1) for part in parts], axis=1)


@cache
def layout_of(length: int, decimals: int) -> Layout:
    """The columns for prints with this many digits, so many of them after the point."""
    columns = list(_columns(length, decimals))
    places = np.array([place for place, _, _, _ in columns], dtype=np.int64)
    points = np.array([point for _, point, _, _ in columns], dtype=np.int64)
    powers = _powers([kind for _, _, kind, _ in columns])
    is_edit = np.ones(len(columns), dtype=bool)
    for some in powers:
        is_edit[some] = False
    by_point = []
    for point in np.unique(points[is_edit]):
        chosen = np.flatnonzero(is_edit & (points == point))
        named = np.full(places.max() + 1, -1)
        named[places[chosen]] = chosen
        by_point.append((int(point), named))
    return Layout(
        places,
        points,
        np.array([EDITS.index(kind) for _, _, kind, _ in columns], dtype=np.int64),
        np.array([prior(f"mix_{kind}") * chance for _, _, kind, chance in columns]),
        powers,
        tuple(by_point),
    )


def _powers(kinds: Sequence[str]) -> tuple[slice, slice]:
    """Where the two ways of moving the point stand: one place first, then the scales."""
    first, second = (place for place, kind in enumerate(kinds) if kind == "shift")
    count = 1 + len(_SCALES)
    return slice(first, first + count), slice(second, second + count)


Column = tuple[int, int, str, float]
"""Place among the changed mantissas, decimals, kind of slip, chance that it leads to the print."""


def _columns(length: int, decimals: int) -> Iterator[Column]:
    whole = length - decimals
    inserted = length * DIGITS
    removed = inserted + (length + 1) * DIGITS
    transposed = removed + length
    own = transposed + length - 1
    for place in range(length):
        # A first digit is never a zero, unless it is the one before the point.
        for digit in range(place == 0 and whole > 1, DIGITS):
            chance = 1 / ((DIGITS - 1) * length)
            yield from _placed(
                place * DIGITS + digit, decimals, (decimals,), "substitution", chance
            )
    for place in range(length + 1):
        plain = {decimals + (place > whole), decimals + (place >= whole)}
        for digit in range(place == 0, DIGITS):
            column = inserted + place * DIGITS + digit
            yield from _placed(column, decimals, sorted(plain), "omission", 1 / (length + 1))
    for place in range(length if length > 1 else 0):
        point = (decimals - (place >= whole),)
        yield from _placed(removed + place, decimals, point, "insertion", 1 / (DIGITS * length))
    for place in range(length - 1):
        yield from _placed(
            transposed + place, decimals, (decimals,), "transposition", 1 / (length - 1)
        )
    for way in (1, -1):
        yield own, decimals + way, "shift", 1 / 2
        for power in _SCALES:
            yield own, decimals + way * power, "scale", 1 / (2 * len(_SCALES))
    yield own + 1, decimals, "sign", 1.0


def _placed(
    column: int, decimals: int, plain: Sequence[int], kind: str, chance: float
) -> Iterator[Column]:
    """The candidate with its point where the slip leaves it, and one place either side."""
    moved = "omission_shift" if kind == "omission" else "edit_shift"
    around = [place for place in range(decimals - 1, decimals + 2) if place >= 0]
    elsewhere = [place for place in around if place not in plain]
    for place in plain:
        yield column, max(place, 0), kind, chance
    for place in elsewhere:
        yield column, place, moved, chance / len(elsewhere)
