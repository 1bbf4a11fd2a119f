"""Choices: the ways in which observations can fill the places of a check, written long.

One line per place names the observation that stands there and the carrier that multiplies it, so
that a sum of two and a sum of twelve have the same shape.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nktrade.checks.check import Check
from nktrade.checks.observations import CELL, KEY, Codes, Floats, Mask, Observations
from nktrade.core.codes import Kind

NEAR = 1
"""How many sentences apart claims may stand to be of one passage."""
_CITING = " < "
NONE = -1
_MOST_PRINTS = 8
"""How often one text prints one number: those after it bear witness to nothing, and accuse nobody."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Lines of equal length.

    ``choice`` numbers the way; ``place`` is the term of the check (left ones first); ``cell`` and
    ``carrier`` are positions in the observations (-1: no carrier); ``low`` and ``high`` are a
    sourced constant, such as barrels per tonne, and one elsewhere.
    """

    choice: Codes
    place: Codes
    cell: Codes
    carrier: Codes
    low: Floats
    high: Floats

    @classmethod
    def of(
        cls, lines: list[tuple[Codes, int, Codes, Codes | None]], constant: Floats | None = None
    ) -> "Choices":
        """Lines given place by place: choice numbers, place, cells, carriers.

        ``constant`` holds low and high for the lines of the last place.
        """
        sizes = [len(line[0]) for line in lines]
        place = np.repeat([line[1] for line in lines], sizes).astype(np.int64)
        carriers = [
            np.full(size, NONE) if line[3] is None else line[3]
            for line, size in zip(lines, sizes, strict=True)
        ]
        ends = np.ones((len(place), 2))
        if constant is not None:
            ends[len(place) - sizes[-1] :] = constant
        return cls(
            np.concatenate([line[0] for line in lines]),
            place,
            np.concatenate([line[2] for line in lines]),
            np.concatenate(carriers),
            ends[:, 0],
            ends[:, 1],
        )

    def __len__(self) -> int:
        return len(self.choice)

    def without(self, choices: Codes) -> "Choices":
        """The others, numbered anew."""
        kept = ~np.isin(self.choice, choices)
        return Choices(
            np.unique(self.choice[kept], return_inverse=True)[1],
            *(getattr(self, name)[kept] for name in ("place", "cell", "carrier", "low", "high")),
        )


_LARGEST = np.iinfo(np.int64).max


def match(left: Codes, right: Codes) -> tuple[Codes, Codes]:
    """Every pair of equal rows of two tables of codes, as positions in each."""
    if not len(left) or not len(right):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    names = numbered(np.concatenate([left, right]))
    ours, theirs = names[: len(left)], names[len(left) :]
    order = np.argsort(theirs, kind="stable")
    ranked = theirs[order]
    first = np.searchsorted(ranked, ours, side="left")
    counts = np.searchsorted(ranked, ours, side="right") - first
    at_left = np.repeat(np.arange(len(left)), counts)
    steps = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return at_left, order[np.repeat(first, counts) + steps]


def numbered(rows: Codes) -> Codes:
    """One number per distinct row: a row's cells are digits of one number, which sorts far faster."""
    names, size = np.zeros(len(rows), dtype=np.int64), 1
    for column in rows.T if len(rows) else ():
        least = int(column.min())
        spread = int(column.max()) - least + 1
        if size * spread > _LARGEST:
            names, size = np.unique(names, return_inverse=True)[1], len(names)
        names = names * spread + (column - least)
        size *= spread
    return np.unique(names, return_inverse=True)[1]


def first_prints(seen: Observations) -> Observations:
    """The observations without those of a cell that is printed more often than any report prints one.

    The ways to fill the places of a check grow with every print of each of its cells, and a cell printed
    so often is a list that our reading took for one cell. Prints without a period are counted by sentence.
    """
    undated = seen["period"] == seen.code("")
    sentence = np.where(undated, seen["sentence"], -1)
    every = np.arange(len(seen))
    names = numbered(np.column_stack([seen.keys((*CELL, "base_period"), every), sentence]))
    order = np.argsort(names, kind="stable")
    starts = np.searchsorted(names[order], names[order], side="left")
    kept = np.sort(order[every - starts < _MOST_PRINTS])
    return seen if len(kept) == len(seen) else seen.at(kept)


def levels(seen: Observations) -> Codes:
    """Positions of the observations that state a level."""
    return np.flatnonzero(seen["kind"] == seen.code(Kind.LEVEL))


def pairs_of(
    seen: Observations, parts: Codes, wholes: Codes, *, leave: tuple[str, ...] = ()
) -> tuple[Codes, Codes]:
    """Positions of parts and wholes that share the key but for what is left out."""
    columns = [column for column in KEY if column not in leave]
    at_part, at_whole = match(seen.keys(columns, parts), seen.keys(columns, wholes))
    part, whole = parts[at_part], wholes[at_whole]
    is_dated = seen["period"][part] != seen.code("")
    kept = (part != whole) & (is_dated | is_one_passage(seen, part, whole))
    return part[kept], whole[kept]


def is_one_passage(seen: Observations, part: Codes, whole: Codes) -> Mask:
    """Whether two observations stand in neighbouring sentences of one document."""
    near = np.abs(seen["sentence"][part] - seen["sentence"][whole]) <= NEAR
    return np.asarray(near & (seen["document"][part] == seen["document"][whole]))


def stretches(seen: Observations) -> Codes:
    """A number for each run of one sentence: the tables of a text are of none, with prose between them."""
    here = np.argsort(seen["at"], kind="stable")
    where = seen["sentence"][here], seen["document"][here]
    is_new = np.any([one[1:] != one[:-1] for one in where], axis=0)
    found = np.zeros(len(here), dtype=np.int64)
    found[here] = np.cumsum(np.append(0, is_new))[: len(here)]
    return found


def days(
    seen: Observations, at: Codes
) -> tuple[npt.NDArray[np.datetime64], npt.NDArray[np.datetime64]]:
    """First and last day of the periods at these positions."""
    names = list(seen.vocabulary)
    codes, where = np.unique(seen["period"][at], return_inverse=True)
    ends = [(names[code] or "NaT/NaT").split("/") for code in codes]
    first, last = np.array(ends, dtype="datetime64[D]").reshape(-1, 2).T
    return first[where], last[where]


def is_inside(seen: Observations, part: Codes, whole: Codes) -> Mask:
    """Whether every day of the part lies in the whole, and not all of the whole in the part."""
    first, last = days(seen, part)
    whole_first, whole_last = days(seen, whole)
    within = (first >= whole_first) & (last <= whole_last)
    return np.asarray(within & (seen["period"][part] != seen["period"][whole]))


def part_whole(
    check: Check,
    seen: Observations,
    part: Codes,
    whole: Codes,
    *,
    together: bool = False,
    carrier: Codes | None = None,
    constant: Floats | None = None,
) -> Choices:
    """Choices of parts and their whole; together: all parts of one whole are one choice.

    Positions may be those of observations seen from both sides; the lines name the originals.
    """
    right = len(check.left.terms)
    part, ends = seen["at"][part], seen["at"][whole]
    if not together:
        numbers = np.arange(len(part))
        return Choices.of([(numbers, 0, part, None), (numbers, right, ends, carrier)], constant)
    wholes, first = np.unique(whole, return_index=True)
    numbers = np.searchsorted(wholes, whole)
    return Choices.of(
        [(numbers, 0, part, None), (np.arange(len(wholes)), right, ends[first], None)]
    )


def counts(seen: Observations) -> Codes:
    """Whose count each observation is: one number per source that was first to tell it, or none."""
    codes, at = np.unique(seen["source"], return_inverse=True)
    names = list(seen.vocabulary)
    first = [names[code].rpartition(_CITING)[2] for code in codes.tolist()]
    return np.unique(np.array(first, dtype=object), return_inverse=True)[1][at]
