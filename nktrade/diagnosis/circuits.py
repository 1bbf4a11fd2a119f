"""Circuits: the support-minimal consequences of a set of equations.

A system of equations over a box has a solution exactly when each of its elementary vectors (the
support-minimal vectors of the row space) can be met inside the box.

Source: Rockafellar, "The elementary vectors of a subspace of R^N" (1969), theorem of alternatives.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb, gcd, lcm

Row = dict[int, int]
"""Whole coefficients by column, zeros left out; the right side stands under ``_SIDE``."""
_SIDE = -1


@dataclass(frozen=True, slots=True)
class Circuit:
    """One consequence: the weighted sum of a few columns is the right side."""

    terms: tuple[tuple[int, int], ...]
    """Column and whole coefficient."""
    rhs: Fraction


def circuits(matrix: Sequence[Sequence[Fraction]], rhs: Sequence[Fraction]) -> tuple[Circuit, ...]:
    """Every elementary vector of the row space, each once, with its right side.

    >>> circuits([[Fraction(1), Fraction(1), Fraction(-1)]], [Fraction(0)])[0].terms
    ((0, 1), (1, 1), (2, -1))
    """
    found: list[Circuit] = []
    for block in _blocks(_independent(whole_rows(matrix, rhs))):
        basis = _cleared(block)
        most = max(1, len(_support(block)) - len(basis) + 1)
        found.extend(_circuit(row) for row in _joined(basis, (), most))
    return tuple(found)


def eliminated(rows: Sequence[Row], columns: Sequence[int]) -> tuple[Circuit, ...]:
    """What the rows say once these columns are eliminated."""
    left = _independent(rows)
    for column in columns:
        if any(column in row for row in left):
            left = _eliminate(left, column)
    return tuple(_circuit(row) for row in left)


def circuit_count_bound(matrix: Sequence[Sequence[Fraction]]) -> int:
    """No more circuits than this: each leaves rank less one columns out."""
    rows = _independent(whole_rows(matrix, [Fraction(0)] * len(matrix)))
    return sum(comb(len(_support(block)), len(block) - 1) for block in _blocks(rows))


def whole_rows(matrix: Sequence[Sequence[Fraction]], rhs: Sequence[Fraction]) -> list[Row]:
    """The equations in whole numbers."""
    return [_whole(row, side) for row, side in zip(matrix, rhs, strict=True)]


def _circuit(row: Row) -> Circuit:
    # A row without terms says 0 = rhs: it stays, as proof that nothing can satisfy the equations.
    terms = sorted((column, number) for column, number in row.items() if column != _SIDE)
    return Circuit(tuple(terms), Fraction(row.get(_SIDE, 0)))


def _cleared(rows: list[Row]) -> list[tuple[int, Row]]:
    """Rows that say the same, each with a column of its own in which all others vanish."""
    done: list[tuple[int, Row]] = []
    left = rows
    while left:
        column = min(_support(left), default=None)
        if column is None:
            return [*done, *((_SIDE, row) for row in left)]
        pivot = min((row for row in left if column in row), key=lambda row: abs(row[column]))
        done = [(own, _combined(row, pivot, column) if column in row else row) for own, row in done]
        left = [
            _combined(row, pivot, column) if column in row else row
            for row in left
            if row is not pivot
        ]
        done.append((column, pivot))
    return done


def _joined(
    basis: list[tuple[int, Row]], chosen: tuple[tuple[int, Row], ...], most: int
) -> Iterator[Row]:
    """Elementary vectors of some chosen rows and of any that come after; of no more than can vanish."""
    if chosen:
        kept = frozenset(column for column, _ in chosen)
        rows = [row for _, row in chosen]
        yield from _walk(rows, sorted(_support(rows) - kept), kept)
    if len(chosen) < most:
        for place, one in enumerate(basis):
            yield from _joined(basis[place + 1 :], (*chosen, one), most)


def _walk(rows: list[Row], columns: Sequence[int], kept: frozenset[int]) -> Iterator[Row]:
    """Elementary vectors in which the kept columns stay and the listed ones stay or vanish.

    Each column either keeps a place in the support or is eliminated, so no vector comes twice.
    """
    if len(rows) == 1:
        if kept <= rows[0].keys():
            yield rows[0]
        return
    if len(columns) < len(rows) - 1:
        return  # each further row needs a column to vanish in
    first, rest = columns[0], columns[1:]
    if not any(first in row for row in rows):
        yield from _walk(rows, rest, kept)
        return
    fewer = _eliminate(rows, first)
    if kept <= _support(fewer):
        yield from _walk(fewer, rest, kept)
    yield from _walk(rows, rest, kept | {first})


def _eliminate(rows: Iterable[Row], column: int) -> list[Row]:
    """The combinations of the rows in which one column vanishes."""
    rest = list(rows)
    place = min(
        (number for number, row in enumerate(rest) if column in row),
        key=lambda number: abs(rest[number][column]),
    )
    pivot = rest.pop(place)
    return [_combined(row, pivot, column) if column in row else row for row in rest]


def _combined(row: Row, pivot: Row, column: int) -> Row:
    """Both rows together, so that the column vanishes."""
    lead, own = pivot[column], row[column]
    found = {place: lead * number for place, number in row.items()}
    for place, number in pivot.items():
        found[place] = found.get(place, 0) - own * number
    return _reduced(found)


def _independent(rows: Sequence[Row]) -> list[Row]:
    """Rows of full rank that say the same; a row "0 = number" is kept for the contradiction it is."""
    left, done = [row for row in rows if row], []
    while left:
        pivot = left.pop()
        column = min((place for place in pivot if place != _SIDE), default=None)
        done.append(pivot)
        if column is not None:
            left = [row for row in _eliminate([pivot, *left], column) if row]
    return done


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


def _blocks(rows: list[Row]) -> list[list[Row]]:
    return linked(rows, _support(rows))


def _support(rows: list[Row]) -> set[int]:
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
