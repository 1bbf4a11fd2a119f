"""The relations of a system as float rows: equalities, inequalities, and products linearised.

Each cell is counted in a size of its own, dollars beside tonnes: in one size for all, the smaller of
two factors would drown in the noise of the larger.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod

import numpy as np

from nktrade.diagnosis.system import Constraint, System

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
_WAYS = {"<=": 1.0, ">=": -1.0}


@dataclass(frozen=True, slots=True, eq=False)
class Equations:
    """Rows over the cells in their order, as they were stated; scaled where they are met by values."""

    table: Floats
    sides: Floats
    inequalities: Floats
    """One row each, the upper bound of the sum in the last column."""
    products: tuple[tuple[tuple[int, int], ...], ...]
    """Places and exponents of the factors of each product."""
    sizes: Floats
    """What the values of each cell are counted in."""

    @staticmethod
    def of(system: System, freed: frozenset[str]) -> "Equations":
        """The rows that stand once the freed carriers are out."""
        places = {one.name: place for place, one in enumerate(system.variables)}
        standing = [one for one in system.constraints if one.figure not in freed]
        linear = [one for one in standing if one.terms]
        equal = [_row(one, places) for one in linear if one.op == "=="]
        unequal = [_row(one, places) * _WAYS[one.op] for one in linear if one.op in _WAYS]
        width = len(places) + 1
        equalities = np.array(equal).reshape(len(equal), width)
        return Equations(
            equalities[:, :-1],
            equalities[:, -1],
            np.array(unequal).reshape(len(unequal), width),
            tuple(
                tuple((places[name], power) for name, power in one.product)
                for one in standing
                if one.product
            ),
            sizes(system),
        )

    def loosened(self, tolerance: Fraction) -> "Equations":
        """The same with every equality given way to by the tolerance either side."""
        room = float(tolerance)
        above = np.column_stack([self.table, self.sides + room])
        below = np.column_stack([-self.table, room - self.sides])
        return replace(
            self,
            table=self.table[:0],
            sides=self.sides[:0],
            inequalities=np.vstack([self.inequalities, above, below]),
        )

    @property
    def has_products(self) -> bool:
        """Whether the rows depend on where they are taken."""
        return bool(self.products)

    @property
    def uppers(self) -> Floats:
        """The inequalities for scaled values."""
        return np.column_stack(self._scaled(self.inequalities[:, :-1], self.inequalities[:, -1]))

    def at(self, values: Floats) -> tuple[Floats, Floats]:
        """Equality rows and right sides for scaled values, products by their tangent at these."""
        rows = [self._scaled(self.table, self.sides)]
        for factors in self.products:
            gradient, side = self._tangent(factors, values)
            rows.append((gradient[None, :], np.array([side])))
        tables, sides = zip(*rows, strict=True)
        return np.vstack(tables), np.concatenate(sides)

    def _scaled(self, table: Floats, sides: Floats) -> tuple[Floats, Floats]:
        """Rows for scaled values, each divided by the largest size in it."""
        worth = np.where(table != 0, self.sizes, 0.0).max(axis=1, initial=0.0)
        worth = np.where(worth > 0, worth, 1.0)
        return table * self.sizes / worth[:, None], sides / worth

    def _tangent(
        self, factors: tuple[tuple[int, int], ...], values: Floats
    ) -> tuple[Floats, float]:
        """The tangent of left product less right product."""
        gradient = np.zeros_like(values)
        level = 0.0
        sides = [[place for place, power in factors if power == sign] for sign in (1, -1)]
        worth = max(float(np.prod(self.sizes[places])) for places in sides)
        for sign, places in zip((1, -1), sides, strict=True):
            true = [float(values[place] * self.sizes[place]) for place in places]
            level += sign * float(np.prod(true)) / worth
            for number, place in enumerate(places):
                others = float(np.prod(true[:number] + true[number + 1 :]))
                gradient[place] += sign * others * self.sizes[place] / worth
        return gradient, float(gradient @ values) - level


def sizes(system: System) -> Floats:
    """The largest print among the cells that sums tie to each; a factor alone, what its product makes it."""
    known = dict(_printed_sizes(system))
    for one in system.constraints:
        powers = {name: power for name, power in one.product if known[name] == 0}
        if len(powers) == 1:
            ((name, power),) = powers.items()
            known[name] = prod(
                known[other] ** (-own * power) for other, own in one.product if other != name
            )
    usual = max(known.values(), default=0.0) or 1.0
    return np.array([known[one.name] or usual for one in system.variables])


def _printed_sizes(system: System) -> Iterator[tuple[str, float]]:
    """The same by prints alone, zero where none of those tied together is printed."""
    tied = {one.name: frozenset({one.name}) for one in system.variables}
    for constraint in system.constraints:
        both = frozenset[str]().union(*(tied[name] for name, _ in constraint.terms))
        tied |= dict.fromkeys(both, both)
    for one in system.variables:
        prints = (float(system.by_name[name].value or 0) for name in tied[one.name])
        yield one.name, max(map(abs, prints))


def _row(constraint: Constraint, places: dict[str, int]) -> Floats:
    row = np.zeros(len(places) + 1)
    for name, number in constraint.terms:
        row[places[name]] += float(number)
    row[-1] = float(constraint.rhs)
    return row
