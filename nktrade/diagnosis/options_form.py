"""The options of the JSON form: what a diagnosis may do beyond replacing single figures."""

from fractions import Fraction

from nktrade.diagnosis.system import Options
from nktrade.diagnosis.written import Json, exact, expect_mapping, is_power_of_ten, kind_of
from nktrade.errors import FigureSystemError, nearest

_OPERATIONS = ("swap", "flip", "scale")
_OPTION_KEYS = (*_OPERATIONS, "operations", "cumulative", "tolerance", "round_to")
_LARGEST_DECIMALS = 9


def read_options(entry: Json) -> Options:
    """The options described; none where nothing is."""
    expect_mapping(entry, "options", _OPTION_KEYS)
    listed = entry.get("operations") or entry.get("allowed") or []
    if not isinstance(listed, str | list | tuple):
        raise FigureSystemError(
            f"options, operations: found {kind_of(listed)}, expected a list; write [ ] around the names"
        )
    allowed = [listed] if isinstance(listed, str) else list(listed)
    allowed += [name for name in _OPERATIONS if entry.get(name)]
    for name in allowed:
        if name not in _OPERATIONS:
            raise FigureSystemError(
                f"options, operations: found {name!r}, expected some of {', '.join(_OPERATIONS)}; "
                f"{nearest(str(name), _OPERATIONS)}"
            )
    swap, scale = entry.get("swap"), entry.get("scale")
    tolerance = exact(entry.get("tolerance") or 0, "options, tolerance")
    if tolerance < 0:
        raise FigureSystemError(
            f"options, tolerance: found {float(tolerance)}, expected zero or more; drop the sign"
        )
    return Options(
        operations=frozenset(allowed),
        pairs=_pairs(swap) if isinstance(swap, list) else None,
        groups=tuple(tuple(map(str, group)) for group in scale)
        if isinstance(scale, list) and all(isinstance(group, list) for group in scale)
        else None,
        series=_series(entry.get("cumulative")),
        tolerance=tolerance,
        round_to=_step(entry.get("round_to")),
    )


def _pairs(swap: Json) -> tuple[tuple[str, str], ...]:
    for pair in swap:
        if not isinstance(pair, list | tuple) or len(pair) != len(("one", "other")):
            raise FigureSystemError(
                f"options, swap: found {pair!r}, expected pairs of names; write [[one, other]]"
            )
    return tuple((str(one), str(other)) for one, other in swap)


def _series(rows: Json) -> tuple[tuple[str, ...], ...]:
    for row in rows if isinstance(rows, list) else [rows] if rows else []:
        if not isinstance(row, list | tuple) or len(row) < len(("one", "next")):
            raise FigureSystemError(
                f"options, cumulative: found {row!r}, expected lists of names in their order in time; "
                "write [[january, february, march]]"
            )
    return tuple(tuple(map(str, row)) for row in rows or ())


def _step(round_to: Json) -> Fraction | None:
    """The step meant: 0.01, 1 and 1000 are steps; 0 and 2 to 9 count decimals."""
    if round_to is None:
        return None
    number = exact(round_to, "options, round_to")
    if number > 0 and is_power_of_ten(number):
        return number
    if number.denominator == 1 and 0 <= number <= _LARGEST_DECIMALS:
        return Fraction(1, 10 ** int(number))
    raise FigureSystemError(
        f"options, round_to: found {round_to}, expected a step (0.01, 1, 1000) or a count of decimals "
        "(0, 2 to 9); write the step"
    )
