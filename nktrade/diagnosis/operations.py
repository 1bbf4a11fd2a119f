"""Edit operations beyond replacing one figure: two exchanged, a sign, a common scale, running totals.

Each is one event, and costs as the dearest figure it touches.
Source: Scholtus, "A Generalised Fellegi-Holt Paradigm for Automatic Error Localization" (2016).
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from nktrade.core.interval import ZERO, Interval
from nktrade.diagnosis.system import System, Variable

_POWERS = (1, 2, 3, 4, 6, 8)
"""Slips of units in the field: ten, percent, thousand, wan, million, yi."""


@dataclass(frozen=True, slots=True)
class Operation:
    """Figures that were printed from the true ones by one slip, and the factors that undo it."""

    kind: str
    names: tuple[str, ...]
    sources: tuple[str, ...]
    """Whose print each of them really is."""
    factors: tuple[Fraction, ...]
    weight: Fraction
    less: tuple[str, ...] = ()
    """The running total before each, where the prints are running totals."""

    def applied(self, system: System) -> System:
        """The system with the slip undone and these figures beyond further doubt."""
        cells = system.by_name
        undone = {
            name: _moved(cells[name], cells[source], factor)
            for name, source, factor in zip(self.names, self.sources, self.factors, strict=True)
        }
        for name, before in zip(self.names, self.less, strict=False):
            undone[name] = _shortened(undone[name], cells[before])
        return replace(
            system, variables=tuple(undone.get(one.name, one) for one in system.variables)
        )


def operations(system: System) -> tuple[Operation, ...]:
    """Every operation that the options allow."""
    allowed = system.options.operations
    cells = [one for one in system.variables if one.can_be_wrong and one.box is not None]
    found: list[Operation] = []
    if "swap" in allowed:
        found += _swaps(system, cells)
    if "flip" in allowed:
        found += [_operation("sign", (one,), (one,), Fraction(-1)) for one in cells]
    if "scale" in allowed:
        found += _scales(system, cells)
    found += _running_totals(system)
    return tuple(found)


def _running_totals(system: System) -> list[Operation]:
    """Figures that follow one another, all but the first printed as the sum so far."""
    named = system.by_name
    series = [tuple(named[name] for name in names) for names in system.options.series]
    return [
        replace(
            _operation("running total", row[1:], row[1:], Fraction(1)),
            less=tuple(one.name for one in row[:-1]),
        )
        for row in series
        if len(row) > 1 and all(one.can_be_wrong for one in row)
    ]


def _shortened(whole: Variable, before: Variable) -> Variable:
    """What the running total says of its last part alone; such digits were never printed."""

    def less(own: Interval | None, other: Interval | None) -> Interval | None:
        return None if own is None or other is None else own - other

    is_known = whole.value is not None and before.value is not None
    return replace(
        whole,
        value=(whole.value or ZERO) - (before.value or ZERO) if is_known else None,
        digits=None,
        box=less(whole.box, before.box),
        widest=less(whole.widest, before.widest),
    )


def _swaps(system: System, cells: list[Variable]) -> list[Operation]:
    pairs = system.options.pairs
    wanted = None if pairs is None else {frozenset(pair) for pair in pairs}
    return [
        _operation("swap", (one, other), (other, one), Fraction(1))
        for one, other in combinations(cells, 2)
        if wanted is None or frozenset((one.name, other.name)) in wanted
    ]


def _scales(system: System, cells: list[Variable]) -> list[Operation]:
    """Single figures, and figures of one unit together where more than one unit is printed."""
    groups: list[tuple[Variable, ...]] = [(one,) for one in cells]
    named = system.by_name
    units = dict(system.units)
    if system.options.groups is not None:
        groups += [tuple(named[name] for name in group) for group in system.options.groups]
    elif len(set(units.values())) > 1:
        for unit in sorted(set(units.values())):
            groups.append(tuple(one for one in cells if units.get(one.name) == unit))
    return [
        _operation("scale", group, group, Fraction(10) ** (power * way))
        for group in groups
        if group
        for power in _POWERS
        for way in (1, -1)
    ]


def _operation(
    kind: str, names: tuple[Variable, ...], sources: tuple[Variable, ...], factor: Fraction
) -> Operation:
    return Operation(
        kind,
        tuple(one.name for one in names),
        tuple(one.name for one in sources),
        (factor,) * len(names),
        max(one.weight for one in names),
    )


def _moved(variable: Variable, source: Variable, factor: Fraction) -> Variable:
    def scaled(interval: Interval | None) -> Interval | None:
        return None if interval is None else interval.scaled(factor)

    return replace(
        variable,
        value=None if source.value is None else source.value * factor,
        digits=source.digits,
        scale=source.scale * factor,
        box=scaled(source.box),
        widest=scaled(source.widest),
        is_fixed=True,
    )
