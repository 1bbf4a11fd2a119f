"""How people write what a ledger holds: headers, flows, areas, months and thousands.

Only what has one meaning is taken: a column called month is the period, "exports" is a flow, and a
country's name is its code. What is not known stays as it is, and is told where it cannot enter.
"""

import re
from collections.abc import Mapping
from functools import cache

from nktrade.reference.areas import areas

_HEADERS = {
    **dict.fromkeys(("period", "month", "year", "date"), "period_start"),
    **dict.fromkeys(("value", "amount"), "digits"),
}
_FLOWS = {"exports": "export", "imports": "import", "total trade": "total"}
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
"""English, in lower case; the calendar module's own follow the machine's locale."""
_MONTHS = {short: n for n, name in enumerate(MONTHS, start=1) for short in (name, name[:3])}
_MONTH = re.compile(r"([a-z]{3,9})\.? (\d{4})")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")


def own_headers(headers: list[str]) -> list[str]:
    """The ledger's name of each column; its own name stands before another word for it.

    >>> own_headers(["Month", "flow", "Amount"])
    ['period_start', 'flow', 'digits']
    """
    named: list[str] = []
    for header in headers:
        plain = header.strip().casefold()
        own = _HEADERS.get(plain, plain)
        named.append(plain if own in named or own in headers else own)
    return named


def own_word(column: str, word: str) -> str:
    """The cell as the ledger writes it, where its words have one meaning.

    >>> own_word("partner", "China"), own_word("period_start", "Jan 2019"), own_word("digits", "1,234,567")
    ('CHN', '2019-01', '1234567')
    """
    if column == "digits":
        is_sure = _GROUPED.fullmatch(word) and (word.count(",") > 1 or "." in word)
        return word.replace(",", "") if is_sure else word
    plain = word.strip().casefold()
    if column == "period_start":
        found = _MONTH.fullmatch(plain)
        month = _MONTHS.get(found[1]) if found else None
        return f"{found[2]}-{month:02}" if found and month else word
    known: Mapping[str, str] = {"flow": _FLOWS, "reporter": _codes(), "partner": _codes()}.get(
        column, {}
    )
    return known.get(plain, word)


@cache
def _codes() -> Mapping[str, str]:
    """The code of every area by its name."""
    return {one.name.casefold(): one.code for one in areas().values()}
