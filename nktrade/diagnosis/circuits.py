"""Circuits: the support-minimal consequences of a set of equations.

A system of equations over a box has a solution exactly when each of its elementary vectors (the
support-minimal vectors of the row space) can be met inside the box.

Source: Rockafellar, "The elementary vectors of a subspace of R^N" (1969), theorem of alternatives.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb, gcd, lcm

from nktrade.core.interval import ZERO

Row = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Circuit:
    """One consequence: the weighted sum of a few columns is the right side."""

    terms: tuple[tuple[int, int], ...]
    """Column and whole coefficient."""
    rhs: Fraction


def circuits(matrix: Sequence[Sequence[Fraction]], rhs: Sequence[Fraction]) -> tuple[Circuit, ...]:
    """Every elementary vector of the row space, each once, with its right side.

    >>> circuits([[Fraction(1), Fraction(1), Fraction(-1)]], [ZERO])[0].terms
    ((0, 1), (1, 1), (2, -1))
    """
    rows = _independent([_whole([*row, side]) for row, side in zip(matrix, rhs, strict=True)])
    found: list[Circuit] = []
    for block in _blocks(rows):
        found.extend(_circuit(row) for row in _walk(block, 0, ()))
    return tuple(found)


def eliminated(
    matrix: Sequence[Sequence[Fraction]], rhs: Sequence[Fraction], columns: Sequence[int]
) -> tuple[Circuit, ...]:
    """What the equations say once these columns are eliminated."""
    rows = _independent([_whole([*row, side]) for row, side in zip(matrix, rhs, strict=True)])
    for column in columns:
        if any(row[column] for row in rows):
            rows = _eliminate(rows, column)
    return tuple(_circuit(row) for row in rows)


def circuit_count_bound(matrix: Sequence[Sequence[Fraction]]) -> int:
    """No more circuits than this: each leaves rank less one columns out."""
    rows = _independent([_whole([*row, ZERO]) for row in matrix])
    return sum(comb(len(_support(block)), len(block) - 1) for block in _blocks(rows))


def _circuit(row: Row) -> Circuit:
    terms = tuple((column, number) for column, number in enumerate(row[:-1]) if number)
    # A row without terms says 0 = rhs: it stays, as proof that nothing can satisfy the equations.
    return Circuit(terms, Fraction(row[-1]))


def _walk(rows: list[Row], column: int, kept: tuple[int, ...]) -> Iterator[Row]:
    """Elementary vectors that vanish where earlier steps eliminated, and only there.

    Each column either keeps a place in the support or is eliminated, so no vector comes twice.
    """
    if any(not any(row[place] for row in rows) for place in kept):
        return
    if len(rows) == 1:
        yield rows[0]
        return
    width = len(rows[0]) - 1
    while column < width and not any(row[column] for row in rows):
        column += 1
    if width - column < len(rows) - 1:
        return  # each further row needs a column to vanish in
    yield from _walk(_eliminate(rows, column), column + 1, kept)
    yield from _walk(rows, column + 1, (*kept, column))


def _eliminate(rows: list[Row], column: int) -> list[Row]:
    """The combinations of the rows in which one column vanishes."""
    pivot = min((row for row in rows if row[column]), key=lambda row: abs(row[column]))
    rest = list(rows)
    rest.remove(pivot)
    lead = pivot[column]
    return [
        row
        if not row[column]
        else _reduced([lead * a - row[column] * b for a, b in zip(row, pivot, strict=True)])
        for row in rest
    ]


def _independent(rows: list[Row]) -> list[Row]:
    """Rows of full rank that say the same; a row "0 = number" is kept for the contradiction it is."""
    left, done = [row for row in rows if any(row)], []
    while left:
        pivot = left.pop()
        column = next((place for place, number in enumerate(pivot[:-1]) if number), None)
        done.append(pivot)
        if column is not None:
            left = [row for row in _eliminate([pivot, *left], column) if any(row)]
    return done


def _blocks(rows: list[Row]) -> list[list[Row]]:
    """The rows in groups that share no column."""
    groups: list[tuple[set[int], list[Row]]] = []
    for row in rows:
        support = {place for place, number in enumerate(row[:-1]) if number}
        joined, members, apart = support, [row], []
        for other, others in groups:
            if other & joined:
                joined, members = joined | other, members + others
            else:
                apart.append((other, others))
        groups = [*apart, (joined, members)]
    return [members for _, members in groups]


def _support(rows: list[Row]) -> set[int]:
    return {place for row in rows for place, number in enumerate(row[:-1]) if number}


def _whole(row: Sequence[Fraction]) -> Row:
    """The row in whole numbers, the right side (last) aside as an integer of the same multiple."""
    multiple = lcm(*(number.denominator for number in row))
    return _reduced([int(number * multiple) for number in row])


def _reduced(row: list[int]) -> Row:
    divisor = gcd(*row)
    return tuple(row) if divisor in {0, 1} else tuple(number // divisor for number in row)
