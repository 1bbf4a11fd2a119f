"""Dating: period and base of one figure."""

from collections.abc import Sequence
from typing import NamedTuple

from nktrade.core.codes import OF_CAP, Kind
from nktrade.core.period import MONTHS, Period
from nktrade.reading.aging import aged, back_from, gone_back, in_like_months
from nktrade.reading.drafts import Draft
from nktrade.reading.framing import Bound
from nktrade.reading.kinds import Sort, past_limit
from nktrade.reading.limiting import period_of_limit
from nktrade.reading.parts import Part
from nktrade.reading.periods import Anchor
from nktrade.reading.scene import Scene
from nktrade.reading.siding import is_of_limit
from nktrade.reading.times import Time
from nktrade.reading.timing import (
    base_of,
    base_period,
    fits,
    own_period,
    period_of,
    shifted,
    usual_base,
)
from nktrade.reading.tying import is_of_another, tied_to
from nktrade.reading.words import Mention

_NEXT = 10
_SIDES = frozenset({"origin", "destination"})
_GENITIVE = len("'s ")
_FAR = 36
_VERBS = frozenset({"deed", "level", "change", "multiple", "share"})
"""What says something of the amounts that stand before it."""
_TELLING = frozenset({"says", "cites"})
_LISTED = frozenset({"break", "commodity", "place", "area", "case", "period"})
_MONTHS = frozenset({"month", "month_past"})
_HABITS = frozenset({"per_year", "per_month", "per_week"})


class Dated(NamedTuple):
    """A sort with its period, whence the period comes, and what a change is measured from."""

    sort: Sort
    period: Period | None
    whence: str
    base: str | None


def dated(
    scene: Scene,
    part: Part,
    index: int,
    sort: Sort,
    *,
    head: Bound | None,
    drafts: Sequence[Draft],
) -> Dated:
    """When the figure held: its own words, its sentence, the text; old levels lie a base before."""
    figure = part.items[index]
    around = _around(part.items, index)
    sort = aged(scene, part, figure, sort, around)
    anchor = scene.ground.anchor
    own = anchor if head is None else anchor._replace(reporter=head.sides.reporter.value)
    period, whence = own_period(figure, part.number, _in_sight(scene, part, figure), around, own)
    period = back_from(scene, part, sort, _month_meant(scene, period, whence), drafts)
    is_rival = sort.is_base and _is_of_rival(scene, part, index)
    beside = Dated(sort, period, whence, None) if is_rival else None
    back = gone_back(scene, part, drafts) if whence != "words" else None
    months = in_like_months(scene, part, figure, tied_to(scene, part, index), drafts)
    like = Dated(sort._replace(is_base=True), months, "words", None) if months else None
    returned = Dated(sort, back, "clause", None) if back else None
    if tied := like or beside or _named(scene, part, index, sort, own) or returned:
        return tied
    is_habit = sort.kind is Kind.LEVEL and _is_timeless(part.items, index)
    if whence != "words" and is_habit:
        return Dated(sort, None, whence, None)
    if bound := _at_an_end(part.items, index, period):
        return Dated(sort, bound, whence, None)
    base = _base(scene, part, figure, period)
    if period is None and base == "previous_year" and anchor.day:
        period, whence = Period.year(anchor.day.year - 1), "prior"
    if sort.is_base:
        told = next((one.base for one in reversed(drafts) if one.base), base)
        old = next((one for one in (told, scene.ground.state.base) if fits(one, period)), None)
        earlier = _earlier(scene, part, figure, period, old)
        now = period or (drafts[-1].period if drafts else None)
        whence = "clause" if whence == "words" and _is_parted(part.items, index) else whence
        return _old(sort, period, earlier, whence, _supposed(now, own.reporter, drafts))
    if is_of_limit(scene, figure, sort):
        return Dated(sort, None, whence, OF_CAP)
    is_cap = sort.kind is Kind.CAP
    held = period_of_limit(scene, part, index, own) if is_cap else period
    return Dated(sort, held, whence, base)


def _is_of_rival(scene: Scene, part: Part, index: int) -> bool:
    """Whether what is held against an amount is of its own time, from elsewhere: 8 tons from Russia, against 6 from Iran."""
    ahead = [one for one in part.items[:index] if one.role not in {"hedge", "version"}][-1:]
    behind = part.items[index + 1 : index + 4]
    named = [one for one in behind if one.role not in {"commodity", "hedge_after"}][:2]
    is_led = [one.role for one in ahead] == ["compare"]
    is_from = [one.role for one in named] == ["case", "area"] and named[0].value in _SIDES
    timed = any(one.segment == part.number for one in scene.times)
    return is_led and is_from and not timed and _names_another(scene, part, named[1:])


def _names_another(scene: Scene, part: Part, named: Sequence[Mention]) -> bool:
    """Whether a country before it in the sentence is another than the one named for an amount."""
    areas = {
        one.value for one in scene.items if one.role == "area" and one.start < part.items[0].start
    }
    return bool(areas) and bool(named) and named[0].value not in areas


def _month_meant(scene: Scene, period: Period | None, whence: str) -> Period | None:
    """The month last spoken of where the sentence holds it against another: in December it was 5 tons, 6 percent up on May."""
    month = scene.ground.anchor.month
    if whence != "text" or period is None or month is None or period.month_count < MONTHS:
        return period
    steps = [one.when for one in scene.times if one.compared]
    is_monthly = any(
        one.base == "month_earlier" or (one.means in _MONTHS and not one.has_year) for one in steps
    )
    return month if is_monthly else period


def _named(scene: Scene, part: Part, index: int, sort: Sort, own: Anchor) -> Dated | None:
    """The figure in the time that a word of its own names, whatever the sentence is about."""
    figure = part.items[index]
    tied = tied_to(scene, part, index)
    if tied is None:
        return None
    now, _ = own_period(figure, part.number, scene.times, _around(part.items, index), own)
    base = tied.when.base if tied.when.is_point else None
    spoken = own._replace(period=now or own.period)
    period = now and shifted(now, base) if base else period_of(tied, scene.times, spoken)
    if period is None:
        return None
    return Dated(sort._replace(is_base=sort.is_base or tied.compared), period, "words", None)


def _earlier(
    scene: Scene, part: Part, figure: Mention, period: Period | None, base: str | None
) -> Period | None:
    """When an old level held, by the words of its sentence or a base before the period."""
    return base_period(
        figure,
        part.number,
        scene.times,
        current=period,
        base=base,
        anchor=scene.ground.anchor,
        figures=scene.figure_starts,
    )


def _base(scene: Scene, part: Part, figure: Mention, period: Period | None) -> str | None:
    """What the figure is measured from, by the words of its sentence."""
    if past_limit(part.items, part.items.index(figure)):
        return OF_CAP
    return base_of(
        figure,
        part.number,
        [one for one in scene.times if not _is_of_other(scene, one, figure)],
        current=period,
        anchor=scene.ground.anchor,
        figures=scene.figure_starts,
    )


def _is_of_other(scene: Scene, time: Time, figure: Mention) -> bool:
    """Whether a time is that of another rate or amount, and not what the figure is measured from."""
    return _is_of_rate(scene, time, figure) or is_of_another(scene, time, figure)


def _is_of_rate(scene: Scene, time: Time, figure: Mention) -> bool:
    """Whether another percentage is compared with, whose month it is: slower than March's 4 percent, after 4 percent in March."""
    items = scene.parts[time.segment].items
    if not time.compared or time.mention not in items:
        return False
    at = items.index(time.mention)
    behind, ahead = items[at + 1 : at + 2], [one for one in items[:at] if one.role != "case"][-3:]
    owned = [one for one in behind if one.start - time.mention.end <= _GENITIVE]
    told = [one for one in ahead if one.role == "figure"][-1:]
    led = ahead[: ahead.index(told[0])][-1:] if told else []
    owned += [one for one in told if any(each.role == "compare" for each in led)]
    rates = [one for one in owned if one.role == "figure" and scene.spot(one).unit == "percent"]
    return any(one is not figure for one in rates)


def _in_sight(scene: Scene, part: Part, figure: Mention) -> Sequence[Time]:
    """The time words that may date a figure.

    Where the text has a period those of later clauses do not, if another figure stands between or a word opens the
    clause: up 8 percent, slowing from 14 percent in July. Unless the clause tells who says so.
    """
    if scene.ground.anchor.period is None or not scene.times:
        return scene.times
    told = _told_at(scene, figure)
    figures = [one for one in scene.figure_starts if one > told]
    later = [one.items[0].start for one in scene.parts[part.number + 1 :] if _opens(one, part)]
    opened = [one for one in later if one > told]
    turned = (one for one in part.items if one.role == "compare" and one.start > figure.start)
    turn = next((one.start for one in turned), 1 << 60)
    stop = min((*figures[:1], *opened[:1], turn), default=1 << 60)
    return [
        one
        for one in scene.times
        if one.mention.start < stop
        or (one.segment == part.number and one.mention.start < turn)
        or _tells(scene, one.segment)
    ]


def _told_at(scene: Scene, figure: Mention) -> int:
    """Where a figure is told of: at the first verb behind it where none stands before: 5 tons of rice and 3 of corn came."""
    verb = next((one.start for one in scene.items if one.role in _VERBS), 1 << 60)
    return max(verb, figure.start)


def _opens(part: Part, before: Part) -> bool:
    """Whether a clause stands for itself; what only goes on a list does not: coal, which earned 5 million, was banned."""
    first = part.items[0]
    if first.value == "," and before.items[0].value == "relative":
        return True
    is_list = first.value == "soft" and part.roles <= _LISTED
    return first.value == ";" or (first.role == "break" and not is_list)


def _tells(scene: Scene, segment: int) -> bool:
    """Whether a clause says who tells the others: the data showed for June."""
    roles = scene.parts[segment].roles
    return not roles.isdisjoint(_TELLING) and "figure" not in roles


def _old(
    sort: Sort, period: Period | None, earlier: Period | None, whence: str, supposed: Period | None
) -> Dated:
    """When an old level held: a base before the period, else as its own words say, else by habit."""
    if earlier or whence == "words":
        return Dated(sort, earlier or period, whence, None)
    return Dated(sort, supposed, "prior", None)


def _is_parted(items: Sequence[Mention], index: int) -> bool:
    """Whether from parts an old level from the time of the new one: to 3 million last year from 2 million."""
    before = [one for one in items[:index] if one.role != "hedge"][-2:]
    return [one.role for one in before] == ["period", "case"] and before[1].value == "origin"


def _is_timeless(items: Sequence[Mention], index: int) -> bool:
    """Whether no period holds the figure: a habit, or a pace that another period would come to."""
    before = [one for one in items[:index] if one.role not in {"hedge", "filler"}][-2:]
    is_pace = [one.value for one in before] == ["forecast", "of"]
    return is_pace or _is_rate(items, index)


def _is_rate(items: Sequence[Mention], index: int) -> bool:
    """Whether a rate behind the figure makes it a habit that no period holds: 40 tons of squid a month."""
    for one in items[index + 1 : index + 4]:
        if one.role == "rate":
            return one.value in _HABITS and one.start - items[index].end <= _FAR
        if one.role not in {"commodity", "case", "area"}:
            return False
    return False


def _at_an_end(items: Sequence[Mention], index: int, period: Period | None) -> Period | None:
    """The first or the last of several years that an amount moved from and to."""
    before = next((one for one in reversed(items[:index]) if one.role != "hedge"), None)
    if period is None or before is None or period.month_count <= MONTHS:
        return None
    if period.month_count % MONTHS or items[index].start - before.end > _NEXT:
        return None
    ends = {"origin": period.first.year, "destination": period.last.year}
    return Period.year(ends[before.value]) if before.value in ends else None


def _supposed(
    period: Period | None, reporter: str | None, drafts: Sequence[Draft]
) -> Period | None:
    """When an old level held that nothing dates; a month's alone may be the month before or the year before."""
    is_told = any(one.sort.kind is Kind.CHANGE_PCT for one in drafts)
    if period is None or (period.month_count == 1 and not is_told):
        return None
    return shifted(period, usual_base(period, reporter))


def _around(items: Sequence[Mention], index: int) -> tuple[int, int]:
    """Where the neighbouring figures of the clause end and begin."""
    left = max((one.end for one in items[:index] if one.role == "figure"), default=-1)
    right = min((one.start for one in items[index + 1 :] if one.role == "figure"), default=1 << 60)
    return left, right
