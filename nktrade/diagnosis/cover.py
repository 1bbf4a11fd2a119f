"""Sets of suspects that cover every deficit: all of least weight, or all up to a weight."""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import count

from nktrade.core.interval import ZERO
from nktrade.diagnosis.deficits import Deficit
from nktrade.errors import FigureSystemError

_LARGEST_SEARCH = 200_000
Cover = tuple[Fraction, frozenset[str]]


def covers(deficits: Sequence[Deficit], weights: Mapping[str, Fraction]) -> Iterator[Cover]:
    """Every irredundant set that covers all deficits, lightest first, with its weight.

    Whoever covers a deficit holds one of its suspects, so the search branches on the suspects of
    the first deficit not yet met.
    """
    order = count()
    heap: list[tuple[Fraction, int, frozenset[str]]] = [(ZERO, next(order), frozenset())]
    seen = {frozenset[str]()}
    found: list[frozenset[str]] = []
    while heap:
        weight, _, chosen = heapq.heappop(heap)
        if any(other <= chosen for other in found):
            continue
        open_deficit = next((one for one in deficits if not one.is_met(chosen)), None)
        if open_deficit is None:
            found.append(chosen)
            yield weight, chosen
            continue
        for suspect, _ in open_deficit.gains:
            wider = chosen | {suspect}
            if suspect not in chosen and wider not in seen:
                seen.add(wider)
                heapq.heappush(heap, (weight + weights[suspect], next(order), wider))
        if len(seen) > _LARGEST_SEARCH:
            raise FigureSystemError(
                f"localisation: found more than {_LARGEST_SEARCH:,} sets of figures to try, expected an "
                "answer before; split the system, or mark figures fixed that are beyond doubt"
            )


def lightest(deficits: Sequence[Deficit], weights: Mapping[str, Fraction]) -> list[Cover]:
    """All sets of least weight; none where nothing that may be freed suffices."""
    best: list[Cover] = []
    for weight, chosen in covers(deficits, weights):
        if best and weight > best[0][0]:
            break
        best.append((weight, chosen))
    return best
