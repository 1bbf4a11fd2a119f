"""Tests of figures: a file, a sentence, and a property of every report."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings

import nktrade as nk
from nktrade.testing import WrittenReport
from nktrade.testing.strategies import reports


@pytest.mark.nktrade("../ledgers/first-half-2018.csv")
def test_the_half_year_adds_up(nktrade_report: nk.Report) -> None:
    """The ledger of the half year has no error."""
    nktrade_report.require_none()


def test_a_sentence_is_checked_before_it_is_printed(
    nktrade_check: Callable[[str], nk.Report],
) -> None:
    """A sum that does not add up is found in a sentence."""
    draft = (
        "In 2016 North Korea exported $2.6 billion worth of goods to China and imported "
        "$2.9 billion worth from it; total trade with China was $8.5 billion."
    )
    assert nktrade_check(draft).exit_status() == 1


@settings(max_examples=10, deadline=None, derandomize=True)
@given(reports(lang="en"))
def test_no_true_report_is_accused(report: WrittenReport) -> None:
    """Whatever a desk writes that is true and consistent, no error is found in it."""
    nk.check(report.text, against="none", date=report.date).require_none()
