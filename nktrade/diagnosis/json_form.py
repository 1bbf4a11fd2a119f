"""The JSON form of a system of figures, read into records or refused with a reason."""

import re
from collections.abc import Sequence
from fractions import Fraction

from nktrade.core.amount import Amount
from nktrade.core.interval import ZERO, Interval
from nktrade.diagnosis.options_form import read_options
from nktrade.diagnosis.priors import barrels, tons
from nktrade.diagnosis.system import ONE, Constraint, System, Variable, check_known
from nktrade.diagnosis.written import (
    GROUPED,
    LONGEST,
    Json,
    digits_of,
    exact,
    expect_mapping,
    flag,
    interval,
    is_power_of_ten,
    kind_of,
)
from nktrade.errors import FigureSystemError

_SPACED = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+"
"""Digits with a space at every thousand."""
_NUMBER = re.compile(
    r"(?<![\d.,'])(?<!\d[\s–−eE-])(?<!\d[eE][+-])(?P<sign>[-−+]?)\s*"
    rf"(?P<digits>(?:{GROUPED}|{_SPACED}|\d+)(?:\.\d+)?|\.\d+)(?!\s?[.,'–−-]?\d|[eE][+-]?\d)"
)
"""One number: of two that touch, of ranges and of powers of ten nobody knows which is meant."""
_MARKS = re.compile(r"[^\d.]")
_VARIABLE_KEYS = (
    "value printed unit lo hi domain weight variance fixed missing kind".split()  # noqa: SIM905 - reads as a list
)
_CONSTRAINT_KEYS = "id terms op rhs figure figure_weight product".split()  # noqa: SIM905 - as above
_SYSTEM_KEYS = ("variables", "constraints", "options", "covariances")
_TONS = re.compile(r"\b(t|tons?|tonnes?)\b", re.IGNORECASE)
_BARRELS = re.compile(r"\b(bbl|barrels?)\b", re.IGNORECASE)


def read_system(mapping: Json) -> System:
    """The system described, every number exact.

    Raises:
        FigureSystemError: where the description is no system; the message names the place.
    """
    expect_mapping(mapping, "system", _SYSTEM_KEYS)
    described = mapping.get("variables")
    expect_mapping(described, "variables", ())
    rows = mapping.get("constraints", [])
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        raise FigureSystemError(
            f"constraints: found {kind_of(rows)}, expected a list of constraints; wrap them in [ ]"
        )
    constraints = tuple(_constraint(place, row) for place, row in enumerate(rows, 1))
    carriers = _figure_weights(rows)
    options = read_options(mapping.get("options") or {})
    lists = (("swap", options.pairs), ("scale", options.groups), ("cumulative", options.series))
    for what, named in lists:
        for name in (name for names in named or () for name in names):
            check_known(name, set(described), f"options, {what}")
    return System(
        variables=tuple(
            _variable(str(name), entry, carriers.get(str(name), ONE))
            for name, entry in described.items()
        ),
        constraints=constraints,
        weights=tuple(carriers.items()),
        units=tuple(
            (name, str(entry["unit"]))
            for name, entry in described.items()
            if entry is not None and entry.get("unit") is not None
        ),
        covariances=_covariances(mapping.get("covariances", ())),
        options=options,
    )


def _variable(name: str, entry: Json, usual: Fraction) -> Variable:
    place = f"variable {name!r}"
    if entry is None:
        entry = {}
    expect_mapping(entry, place, _VARIABLE_KEYS)
    domain = interval(entry.get("domain"), f"{place}, domain")
    shared: dict[str, Json] = {
        "name": name,
        "domain": domain,
        "weight": usual
        if entry.get("weight") is None
        else exact(entry["weight"], f"{place}, weight"),
        "is_fixed": flag(entry.get("fixed"), place),
        "kind": str(entry.get("kind") or "figure"),
    }
    has_print = any(entry.get(key) is not None for key in ("value", "printed", "lo", "hi"))
    if flag(entry.get("missing"), place) or not has_print:
        return Variable(**shared)
    return _printed_variable(entry, shared, place)


def _printed_variable(entry: Json, shared: dict[str, Json], place: str) -> Variable:
    """The cell with what was printed or measured of it."""
    declared = entry.get("lo") is not None or entry.get("hi") is not None
    amount, sign = _printed(entry, place)
    value = _value(entry, amount, sign, place)
    scale = _scale(value, amount, sign)
    if scale is None and not declared:
        raise FigureSystemError(
            f"{place}: found value {entry['value']} beside printed {entry['printed']!r}, expected the same "
            "digits; correct one of them, or leave value out"
        )
    if scale is None:  # the declared interval speaks, the print is for display
        amount, scale = None, ONE
    if entry.get("variance") is not None:
        shared["variance"] = exact(entry["variance"], f"{place}, variance")
    box: Interval | None = _box(entry, value, amount, scale, place)
    is_measured = bool(shared.get("variance")) and not shared["is_fixed"]
    if is_measured and amount is None and not declared:
        box = None
    digits = amount.digits if amount else digits_of(value)
    return Variable(
        **shared,
        value=value,
        digits=digits,
        is_print=amount is not None,
        scale=scale if amount else (-ONE if value is not None and value < 0 else ONE),
        confusions=_confusions(value, str(entry.get("unit") or "")),
        box=box,
        widest=box if declared or amount is None else amount.widest.scaled(scale),
    )


def _confusions(value: Fraction | None, unit: str) -> tuple[tuple[str, Fraction], ...]:
    """The same amount in the other tons and in barrels, where the unit names one."""
    if value is None:
        return ()
    is_mass, is_volume = _TONS.search(unit), _BARRELS.search(unit)
    factors = (tons() if is_mass else ()) + (barrels() if is_mass or is_volume else ())
    return tuple((kind, value * factor) for kind, factor in factors)


def _printed(entry: Json, place: str) -> tuple[Amount | None, int]:
    """The amount that the printed string states, and its sign."""
    printed, unit = entry.get("printed"), entry.get("unit")
    if printed is None:
        return None, 1
    found = _NUMBER.search(str(printed))
    if found is None or len(found[0]) > LONGEST:
        raise FigureSystemError(
            f"{place}, printed: found {str(printed)[:LONGEST]!r}, expected a number in digits; "
            "give the digits as printed and the worth under value"
        )
    digits = _MARKS.sub("", found["digits"])
    is_ratio = "%" in f"{printed}{unit or ''}" or "percent" in str(unit or "")
    negative = found["sign"] in {"-", "−"} or str(printed).strip().startswith("(")
    written = f"0{digits}" if digits.startswith(".") else digits
    return Amount(digits=written, zeros_known=is_ratio), -1 if negative else 1


def _value(entry: Json, amount: Amount | None, sign: int, place: str) -> Fraction | None:
    if entry.get("value") is not None:
        return exact(entry["value"], f"{place}, value")
    if amount is not None:
        return amount.value * sign
    ends = [
        exact(entry[key], f"{place}, {key}") for key in ("lo", "hi") if entry.get(key) is not None
    ]
    return sum(ends, ZERO) / 2 if len(ends) > 1 else ends[0]


def _scale(value: Fraction | None, amount: Amount | None, sign: int) -> Fraction | None:
    """What one unit of the printed mantissa is worth in the system; None where digits differ."""
    if amount is None or value is None or amount.value == 0:
        return Fraction(sign)
    scale = value / amount.value
    return scale if is_power_of_ten(abs(scale)) else None


def _box(
    entry: Json, value: Fraction | None, amount: Amount | None, scale: Fraction, place: str
) -> Interval:
    if entry.get("lo") is not None or entry.get("hi") is not None:
        box = interval([entry.get("lo"), entry.get("hi")], f"{place}, lo and hi")
        if value is not None and value not in box:
            raise FigureSystemError(
                f"{place}: found value {float(value):.15g} outside lo and hi, expected it between; "
                "correct the bounds or the value"
            )
        return box
    if amount is not None:
        return amount.printed.scaled(scale)
    return Interval(value, value)


def _constraint(place: int, row: Json) -> Constraint:
    expect_mapping(row, f"constraint {place}", _CONSTRAINT_KEYS)
    name = str(row.get("id") or f"c{place}")
    figure = row.get("figure")
    if figure == "":
        raise FigureSystemError(
            f"constraint {name!r}: found a figure without a name, expected one; name it, or leave it out"
        )
    product, terms = row.get("product"), row.get("terms")
    if product is not None and terms is not None:
        raise FigureSystemError(
            f"constraint {name!r}: found both terms and product, expected one of them; write two constraints"
        )
    if product is not None:
        expect_mapping(product, f"constraint {name!r}, product", ())
        if row.get("op") not in {None, "=="} or row.get("rhs"):
            raise FigureSystemError(
                f"constraint {name!r}: found a product with {'rhs' if row.get('rhs') else 'op'}, expected "
                "factors alone: their product is one; give a number or a bound as a variable of its own"
            )
        return Constraint(
            id=name,
            product=tuple((key, _exponent(power, name)) for key, power in product.items()),
            figure=None if figure is None else str(figure),
        )
    expect_mapping(terms if terms is not None else {}, f"constraint {name!r}, terms", ())
    return Constraint(
        id=name,
        terms=tuple(
            (key, exact(number, f"constraint {name!r}, term {key!r}"))
            for key, number in (terms or {}).items()
        ),
        op=str(row.get("op") or "=="),
        rhs=exact(row.get("rhs") or 0, f"constraint {name!r}, rhs"),
        figure=None if figure is None else str(figure),
    )


def _exponent(power: Json, name: str) -> int:
    number = exact(power, f"constraint {name!r}, product")
    if number not in {1, -1}:
        raise FigureSystemError(
            f"constraint {name!r}, product: found exponent {power}, expected 1 or -1; "
            "name an unprinted variable for a square"
        )
    return int(number)


def _figure_weights(rows: Json) -> dict[str, Fraction]:
    weights: dict[str, Fraction] = {}
    for row in rows:
        if row.get("figure") is None or row.get("figure_weight") is None:
            continue
        figure = str(row["figure"])
        weight = exact(row["figure_weight"], f"figure {figure!r}, figure_weight")
        if weight <= 0 or weights.setdefault(figure, weight) != weight:
            raise FigureSystemError(
                f"figure {figure!r}: found figure_weight {float(weight)}, expected one number above zero "
                "for all its constraints; they stand or fall together"
            )
    return weights


def _covariances(rows: Json) -> tuple[tuple[str, str, Fraction], ...]:
    is_list = isinstance(rows, Sequence) and not isinstance(rows, str)
    for row in rows if is_list else (rows,):
        if not isinstance(row, Sequence) or len(row) != len(("one", "other", "number")):
            raise FigureSystemError(
                f"covariances: found {kind_of(row)}, expected rows [name, name, number]; write one row "
                "for each pair of figures"
            )
    return tuple(
        (str(a), str(b), exact(number, f"covariance of {a}, {b}")) for a, b, number in rows
    )
