"""Sets of suspects that cover every deficit: all of least weight."""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, product
from math import lcm

from nktrade.core.interval import ZERO
from nktrade.diagnosis.deficits import Deficit
from nktrade.diagnosis.master import Cover, proposed
from nktrade.errors import FigureSystemError

MOST_TIES = 1_000
"""Sets of least weight that are listed; a reader can use far fewer."""
_MOST_WORK = 200_000
"""Looks at a deficit before the search gives way to the integer programme."""


def lightest(deficits: Sequence[Deficit], weights: Mapping[str, Fraction]) -> list[Cover]:
    """All sets of least weight; none where nothing that may be freed suffices.

    Raises:
        FigureSystemError: where there are more sets than anybody could read.
    """
    found = first_covers(deficits, weights, MOST_TIES + 1)
    if len(found) > MOST_TIES:
        raise FigureSystemError(
            f"localisation: found more than {MOST_TIES:,} sets of figures of least weight, expected fewer; "
            "diagnose parts that share no figure one by one, mark figures fixed that are beyond doubt, "
            "or give weights"
        )
    return found


def first_covers(
    deficits: Sequence[Deficit], weights: Mapping[str, Fraction], most: int
) -> list[Cover]:
    """As many sets of least weight as asked for, if there are so many.

    Deficits that share no suspect are covered apart; every way to cover the one goes with every way
    to cover the other.
    """
    parts = [_of_group(group, weights, most) for group in apart(deficits)]
    joined = islice(product(*parts), most)
    return [
        (
            sum((weight for weight, _ in taken), ZERO),
            frozenset(name for _, names in taken for name in names),
        )
        for taken in joined
    ]


def _of_group(
    deficits: Sequence[Deficit], weights: Mapping[str, Fraction], most: int
) -> list[Cover]:
    search = _Search(deficits, weights)
    found = list(islice(search.covers(), most))
    return proposed(deficits, weights, most) if search.is_exhausted else found


def apart(deficits: Iterable[Deficit]) -> list[list[Deficit]]:
    """The deficits in groups that share no suspect."""
    groups: list[tuple[set[str], list[Deficit]]] = []
    for deficit in deficits:
        joined, members, apart = {name for name, _ in deficit.gains}, [deficit], []
        for other, others in groups:
            if other & joined:
                joined |= other
                members = others + members
            else:
                apart.append((other, others))
        groups = [*apart, (joined, members)]
    return [members for _, members in groups]


@dataclass(frozen=True, slots=True)
class _Demand:
    """A deficit over numbered suspects: one of ``enough``, or several that add up to the excess."""

    every: int
    enough: int
    parts: tuple[tuple[int, int], ...]
    """What each of the others gives, as whole multiples of one unit fraction, as the excess is."""
    excess: int
    cheapest: int

    def is_met(self, chosen: int) -> bool:
        """Whether the chosen suspects, one bit each, make up for the shortfall."""
        if chosen & self.enough:
            return True
        return sum(gain for bit, gain in self.parts if chosen & bit) >= self.excess


class _Search:
    """Best first over sets of suspects; deficits that share none bound from below what is still to pay."""

    def __init__(self, deficits: Sequence[Deficit], weights: Mapping[str, Fraction]) -> None:
        self.names = sorted({name for one in deficits for name, _ in one.gains})
        self.unit = lcm(*(weights[name].denominator for name in self.names))
        whole = {name: int(weights[name] * self.unit) for name in self.names}
        self.weights = [whole[name] for name in self.names]
        bits = {name: 1 << place for place, name in enumerate(self.names)}
        self.demands = [_demand(one, bits, whole) for one in deficits]
        self.is_exhausted = False

    def covers(self) -> Iterator[Cover]:
        """Every set of least weight, once.

        Whoever covers a deficit holds one of its suspects, so the search branches on the suspects of
        the first deficit not yet met.
        """
        heap: list[tuple[int, int]] = [(0, 0)]
        paid = {0: 0}
        least: int | None = None
        work = 0
        while heap:
            bound, chosen = heapq.heappop(heap)
            if least is not None and bound > least:
                return
            work += len(self.demands)
            if work > _MOST_WORK:
                self.is_exhausted = True
                return
            still = [one for one in self.demands if not one.is_met(chosen)]
            if not still:
                least = paid[chosen]
                yield Fraction(least, self.unit), self._named(chosen)
                continue
            for place in self._places(still[0].every & ~chosen):
                wider = chosen | 1 << place
                if wider in paid:
                    continue
                paid[wider] = paid[chosen] + self.weights[place]
                work += len(still)
                heapq.heappush(heap, (paid[wider] + _least_left(still, wider), wider))

    def _places(self, bits: int) -> Iterator[int]:
        return (place for place in range(len(self.names)) if bits >> place & 1)

    def _named(self, chosen: int) -> frozenset[str]:
        return frozenset(self.names[place] for place in self._places(chosen))


def _demand(deficit: Deficit, bits: Mapping[str, int], weights: Mapping[str, int]) -> _Demand:
    enough = [name for name, gain in deficit.gains if gain >= deficit.excess]
    parts = [(name, Fraction(gain)) for name, gain in deficit.gains if gain < deficit.excess]
    unit = lcm(deficit.excess.denominator, *(gain.denominator for _, gain in parts))
    return _Demand(
        every=sum(bits[name] for name, _ in deficit.gains),
        enough=sum(bits[name] for name in enough),
        parts=tuple((bits[name], int(gain * unit)) for name, gain in parts),
        excess=int(deficit.excess * unit),
        cheapest=min((weights[name] for name, _ in deficit.gains), default=0),
    )


def _least_left(demands: Iterable[_Demand], chosen: int) -> int:
    """A weight that must still be paid: one suspect for each of some demands that share none."""
    used, total = chosen, 0
    for one in demands:
        if not one.every & used and not one.is_met(chosen):
            used |= one.every
            total += one.cheapest
    return total
