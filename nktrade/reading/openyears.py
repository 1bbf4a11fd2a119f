"""Open years: a text without a date line still tells July from August before it names a year.

Its time words are read as of the end of a year that stands for the one nobody names. So what is told of July
is held against July alone, and no claim is given a period that its text does not bear out.
"""

from datetime import date

from nktrade.core.period import Period

OPEN = date(4, 12, 31)
"""The last day of the year that nobody names: long before any trade that is counted, and a leap year."""


def named(period: Period | None) -> Period | None:
    """The period, if the text names its year."""
    return None if period is None or is_open(period) else period


def is_open(period: Period) -> bool:
    """Whether a period lies in the year that nobody names, or before it."""
    return period.first.year <= OPEN.year
