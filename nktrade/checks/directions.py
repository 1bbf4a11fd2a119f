"""Statements over time: trade that ceased, resumed, continues, rose or fell, beside figures.

A statement has no digits, so nothing is wrong with it: what does not fit is a note, and what no
monthly figure speaks of is said to be not checkable.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import and_

import pandas as pd

from nktrade.checks.viewpoint import Told, direction, is_trade, named, roles
from nktrade.core.claims import Claim, Reading, Statement
from nktrade.core.codes import ALL_GOODS, WORLD, Channel, Flow, Kind, Severity, Verdict
from nktrade.core.findings import Relation
from nktrade.core.interval import Interval
from nktrade.core.period import MONTHS, Period
from nktrade.ledger.ledger import Ledger
from nktrade.reference.commodities import within

_NOTHING = Interval.point(0)
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s|[。！？]|\n")
_PASSAGE = 1000
"""Characters within which an undated "has ceased" speaks of the figures beside it."""
_LATELY = timedelta(days=183)
_READ = [
    *("period_start", "flow", "reporter", "partner", "commodity"),
    *("unit", "compiler", "value", "low", "high"),
]
_BEFORE, _AFTER = 4, 3
"""Months shown before, and within which trade that is said to resume or cease is seen to."""
_LASTS = frozenset({"continues", "moved"})
_TURNS = frozenset({"ceased", "resumed", "rose", "fell"}) | _LASTS


def ceased_beside_figures(
    reading: Reading, published: date | None, text: str = ""
) -> tuple[Relation, ...]:
    """Each statement that nothing is traded, beside the text's own figures of that trade.

    Figures of its own sentence are no contradiction: "the most since the border was shut".
    """
    claims = [one for one in reading.claims if one.kind is Kind.LEVEL and is_trade(one)]
    found = []
    for said in reading.statements:
        is_told = said.says == "ceased" and said.interval == _NOTHING
        if not is_told or said.is_hypothetical or _is_hidden(said):
            continue
        against = [
            one
            for one in claims
            if _is_of(one, said) and not _is_hidden(one) and not _is_one_sentence(said, one, text)
        ]
        told = [one for one in against if _is_then(one, said, against, published)]
        if told:
            words = (
                f'"{said.surface}" stands beside figures of that trade; the statement: '
                f"{named([said])}; the figures: {named(told)}; "
                "unless another trade or another time is meant, the two do not agree"
            )
            found.append(_note("said to be nothing", (said, *told), words))
    return tuple(found)


def turns(
    reading: Reading, published: date | None, bases: Mapping[str, Ledger]
) -> tuple[Relation, ...]:
    """Each statement over time held against the months that baselines have."""
    said = [one for one in reading.statements if one.says in _TURNS]
    if not said:
        return ()
    months = _months(base.frame for base in bases.values())
    return tuple(_turn(one, published, months) for one in said)


def _turn(said: Statement, published: date | None, months: pd.DataFrame) -> Relation:
    when = said.period
    if when is None and published is not None and said.is_current:
        when = Period(published, published)
    if said.is_hypothetical:
        return _not_checkable(said, f"it is a {said.standing}")
    if _is_hidden(said):
        return _not_checkable(said, "what passes no customs is in no monthly baseline")
    if when is None:
        return _not_checkable(said, "it is not dated")
    series = _Series.of(said, months)
    fits = series.fits(said.says, when)
    if fits is None:
        return _not_checkable(said, f"no baseline has the months that it speaks of ({when})")
    words = f"{named([said])} beside {series.told(when)}"
    if fits:
        return _relation("said of months", (said,), f"{words}: agrees", holds=True)
    return _note("said of months", (said,), f"{words}: what is said does not fit these months")


@dataclass(frozen=True, slots=True)
class _Series:
    """The months of one flow: the amounts in the unit and by the compiler with most months."""

    amounts: Mapping[Period, tuple[float, float, float]]
    """Low, high, and the last print."""
    unit: str
    compiler: str

    @classmethod
    def of(cls, said: Statement, months: pd.DataFrame) -> "_Series":
        """What baselines have of the flow that is spoken of, from whichever side they see it."""
        if said.flow is None or said.reporter is None:
            return cls({}, "", "")
        pair = (said.reporter, said.partner or WORLD)
        seen = zip(("reporter", "partner", "flow"), (*pair, said.flow), strict=True)
        mirrored = zip(("partner", "reporter", "flow"), (*pair, said.flow.mirrored), strict=True)
        is_own, is_mirror = (
            reduce(and_, (months[name] == word for name, word in side)) for side in (seen, mirrored)
        )
        is_good = months["commodity"] == (said.commodity or ALL_GOODS)
        rows = months[(is_own | is_mirror) & is_good]
        if rows.empty:
            return cls({}, "", "")
        counts = rows.groupby(["unit", "compiler"])["period_start"].nunique()
        unit, compiler = map(str, counts.sort_values(kind="stable").index[-1])
        kept = rows[(rows["unit"] == unit) & (rows["compiler"] == compiler)]
        ends = kept.groupby("period_start").agg(
            low=("low", "min"), high=("high", "max"), value=("value", "last")
        )
        amounts = {
            Period.month(first.year, first.month): (low, high, value)
            for first, low, high, value in ends.itertuples()
        }
        return cls(amounts, unit, compiler)

    def fits(self, says: str, when: Period) -> bool | None:
        """Whether the months fit what is said; None where they are not known."""
        inside = _run(when)
        after = (*inside, *_following(inside[-1]))
        if says in _LASTS:
            return self._is_any(inside)
        if says == "ceased":
            later = self._is_any(after[1:])
            return None if later is None else not later
        if says == "resumed":
            before = [inside[0].shifted(-step) for step in range(1, MONTHS + 1)]
            paused = any(self._is_none(month) for month in before)
            return True if paused and self._is_any(after) else None
        return self._has_moved(says, inside[-1])

    def told(self, when: Period) -> str:
        """The months beside the statement, in words."""
        inside = _run(when)
        before = (inside[0].shifted(-step) for step in range(_BEFORE, 0, -1))
        near = [*before, *inside, *_following(inside[-1])]
        known = [f"{one} {self.amounts[one][2]:,.0f}" for one in near if one in self.amounts]
        return f"{', '.join(known)} {self.unit} ({self.compiler})"

    def _is_any(self, months: Sequence[Period]) -> bool | None:
        """Whether something was traded; None where no month is known."""
        known = [month for month in months if month in self.amounts]
        return not all(map(self._is_none, known)) if known else None

    def _is_none(self, month: Period) -> bool:
        return month in self.amounts and self.amounts[month][2] == 0

    def _has_moved(self, says: str, month: Period) -> bool | None:
        """Whether the month lies as said from the month or the year before; either may be meant."""
        bases = [month.shifted(-1), month.shifted(-MONTHS)]
        if month not in self.amounts or any(one not in self.amounts for one in bases):
            return None
        low, high, _ = self.amounts[month]
        rose = any(high > self.amounts[one][0] for one in bases)
        fell = any(low < self.amounts[one][1] for one in bases)
        return rose if says == "rose" else fell


def _months(frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Every recorded month of a level."""
    parts = []
    for every in frames:
        is_recorded = (every["kind"] == Kind.LEVEL) & (every["channel"] == Channel.RECORDED)
        frame = every.loc[is_recorded, [*_READ, "period_end", "document"]]
        start, end = frame["period_start"], frame["period_end"]
        is_month = (start.dt.year == end.dt.year) & (start.dt.month == end.dt.month)
        # Where no compiler is named, the table itself is who counted.
        by = frame["compiler"].fillna(frame["document"])
        parts.append(frame.assign(compiler=by).loc[is_month, _READ])
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=_READ)


def _run(when: Period) -> tuple[Period, ...]:
    """The calendar months that a period touches."""
    first = when.first
    return tuple(Period.month(first.year, first.month + step) for step in range(when.month_count))


def _following(month: Period) -> Iterator[Period]:
    return (month.shifted(step) for step in range(1, _AFTER + 1))


def _is_hidden(one: Told) -> bool:
    return one.channel is Channel.UNRECORDED


def _is_of(claim: Claim, said: Statement) -> bool:
    """Whether the claim is of the trade that is said to be none, or of a part of it."""
    if said.reporter is None or said.reporter not in {claim.reporter, claim.partner}:
        return False
    sides = {claim.reporter, claim.partner}
    is_pair = said.partner in {None, WORLD} or said.partner in sides
    one_way = said.flow in {Flow.EXPORT, Flow.IMPORT}
    is_way = not one_way or direction(claim, said.reporter) is said.flow
    goods = said.commodity or ALL_GOODS
    return is_pair and is_way and within(claim.commodity or ALL_GOODS, goods)


def _is_then(claim: Claim, said: Statement, every: Sequence[Claim], published: date | None) -> bool:
    """Whether the claim's days lie in those of the statement; undated, whether it is the latest one."""
    if claim.period is None:
        return False
    if said.period is not None:
        return claim.period.first >= said.period.first
    latest = max(one.period.last for one in every if one.period is not None)
    is_recent = published is None or published - claim.period.last <= _LATELY
    is_near = abs(claim.figure.start - said.start) <= _PASSAGE
    return claim.period.last == latest and is_recent and is_near


def _is_one_sentence(said: Statement, claim: Claim, text: str) -> bool:
    """Whether no sentence ends between the two."""
    start = min(said.end, claim.figure.end)
    between = text[start : max(said.start, claim.figure.start)]
    return bool(between) and _SENTENCE_END.search(between) is None


def _note(check: str, told: tuple[Told, ...], words: str) -> Relation:
    return _relation(check, told, words, severity=Severity.NOTE)


def _not_checkable(said: Statement, why: str) -> Relation:
    words = f'{said.id} "{said.surface}" is not checkable: {why}'
    return _relation("said of months", (said,), words, verdict=Verdict.NOT_CHECKABLE)


def _relation(
    check: str,
    told: tuple[Told, ...],
    words: str,
    *,
    holds: bool | None = None,
    verdict: Verdict | None = None,
    severity: Severity | None = None,
) -> Relation:
    first = told[0]
    return Relation(
        id="",
        document=first.document if isinstance(first, Statement) else first.figure.document,
        check=check,
        type="text",
        args=roles(told),
        left=None,
        right=None,
        gap=None,
        holds=holds,
        verdict=verdict,
        severity=severity,
        explanation=words,
    )
