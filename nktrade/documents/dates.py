"""Days as machines print them in front matter, records and page metadata."""

import datetime as dt
import re

from nktrade.errors import DocumentError

_DAY = re.compile(
    r"\s*(?P<year>(?:19|20)\d\d)(?:[-./年년]\s?)?(?P<month>\d{1,2})(?:[-./月월]\s?)?(?P<day>\d{1,2})(?!\d)"
    r"|\s*(?P<packed>(?:19|20)\d{6})(?:\d{4,6})?(?!\d)"
)


def day_of(printed: str) -> dt.date | None:
    """The day at the head of a printed time, as printed: no time zone is reckoned with.

    >>> day_of("2020-04-30T10:51:33+09:00"), day_of("20200430"), day_of("yesterday")
    (datetime.date(2020, 4, 30), datetime.date(2020, 4, 30), None)
    """
    found = _DAY.match(printed)
    if not found:
        return None
    packed = found["packed"]
    parts = (packed[:4], packed[4:6], packed[6:]) if packed else found.group("year", "month", "day")
    try:
        return dt.date(*(int(part) for part in parts))
    except ValueError:
        return None


def given_day(date: dt.date | str | None) -> dt.date | None:
    """The date line that a caller gives, as a day or as it is written: "2018-08-20".

    Raises:
        DocumentError: it is no day.
    """
    if date is None or isinstance(date, dt.date):
        return date
    try:
        return dt.date.fromisoformat(date)
    except (TypeError, ValueError):
        raise DocumentError(
            f"date: found {date!r}, expected a day as YYYY-MM-DD, such as 2018-08-20"
        ) from None
