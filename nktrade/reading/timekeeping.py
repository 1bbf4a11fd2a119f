"""Timekeeping: how a time word changes what holds at a place of a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from nktrade.core.period import MONTHS, Period
from nktrade.reading.cases import Cases
from nktrade.reading.neighbours import is_bare
from nktrade.reading.openyears import is_open
from nktrade.reading.periods import Anchor, When, resolve
from nktrade.reading.roles import BOTH_WAYS, WAYS
from nktrade.reading.scene import Ground
from nktrade.reading.timing import distance, shifted
from nktrade.reading.topic import HEADS, Topic
from nktrade.reading.words import Mention

_TOPICAL = frozenset({"subject", "destination"})
"""Cases of a time word that sets what a sentence is about."""
_LAW = frozenset({"adopted", "resolution"})
_SAID = 8
"""How far before a time the verb may begin that says that its figures were published."""
_BESIDE = 3
"""How far from a resolution the time may stand at which it was made."""


@dataclass(frozen=True, slots=True)
class Timekeeper:
    """Hears the time words of a sentence one after another."""

    ground: Ground
    cases: Cases

    def heard(self, items: Sequence[Mention], index: int, when: When, topic: Topic) -> Topic:
        """The topic after a time word, or after a day on which something happened."""
        is_event = items[index].value == "none" or _is_of_law(items, index)
        return self._heard_of(when, topic) if is_event else self._dated(items, index, when, topic)

    def _heard_of(self, when: When, topic: Topic) -> Topic:
        """The topic with the month of a day on which something happened, for 'that month' behind it."""
        month = resolve(when._replace(means="month"), self.ground.anchor) if when.month else None
        return topic._replace(event=month or topic.event)

    def summed_up(self, flow: str, topic: Topic) -> Period | None:
        """The months whose flows were told one by one, where a sum or balance without a time of its own follows."""
        return self._told_both(topic) if flow in BOTH_WAYS else None

    def _told_both(self, topic: Topic) -> Period | None:
        """The months whose flows were just told one by one, where the sentence has named no time and no flow yet."""
        state = self.ground.state
        is_open = topic.whence == "text" and topic.head < 0
        return state.summed if is_open and set(state.flows) >= WAYS else None

    def _dated(self, items: Sequence[Mention], index: int, when: When, topic: Topic) -> Topic:
        """The topic after a time word: the period spoken of, or what something is compared with."""
        if (when.is_distance or when.is_base) and (
            span := self._span(items[index], topic)
        ) is not None:
            topic = topic._replace(period=span)
        if when.is_base:
            return self._based(items, index, when, topic)
        anchor = self._anchor(topic)
        old = _of_year_before(items, index, when, topic, anchor)
        period = old or _in_year(when, topic.year, anchor) or resolve(when, anchor)
        if period is None:
            return topic
        again = when.means == "same" and when.has_year
        if again and when.shift is not None and (spoken := topic.main or topic.period):
            period = _before(spoken, period)
        if old or again or self.cases.is_compared(items, index):
            period = _before_itself(when, topic.main or topic.period, period)
            period = in_part(self.ground, items[index], topic.main or topic.period, period)
            base = distance(topic.period, period) if topic.period else None
            is_past = not self._is_closed(items, index)
            return topic._replace(base=base or topic.base, past=period, is_past=is_past)
        spoken = topic.main or topic.period
        is_apart = self.cases.is_alone(items[index].end) and not self.ground.state.opens
        is_apart = is_apart and not self.is_reported(items[index].start)
        is_aside = (
            spoken is not None
            and period.last < spoken.first
            and period.month_count == spoken.month_count
            and is_bare(items, index)
        )
        return topic._replace(
            period=period,
            prior=topic.prior if topic.is_back else spoken,
            main=spoken if is_aside else None,
            is_back=topic.is_back or (spoken is not None and is_apart),
            year=period.first.year if when.has_year and period.first else topic.year,
            whence="words",
            past=None,
            is_past=False,
        )

    def is_reported(self, start: int) -> bool:
        """Whether figures of a time are what was published, and no aside: 発表した3月単月の収支は."""
        return (
            self.ground.lexicon.reporting.search(self.ground.text, max(0, start - _SAID), start)
            is not None
        )

    def _anchor(self, topic: Topic) -> Anchor:
        """From where the time words of a sentence are read, as far as it has come."""
        owner = next((each.code for each in topic.named if each.case == "possessor"), None)
        return self.ground.anchor._replace(
            period=topic.period or topic.event,
            reporter=owner or topic.sides.reporter.value or self.ground.setting.home,
            year=topic.year or self.ground.anchor.year,
            summed=None if topic.whence == "words" else self.ground.anchor.summed,
        )

    def _based(self, items: Sequence[Mention], index: int, when: When, topic: Topic) -> Topic:
        """The topic after a time word that says how long before: what is compared with, or gone back to."""
        spoken = topic.main or topic.period
        past = shifted(spoken, when.base or "") if spoken else None
        is_point = when.is_point or self.cases.owns_next(items, index)
        opens = [one.role for one in items[: index + 2]] == ["period", "stop"]
        opens = opens and items[index + 1].value != "("
        is_topic = opens or self.cases.after(items[index].end) in _TOPICAL
        if past and when.is_point and is_topic:
            summed = self._told_both(topic)
            back = shifted(summed, when.base or "") if summed else past
            return topic._replace(period=back, prior=topic.period, is_back=True)
        is_past = is_point and not self._is_closed(items, index)
        return topic._replace(base=when.base, past=past, is_past=is_past)

    def _is_closed(self, items: Sequence[Mention], index: int) -> bool:
        """Whether the flow behind it is the one compared, not that of the time: 작년보다 수출액은 5억 달러로."""
        behind = next(iter(items[index + 1 :]), None)
        is_flow = behind is not None and behind.role in {*HEADS, "scope"}
        return is_flow and self.cases.after(items[index].end) == "compare"

    def _span(self, time: Mention, topic: Topic) -> Period | None:
        """The months that were just added up, where the words mean a period and none is named: 前年同期の3億ドル."""
        means = self.ground.lexicon.span.search(self.ground.text, time.start, time.end)
        return self.ground.state.summed if means and topic.whence != "words" else None

    def dated_behind(self, items: Sequence[Mention], index: int, topic: Topic) -> Topic:
        """The topic with a time word of the same clause behind the figure, where none stands before."""
        if past := self._was(items, index, topic):
            return topic._replace(past=past, is_past=True)
        if topic.whence == "words" or topic.is_past:
            return topic
        if self._is_held_to(items, index, topic):
            return topic._replace(period=self.ground.state.opened)
        if (span := self._span_behind(items, index, topic)) is not None:
            return topic._replace(period=span)
        for at in range(index + 1, len(items)):
            one = items[at]
            if one.role in {"stop", "figure"}:
                break
            if one.when is not None and not one.when.is_base and one.value != "none":
                found = self._dated(items, at, one.when, topic)
                behind = items[at + 1] if at + 1 < len(items) else None
                is_next = behind is not None and behind.role == "figure"
                is_other = found.is_past or found.main is not None or is_next
                return topic if is_other or self.cases.owns_next(items, at) else found
        return topic

    def _span_behind(self, items: Sequence[Mention], index: int, topic: Topic) -> Period | None:
        """The months just added up, where the change behind a figure is held to as many: 30억 달러로 전년 같은 기간보다 9% 늘었다."""
        behind = takewhile(lambda one: one.role != "figure", items[index + 1 :])
        bases = (one for one in behind if one.when is not None and one.when.is_base)
        return next((self._span(one, topic) for one in bases), None)

    def _is_held_to(self, items: Sequence[Mention], index: int, topic: Topic) -> bool:
        """Whether a figure is compared with the very time that it was taken to be of, an older one than the text's.

        2017년에는 수출 5, 수입 7이었다. 적자는 3으로 2017년(2)에 견줘 커졌다: the 3 is of the year that the text opened with.
        """
        opened, spoken = self.ground.state.opened, topic.period
        if opened is None or spoken is None or spoken.last >= opened.first:
            return False
        for at in range(index + 1, len(items)):
            one = items[at]
            if one.role == "figure":
                return False
            if one.when is not None and not one.when.is_base and one.value != "none":
                found = self._dated(items, at, one.when, topic)
                is_old = found.is_past or self.cases.owns_next(items, at) or _is_glossed(items, at)
                return is_old and spoken == (found.past if found.is_past else found.period)
        return False

    def _was(self, items: Sequence[Mention], index: int, topic: Topic) -> Period | None:
        """The earlier time right behind a figure at which it was so much: 2만 달러였던 재작년의 4배."""
        verb = self.ground.lexicon.was.match(self.ground.text, items[index].end)
        time = next(iter(items[index + 1 :]), None)
        if verb is None or time is None or time.when is None or time.start != verb.end():
            return None
        spoken, when = topic.main or topic.period, time.when
        past = shifted(spoken, when.base or "") if spoken and when.is_base else None
        past = past or resolve(when, self._anchor(topic))
        return past if past and (spoken is None or past.first < spoken.first) else None


def _before(spoken: Period, period: Period) -> Period:
    """The same months of last year: the year before the one named, where that is last year itself or no date line tells.

    2018年出口22亿美元，去年同期33亿美元: written in 2019, and in a text without a date.
    """
    is_untold = is_open(period) and not is_open(spoken)
    return spoken.shifted(-MONTHS) if is_untold or period == spoken else period


def _before_itself(when: When, spoken: Period | None, period: Period) -> Period:
    """The month before the one spoken of, where last month would be that itself: 8月は先月より15%増えた."""
    is_itself = period == spoken and when.means == "last_month"
    return period.shifted(-1) if is_itself else period


def _is_glossed(items: Sequence[Mention], index: int) -> bool:
    """Whether a figure stands in brackets right behind a time: 2017년(16억8천만 달러)."""
    behind = [(one.role, one.value) for one in items[index + 1 : index + 3]]
    return len(behind) > 1 and behind[0] == ("stop", "(") and behind[1][0] == "figure"


def _is_of_law(items: Sequence[Mention], index: int) -> bool:
    """Whether a year beside a resolution tells when it was made: 결의 2397호(2017년 12월), 2017年通过的决议."""
    one, when = items[index], items[index].when
    told = [other for other in items if other.role != "stop"]
    at = told.index(one)
    after = any(
        other.role == "resolution" and one.start - other.end <= _BESIDE for other in told[:at]
    )
    beside = [other for other in told[at + 1 : at + 2] if other.start - one.end <= _BESIDE]
    return bool(when and when.year) and (after or any(other.role in _LAW for other in beside))


def in_part(ground: Ground, time: Mention, spoken: Period | None, old: Period) -> Period:
    """The months spoken of in the year compared with, where a bare word names it: 1∼9월 쌀 수입은 재작년보다."""
    is_bare = ground.text[time.start : time.end] in ground.lexicon.years
    if not is_bare or spoken is None or spoken.month_count >= MONTHS:
        return old
    return spoken.shifted((old.first.year - spoken.first.year) * MONTHS)


def _of_year_before(
    items: Sequence[Mention], index: int, when: When, topic: Topic, anchor: Anchor
) -> Period | None:
    """The months named right behind a comparison with the year before, which are of that year: 较去年4月的418亿."""
    before = items[index - 1] if index else None
    if before is None or before.when is None or topic.period is None or when.has_year:
        return None
    is_behind = before.end == items[index].start and when.month is not None
    if not is_behind or before.when.base != "previous_year":
        return None
    return resolve(when._replace(year=topic.period.first.year - 1), anchor)


def _in_year(when: When, year: int | None, anchor: Anchor) -> Period | None:
    """The months named without a year, in the year that the sentence has named, unless still to come."""
    if year is None or when.has_year or when.month is None:
        return None
    found = resolve(when._replace(year=year), anchor)
    is_past = found is not None and (anchor.day is None or found.first <= anchor.day)
    return found if is_past else None
