"""Pairing: which observations can fill the places of a check together."""

from collections.abc import Callable

import pandas as pd

from nktrade.checks.check import Check
from nktrade.checks.choices import NEAR, Choices
from nktrade.checks.nearby import conversions, loads, shares
from nktrade.checks.observations import CARRIED, KEY
from nktrade.checks.view import Carrier, Of, Term, Where
from nktrade.checks.wholes import groups, inside, tiles, twice
from nktrade.core.codes import Kind


def choices(check: Check, seen: pd.DataFrame) -> Choices:
    """Every way in which the observations fill the places of a check."""
    return _PAIRINGS[check.pairing](check, seen)


def _by_key(check: Check, seen: pd.DataFrame) -> Choices:
    """Join place after place to the driver on all of the key that the place does not change."""
    places = _places(check)
    carriers = [(number, term.carrier) for number, (_, term) in enumerate(places) if term.carrier]
    lead = carriers[0][0] if carriers else None
    driver = (
        _carrier_rows(seen, carriers[0][1]) if carriers else _cell_rows(seen, places[-1][1].where)
    )
    wide = driver.add_prefix("driver.")
    names: list[tuple[str, str | None]] = []
    has_unit = lead is None
    for number, (_, term) in enumerate(places):
        carrier = None
        if term.carrier is not None:
            carrier = "driver" if number == lead else f"carrier{number}"
            if carrier != "driver":
                rows = _carrier_rows(seen, term.carrier)
                wide = _join(wide, rows, carrier, term.carrier.where, CARRIED)
        cell = "driver" if lead is None and number == len(places) - 1 else f"cell{number}"
        if cell != "driver":
            columns = KEY if has_unit else _unit_as_named(term.where)
            wide = _join(wide, _cell_rows(seen, term.where), cell, term.where, columns)
        if not has_unit:
            wide["driver.unit"], wide["driver.rate"] = wide[f"{cell}.unit"], wide[f"{cell}.rate"]
            has_unit = all(name != "unit" for name, _ in term.where)
        names.append((cell, carrier))
    wide = wide[_is_near(wide, names)].reset_index(drop=True)
    return _long(wide, places, names)


def _unit_as_named(where: Where) -> tuple[str, ...]:
    """A carrier leaves the unit open, but for the money and the quantity of a price."""
    return (*CARRIED, "unit") if any(name == "unit" for name, _ in where) else CARRIED


def _places(check: Check) -> list[tuple[int, Term]]:
    left = [(1, term) for term in check.left.terms]
    return left + [(-1, term) for term in check.right.terms]


def _cell_rows(seen: pd.DataFrame, where: Where) -> pd.DataFrame:
    kind = dict(where).get("kind", Kind.LEVEL)
    rows = seen[seen["kind"] == kind]
    for column, value in where:
        if not isinstance(value, Of) and column != "kind":
            rows = rows[rows[column] == value]
    return rows


def _carrier_rows(seen: pd.DataFrame, carrier: Carrier) -> pd.DataFrame:
    rows = seen[seen["kind"].isin(carrier.kinds)]
    for column, value in carrier.where:
        rows = rows[rows[column] == value]
    return rows


def _join(
    wide: pd.DataFrame, rows: pd.DataFrame, name: str, where: Where, columns: tuple[str, ...]
) -> pd.DataFrame:
    """The choices so far, each with every row that agrees with its driver."""
    own = dict(where)
    left, right = [], []
    for column in columns:
        value = own.get(column)
        if isinstance(value, Of):
            left.append(f"driver.{_OF_COLUMN[value.name]}")
        elif value is None:
            left.append(f"driver.{column}")
        else:
            continue  # the rows were already chosen by it
        right.append(f"{name}.{column}")
    return wide.merge(rows.add_prefix(f"{name}."), left_on=left, right_on=right, how="inner")


_OF_COLUMN = {"base": "base_period", "money": "money", "quantity": "quantity"}


def _is_near(wide: pd.DataFrame, names: list[tuple[str, str | None]]) -> "pd.Series[bool]":
    """A key that is not fully known counts as the same only within neighbouring sentences."""
    sentences = wide[[f"{name}.sentence" for pair in names for name in pair if name]]
    spread = sentences.max(axis=1) - sentences.min(axis=1)
    unknown = (wide[[f"driver.{column}" for column in ("side_a", "flow", "period")]] == "").any(
        axis=1
    )
    return ~unknown | (spread <= NEAR)


def _long(
    wide: pd.DataFrame, places: list[tuple[int, Term]], names: list[tuple[str, str | None]]
) -> Choices:
    parts = [
        pd.DataFrame(
            {
                "choice": wide.index,
                "place": number,
                "role": term.role,
                "side": side,
                "sign": term.sign,
                "cell": wide[f"{cell}.at"],
                "carrier": wide[f"{carrier}.at"] if carrier else -1,
                "is_divided": term.is_divided,
                "factor_low": 1.0,
                "factor_high": 1.0,
            }
        )
        for number, ((side, term), (cell, carrier)) in enumerate(zip(places, names, strict=True))
    ]
    return pd.concat(parts, ignore_index=True)


_PAIRINGS: dict[str, Callable[[Check, pd.DataFrame], Choices]] = {
    "key": _by_key,
    "tiles": tiles,
    "inside": inside,
    "groups": groups,
    "twice": twice,
    "shares": shares,
    "loads": loads,
    "conversions": conversions,
}
