"""The lightest sets that cover many deficits: an integer programme proposes, exact sums verify."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import inf

import numpy as np

from nktrade.core.interval import ZERO
from nktrade.diagnosis.deficits import Deficit
from nktrade.errors import FigureSystemError

Cover = tuple[Fraction, frozenset[str]]
_NOISE = 1e-9
"""What a sum of shares may miss one by, in floats."""
_MOST_NODES = 300
_STOPPED = 1
"""What scipy says of a programme that reached a limit."""
MOST_WORK = 300_000
"""Work that may be spent on deficits that hang together: some seconds."""


def work_of(tangled: int) -> int:
    """What one round over so many deficits that hang together costs: a start, and its square."""
    return 10_000 + tangled**2


def too_tangled(count: int) -> FigureSystemError:
    """The error of a system in which too many figures disagree."""
    return FigureSystemError(
        f"localisation: found {count:,} contradictions and more to come, expected few enough to find "
        "the sets of least weight; too many figures disagree: split the system into parts that share few "
        "figures, mark figures fixed that are beyond doubt, or give weights"
    )


def proposed(
    deficits: Sequence[Deficit], weights: Mapping[str, Fraction], most: int
) -> list[Cover]:
    """As many sets of least weight as asked for, one programme each."""
    names = sorted({name for one in deficits for name, _ in one.gains})
    programme = _Programme(names, deficits, weights)
    found: list[Cover] = []
    for _ in range(MOST_WORK // work_of(len(deficits))):
        chosen = programme.solved()
        if chosen is None:
            return found
        weight = sum((weights[name] for name in chosen), ZERO)
        if found and weight > found[0][0]:
            return found
        if all(one.is_met(chosen) for one in deficits):
            found.append((weight, chosen))
            programme.forbid(chosen)
        else:
            programme.widen(chosen)
        if len(found) == most:
            return found
    raise too_tangled(len(deficits))


class _Programme:
    """Least weight over zero and one for each suspect, in growing company of rows."""

    def __init__(
        self, names: list[str], deficits: Iterable[Deficit], weights: Mapping[str, Fraction]
    ) -> None:
        self.names = names
        self.place = {name: number for number, name in enumerate(names)}
        self.costs = np.array([float(weights[name]) for name in names])
        self.rows: list[dict[int, float]] = []
        self.lows: list[float] = []
        self.highs: list[float] = []
        for one in deficits:
            shares = {name: min(1.0, float(gain / one.excess)) for name, gain in one.gains}
            self._add(shares, 1.0 - _NOISE, inf)

    def forbid(self, chosen: frozenset[str]) -> None:
        """Nothing that holds all of these is proposed again."""
        self._add(dict.fromkeys(chosen, 1.0), -inf, len(chosen) - 1.0)

    def widen(self, chosen: frozenset[str]) -> None:
        """These alone do not suffice: some other suspect must come in."""
        self._add({name: 1.0 for name in self.names if name not in chosen}, 1.0, inf)

    def _add(self, shares: Mapping[str, float], low: float, high: float) -> None:
        self.rows.append({self.place[name]: share for name, share in shares.items()})
        self.lows.append(low)
        self.highs.append(high)

    def solved(self) -> frozenset[str] | None:
        """The lightest set of all that the rows admit; None where there is none."""
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - slow to load, rarely needed
        from scipy.sparse import csr_array  # noqa: PLC0415 - as above

        if not self.names:
            return None
        numbers = [share for row in self.rows for share in row.values()]
        # Counted in 32 bits, as the solver behind older releases of scipy asks.
        columns = np.array([place for row in self.rows for place in row], dtype=np.int32)
        starts = np.cumsum([0, *(len(row) for row in self.rows)], dtype=np.int32)
        table = csr_array((numbers, columns, starts), shape=(len(self.rows), len(self.names)))
        result = milp(
            self.costs,
            constraints=LinearConstraint(table, self.lows, self.highs),
            integrality=np.ones(len(self.names), dtype=np.int64),
            bounds=Bounds(0, 1),
            options={"mip_rel_gap": 0.0, "node_limit": _MOST_NODES},
        )
        if result.status == _STOPPED:
            raise too_tangled(len(self.rows))
        if result.x is None:
            return None
        return frozenset(
            name for name, chosen in zip(self.names, result.x, strict=True) if chosen > 1 / 2
        )
