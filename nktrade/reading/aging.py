"""Aging: whether the clause of an amount makes it an old level: a year earlier the price had stood at $84."""

from collections.abc import Sequence

from nktrade.core.codes import Kind
from nktrade.core.period import MONTHS, Period
from nktrade.reading.drafts import Draft
from nktrade.reading.kinds import Sort
from nktrade.reading.parts import Part
from nktrade.reading.scene import Scene
from nktrade.reading.times import Time
from nktrade.reading.timing import is_part_of_year_before
from nktrade.reading.words import Mention

_NEXT = 10
_FAR = 36
_BLANK = 2
_WHEN = "when"
_DATED_BY_DISTANCE = frozenset({Kind.LEVEL, Kind.UNIT_PRICE, Kind.SHARE_PCT})
"""What has an old level: an amount, a price, a share."""
_OWN = frozenset({"case", "commodity", "pronoun", "deal", "flow", "area"})
"""What may stand between an old level and its time: the $3 million of coal that it sold China a year ago."""

_MOVES = frozenset({Kind.CHANGE_PCT, Kind.CHANGE_ABS, Kind.RATIO})


def aged(scene: Scene, part: Part, figure: Mention, sort: Sort, around: tuple[int, int]) -> Sort:
    """The sort of a level that its own clause dates by distance: $39.4 million a year ago."""
    if sort.kind not in _DATED_BY_DISTANCE:
        return sort
    low, high = around
    here = [
        one for one in scene.times if one.segment == part.number and low <= one.mention.start < high
    ]
    after = [
        one
        for one in here
        if _is_behind(part.items, figure, one) and not _is_measured_from(part.items, one)
    ]
    old = after[:1] or [one for one in here if one.mention.start < figure.start][:1]
    if not here and (_opens_earlier(scene, figure) or _had_been(scene, part)):
        return sort._replace(is_base=True)
    if after and after[0].compared and not after[0].when.is_base and _looks_back_from(part, figure):
        return sort._replace(is_base=True)
    if not old or not old[0].when.is_distance:
        return sort
    moves = any(one.role == "change" or _multiplies(scene, one) for one in part.items)
    moves = moves or not all(one.compared for one in here)
    return sort if moves and not after else sort._replace(is_base=True)


def gone_back(scene: Scene, part: Part, drafts: Sequence[Draft]) -> Period | None:
    """When the old level held that a clause goes on about: up from $6 million, when imports were $25 million."""
    at = part.number
    while at and scene.parts[at].items[0].value != _WHEN:
        if scene.parts[at].items[0].role in {"figure", "stop"}:
            return None
        at -= 1
    said = [one for other in scene.parts[:at] for one in other.items if one.role != "stop"]
    if not said or scene.parts[at].items[0].start - said[-1].end > _BLANK:
        return None
    old = next((one for one in reversed(drafts) if one.spot.start == said[-1].start), None)
    return old.period if old and old.sort.is_base else None


def in_like_months(
    scene: Scene, part: Part, figure: Mention, tied: Time | None, drafts: Sequence[Draft]
) -> Period | None:
    """The same months of last year, where a rate told of some of this year is told against last year's amount."""
    rate = drafts[-1] if drafts and drafts[-1].sort.kind is Kind.CHANGE_PCT else None
    if rate is None or rate.period is None or rate.base != "year_earlier":
        return None
    behind = (one for one in scene.times if _is_behind(part.items, figure, one))
    own = tied or next(behind, None)
    if own is None or own.mention.start < rate.spot.start:
        return None
    is_part = is_part_of_year_before(own.when, rate.period, scene.ground.anchor)
    return rate.period.shifted(-MONTHS) if is_part else None


def _looks_back_from(part: Part, figure: Mention) -> bool:
    """Whether the figure stands behind from, its flow named again: from a shortfall of $3 million in May."""
    before = [one for one in part.items if one.start < figure.start and one.role != "hedge"][-3:]
    return [one.role for one in before[1:]] == ["flow", "case"] and before[0].value == "origin"


def _opens_earlier(scene: Scene, figure: Mention) -> bool:
    """Whether the sentence opens by looking back, and speaks of levels then: A year earlier, exports were $3 million."""
    said = [one for one in scene.items if one.start < figure.start]
    first = next((one for one in scene.times if [one.mention] == said[:1]), None)
    others = [one for one in said[1:] if one.role in {"change", "period", "compare"}]
    if first is None or others:
        return False
    return first.when.is_point or (first.when.means == "same" and first.when.has_year)


def _had_been(scene: Scene, part: Part) -> bool:
    """Whether a clause that hangs on another looks back: clothing, which had brought in $500 million, vanished."""
    text, items = scene.ground.text, part.items
    ahead = scene.parts[part.number - 1].items[-1].value if part.number else ""
    if items[0].value != "relative" or ahead != ",":
        return False
    return scene.ground.lexicon.past.search(text, items[0].start, items[-1].end) is not None


def _is_behind(items: Sequence[Mention], figure: Mention, time: Time) -> bool:
    """Whether the time word stands behind the figure, nothing between them but its goods and who moved them."""
    between = [one for one in items if figure.end <= one.start < time.mention.start]
    is_own = all(one.role in _OWN for one in between)
    gap = time.mention.start - figure.end
    return 0 <= gap <= (_FAR if is_own else _NEXT)


def _multiplies(scene: Scene, one: Mention) -> bool:
    return one.role == "figure" and scene.spot(one).role == "multiple"


def _is_measured_from(items: Sequence[Mention], time: Time) -> bool:
    """Whether the time word stands behind from or compared with."""
    before = next((one for one in reversed(items) if one.start < time.mention.start), None)
    return before is not None and (before.role == "compare" or before.value == "origin")


def back_from(
    scene: Scene, part: Part, sort: Sort, period: Period | None, drafts: Sequence[Draft]
) -> Period | None:
    """The time of a change that a clause tells behind an old level: in the same months of 2020 it was 5 tons, and it thus fell by half."""
    spoken = scene.ground.anchor.period
    is_back = period is not None and spoken is not None and period.last < spoken.first
    if not is_back or sort.kind not in _MOVES or "pronoun" not in part.roles:
        return period
    is_led = any(one.when.means == "same" and not one.compared for one in scene.times)
    is_old = any(one.sort.kind is Kind.LEVEL and one.period == period for one in drafts)
    return spoken if is_led and is_old else period
