"""The relations of a system as float rows: equalities, inequalities, and products linearised."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from nktrade.diagnosis.system import Constraint, System

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
_WAYS = {"<=": 1.0, ">=": -1.0}


@dataclass(frozen=True, slots=True, eq=False)
class Equations:
    """Rows over the cells in their order, for values divided by one size."""

    table: Floats
    sides: Floats
    inequalities: Floats
    """One row each, the upper bound of the sum in the last column."""
    products: tuple[tuple[tuple[int, int], ...], ...]
    """Places and exponents of the factors of each product."""
    size: float

    @staticmethod
    def of(system: System, freed: frozenset[str], size: float) -> "Equations":
        """The rows that stand once the freed carriers are out."""
        places = {one.name: place for place, one in enumerate(system.variables)}
        standing = [one for one in system.constraints if one.figure not in freed]
        linear = [one for one in standing if one.terms]
        equal = [_row(one, places, size) for one in linear if one.op == "=="]
        unequal = [_row(one, places, size) * _WAYS[one.op] for one in linear if one.op in _WAYS]
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
            size,
        )

    def loosened(self, tolerance: Fraction) -> "Equations":
        """The same with every equality given way to by the tolerance either side."""
        room = float(tolerance) / self.size
        above = np.column_stack([self.table, self.sides + room])
        below = np.column_stack([-self.table, room - self.sides])
        return Equations(
            self.table[:0],
            self.sides[:0],
            np.vstack([self.inequalities, above, below]),
            self.products,
            self.size,
        )

    @property
    def has_products(self) -> bool:
        """Whether the rows depend on where they are taken."""
        return bool(self.products)

    def at(self, values: Floats) -> tuple[Floats, Floats]:
        """Equality rows and right sides, products by their tangent at these values."""
        tables, sides = [self.table], [self.sides]
        for factors in self.products:
            gradient, side = self._tangent(factors, values)
            tables.append(gradient[None, :])
            sides.append(np.array([side]))
        return np.vstack(tables), np.concatenate(sides)

    def _tangent(
        self, factors: tuple[tuple[int, int], ...], values: Floats
    ) -> tuple[Floats, float]:
        """The tangent of left product less right product."""
        gradient = np.zeros_like(values)
        level = 0.0
        for sign in (1, -1):
            places = [place for place, power in factors if power == sign]
            true = [float(values[place]) * self.size for place in places]
            scale = 1.0 / self.size
            level += sign * float(np.prod(true)) * scale
            for number, place in enumerate(places):
                others = float(np.prod(true[:number] + true[number + 1 :]))
                gradient[place] += sign * others * scale * self.size
        return gradient, float(gradient @ values) - level


def _row(constraint: Constraint, places: dict[str, int], size: float) -> Floats:
    row = np.zeros(len(places) + 1)
    for name, number in constraint.terms:
        row[places[name]] += float(number)
    row[-1] = float(constraint.rhs) / size
    return row
