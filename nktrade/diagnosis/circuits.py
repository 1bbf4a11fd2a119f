"""Circuits: the support-minimal consequences of a set of equations.

A system of equations over a box has a solution exactly when each of its elementary vectors (the
support-minimal vectors of the row space) can be met inside the box.

Source: Rockafellar, "The elementary vectors of a subspace of R^N" (1969), theorem of alternatives.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

Row = dict[int, int]
"""Whole coefficients by column, zeros left out; the right side stands under ``_SIDE``."""
_SIDE = -1
MOST_STEPS = 100_000
"""Looks at a row after which circuits are found as they are needed, not all at once."""


@dataclass(frozen=True, slots=True)
class Circuit:
    """One consequence: the weighted sum of a few columns is the right side."""

    terms: tuple[tuple[int, int], ...]
    """Column and whole coefficient."""
    rhs: Fraction


def circuits(
    matrix: Sequence[Sequence[Fraction]], rhs: Sequence[Fraction]
) -> tuple[Circuit, ...] | None:
    """Every elementary vector of the row space, each once, with its right side; None where too many.

    >>> circuits([[Fraction(1), Fraction(1), Fraction(-1)]], [Fraction(0)])[0].terms
    ((0, 1), (1, 1), (2, -1))
    """
    return circuits_of_rows(whole_rows(matrix, rhs), MOST_STEPS)


def circuits_of_rows(rows: Sequence[Row], most: int) -> tuple[Circuit, ...] | None:
    """The same of rows in whole numbers; None where it takes more steps than this."""
    search = _Enumeration(most)
    blocks = linked(rows, _support(rows))
    found = [_circuit(row) for block in blocks for row in search.vectors(block)]
    return None if search.steps > most else tuple(found)


def eliminated(rows: Sequence[Row], columns: Sequence[int]) -> tuple[Circuit, ...]:
    """What the rows say once these columns are eliminated."""
    left = _cleared(rows)
    for column in columns:
        if any(column in row for row in left):
            left = _eliminate(left, column)
    return tuple(_circuit(row) for row in left)


def whole_rows(matrix: Sequence[Sequence[Fraction]], rhs: Sequence[Fraction]) -> list[Row]:
    """The equations in whole numbers."""
    return [_whole(row, side) for row, side in zip(matrix, rhs, strict=True)]


def _circuit(row: Row) -> Circuit:
    # A row without terms says 0 = rhs: it stays, as proof that nothing can satisfy the equations.
    terms = sorted((column, number) for column, number in row.items() if column != _SIDE)
    return Circuit(tuple(terms), Fraction(row.get(_SIDE, 0)))


def _cleared(rows: Sequence[Row]) -> list[Row]:
    """Rows that say the same, each with a column of its own in which all others vanish.

    A row "0 = number" is kept for the contradiction it is.
    """
    done: list[Row] = []
    left = list(rows)
    while left:
        # The rarest column: a chain of rows stays a chain.
        counts = Counter(place for row in (*done, *left) for place in row if place != _SIDE)
        column = min(_support(left), key=lambda place: (counts[place], place), default=None)
        if column is None:
            return [*done, *(row for row in left if row)]
        pivot = min((row for row in left if column in row), key=lambda row: abs(row[column]))
        done = [_combined(row, pivot, column) if column in row else row for row in done]
        left = [
            _combined(row, pivot, column) if column in row else row
            for row in left
            if row is not pivot
        ]
        done.append(pivot)
    return done


class _Enumeration:
    """Elementary vectors of some rows, found in no more steps than allowed."""

    def __init__(self, most: int) -> None:
        self.most, self.steps = most, 0

    def vectors(self, rows: list[Row]) -> Iterator[Row]:
        """Every elementary vector, once: of each linked group of rows those that need all of them."""
        basis = _cleared(rows)
        columns = [row.keys() - {_SIDE} for row in basis]
        beside = [
            {at for at, other in enumerate(columns) if at != place and own & other}
            for place, own in enumerate(columns)
        ]
        for first in range(len(basis)):
            later = {place for place in beside[first] if place > first}
            for group in self._groups((first,), later, {first} | beside[first], beside):
                yield from self._needing([basis[place] for place in group])

    def _groups(
        self, group: tuple[int, ...], more: set[int], seen: set[int], beside: list[set[int]]
    ) -> Iterator[tuple[int, ...]]:
        """Every linked group that grows from this one, once.

        Source: Wernicke, "Efficient detection of network motifs" (2006): each newcomer brings only
        those neighbours that nobody of the group had.
        """
        yield group
        left = set(more)
        while left and self.steps <= self.most:
            place = left.pop()
            new = {other for other in beside[place] - seen if other > group[0]}
            yield from self._groups((*group, place), left | new, seen | beside[place], beside)

    def _needing(self, rows: list[Row]) -> Iterator[Row]:
        """Elementary vectors to which each of the rows contributes."""
        counts = Counter(place for row in rows for place in row if place != _SIDE)
        kept = frozenset(place for place, count in counts.items() if count == 1)
        yield from self._walk(rows, sorted(counts.keys() - kept), kept)

    def _walk(self, rows: list[Row], columns: Sequence[int], kept: frozenset[int]) -> Iterator[Row]:
        """Elementary vectors in which the kept columns stay and the listed ones stay or vanish.

        Each column either keeps a place in the support or is eliminated, so no vector comes twice.
        One that stands in a single row can no longer vanish: that row is needed.
        """
        while self.steps <= self.most:
            self.steps += len(rows)
            if len(rows) == 1:
                if kept <= rows[0].keys():
                    yield rows[0]
                return
            ties = _ties(rows, columns)
            if not _is_one_web(len(rows), ties.values()):
                return  # rows that no column ties together never become one
            first, *columns = ties
            fewer = _eliminate(rows, first)
            if kept <= _support(fewer):
                yield from self._walk(fewer, columns, kept)
            kept |= {first}


def _ties(rows: Sequence[Row], columns: Iterable[int]) -> dict[int, int]:
    """Those of the columns that stand in several rows, each with its rows as the bits of a number."""
    ties = {}
    for column in columns:
        bits = 0
        for place, row in enumerate(rows):
            if column in row:
                bits |= 1 << place
        if bits & (bits - 1):
            ties[column] = bits
    return ties


def _is_one_web(count: int, ties: Iterable[int]) -> bool:
    """Whether the ties join all of so many rows."""
    webs: list[int] = []
    for bits in ties:
        apart = []
        joined = bits
        for web in webs:
            if web & bits:
                joined |= web
            else:
                apart.append(web)
        webs = [*apart, joined]
    return webs == [(1 << count) - 1]


def _eliminate(rows: Sequence[Row], column: int) -> list[Row]:
    """The combinations of the rows in which one column vanishes."""
    pivot = min((row for row in rows if column in row), key=lambda row: abs(row[column]))
    return [
        _combined(row, pivot, column) if column in row else row for row in rows if row is not pivot
    ]


def _combined(row: Row, pivot: Row, column: int) -> Row:
    """Both rows together, so that the column vanishes."""
    lead, own = pivot[column], row[column]
    found = {place: lead * number for place, number in row.items()}
    for place, number in pivot.items():
        found[place] = found.get(place, 0) - own * number
    return _reduced(found)


def linked(rows: Iterable[Row], columns: Iterable[int]) -> list[list[Row]]:
    """The rows in groups that share none of these columns."""
    wanted = set(columns)
    groups: list[tuple[set[int], list[Row]]] = []
    for row in rows:
        joined, members, apart = wanted.intersection(row), [row], []
        for other, others in groups:
            if other & joined:
                joined, members = joined | other, members + others
            else:
                apart.append((other, others))
        groups = [*apart, (joined, members)]
    return [members for _, members in groups]


def _support(rows: Iterable[Row]) -> set[int]:
    return {place for row in rows for place in row if place != _SIDE}


def _whole(row: Sequence[Fraction], side: Fraction) -> Row:
    """The row in whole numbers."""
    numbers = {place: number for place, number in enumerate(row) if number}
    if side:
        numbers[_SIDE] = side
    multiple = lcm(*(number.denominator for number in numbers.values()))
    return _reduced({place: int(number * multiple) for place, number in numbers.items()})


def _reduced(row: Row) -> Row:
    """The row without zeros, its numbers without a common divisor."""
    divisor = gcd(*row.values()) or 1
    return {place: number // divisor for place, number in row.items() if number}
