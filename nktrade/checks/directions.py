"""Statements over time: trade that ceased, resumed, continues, rose or fell, beside figures.

A statement has no digits, so nothing is wrong with it: what does not fit is a note, and what no
monthly figure speaks of is said to be not checkable.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, partial

import pandas as pd

from nktrade.checks.comparisons import COMPARISONS, Held, compared
from nktrade.checks.series import Series, monthly, months_in, printed
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
    """Each statement over time held against the months, or the two flows, that baselines have."""
    said = [one for one in reading.statements if one.says in _TURNS | COMPARISONS]
    if not said:
        return ()
    rows = cache(partial(printed, bases))
    return tuple(_turn(one, published, rows) for one in said)


def _turn(said: Statement, published: date | None, rows: Callable[[], pd.DataFrame]) -> Relation:
    when = said.period
    if when is None and published is not None and said.is_current:
        when = Period(published, published)
    if said.is_hypothetical:
        return _not_checkable(said, f"it is a {said.standing}")
    if _is_hidden(said):
        return _not_checkable(said, "what passes no customs is in no monthly baseline")
    if when is None:
        return _not_checkable(said, "it is not dated")
    judge = compared if said.says in COMPARISONS else _held
    held = judge(said, when, rows())
    if held.fits is None:
        return _not_checkable(said, held.beside)
    words = f"{named([said])} beside {held.beside}"
    check = _check_of(said)
    if held.fits:
        return _relation(check, (said,), f"{words}: agrees", holds=True)
    those = "figures" if said.says in COMPARISONS else "months"
    return _note(check, (said,), f"{words}: what is said does not fit these {those}")


def _check_of(said: Statement) -> str:
    return "said of two flows" if said.says in COMPARISONS else "said of months"


def _held(said: Statement, when: Period, rows: pd.DataFrame) -> Held:
    """The statement beside the months of its flow."""
    series = Series.of(said.stream, monthly(rows))
    fits = _fits(series, said.says, when)
    if fits is None:
        return Held(None, f"no baseline has the months that it speaks of ({when})")
    inside = months_in(when)
    before = (inside[0].shifted(-step) for step in range(_BEFORE, 0, -1))
    return Held(fits, series.told([*before, *inside, *_following(inside[-1])]))


def _fits(series: Series, says: str, when: Period) -> bool | None:
    """Whether the months fit what is said; None where they are not known."""
    inside = months_in(when)
    after = (*inside, *_following(inside[-1]))
    if says in _LASTS:
        return _is_any(series, inside)
    if says == "ceased":
        later = _is_any(series, after[1:])
        return None if later is None else not later
    if says == "resumed":
        before = [inside[0].shifted(-step) for step in range(1, MONTHS + 1)]
        paused = any(_is_none(series, month) for month in before)
        return True if paused and _is_any(series, after) else None
    return _has_moved(series, says, inside[-1])


def _is_any(series: Series, months: Sequence[Period]) -> bool | None:
    """Whether something was traded; None where no month is known."""
    known = [month for month in months if month in series.amounts]
    return not all(_is_none(series, month) for month in known) if known else None


def _is_none(series: Series, month: Period) -> bool:
    return month in series.amounts and series.amounts[month].value == 0


def _has_moved(series: Series, says: str, month: Period) -> bool | None:
    """Whether the month lies as said from the month or the year before; either may be meant."""
    now = series.amounts.get(month)
    then = [series.amounts.get(one) for one in (month.shifted(-1), month.shifted(-MONTHS))]
    bases = [one for one in then if one is not None]
    if now is None or len(bases) < len(then):
        return None
    rose = any(now.high > one.low for one in bases)
    fell = any(now.low < one.high for one in bases)
    return rose if says == "rose" else fell


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
    return _relation(_check_of(said), (said,), words, verdict=Verdict.NOT_CHECKABLE)


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
