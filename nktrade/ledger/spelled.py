"""A user's own table in the words of the ledger: headers, flows and areas as people write them.

Only what has one meaning is taken: a column called month is the period, "exports" is a flow, and a
country's name is its code. What is not known stays as it is, and is told where it cannot enter.
"""

from collections.abc import Mapping
from functools import cache

from nktrade.ledger.columns import Columns, Objects, by_distinct
from nktrade.reference.areas import areas

_HEADERS = {
    **dict.fromkeys(("period", "month", "year", "date"), "period_start"),
    **dict.fromkeys(("value", "amount"), "digits"),
}
_FLOWS = {"exports": "export", "imports": "import", "total trade": "total"}


def in_own_words(raw: Columns) -> dict[str, Objects]:
    """The columns under the ledger's names, with the ledger's flows and codes in them."""
    named: dict[str, Objects] = {}
    for header, column in raw.items():
        plain = header.strip().casefold()
        own = _HEADERS.get(plain, plain)
        named[plain if own in named or own in raw else own] = column
    words = {"flow": _FLOWS, "reporter": _codes(), "partner": _codes()}
    known = {name: _said(named[name], words[name]) for name in words if name in named}
    return named | known


def _said(column: Objects, words: Mapping[str, str]) -> Objects:
    return by_distinct(column, lambda word: words.get(word.strip().casefold(), word))


@cache
def _codes() -> Mapping[str, str]:
    """The code of every area by its name."""
    return {one.name.casefold(): one.code for one in areas().values()}
