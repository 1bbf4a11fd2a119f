"""A system compiled into equations over columns: cells, and one slack for each row that may give."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from nktrade.core.interval import ZERO, Interval
from nktrade.diagnosis.products import Row, cone_cases
from nktrade.diagnosis.system import EVERYTHING, ONE, Constraint, System, Variable

_SLACK = {"==": Interval(ZERO, ZERO), "<=": Interval(ZERO, None), ">=": Interval(None, ZERO)}


@dataclass(frozen=True, slots=True)
class Column:
    """One unknown: where it lies while what it hangs on is believed, and where once it is not."""

    name: str
    held: Interval
    freed: Interval
    suspects: tuple[str, ...] = ()
    """Freeing any one of these frees the column."""


@dataclass(frozen=True, slots=True)
class Model:
    """Equations A y = b over columns with intervals."""

    columns: tuple[Column, ...]
    matrix: tuple[tuple[Fraction, ...], ...]
    rhs: tuple[Fraction, ...]

    def intervals(self, freed: frozenset[str]) -> list[Interval]:
        """Where each column lies when these suspects are no longer believed."""
        return [
            column.freed if freed.intersection(column.suspects) else column.held
            for column in self.columns
        ]


def models(system: System) -> tuple[Model, ...]:
    """One model for each choice among alternatives; the system holds if one of them does."""
    return tuple(
        _model(system, boxes, cones)
        for boxes in _choices(system)
        for cones in cone_cases(system, boxes)
    )


def _choices(system: System) -> list[dict[str, Interval]]:
    """Every way to take one print for each cell."""
    printed = [one for one in system.variables if one.box is not None]
    options = [one.choices or (one.box,) for one in printed]
    names = [one.name for one in printed]
    return [
        {name: box for name, box in zip(names, taken, strict=True) if box is not None}
        for taken in product(*options)
    ]


def _model(system: System, boxes: dict[str, Interval], cones: tuple[Row, ...]) -> Model:
    rows = [_row(constraint, system) for constraint in system.constraints if constraint.terms]
    rows += cones
    columns: list[Column] = []
    for variable in system.variables:
        column, guard = _column(variable, boxes.get(variable.name))
        columns.append(column)
        rows += guard
    places = {column.name: place for place, column in enumerate(columns)}
    slacks = [row for row in rows if row.slack != _SLACK["=="] or row.suspects]
    columns += [
        Column(
            f"{row.name} slack", row.slack, EVERYTHING if row.suspects else row.slack, row.suspects
        )
        for row in slacks
    ]
    matrix = tuple(_numbers(row, places, slacks, len(columns)) for row in rows)
    return Model(tuple(columns), matrix, tuple(row.rhs for row in rows))


def _row(constraint: Constraint, system: System) -> Row:
    slack = _SLACK[constraint.op]
    room = system.options.tolerance
    widened = Interval(
        None if slack.low is None else slack.low - room,
        None if slack.high is None else slack.high + room,
    )
    return Row(
        name=constraint.id,
        terms=dict(constraint.terms),
        rhs=constraint.rhs,
        slack=widened,
        suspects=system.carriers(constraint),
    )


def _column(variable: Variable, box: Interval | None) -> tuple[Column, list[Row]]:
    """The column of a cell; a print outside its domain keeps both, as a row that cannot hold."""
    suspects = (variable.name,) if variable.can_be_wrong else ()
    if box is None:
        return Column(variable.name, variable.domain, variable.domain), []
    inside = box.meet(variable.domain)
    if inside is not None:
        freed = variable.domain if suspects else inside
        return Column(variable.name, inside, freed, suspects), []
    guard = Row(f"domain of {variable.name}", {variable.name: -ONE}, ZERO, variable.domain, ())
    return Column(variable.name, box, EVERYTHING if suspects else box, suspects), [guard]


def _numbers(
    row: Row, places: dict[str, int], slacks: list[Row], width: int
) -> tuple[Fraction, ...]:
    numbers = [ZERO] * width
    for name, number in row.terms.items():
        numbers[places[name]] = number
    for place, other in enumerate(slacks, len(places)):
        if other is row:
            numbers[place] = ONE
    return tuple(numbers)
