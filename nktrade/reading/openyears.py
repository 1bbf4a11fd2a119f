"""Open years: a text with neither date line nor year still tells July from August.

Its time words are read as of the end of a year that stands for the one nobody names. So what is told of July
is held against July alone, and no claim is given a period that its text does not bear out.
"""

import re
from collections.abc import Sequence
from datetime import date

from nktrade.core.period import Period
from nktrade.reading.clauses import Sentence

_DAY = date(4, 12, 31)
"""The last day of the year that nobody names: long before any trade that is counted, and a leap year."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def open_day(text: str, sentences: Sequence[Sentence]) -> date | None:
    """The day from which the time words of a text without a date line are read, if it names no year."""
    is_named = _YEAR.search(text) is not None
    told = (one.when for each in sentences for one in each.items if one.when)
    return None if is_named or any(one.year for one in told) else _DAY


def named(period: Period | None) -> Period | None:
    """The period, if the text names its year."""
    return None if period is None or is_open(period) else period


def is_open(period: Period) -> bool:
    """Whether a period lies in the year that nobody names, or before it."""
    return period.first.year <= _DAY.year
