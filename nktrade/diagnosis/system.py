"""A system of figures: what was printed, and the relations that the true numbers obey."""

from dataclasses import dataclass
from fractions import Fraction

from nktrade.core.interval import ZERO, Interval
from nktrade.errors import FigureSystemError, nearest

ONE = Fraction(1)
EVERYTHING = Interval(None, None)
NON_NEGATIVE = Interval(ZERO, None)
OPERATORS = ("==", "<=", ">=")


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """One cell: a true number, printed or not.

    The true number stands in one unit for the whole system. ``offset + scale * digits`` is the
    printed number, so that a growth of "37.5" percent can carry the ratio 1 - 0.375.
    """

    name: str
    value: Fraction | None = None
    """The printed or measured number."""
    digits: str | None = None
    """The mantissa as printed, "241.93"; evidence for repairs and, with ``is_print``, for ranking."""
    is_print: bool = False
    """Whether the digits were seen in print; digits made from a bare number accuse nobody."""
    scale: Fraction = ONE
    offset: Fraction = ZERO
    box: Interval | None = None
    """What the print says at its last digit; None where nothing was printed."""
    widest: Interval | None = None
    """What the print says under its widest reading; None means as ``box``."""
    choices: tuple[Interval, ...] = ()
    """Alternative prints of the same cell: a relation fails only if it fails for each of them."""
    domain: Interval = EVERYTHING
    """Where the true number lies whatever was printed."""
    weight: Fraction = ONE
    variance: Fraction | None = None
    """Variance of the measurement; with no box the figure is balanced, never freed."""
    is_fixed: bool = False
    is_step: bool = False
    """Whether it is a product on the way, which no source could print."""
    kind: str = "figure"
    """Row of the priors table that says how often such a print is wrong."""
    witnesses: tuple[Interval, ...] = ()
    """What independent others printed for this cell: soft evidence that ranks."""
    confusions: tuple[tuple[str, Fraction], ...] = ()
    """Other true numbers that are often printed so, by name: in another ton, of the period before."""

    @property
    def can_be_wrong(self) -> bool:
        """Whether a print stands here that may be replaced."""
        return self.box is not None and not self.is_fixed


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """One relation between cells: a weighted sum against a number, or a product equal to one."""

    id: str
    terms: tuple[tuple[str, Fraction], ...] = ()
    op: str = "=="
    rhs: Fraction = ZERO
    figure: str | None = None
    """The printed percentage, share or price that this relation falls with."""
    product: tuple[tuple[str, int], ...] = ()
    """Exponents: (("v", 1), ("p", -1), ("q", -1)) says v = p q."""

    @property
    def names(self) -> tuple[str, ...]:
        """The cells it speaks of."""
        return tuple(name for name, _ in self.product or self.terms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the diagnosis may do beyond replacing single figures, and how results are rounded."""

    operations: frozenset[str] = frozenset()
    """Of swap, flip, scale."""
    pairs: tuple[tuple[str, str], ...] | None = None
    """Which figures may have been swapped; None means any two."""
    groups: tuple[tuple[str, ...], ...] | None = None
    """Which figures share one printed scale; None means those of one unit."""
    series: tuple[tuple[str, ...], ...] = ()
    """Figures in their order in time that may have been printed as running totals."""
    tolerance: Fraction = ZERO
    adjusts: bool = True
    """Whether figures are balanced once the wrong ones are located; a text asks for none of it."""
    round_to: Fraction | None = None
    """The step in which adjusted figures are printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """Cells and the relations between them.

    >>> System.from_json({"variables": {"x": {"printed": "2.5"}}, "constraints": []}).variables[0].box
    Interval(2.45 .. 2.55)
    """

    variables: tuple[Variable, ...]
    constraints: tuple[Constraint, ...]
    weights: tuple[tuple[str, Fraction], ...] = ()
    """Weights of carriers that are no variable; 1 where not named."""
    kinds: tuple[tuple[str, str], ...] = ()
    """Rows of the priors table for carriers that are no variable."""
    units: tuple[tuple[str, str], ...] = ()
    """For display: the unit of a cell."""
    covariances: tuple[tuple[str, str, Fraction], ...] = ()
    options: Options = Options()

    def __post_init__(self) -> None:
        known = {variable.name for variable in self.variables}
        _check_unique("variable", [variable.name for variable in self.variables])
        _check_unique("constraint", [constraint.id for constraint in self.constraints])
        for variable in self.variables:
            _check_variable(variable)
        for constraint in self.constraints:
            _check_constraint(constraint, known)
        for one, other, number in self.covariances:
            _check_covariance(self.by_name, (one, other), number)

    @staticmethod
    def from_json(mapping: object) -> "System":
        """The system that the JSON form of the contract describes."""
        from nktrade.diagnosis.json_form import read_system  # noqa: PLC0415 - it builds these records

        return read_system(mapping)

    @property
    def by_name(self) -> dict[str, Variable]:
        """Every cell by its name."""
        return {variable.name: variable for variable in self.variables}

    def carriers(self, constraint: Constraint) -> tuple[str, ...]:
        """The figure that the relation falls with, unless it is beyond doubt or was never printed."""
        figure = constraint.figure
        cell = None if figure is None else self.by_name.get(figure)
        if figure is None or (cell is not None and not cell.can_be_wrong):
            return ()
        return (figure,)

    @property
    def suspects(self) -> dict[str, Fraction]:
        """Weight of everything that may be wrong: prints not fixed, and carriers of relations."""
        cells = self.by_name
        found = {one.name: one.weight for one in self.variables if one.can_be_wrong}
        weights = dict(self.weights)
        for constraint in self.constraints:
            name = constraint.figure
            if name is not None and name not in cells:
                found[name] = weights.get(name, ONE)
        return found


def _check_unique(what: str, names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise FigureSystemError(
                f"{what} {name!r}: found {names.count(name)} of that name, expected one; rename the others"
            )


def _check_variable(variable: Variable) -> None:
    place = f"variable {variable.name!r}"
    if variable.weight <= 0:
        raise FigureSystemError(
            f"{place}: found weight {variable.weight}, expected a number above zero; "
            "write fixed: true for a figure beyond doubt, missing: true for one without a print"
        )
    if variable.variance is not None and variable.variance < 0:
        raise FigureSystemError(
            f"{place}: found variance {float(variable.variance)}, expected zero or more; square the error"
        )
    if variable.is_fixed and variable.box is None and variable.value is None:
        raise FigureSystemError(
            f"{place}: found fixed: true without a number, expected a value; give value or printed"
        )


def check_known(name: str, known: set[str], place: str) -> None:
    """Nothing, where a variable of this name exists."""
    if name not in known:
        raise FigureSystemError(
            f"{place}: found unknown variable {name!r}, expected a name under variables; "
            f"{nearest(name, known)}"
        )


def _check_constraint(constraint: Constraint, known: set[str]) -> None:
    place = f"constraint {constraint.id!r}"
    if constraint.op not in OPERATORS:
        raise FigureSystemError(
            f"{place}: found operator {constraint.op!r}, expected one of {', '.join(OPERATORS)}; "
            "turn strict signs into these"
        )
    for name in constraint.names:
        check_known(name, known, place)
    if not any(number for _, number in constraint.product or constraint.terms):
        raise FigureSystemError(
            f"{place}: found no variable with a coefficient other than zero, expected at least one; "
            "remove the constraint or fill its terms"
        )


def _check_covariance(
    cells: dict[str, Variable], pair: tuple[str, str], covariance: Fraction
) -> None:
    place = f"covariance of {pair[0]}, {pair[1]}"
    variances = []
    for name in pair:
        check_known(name, set(cells), place)
        variances.append(cells[name].variance)
    if None in variances or pair[0] == pair[1]:
        raise FigureSystemError(
            f"{place}: found no variance of its own for each, expected two figures with a variance; "
            "give both of them one"
        )
    product = Fraction(1)
    for variance in variances:
        product *= variance or 0
    if covariance**2 >= product:
        raise FigureSystemError(
            f"{place}: found {float(covariance)}, expected less than the root of the product of the "
            "variances; figures that always move together are one figure"
        )
