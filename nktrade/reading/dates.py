"""Dates: the time for which a figure of a topic is told, where particles mark the cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from nktrade.core.codes import Kind
from nktrade.core.period import MONTHS, Period
from nktrade.reading.cases import Cases
from nktrade.reading.kinds import Sort
from nktrade.reading.periods import resolve
from nktrade.reading.scene import Ground
from nktrade.reading.timekeeping import in_part
from nktrade.reading.timing import distance, shifted, usual_base
from nktrade.reading.topic import Topic
from nktrade.reading.words import Mention

_TIED = 3
_COMPARED = frozenset({Kind.CHANGE_PCT, Kind.CHANGE_ABS, Kind.RATIO})
_LIMITING = frozenset({"cap", "flow", "deal", "commodity", "area", "rate", "whole"})
"""What may stand between a limit and the year for which it holds: 올해 수입 상한 750만t."""


class Dated(NamedTuple):
    """The period of a figure, whence it is known, and the topic with its old level told apart."""

    period: Period | None
    whence: str
    topic: Topic


@dataclass(frozen=True, slots=True)
class Dater:
    """Says when, for one figure of a sentence."""

    ground: Ground
    cases: Cases
    items: Sequence[Mention]
    index: int

    def dated(self, sort: Sort, topic: Topic, case: str | None) -> Dated:
        """The period of the figure: that of the topic, of the level compared with, or of a limit."""
        if sort.kind is Kind.CAP:
            return self._limited(topic)
        if not sort.is_base:
            return self._aside(sort, topic)
        if (past := self._moved_from(case) or topic.past) is not None:
            return Dated(past, "words", topic)
        if topic.prior and topic.period and self._is_of_past(topic):
            old = self._in_part(topic.prior, topic.period)
            base = topic.base or distance(topic.prior, old)
            return Dated(old, "words", topic._replace(period=topic.prior, base=base))
        if self._is_dated() and topic.period is not None:
            return Dated(topic.period, "words", topic._replace(period=topic.prior or topic.period))
        return self._reckoned(topic, case)

    def _reckoned(self, topic: Topic, case: str | None) -> Dated:
        """An old level whose time no words name, reckoned from the topic's, and no surer than that."""
        whence = "clause" if topic.whence == "words" else topic.whence
        if topic.base is None and self._is_of_another(case):
            return Dated(topic.period, whence, topic)
        if case == "origin" and topic.main is not None:
            # Told aside, it moves on from there: 8月为2.48亿，均价由40.4升至41.7 starts in August.
            return Dated(topic.period, whence, topic._replace(period=topic.main, main=None))
        return Dated(self._earlier(topic, case), whence, topic)

    def _is_of_another(self, case: str | None) -> bool:
        """Whether it is held against what another country has at the same time: 中国向けの150億ドルを上回った."""
        than = self.ground.lexicon.than.match(self.ground.text, self.items[self.index].end)
        if case != "compare" and than is None:
            return False
        since = takewhile(lambda one: one.role != "figure", reversed(self.items[: self.index]))
        told = [one.role for one in since]
        return "area" in told and "period" not in told

    def _limited(self, topic: Topic) -> Dated:
        """The year for which a limit holds where its own words name one; most hold for good."""
        for one in reversed(self.items[: self.index]):
            if one.when is not None and one.when.means == "year" and one.when.has_year:
                found = None if self._opens(one) else self._date(one)
                is_own = found is not None and found == topic.period
                left = topic._replace(period=topic.prior or found) if is_own else topic
                return Dated(found, topic.whence, left)
            if one.role not in _LIMITING:
                break
        return Dated(None, topic.whence, topic)

    def _opens(self, one: Mention) -> bool:
        """Whether something holds from that time on: 从今年起."""
        return "origin" in {self.cases.before(one.start), self.cases.after(one.end)}

    def _aside(self, sort: Sort, topic: Topic) -> Dated:
        """The period of a figure behind an older level told aside: its own, or the main one of a change."""
        if sort.kind is Kind.RATIO and (now := self._left_for_older(topic)):
            told = distance(now, topic.period) if topic.period else None
            back = topic._replace(period=now, main=None, base=told)
            return Dated(now, topic.whence, back)
        if sort.kind is Kind.CHANGE_PCT and (now := _now(topic)):
            return Dated(now, topic.whence, topic._replace(base=topic.base or _since(now, topic)))
        if topic.main is None or topic.period is None or sort.kind not in _COMPARED:
            return Dated(topic.period, topic.whence, topic)
        owned = self.index > 0 and self.cases.owns_next(self.items, self.index - 1)
        named = self.index > 0 and _moves(self.items[self.index - 1])
        is_second = any(one.role == "figure" for one in self.items[: self.index])
        if not (owned or (named and is_second)):
            return Dated(topic.period, topic.whence, topic)
        told = distance(topic.main, topic.period)
        base = told if owned else topic.base or told
        back = topic._replace(period=topic.main, main=None, base=base)
        return Dated(back.period, back.whence, back)

    def _left_for_older(self, topic: Topic) -> Period | None:
        """The period spoken of before the older one that a multiple counts in: 是去年的3倍."""
        owner = self.items[self.index - 1] if self.index else None
        owned = owner is not None and self.cases.owns_next(self.items, self.index - 1)
        is_named = owner is not None and owned and self._date(owner) == topic.period
        if topic.prior and topic.period and self._is_of_bracket(topic.period):
            years = topic.prior.last.year - topic.period.last.year
            return topic.period.shifted(years * MONTHS) if years else topic.prior
        return topic.main or (topic.prior if topic.is_back or is_named else None)

    def _is_of_bracket(self, period: Period) -> bool:
        """Whether it counts in the amount that stands in brackets behind a time: 2019년 1∼8월(17억 달러)의 76%."""
        ahead = self.items[max(0, self.index - 4) : self.index]
        roles = [one.role for one in ahead]
        is_shut = roles == ["period", "stop", "figure", "stop"] and ahead[-1].value == ")"
        return is_shut and self._date(ahead[0]) == period

    def _moved_from(self, case: str | None) -> Period | None:
        """The time of an old level told by its distance from the one that the words behind date: 1년 전 N달러에서 9월 N달러로."""
        ahead = self.items[self.index + 1 : self.index + 3]
        back = next((one.when for one in self.items[: self.index][::-1] if one.when), None)
        is_moved = case == "origin" and [one.role for one in ahead] == ["period", "figure"]
        if not is_moved or back is None or not back.is_base:
            return None
        now = self._date(ahead[0])
        return shifted(now, back.base or "") if now else None

    def _earlier(self, topic: Topic, case: str | None) -> Period | None:
        """The period of an old level that only the comparison behind it dates."""
        later = [one.when for one in self.items[self.index + 1 :] if one.when is not None]
        base = next((one.base for one in later if one.is_base), topic.base)
        if base is None and case == "origin" and topic.period is not None:
            base = usual_base(topic.period, topic.sides.reporter.value)
        return shifted(topic.period, base) if base and topic.period else None

    def _in_part(self, spoken: Period, old: Period) -> Period:
        """The period of an old level that the time right before it owns: 재작년의 410달러에 비해."""
        time = self.items[self.index - 1] if self._is_dated() else None
        return in_part(self.ground, time, spoken, old) if time else old

    def _is_dated(self) -> bool:
        """Whether a time word stands right before the figure."""
        before = self.items[self.index - 1] if self.index else None
        gap = self.items[self.index].start - before.end if before else 0
        return bool(before and before.when and gap <= _TIED)

    def _is_of_past(self, topic: Topic) -> bool:
        """Whether it is of an earlier time named with its flow: 4월 공급량 5천 배럴보다 34% 많다."""
        is_older = topic.prior and topic.period and topic.period.last < topic.prior.first
        return bool(is_older) and topic.whence == "words" and topic.main is None

    def _date(self, one: Mention) -> Period | None:
        return resolve(one.when, self.ground.anchor) if one.when else None


def _since(now: Period, topic: Topic) -> str | None:
    return distance(now, topic.period) if topic.period else None


def _moves(one: Mention) -> bool:
    """Whether a word says that something moved, or over how long: 1년 사이 1.5%포인트."""
    return one.role == "change" or (one.when is not None and one.when.is_rate)


def _now(topic: Topic) -> Period | None:
    """The period of a change whose sentence went back for the old level: 前年同月は2億ドルあり、98%減."""
    now, old = topic.prior, topic.period
    is_back = topic.is_back and topic.head < 0 and now and old and now.first > old.first
    return now if is_back else None
