"""Limiting: the time for which a limit holds; most hold for good, one that is to come is told before it."""

from nktrade.core.period import MONTHS, Period
from nktrade.reading.parts import Part
from nktrade.reading.periods import Anchor
from nktrade.reading.scene import Scene
from nktrade.reading.times import Time
from nktrade.reading.timing import period_of

_BETWEEN = frozenset({"case", "commodity", "area", "flow"})
"""What may stand between a limit and the time for which it holds."""
_SPANS = frozenset({"days", "months"})


def period_of_limit(scene: Scene, part: Part, index: int, anchor: Anchor) -> Period | None:
    """The time for which a limit holds, the next one where the words leave the year open; most hold for good."""
    time = _limits_time(scene, part, index)
    period = time and period_of(time, scene.times, anchor)
    if time is None or period is None or anchor.day is None or time.when.has_year:
        return period
    following = period.shifted(MONTHS)
    is_ahead = following.first - anchor.day < anchor.day - period.last
    return following if is_ahead else period


def _limits_time(scene: Scene, part: Part, index: int) -> Time | None:
    """The time word behind a limit and its goods, or a span of days or months further on in the sentence."""
    figure = part.items[index]
    plain = [one for one in scene.times if not one.compared and one.mention.start >= figure.end]
    for one in part.items[index + 1 :]:
        if one.role == "period":
            return next((time for time in plain if time.mention is one), None)
        if one.role not in _BETWEEN:
            break
    return next((one for one in plain if one.when.means in _SPANS), None)
