"""Laws of the small strategies: what they draw is what their names say."""

from datetime import timedelta

from hypothesis import find, given

from nktrade.core.amount import Amount
from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.testing.faults import KINDS, FaultyReport
from nktrade.testing.strategies import amounts, faulty_reports, intervals, periods


@given(intervals())
def test_the_ends_of_an_interval_are_in_order(interval: Interval) -> None:
    """One end may be open, never both; where none is, the lower is first."""
    assert interval.low is not None or interval.high is not None
    if interval.low is not None and interval.high is not None:
        assert interval.low <= interval.high


@given(intervals(may_be_open=False))
def test_an_interval_is_closed_where_it_must_be(interval: Interval) -> None:
    """Asked for closed ones, none is open."""
    assert interval.width is not None


def test_open_intervals_are_drawn_too() -> None:
    """Both kinds of open end are found."""
    assert find(intervals(), lambda one: one.low is None).high is not None
    assert find(intervals(), lambda one: one.high is None).low is not None


@given(periods())
def test_a_period_is_whole_months(period: Period) -> None:
    """It begins on a first, ends on a last day, and lasts two years at most."""
    assert period.first.day == 1
    assert (period.last + timedelta(days=1)).day == 1
    assert 1 <= period.month_count <= 24


def test_a_period_of_days_is_drawn_where_asked_for() -> None:
    """Asked for any days, some begin in the middle of a month, and all are in order."""
    found = find(periods(months_only=False), lambda one: one.first.day > 1)
    assert found.first <= found.last


@given(amounts())
def test_the_widest_reading_holds_the_printed_digits(amount: Amount) -> None:
    """A hedge opens or widens, and never leaves out what is printed."""
    assert amount.printed.meets(amount.widest)
    shared = amount.printed.meet(amount.widest)
    assert shared is not None
    assert amount.value in amount.widest
    assert amount.telling.value == amount.value
    assert amount.telling.printed == amount.printed


@given(faulty_reports())
def test_a_fault_shows_itself_in_one_line(fault: FaultyReport) -> None:
    """What hypothesis prints: the kind, what stood there and what stands there now, and the text."""
    shown = repr(fault)
    assert fault.kind in KINDS
    assert shown.startswith(f"FaultyReport({fault.kind}: ")
    assert all(f"{words!r}" in shown for words in (*fault.printed, *fault.true))
    assert repr(fault.text) in shown
    assert fault.lang == fault.report.lang
    assert fault.is_in_relation or not fault.broken
