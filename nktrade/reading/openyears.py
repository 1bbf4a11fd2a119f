"""Open years: a text without a date line still tells July from August before it names a year.

Its time words are read as of the end of a year that stands for the one nobody names. So what is told of July
is held against July alone, and no claim is given a period that its text does not bear out. A date line
that leaves out its year ("SEOUL, July 24 (Agency) --") says which month is the last one.
"""

import re
from datetime import date

from nktrade.core.period import Period
from nktrade.reference.spelled import MONTHS

OPEN = date(4, 12, 31)
"""The last day of the year that nobody names: long before any trade that is counted, and a leap year."""

_HEAD = 80
"""How far from the beginning of a line its day stands, if it is the day of writing."""
_FIRST = 400
"""How far from the beginning of a text that line begins."""
_NAMES = "|".join(f"{one.title()}|{one.title()[:3]}" for one in MONTHS)
_LINE = re.compile(
    rf"^[^\d\n]{{0,{_HEAD}}}?(?:\b(?P<month>{_NAMES}|Sept)\.? (?P<day>\d{{1,2}})|\b(?P<day2>\d{{1,2}}) (?P<month2>{_NAMES}|Sept))\b"
    r"(?: \([^()\n]{2,30}\))? ?(?:--|[–—:]|- |$)"
    rf"|^[^\d\n。]{{0,{_HEAD}}}?(?P<n>\d{{1,2}})[月월] ?(?P<day3>\d{{1,2}})[日일]",
    re.MULTILINE,
)


def opened(text: str) -> date:
    """The last day that a text without a year can tell of: its date line's, else the last of the open year.

    >>> opened("SEOUL, July 24 (Agency) -- Exports rose last month.")
    datetime.date(4, 7, 24)
    >>> opened("Exports rose on July 24.")
    datetime.date(4, 12, 31)
    """
    found = _LINE.search(text[:_FIRST])
    if found is None:
        return OPEN
    name, day = found["month"] or found["month2"], found["day"] or found["day2"] or found["day3"]
    months = [one.title()[:3] for one in MONTHS]
    try:
        return OPEN.replace(
            month=months.index(name[:3]) + 1 if name else int(found["n"]), day=int(day)
        )
    except ValueError:
        return OPEN


def named(period: Period | None) -> Period | None:
    """The period, if the text names its year."""
    return None if period is None or is_open(period) else period


def is_open(period: Period) -> bool:
    """Whether a period lies in the year that nobody names, or before it."""
    return period.first.year <= OPEN.year


def is_unnamed(day: date | None) -> bool:
    """Whether a day lies in the year that nobody names."""
    return day is not None and day.year <= OPEN.year
