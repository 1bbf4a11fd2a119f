"""Pairing: which observations can fill the places of a check together."""

from collections.abc import Callable

import numpy as np

from nktrade.checks.averages import averages
from nktrade.checks.changing import are_in_own_unit, beside, in_points, of_prices, sized
from nktrade.checks.check import Check
from nktrade.checks.choices import NEAR, Choices, match
from nktrade.checks.complete import all_kinds, members
from nktrade.checks.misfits import misfits
from nktrade.checks.nearby import conversions, loads, priced, shares
from nktrade.checks.observations import CARRIED, KEY, Codes, Mask, Observations
from nktrade.checks.repeated import exchanges, repeats, twice
from nktrade.checks.view import Carrier, Of, Where
from nktrade.checks.wholes import groups, inside, tiles
from nktrade.core.codes import Kind

_OF_COLUMN = {"base": "base_period", "money": "money", "quantity": "quantity"}


def choices(check: Check, seen: Observations) -> Choices:
    """Every way in which the observations fill the places of a check."""
    return _PAIRINGS[check.pairing](check, seen)


def _by_key(check: Check, seen: Observations) -> Choices:
    """Join place after place to the driver on all of the key that the place does not change.

    The driver is the first carrier, else the last cell. A carrier leaves the unit open: the first
    cell found for it fixes the unit of the rest.
    """
    terms = (*check.left.terms, *check.right.terms)
    carried = [(number, term.carrier) for number, term in enumerate(terms) if term.carrier]
    lead = carried[0][0] if carried else None
    driver = _carriers(seen, carried[0][1]) if carried else _cells(seen, terms[-1].where)
    found: dict[str, Codes] = {"driver": driver}
    unit: str | None = None if carried else "driver"
    slots = []
    for number, term in enumerate(terms):
        carrier = None
        if term.carrier is not None:
            carrier = "driver" if number == lead else f"carrier{number}"
            if number != lead:
                rows = _carriers(seen, term.carrier)
                found = _join(seen, found, rows, carrier, term.carrier.where, unit=None)
        cell = "driver" if lead is None and number == len(terms) - 1 else f"cell{number}"
        if cell != "driver":
            found = _join(seen, found, _cells(seen, term.where), cell, term.where, unit=unit)
        unit = unit or (cell if all(name != "unit" for name, _ in term.where) else None)
        slots.append((number, cell, carrier))
    kept = _is_near(seen, found)
    for _, cell, carrier in slots:
        if carrier is not None:
            kept &= are_in_own_unit(seen, found[carrier], found[cell])
    numbers = np.arange(int(kept.sum()))
    return Choices.of(
        [
            (numbers, number, found[cell][kept], found[carrier][kept] if carrier else None)
            for number, cell, carrier in slots
        ]
    )


def _cells(seen: Observations, where: Where) -> Codes:
    kept = seen["kind"] == seen.code(str(dict(where).get("kind", Kind.LEVEL)))
    for column, value in where:
        if not isinstance(value, Of) and column != "kind":
            kept = kept & (seen[column] == seen.code(value))
    return np.flatnonzero(kept)


def _carriers(seen: Observations, carrier: Carrier) -> Codes:
    kept = np.isin(seen["kind"], seen.codes(carrier.kinds))
    for column, value in carrier.where:
        kept &= seen[column] == seen.code(str(value))
    return np.flatnonzero(kept)


def _join(
    seen: Observations,
    found: dict[str, Codes],
    rows: Codes,
    name: str,
    where: Where,
    *,
    unit: str | None,
) -> dict[str, Codes]:
    """The choices so far, each with every row that agrees with its driver."""
    own = dict(where)
    ours, theirs = [], []
    columns = KEY if unit else (*CARRIED, "unit") if "unit" in own else CARRIED
    if name.startswith("carrier") or own.get("kind") == Kind.CHANGE_ABS:
        columns = (*columns, "base_period")  # growth on the year and on the month never mix
    for column in columns:
        value = own.get(column)
        if value is not None and not isinstance(value, Of):
            continue  # the rows were already chosen by it
        fixed_by_cell = unit is not None and column in {"unit", "rate"} and value is None
        lender = found[unit] if unit is not None and fixed_by_cell else found["driver"]
        ours.append(seen[_OF_COLUMN[value.name] if value is not None else column][lender])
        theirs.append(seen[column][rows])
    at_ours, at_theirs = match(np.stack(ours, axis=1), np.stack(theirs, axis=1))
    joined = {slot: places[at_ours] for slot, places in found.items()}
    joined[name] = rows[at_theirs]
    return joined


def _is_near(seen: Observations, found: dict[str, Codes]) -> Mask:
    """A key that is not fully known counts as the same only within neighbouring sentences."""
    sentences = np.stack([seen["sentence"][places] for places in found.values()])
    is_near = sentences.max(axis=0) - sentences.min(axis=0) <= NEAR
    key = seen.keys(("side_a", "flow", "period"), found["driver"])
    return np.asarray(is_near | (key != seen.code("")).all(axis=1))


_PAIRINGS: dict[str, Callable[[Check, Observations], Choices]] = {
    "key": _by_key,
    "changes": lambda check, seen: beside(check, seen, _by_key(check, seen)),
    "differences": lambda check, seen: sized(seen, _by_key(check, seen)),
    "points": lambda check, seen: in_points(seen, _by_key(check, seen)),
    "price changes": lambda check, seen: of_prices(seen, _by_key(check, seen)),
    "prices": lambda check, seen: priced(seen, _by_key(check, seen)),
    "tiles": tiles,
    "inside": inside,
    "groups": groups,
    "members": members,
    "all kinds": all_kinds,
    "twice": twice,
    "repeats": repeats,
    "misfits": misfits,
    "exchanges": exchanges,
    "shares": shares,
    "loads": loads,
    "averages": averages,
    "conversions": conversions,
}
