"""Products v = p q as rows that never accuse wrongly.

Factors that stand in no other relation are folded into one interval C; what is left is a bound on
one cell or a cone C.low b <= a <= C.high b between two, which is exact. A row falls with every
factor whose print it rests on, and a wider row with its domain takes its place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product

from nktrade.core.interval import ZERO, Interval
from nktrade.diagnosis.system import NON_NEGATIVE, ONE, Constraint, System, Variable

_NON_POSITIVE = Interval(None, ZERO)


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A weighted sum of cells, plus a slack, is the right side; it falls with its suspects."""

    name: str
    terms: dict[str, Fraction]
    rhs: Fraction
    slack: Interval
    suspects: tuple[str, ...]


def cone_cases(system: System, boxes: dict[str, Interval]) -> list[tuple[Row, ...]]:
    """For each choice of signs of the cells that head a cone, the rows of all products."""
    cases = [
        _cases(constraint, system, boxes) for constraint in system.constraints if constraint.product
    ]
    return [tuple(row for rows in taken for row in rows) for taken in product(*cases)]


def folded(constraint: Constraint, system: System, boxes: dict[str, Interval]) -> tuple[str, ...]:
    """The factors that no column needs: in no other relation, or the narrowest of too many."""
    elsewhere = [
        name for other in system.constraints if other is not constraint for name in other.names
    ]
    shared = [name for name, _ in constraint.product if name in elsewhere]
    private = [name for name, _ in constraint.product if name not in elsewhere]
    powers = dict(constraint.product)
    # Everything printed nowhere else: keep one as the cell that is bounded.
    kept = shared or private[:1]
    while not _is_linear([powers[name] for name in kept]):
        kept.remove(
            min(kept, key=lambda name: _spread(boxes.get(name, system.by_name[name].domain)))
        )
    return tuple(name for name in powers if name not in kept)


def _cases(
    constraint: Constraint, system: System, boxes: dict[str, Interval]
) -> list[tuple[Row, ...]]:
    inner = folded(constraint, system, boxes)
    cone = _Cone(constraint, system.by_name, boxes, inner, system.carriers(constraint))
    if len(cone.outer) == 1:
        return [tuple(cone.rows(NON_NEGATIVE))]
    base = cone.outer[1]
    lowest = cone.cells[base].domain.low
    is_signed = lowest is None or lowest < 0
    return [
        (Row(f"sign of {base}", {base: -ONE}, ZERO, sign, ()), *cone.rows(sign))
        for sign in ((NON_NEGATIVE, _NON_POSITIVE) if is_signed else (NON_NEGATIVE,))
    ]


@dataclass(frozen=True, slots=True)
class _Cone:
    """quotient.low * base <= head <= quotient.high * base, or the same bounds without a base."""

    constraint: Constraint
    cells: dict[str, Variable]
    boxes: dict[str, Interval]
    inner: tuple[str, ...]
    carriers: tuple[str, ...]

    @property
    def outer(self) -> tuple[str, ...]:
        """Head and, where there are two, base."""
        return tuple(name for name, _ in self.constraint.product if name not in self.inner)

    def rows(self, sign: Interval) -> Iterable[Row]:
        """Rows for each set of folded factors that may have lost its print."""
        wrong = [name for name in self.inner if self.cells[name].can_be_wrong]
        for size in range(len(wrong) + 1):
            for lost in combinations(wrong, size):
                believed = tuple(name for name in wrong if name not in lost)
                suspects = tuple(dict.fromkeys((*believed, *self.carriers)))
                yield from self._bounds(self._quotient(lost), suspects, sign)

    def _bounds(
        self, quotient: Interval, suspects: tuple[str, ...], sign: Interval
    ) -> Iterable[Row]:
        head, *base = self.outer
        for end, is_upper in ((quotient.low, False), (quotient.high, True)):
            if end is None:
                continue
            # A negative base turns the bounds round.
            slack = NON_NEGATIVE if is_upper == (sign == NON_NEGATIVE) else _NON_POSITIVE
            terms = {head: ONE, **dict.fromkeys(base, -end)}
            yield Row(self.constraint.id, terms, ZERO if base else end, slack, suspects)

    def _quotient(self, lost: tuple[str, ...]) -> Interval:
        """What the folded factors make of head / base."""
        powers = dict(self.constraint.product)
        result = Interval.point(1)
        for name in self.inner:
            domain = self.cells[name].domain
            held = self.boxes.get(name) if name not in lost else None
            factor = domain if held is None else held.meet(domain) or held
            is_multiplied = powers[name] != powers[self.outer[0]]
            result = result * factor if is_multiplied else result / factor
        return result


def _is_linear(powers: list[int]) -> bool:
    return len(powers) == 1 or (len(powers) == len((1, -1)) and powers[0] != powers[1])


def _spread(interval: Interval) -> float:
    if interval.low is None or interval.high is None:
        return float("inf")
    middle = abs(interval.low + interval.high)
    return float((interval.high - interval.low) / middle) if middle else float("inf")
