"""Timing: the period of each figure of a sentence, and the base of each change."""

from collections.abc import Sequence

from nktrade.core.period import MONTHS, Period
from nktrade.reading.openyears import is_open, is_unnamed
from nktrade.reading.periods import Anchor, When, resolve
from nktrade.reading.times import Time
from nktrade.reading.words import Mention
from nktrade.reference import habits

_BESIDE = 10
_SINCE = "since_month"
_SHIFTS = {
    "month_earlier": 1,
    "quarter_earlier": 3,
    "half_earlier": 6,
    "year_earlier": 12,
    "previous_year": 12,
}


def own_period(
    figure: Mention, segment: int, found: Sequence[Time], around: tuple[int, int], anchor: Anchor
) -> tuple[Period | None, str]:
    """The period of a figure and whence: 'words' in its clause, 'clause' elsewhere in the sentence, 'text'."""
    if not found:
        return anchor.period, "text"
    left, right = around
    usable = [one for one in found if not one.compared and one.holds_for(segment)]
    usable = [one for one in usable if one.owner in {None, figure.start}]
    here = [one for one in usable if one.segment == segment]
    after = [one for one in here if figure.end <= one.mention.start < right]
    before = [one for one in here if left <= one.mention.start < figure.start]
    chosen = _closer(figure, before, after)
    if chosen is not None and (period := period_of(chosen, found, anchor)):
        return period, "words"
    looks_back = any(
        one.segment == segment and one.when.is_point and one.mention.start < figure.start
        for one in found
    )
    earlier = [one for one in usable if one.mention.start < figure.start]
    if looks_back and anchor.period and not earlier:
        return anchor.period, "text"  # the year before it was 5 tons, and in 2016 4 tons
    later = [one for one in usable if one.mention.start > figure.start]
    for one in (*earlier[::-1], *later):
        if period := period_of(one, found, anchor):
            return period, "clause"
    if anchor.period is None and (year := _year_after(found, anchor)):
        return Period.year(year), "text"
    return anchor.period, "text"


def _year_after(found: Sequence[Time], anchor: Anchor) -> int | None:
    """The year that is told where only an older one is named: the last that is over, if the text has a date."""
    named = (one.when.year for one in found if one.compared and one.when.means == "year")
    year = next((one for one in named if one), None)
    if year is None or anchor.day is None or is_unnamed(anchor.day):
        return None
    return max(year + 1, anchor.day.year - 1)


def _closer(figure: Mention, before: Sequence[Time], after: Sequence[Time]) -> Time | None:
    if after and (not before or after[0].mention.start - figure.end <= _BESIDE):
        return after[0]
    return before[-1] if before else None


def period_of(one: Time, found: Sequence[Time], anchor: Anchor) -> Period | None:
    """The days of a time word; a year named before it in the sentence lends itself."""
    if one.when.means == _SINCE and (since := _since(one, found, anchor)):
        return since
    named = [
        other.when.year
        for other in found
        if other.mention.start < one.mention.start and not other.compared and other.when.year
    ]
    if named and not one.when.has_year and one.when.month:
        inside = resolve(one.when._replace(year=named[-1]), anchor)
        if inside and (anchor.day is None or inside.first <= anchor.day):
            return inside
    if one.when.is_onward:
        return resolve(one.when, anchor._replace(period=_said_before(one, found, anchor)))
    if one.when.means == "same" or not one.when.has_year:
        return resolve(one.when, anchor)
    return resolve(one.when, anchor._replace(year=named[-1] if named else anchor.year))


def _since(one: Time, found: Sequence[Time], anchor: Anchor) -> Period | None:
    """The months since one of them, up to a time that the sentence has named: 5 tons in May, 20 since January."""
    ahead = [other for other in found if other.mention.start < one.mention.start]
    told = _said_before(one, found, anchor) if any(not one.compared for one in ahead) else None
    if told is None:
        return None
    year = one.when.year or told.last.year - ((one.when.month or 0) > told.last.month)
    return resolve(one.when._replace(year=year), anchor._replace(period=told))


def _said_before(one: Time, found: Sequence[Time], anchor: Anchor) -> Period | None:
    """The period last named before a time word in its sentence, else the one spoken of."""
    ahead = [other for other in found if other.mention.start < one.mention.start]
    told = [other for other in ahead if not (other.compared or other.when.is_onward)]
    return period_of(told[-1], found, anchor) if told else anchor.period


def base_period(
    figure: Mention,
    segment: int,
    found: Sequence[Time],
    *,
    current: Period | None,
    base: str | None,
    anchor: Anchor,
    figures: Sequence[int] = (),
) -> Period | None:
    """The period of the level that a change starts from."""
    until = min((place for place in figures if place > figure.start), default=1 << 60)
    here = [one for one in found if one.segment == segment]
    here = [one for one in here if one.compared or one.owner in {None, figure.start}]
    mine = [one for one in here if one.compared or figure.end <= one.mention.start < until]
    here = [one for one in mine if one.mention.start >= figure.end] or mine
    beside = [
        one
        for one in found
        if one.mention.start >= figure.end and one.segment == segment + 1 and one.compared
    ]
    for one in (here or beside)[:1]:
        if one.when.is_base:
            base = one.when.base
            break
        return _compared(one.when, current, anchor)
    if base is None or current is None:
        return None
    return shifted(current, base)


def _compared(when: When, current: Period | None, anchor: Anchor) -> Period | None:
    """The days that something is compared with: where no year is named, the last such ones up to it."""
    if current is not None and not when.has_year and not when.is_distance:
        for year in (current.first.year, current.first.year - 1):
            found = resolve(when._replace(year=year), anchor)
            if found and found.last <= current.last:
                return found
    return resolve(when, anchor._replace(period=current))


def shifted(current: Period, base: str) -> Period | None:
    """The period that a base names, as far from the current one."""
    if base in _SHIFTS:
        return current.shifted(-_SHIFTS[base])
    return current.before(base)


def base_of(
    figure: Mention,
    segment: int,
    found: Sequence[Time],
    *,
    current: Period | None,
    anchor: Anchor,
    figures: Sequence[int] = (),
) -> str | None:
    """What a change is measured from: the nearest comparison in its clause, then in the sentence."""
    if not found:
        return None
    compared = [one for one in found if one.compared or not one.holds_for(segment)]
    here = [one for one in compared if one.segment == segment]
    after = [one for one in here if one.mention.start >= figure.end]
    until = min((place for place in figures if place > figure.start), default=1 << 60)
    follows = [one for one in compared if one.segment > segment and one.mention.start < until]
    precedes = [one for one in compared if one.mention.start < figure.start]
    for one in (*after[:1], *here[:1], *follows[:1], *precedes[-1:]):
        if one.when.is_base:
            return one.when.base
        if is_part_of_year_before(one.when, current, anchor):
            return "year_earlier"
        name = distance(current, _compared(one.when, current, anchor))
        if name:
            return name
    return None


def fits(base: str | None, period: Period | None) -> bool:
    """Whether a period can be told against such a base: no half-year against the month before it."""
    length = _SHIFTS.get(base or "", 0)
    return base is not None and (period is None or not length or period.month_count <= length)


def is_part_of_year_before(when: When, current: Period | None, anchor: Anchor) -> bool:
    """Whether a bare last year stands for the same months of it: 5 percent more than last year, told of May."""
    is_bare = when.means == "year" and when.shift == -1
    if not is_bare or current is None or anchor.day is None:
        return False
    return current.month_count < MONTHS and current.first.year == anchor.day.year


def usual_base(period: Period, reporter: str | None) -> str:
    """What a change of such a period is told against where nothing says."""
    habit = habits().get(reporter or "")
    if period.month_count == 1 and habit and habit.month_on_month:
        return "month_earlier"
    return "previous_year" if period.month_count == MONTHS else "year_earlier"


def distance(  # noqa: PLR0911 - one for each base
    current: Period | None, before: Period | None
) -> str | None:
    """The name of the base that lies so far before the current period."""
    if before is None or (is_open(before) and current is not None and not is_open(current)):
        return None  # nobody says how far it is from a year that is named to one that is not
    if current is None or (is_open(current) and not is_open(before)):
        return f"since:{before.first.year}"
    months = (
        (current.first.year - before.first.year) * MONTHS + current.first.month - before.first.month
    )
    if months == MONTHS:
        return "previous_year" if current.month_count == MONTHS else "year_earlier"
    if months == 1 and current.month_count == 1:
        return "month_earlier"
    if months == 3 and current.month_count == 3:  # noqa: PLR2004 - a quarter of months
        return "quarter_earlier"
    if months <= 0:
        return None
    if months < MONTHS and current.month_count == 1:
        return f"versus:{before}"
    return f"since:{before.first.year}"


def lasting(before: Period | None, found: Period | None, count: int) -> Period | None:
    """The period that holds on: a lone figure of an earlier time, or of a part, is an aside."""
    if before is None or found is None or count != 1:
        return found or before
    is_part = (
        before.month_count == MONTHS and before.first <= found.first <= found.last <= before.last
    )
    is_earlier = found.month_count == before.month_count and found.last < before.first
    return before if is_part or is_earlier else found
