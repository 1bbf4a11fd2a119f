"""Hypothesis strategies: intervals, periods, amounts, claims, worlds, written reports, ledgers, customs files.

Guard a reader or a ledger of your own with them:

    @given(reports(lang="ko"))
    def test_a_true_report_raises_no_error(report):
        assert not errors(nktrade.check(report.text, date=report.date))

All shrink: towards few months, few sentences, plain words and plain numbers.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import pandas as pd
from hypothesis import assume
from hypothesis import strategies as st

from nktrade.core.amount import Amount
from nktrade.core.claims import Claim
from nktrade.core.codes import Approx
from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.testing.amounts import ROUNDINGS
from nktrade.testing.choice import Option
from nktrade.testing.customs_files import CustomsFile, customs_file
from nktrade.testing.faults import KINDS, FaultyReport, plant
from nktrade.testing.languages import available
from nktrade.testing.ledgers import KINDS as LEDGER_KINDS
from nktrade.testing.ledgers import FaultyLedger, consistent_rows, faulty_ledger, frame_of
from nktrade.testing.worlds import World, some_world
from nktrade.testing.writing import WrittenReport, report_of

_SCALES = tuple(Fraction(10) ** power for power in (0, 3, 4, 6, 8, 9))
_FIRST_YEAR, _LAST_YEAR = 1990, 2040


def fractions(*, low: int = -(10**12), high: int = 10**12) -> st.SearchStrategy[Fraction]:
    """Exact numbers between two bounds."""
    return st.fractions(low, high, max_denominator=10**6)


@st.composite
def intervals(draw: st.DrawFn, *, may_be_open: bool = True) -> Interval:
    """Closed intervals with exact ends; open ends where allowed."""
    low, high = sorted((draw(fractions()), draw(fractions())))
    if may_be_open and draw(st.booleans()):
        return draw(st.sampled_from((Interval(low, None), Interval(None, high))))
    return Interval(low, high)


@st.composite
def periods(draw: st.DrawFn, *, months_only: bool = True) -> Period:
    """Runs of whole months within two years, or of any days."""
    if not months_only and draw(st.booleans()):
        days = st.dates(date(_FIRST_YEAR, 1, 1), date(_LAST_YEAR, 12, 31))
        return Period(*sorted((draw(days), draw(days))))
    year = draw(st.integers(_FIRST_YEAR, _LAST_YEAR))
    return Period.months(year, draw(st.integers(1, 12)), draw(st.integers(1, 24)))


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    """Printed numbers as they occur: some digits, a scale, sometimes a hedge."""
    whole, decimals = draw(st.integers(0, 10**9)), draw(st.from_regex(r"\A[0-9]{0,3}\Z"))
    approx = draw(st.sampled_from([one for one in Approx if one is not Approx.RANGE]))
    return Amount(
        digits=f"{whole}.{decimals}" if decimals else str(whole),
        scale=draw(st.sampled_from(_SCALES)),
        approx=approx,
        slack=Fraction(1, 20) if approx is Approx.ABOUT else Fraction(0),
        zeros_known=draw(st.booleans()),
    )


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """True claims of every kind that reports make, each with its place in its report."""
    report = draw(reports())
    assume(report.claims)
    return draw(st.sampled_from(report.claims))


@st.composite
def consistent_worlds(draw: st.DrawFn) -> World:
    """True records of the trade of two countries, from which every identity follows exactly."""
    return some_world(_Drawn(draw))


@st.composite
def reports(
    draw: st.DrawFn, *, lang: str | None = None, roundings: Sequence[str] = ROUNDINGS
) -> WrittenReport:
    """Consistent reports in one language or, without one, in any, with their true claims."""
    spoken = lang or draw(st.sampled_from(available()))
    drawn = _Drawn(draw)
    return report_of(some_world(drawn), drawn, lang=spoken, roundings=roundings)


@st.composite
def faulty_reports(
    draw: st.DrawFn, *, lang: str | None = None, kinds: Sequence[str] = KINDS
) -> FaultyReport:
    """Reports with one planted fault and the truth beside it; not all of them can be noticed.

    Filter by ``is_checkable`` where only faults are wanted that somebody could find.
    """
    report = draw(reports(lang=lang))
    fault = plant(report, draw(st.sampled_from(kinds)), _Drawn(draw))
    assume(fault is not None)
    assert fault is not None  # noqa: S101 - assume does not tell the type checker
    return fault


@st.composite
def consistent_ledgers(draw: st.DrawFn) -> pd.DataFrame:
    """Ledger frames of one world each, in which every identity holds within rounding.

    Shape: one row per claim, the columns of ``nktrade.Ledger.frame``.
    """
    drawn = _Drawn(draw)
    return frame_of(consistent_rows(some_world(drawn), drawn).claims)


@st.composite
def faulty_ledgers(draw: st.DrawFn, *, kinds: Sequence[str] = LEDGER_KINDS) -> FaultyLedger:
    """Ledgers with one planted fault and the truth beside it."""
    drawn = _Drawn(draw)
    rows = consistent_rows(some_world(drawn), drawn)
    fault = faulty_ledger(rows, draw(st.sampled_from(kinds)), drawn)
    assume(fault is not None)
    assert fault is not None  # noqa: S101 - assume does not tell the type checker
    return fault


@st.composite
def customs_files(draw: st.DrawFn, *, formats: Sequence[str] = ()) -> CustomsFile:
    """Customs files in each publisher's form, or in one of these, in every dress, with what they say.

    Write ``data`` to a file, read it, and hold what was read to ``facts``.
    """
    return customs_file(_Drawn(draw), formats)


class _Drawn:
    """Answers that hypothesis gives, and takes back when it shrinks."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def one(self, options: Sequence[Option]) -> Option:
        return options[self.whole(0, len(options) - 1)]

    def whole(self, low: int, high: int) -> int:
        return self._draw(st.integers(low, high))
