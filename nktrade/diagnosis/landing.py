"""Single slips that lead into given bounds, for many prints at once: the others are never worked out."""

from dataclasses import dataclass

import numpy as np

from nktrade.diagnosis.edits import (
    DIGITS,
    Bools,
    Floats,
    Ints,
    changed,
    far,
    first_alone,
    layout_of,
)

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Landed:
    """Slips whose candidates lie between bounds, one entry each."""

    rows: Ints
    """Place of the print."""
    columns: Ints
    """Which slip, as the columns of ``Edits`` are numbered."""
    values: Floats
    decimals: Ints
    kinds: Ints
    chances: Floats

    def only(self, chosen: Bools, values: Floats) -> "Landed":
        """The chosen ones, under these values."""
        return Landed(
            self.rows[chosen],
            self.columns[chosen],
            values[chosen],
            self.decimals[chosen],
            self.kinds[chosen],
            self.chances[chosen],
        )


def landed(mantissas: Ints, length: int, decimals: int, lows: Floats, highs: Floats) -> Landed:
    """Those candidates for prints of one form that lie, rounded, between the bounds of each.

    Compared as whole numbers, point by point, so that only what lands is ever worked out.

    >>> landed(np.array([24193]), 5, 2, np.array([204.192]), np.array([204.194])).values
    array([204.193])
    """
    layout = layout_of(length, decimals)
    base = changed(mantissas, length)
    hits = []
    for point, named in layout.by_point:
        least, most = _whole(lows, highs, point, base.dtype)
        found = np.flatnonzero((base >= least) & (base <= most) & (named >= 0))
        rows, places = np.divmod(found, base.shape[1])
        hits.append((rows, named[places]))
    for powers in layout.powers:
        ends = [_whole(lows, highs, point, base.dtype) for point in layout.decimals[powers]]
        own = mantissas[:, None]
        fits = np.hstack([(own >= least) & (own <= most) for least, most in ends])
        told = first_alone(fits)
        if (
            powers is layout.powers[0]
        ):  # one of the far smaller scales always lands where nothing does
            start = far(powers).start - powers.start
            told[:, start:] &= lows[:, None] > 0
        rows, places = np.nonzero(told)
        hits.append((rows, places + powers.start))
    rows, columns = (np.concatenate(parts) for parts in zip(*hits, strict=True))
    points = layout.decimals[columns]
    values = base[rows, layout.places[columns]] / np.power(float(DIGITS), points)
    return Landed(rows, columns, values, points, layout.kinds[columns], layout.chances[columns])


def _whole(lows: Floats, highs: Floats, point: int, kind: np.dtype[np.int64]) -> tuple[Ints, Ints]:
    """The least and greatest mantissa that, rounded at this point, lie between the bounds."""
    worth, most = float(DIGITS) ** point, 2.0 ** (8 * kind.itemsize - 2)
    ends = np.ceil(lows * worth - _HALF), np.floor(highs * worth + _HALF)
    low, high = (np.clip(end, -most, most).astype(kind)[:, None] for end in ends)
    return low, high
