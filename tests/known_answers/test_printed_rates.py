"""Rates that a newspaper printed beside each other and that cannot all be true, and who may speak of them.

Source: Newsis, 20 December 2023: of January to November 2023, China's exports to North Korea were
1,782.1 million dollars (up 146.6 %), imports 266.5 million (up 132.7 %), the total 2,048.7 million (up
246.2 %, from 592.9 million). Reuters, 19 December 2023: exports 1.78 billion, up 147 %.
"""

import pandas as pd
import pytest

import nktrade as nk
from nktrade.core.codes import Severity
from nktrade.core.findings import Relation
from nktrade.core.interval import Interval
from nktrade.ledger.baselines import baseline, misprints
from nktrade.ledger.ledger import Ledger

ARTICLE = "https://newsis.com/view/NISX20231220_0002565772"


@pytest.fixture(scope="module")
def report() -> nk.Report:
    """The article's rows as a text, held against China's customs as everybody else printed them."""
    sound, wrong = baseline("china_customs").frame, misprints()
    told = pd.concat([sound, wrong[sound.columns]], ignore_index=True)
    text = told[told["source_url"] == ARTICLE].assign(document="newsis", layer="text")
    rejected = Ledger.empty().rejected
    return nk.reconcile(Ledger(pd.concat([text, sound], ignore_index=True), rejected))


def growth(report: nk.Report) -> Relation:
    """How the growth of the total and of its parts fit together."""
    (checked,) = report.checked
    (found,) = [one for one in checked.relations if one.check == "growth" and "c321b" in one.claims]
    return found


def test_no_weighing_of_146_and_132_percent_gives_246(report: nk.Report) -> None:
    """The growth of a total lies between that of its parts: c319, c320 and c321 cannot all be true."""
    assert growth(report).severity is Severity.ERROR


def test_the_rate_that_another_agency_prints_too_is_not_the_one_named(report: nk.Report) -> None:
    """Reuters has exports up 147 %: what is left is the total, likely up 144.7 %."""
    found = growth(report)
    assert found.suspect == ("c321b",)
    assert float(found.likely_value or 0) == pytest.approx(144.7)


def test_a_newspaper_is_no_witness_of_its_own_rows(report: nk.Report) -> None:
    """A ledger says who printed its texts: Newsis says nothing for 246.2 %, Reuters for 146.6 %."""
    (checked,) = report.checked
    speak = {one.claim: one.origin_names for one in checked.witnesses}
    assert "c321b" not in speak
    assert speak["c319b"] == ("Reuters",)


def test_what_others_print_of_a_rate_is_heard_in_percent(report: nk.Report) -> None:
    """146.6 percent and "147 percent" are one rate, for it is compared with what is printed."""
    (checked,) = report.checked
    (heard,) = [one for one in checked.witnesses if one.claim == "c319b"]
    assert heard.holds is True
    assert Interval(heard.low, heard.high) == Interval.of("146.5", "147.5")
