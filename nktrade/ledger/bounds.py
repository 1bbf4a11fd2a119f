"""The intervals of printed amounts, for whole columns at once.

In floats: they may acquit, only the exact amount of a row may accuse. The law of this file is that
it says what ``core.Amount`` says, digit for digit.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from nktrade.core.codes import Approx
from nktrade.ledger.columns import Columns, Objects, by_distinct

_OPEN_ABOVE = (Approx.AT_LEAST, Approx.MORE_THAN)
_OPEN_BELOW = (Approx.AT_MOST, Approx.LESS_THAN, Approx.NEARLY)

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


def bounds(rows: Columns) -> dict[str, Floats]:
    """Value, low, high, wide_low and wide_high of every row from digits, scale, hedge and ceiling."""
    scale = _floats(rows["scale"], Fraction)
    own = _floats(rows["digits"], float) * scale
    ceiling = _floats(rows["ceiling_digits"], float) * _floats(rows["ceiling_scale"], Fraction)
    value = np.where(np.isnan(ceiling), own, (own + ceiling) / 2)
    place = _places(rows["digits"], rows["zeros_known"].astype(bool)) * scale
    slack = _floats(rows["slack"], Fraction)
    room = np.maximum(slack * value, np.where(slack > 0, place, 0.0))
    ends = _Ends.of(own, ceiling, rows["approx"], room)
    low, high = ends.around(place, below=place / 2, above=place / 2, edge=np.zeros_like(place))
    below, above = np.maximum(place / 2, room), np.maximum(place, room)
    wide_low, wide_high = ends.around(place, below=below, above=above, edge=place / 2)
    return {"value": value, "low": low, "high": high, "wide_low": wide_low, "wide_high": wide_high}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ends:
    """Where an interval ends: round about its value, at a ceiling, or nowhere."""

    own: Floats
    top: Floats
    is_range: Flags
    is_open_above: Flags
    is_open_below: Flags
    least: Floats
    """Where an end that is open below ends after all: nearly is not far from."""

    @classmethod
    def of(cls, own: Floats, ceiling: Floats, approx: Objects, room: Floats) -> "_Ends":
        is_near = by_distinct(approx, Approx.NEARLY.__eq__).astype(bool) & (room > 0)
        is_range = ~np.isnan(ceiling)
        return cls(
            own=own,
            top=np.where(is_range, ceiling, own),
            is_range=is_range,
            is_open_above=by_distinct(approx, _OPEN_ABOVE.__contains__).astype(bool) & ~is_range,
            is_open_below=by_distinct(approx, _OPEN_BELOW.__contains__).astype(bool) & ~is_range,
            least=np.where(is_near, own - room, -np.inf),
        )

    def around(
        self, place: Floats, *, below: Floats, above: Floats, edge: Floats
    ) -> tuple[Floats, Floats]:
        """Low and high ends with so much room below and above, and at an open end's other side."""
        low = self.own - np.where(self.is_range, np.minimum(below, place), below)
        low = np.where(self.is_open_above, self.own - edge, low)
        high = np.where(self.is_open_below, self.own + edge, self.top + above)
        return (
            np.where(self.is_open_below, self.least, low),
            np.where(self.is_open_above, np.inf, high),
        )


def _floats(texts: Objects, read: Callable[[str], float | Fraction]) -> Floats:
    """Numbers written as text, as floats; each distinct one is read once."""
    return by_distinct(texts, lambda text: float(read(text))).astype(np.float64)


def _places(digits: Objects, zeros_known: Flags) -> Floats:
    """What one step of the last known digit is worth in the mantissa."""
    known = by_distinct(digits, lambda text: 10.0 ** -len(text.partition(".")[2]))
    zeros = by_distinct(digits, _open_zeros)
    return known.astype(np.float64) * np.where(zeros_known, 1.0, zeros.astype(np.float64))


def _open_zeros(text: str) -> float:
    whole, point, _ = text.partition(".")
    zeros = len(whole) - len(whole.rstrip("0"))
    return 1.0 if point or zeros == len(whole) else 10.0**zeros
