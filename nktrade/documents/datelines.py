"""Date lines: the day of publication that a text itself prints, behind a label or in its first lines.

Only a whole day counts, and only where it stands as days of publication do: alone on a line, behind
a by-line's stroke, or behind the place of a dispatch. A day in a sentence is a day the text is about.
"""

import datetime as dt
import functools
import re
from itertools import islice

from nktrade.documents.dates import day_of
from nktrade.documents.parts import furniture
from nktrade.reference.spelled import MONTHS

_HEAD = 8
"""Lines, blank ones left out, in which a text says when it was written."""
_LONGEST = 300
"""How much of a line can be a date line: what stands behind the place and the day is the story."""
_LINE = re.compile(r"[^\S\n]*(?P<line>\S.*)")


def labelled_day(text: str) -> dt.date | None:
    """The day that stands behind a label of publication, wherever a page shows it.

    >>> labelled_day("입력 2018.07.23 10:00 수정 2018.07.24 09:00")
    datetime.date(2018, 7, 23)
    """
    found = _labelled().search(text)
    return _day(found) if found else None


def headed_day(text: str) -> dt.date | None:
    r"""The day of publication in the first lines of a text; None where they print none.

    >>> headed_day("Trade grows\n\nBEIJING, June 18, 2024 (Agency) -- Exports rose in May.")
    datetime.date(2024, 6, 18)
    >>> headed_day("(서울=연합뉴스) 2024년 4월 20일 = 3월 북중 교역액은 1억 달러였다.")
    datetime.date(2024, 4, 20)
    >>> headed_day("Exports of June 18, 2024 are not known.")
    """
    lines = (one["line"][:_LONGEST] for one in islice(_LINE.finditer(text), _HEAD))
    found = (form.match(line) for line in lines for form in _date_lines())
    return next((day for one in found if one and (day := _day(one))), None)


def _day(found: re.Match[str]) -> dt.date | None:
    """The day that was matched; None where no calendar has it."""
    if found["numeric"]:
        return day_of(found["numeric"])
    months = [name[:3] for name in MONTHS]
    month = months.index((found["month"] or found["month2"])[:3].lower()) + 1
    try:
        return dt.date(int(found["year"] or found["year2"]), month, int(found["d"] or found["d2"]))
    except ValueError:
        return None


@functools.cache
def _date() -> str:
    names = [f"{name}|{name[:3]}" for name in MONTHS]
    month = rf"(?i:{'|'.join(names)}|sept)"
    year = r"(?:19|20)\d\d(?!\d)"
    return (
        rf"(?:(?P<numeric>(?:19|20)\d\d\s?[-./年년]\s?\d{{1,2}}\s?[-./月월]\s?\d{{1,2}}(?!\d))\s?[日일.]?"
        rf"|(?P<month>{month})\.?\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>{year})"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?P<month2>{month})\.?,?[\s-](?P<year2>{year}))"
    )


@functools.cache
def _label() -> str:
    labels = "|".join(map(re.escape, furniture()["published"]["labels"]))
    return rf"(?:{labels})\s?(?:on|at)?\s?[:：|]?\s?"


@functools.cache
def _labelled() -> re.Pattern[str]:
    return re.compile(_label() + _date())


@functools.cache
def _date_lines() -> tuple[re.Pattern[str], ...]:
    """A line that is a day, alone or at the end of a by-line; one that opens with place or agency and day."""
    weekday = rf"(?i:{'|'.join(furniture()['published']['weekdays'])})"
    clock = (
        r"(?:[ap]\.?m\.?|(?:오전|오후|午前|午後|上午|下午)?\s?\d{1,2}[:：시時时]\s?\d{0,2}[분分]?)"
    )
    behind = rf"(?:[\s,|/·()（-]|）|{clock}|{weekday}|[A-Z]{{2,4}}\b)*"
    alone = rf"(?:{_label()})?(?:\(?{weekday}\)?,?\s)?"
    named = r"[A-Z][\w.&'-]*(?:\s[A-Z][\w.&'-]*){0,3}"
    bracketed = r"[\[【][^\d\n\]】]{2,20}[\]】]"
    outlet = rf"(?:{named}\s?[,|/·•–—-]|{bracketed})\s?"
    byline = r"(?:By\s[^\d\n]{2,50}[,|/·•-]|[^\d\n|]{2,50}\|)\s?"
    agency = r"(?:\([^()\n]{1,40}\)\s?)?"
    place = r"(?:[A-Z][A-Z.'/ -]{2,30}[\s,(]|[A-Z][A-Za-z.'/ -]{1,30}[,(])\s?"
    sent = rf"\)?\s?{agency}(?:--|[–—]|-\s)\s?\S"
    return (
        re.compile(rf"(?:{byline}|{outlet}|{alone}){_date()}{behind}(?:[|/·•–—-]\s?{named})?$"),
        re.compile(rf"{agency}{place}{_date()}{sent}"),
        re.compile(rf"(?:\([^()\n]{{2,40}}\)|[^\d\n,。]{{2,20}})\s?{_date()}\s?(?:=\s|[电電讯訊])"),
    )
