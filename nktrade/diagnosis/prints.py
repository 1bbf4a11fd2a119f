"""Columns of printed numbers as arrays: values, last digits, intervals, all read at once."""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from nktrade.diagnosis.edits import DIGITS, LONGEST
from nktrade.diagnosis.written import GROUPED
from nktrade.errors import FigureSystemError

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Ints = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
Bools = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
Counts = np.ndarray[tuple[int, ...], np.dtype[np.int16]]
Codes = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]
Texts = np.ndarray[tuple[int, ...], np.dtype[np.str_]]
_HALF = 0.5
_END = np.uint8(255)
"""What no text in UTF-8 holds."""
_MOST_CHARACTERS = 16
_POWERS = np.power(float(DIGITS), np.arange(-_MOST_CHARACTERS, _MOST_CHARACTERS + 1))
_MARKED = re.compile(rf"[+-]?{GROUPED}(?:\.\d*)?")


@dataclass(frozen=True, slots=True, eq=False)
class Prints:
    """One row per record, one column per figure; what is not printed is NaN."""

    values: Floats
    steps: Floats
    """What the last known digit is worth; zero where a bare number stands for itself."""
    lengths: Counts
    """Digits of the mantissa, zero where digits are no evidence."""
    decimals: Counts

    @staticmethod
    def of(frame: pd.DataFrame, names: tuple[str, ...]) -> "Prints":
        """The named columns: text is a print with its rounding, numbers stand for themselves."""
        if not set(names) & set(frame.columns):
            raise FigureSystemError(
                f"frame: found no column of the relations, expected some of {', '.join(names[:20])}; "
                f"the frame has {', '.join(map(str, frame.columns[:20]))}"
            )
        for name in names:
            if (frame.columns == name).sum() > 1:
                raise FigureSystemError(
                    f"frame, column {name!r}: found more than one of that name, expected one; rename the others"
                )
        columns = [_column(frame, name) for name in names]
        return Prints(*(np.array(part).T for part in zip(*columns, strict=True)))

    def rows(self, chosen: Ints) -> "Prints":
        """The prints of some records."""
        return Prints(
            self.values[chosen], self.steps[chosen], self.lengths[chosen], self.decimals[chosen]
        )

    @property
    def is_missing(self) -> Bools:
        """Where nothing is printed."""
        return np.isnan(self.values)

    def bounds(self, *, widest: bool) -> tuple[Floats, Floats]:
        """Half a step either side; in the widest reading a whole step away from zero."""
        away = self.steps * (1.0 if widest else _HALF)
        toward = self.steps * _HALF
        is_negative = self.values < 0
        return (
            self.values - np.where(is_negative, away, toward),
            self.values + np.where(is_negative, toward, away),
        )


Read = tuple[Floats, Floats, Counts, Counts]
"""Values, steps, lengths and decimals of one column."""


def _column(frame: pd.DataFrame, name: str) -> Read:
    if name not in frame.columns:  # a cell that no record prints
        nothing = np.zeros(len(frame), dtype=np.int16)
        return np.full(len(frame), np.nan), np.zeros(len(frame)), nothing, nothing
    column = frame[name]
    if pd.api.types.is_numeric_dtype(column):
        values = column.to_numpy(dtype=np.float64, na_value=np.nan)
        nothing = np.zeros(len(values), dtype=np.int16)
        return _finite(values, name), np.zeros(len(values)), nothing, nothing
    return _texts(column, name)


def _texts(column: pd.Series, name: str) -> Read:
    is_arrow = getattr(column.dtype, "storage", "") == "pyarrow"
    letters = _of_arrow(column) if is_arrow else _of_texts(_listed(column))
    codes = None if letters is None else _by_place(*letters)
    plain = None if codes is None else _plain(codes)
    return plain or _any_numbers(np.char.strip(np.array(_listed(column), dtype=np.str_)), name)


def _listed(column: pd.Series) -> list[str]:
    cells = column.to_numpy(dtype=object, na_value="")
    return cells.tolist() if isinstance(column.dtype, pd.StringDtype) else [*map(str, cells)]


Letters = tuple[Codes, Ints, Ints]
"""All texts as one, where each begins and where it ends."""


def _of_texts(texts: list[str]) -> Letters | None:
    """One pass over all texts: an array of fixed width would hold four bytes for each place."""
    letters = np.frombuffer("\n".join((*texts, "")).encode("ascii", errors="replace"), np.uint8)
    ends = np.flatnonzero(letters == ord("\n"))
    if not texts or len(ends) != len(texts):
        return None
    return letters, np.concatenate([[0], ends[:-1] + 1]), ends


def _of_arrow(column: pd.Series) -> Letters | None:
    """The letters where the column holds them already, no text made of any."""
    arrow = column.fillna("").array.__arrow_array__()
    parts = [part for part in getattr(arrow, "chunks", [arrow]) if len(part)]
    if len(parts) != 1:
        return None
    (part,) = parts
    _, offsets, letters = part.buffers()
    width = np.int64 if str(part.type).startswith("large") else np.int32
    whole = np.frombuffer(offsets, width).astype(np.int64)
    bounds = whole[part.offset : part.offset + len(part) + 1]
    return np.frombuffer(letters or b"", np.uint8), bounds[:-1], bounds[1:]


def _by_place(letters: Codes, starts: Ints, ends: Ints) -> Codes | None:
    """One row per place and one column per text, ends filled up; None where a text is too long."""
    width = int((ends - starts).max())
    if not 0 < width <= _MOST_CHARACTERS:
        return None
    at = starts + np.arange(width)[:, None]
    return np.where(at < ends, letters[np.minimum(at, len(letters) - 1)], _END)


def _plain(codes: Codes) -> Read | None:
    """The prints of texts that hold digits, one point and a leading minus alone; None for any other.

    Mantissas below 2^53 over exact powers of ten: the division rounds as the parser would.
    """
    digits = codes - np.uint8(ord("0"))  # other characters come out above nine
    is_digit, is_point, is_minus = digits < DIGITS, codes == ord("."), codes[0] == ord("-")
    known = is_digit | is_point | (codes == _END)
    known[0] |= is_minus
    lengths, points = (one.sum(axis=0, dtype=np.uint8) for one in (is_digit, is_point))
    if not known.all() or (points > 1).any() or ((codes[0] != _END) & (lengths == 0)).any():
        return None
    digits[~is_digit] = 0
    mantissas = np.zeros(codes.shape[1], dtype=np.int64)
    decimals, after = np.zeros_like(lengths), np.zeros_like(is_minus)
    for number, digit, point in zip(digits, is_digit, is_point, strict=True):
        mantissas *= np.where(digit, np.uint8(DIGITS), np.uint8(1))
        mantissas += number
        decimals += digit & after
        after |= point
    is_printed = lengths > 0
    places = decimals.astype(np.int64)
    values = np.where(is_minus, -1.0, 1.0) * mantissas / _power(places)
    zeros = np.zeros_like(mantissas)
    zeros[points == 0] = _trailing_zeros(mantissas[points == 0])
    steps = np.where(is_printed, _power(zeros - places), 0.0)
    return (
        np.where(is_printed, values, np.nan),
        steps,
        lengths.astype(np.int16),
        places.astype(np.int16),
    )


def _power(exponents: Ints) -> Floats:
    """Powers of ten from a table: so few exponents occur that none is worth reckoning twice."""
    return _POWERS[exponents + _MOST_CHARACTERS]


def _trailing_zeros(mantissas: Ints) -> Ints:
    """Trailing zeros of whole numbers, which are unknown digits, unless there is nothing else."""
    zeros, left = np.zeros(len(mantissas), dtype=np.int64), mantissas
    while (is_round := (left != 0) & (left % DIGITS == 0)).any():
        zeros += is_round
        left = np.where(is_round, left // DIGITS, left)
    return zeros


def _any_numbers(texts: Texts, name: str) -> Read:
    """The prints of texts with signs and marks at the thousands, or an error that names what is none."""
    if np.char.find(texts, ",").max(initial=-1) >= 0:
        texts = _without_marks(texts, name)
    size = np.char.str_len(texts)
    is_printed = size > 0
    values = _numbers(texts, is_printed, name)
    point = np.char.find(texts, ".")
    decimals = np.where(point >= 0, size - point - 1, 0)
    sign = np.char.startswith(texts, "-") | np.char.startswith(texts, "+")
    lengths = size - (point >= 0) - sign
    zeros = _unknown_zeros(texts, size, (point < 0) & is_printed, sign)
    steps = np.where(is_printed, np.power(float(DIGITS), zeros - decimals), 0.0)
    usable = np.where(lengths <= LONGEST, lengths, 0)
    return values, steps, usable.astype(np.int16), decimals.astype(np.int16)


def _without_marks(texts: Texts, name: str) -> Texts:
    """The texts without marks at the thousands; a comma anywhere else is refused."""
    marked = np.char.find(texts, ",") >= 0
    for text in np.unique(texts[marked]):
        if not _MARKED.fullmatch(text):
            raise FigureSystemError(
                f"frame, column {name!r}: found {str(text)!r}, expected commas at the thousands alone; "
                "write a point before decimals"
            )
    return np.char.replace(texts, ",", "")


def _numbers(texts: Texts, is_printed: Bools, name: str) -> Floats:
    values = np.full(len(texts), np.nan)
    try:
        values[is_printed] = pd.to_numeric(texts[is_printed].astype(object)).astype(np.float64)
    except ValueError as error:
        raise FigureSystemError(
            f"frame, column {name!r}: found a text that is no number ({error}), expected digits; "
            "clean the column or leave the cell empty"
        ) from error
    return _finite(values, name)


def _unknown_zeros(texts: Texts, size: Ints, is_whole: Bools, sign: Bools) -> Ints:
    """Trailing zeros of whole numbers are unknown digits, unless there is nothing else."""
    zeros = np.zeros(len(texts), dtype=np.int64)
    kept = np.char.str_len(np.char.rstrip(texts[is_whole], "0"))
    zeros[is_whole] = np.where(kept > sign[is_whole], size[is_whole] - kept, 0)
    return zeros


def _finite(values: Floats, name: str) -> Floats:
    if np.isinf(values).any():
        raise FigureSystemError(
            f"frame, column {name!r}: found an infinite number, expected finite ones; "
            "leave the cell empty where nothing was printed"
        )
    return values
