"""Pint's registry as this field uses units, and the factor table that is generated from it.

Nothing here is needed for a plain check: the table stands in ``reference/tables/units.csv``.
``python -m nktrade.ledger.registry`` prints it anew.
"""

import csv
import io
import sys
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from nktrade.reference.tables import TABLES, read_table
from nktrade.reference.units import Unit, currencies

if TYPE_CHECKING:
    import pint

_DEFINITIONS = TABLES.with_name("units.txt")
_HEADER = ("code", "canonical", "factor", "pint", "aliases")


@cache
def registry() -> "pint.UnitRegistry[Any]":  # Any: the magnitudes are exact fractions
    """Pint's registry with exact fractions, metric tons, oil barrels and one dimension a currency.

    >>> registry().Quantity(1, "bbl").to("liter").magnitude
    Fraction(9936705933, 62500000)
    """
    import pint  # noqa: PLC0415 - 0.3 s that a plain check does not need

    found: pint.UnitRegistry[Any] = pint.UnitRegistry(  # Any: as above
        non_int_type=Fraction, on_redefinition="ignore"
    )
    for line in _DEFINITIONS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            found.define(line)
    for code in currencies():
        found.define(f"{code} = [currency_{code.lower()}]")
    return found


def pint_factor(unit: str, canonical: str) -> Fraction:
    """What one of the first is worth in the second, as pint computes it; both in pint's names."""
    return Fraction(registry().Quantity(Fraction(1), unit).to(canonical).magnitude)


def factor_table() -> str:
    """The text of the table of units with every factor computed by pint anew."""
    rows = read_table("units", Unit)
    names = {row.code: row.pint for row in rows}
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(_HEADER)
    for row in rows:
        factor = pint_factor(row.pint, names[row.canonical])
        writer.writerow([row.code, row.canonical, factor, row.pint, ";".join(row.aliases)])
    return written.getvalue()


if __name__ == "__main__":
    sys.stdout.write(factor_table())
