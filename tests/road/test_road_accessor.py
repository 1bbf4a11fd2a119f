"""A frame of figures is checked as the file of it would be."""

import pandas as pd
import pytest

import nktrade as nk
import nktrade.accessor
from nktrade.errors import LedgerError

assert nktrade.accessor  # imported for what it registers
FIGURES = {"export": 12_965.0, "import": 204_193.0, "total": 217_158.0}


def frame(**changed: float) -> pd.DataFrame:
    told = FIGURES | changed
    rows = pd.DataFrame({"flow": list(told), "value": list(told.values())})
    return rows.assign(period="2018-06", reporter="PRK", partner="CHN", unit="USD")


def test_rows_that_add_up_are_not_accused() -> None:
    """Floats that are whole count as whole numbers."""
    report = frame().nktrade.check(against="none")
    assert report.findings.empty
    assert report.claims["value"].tolist() == list(FIGURES.values())


def test_a_false_total_is_found() -> None:
    """As in a file."""
    report = frame(total=271_158.0).nktrade.check(against="none")
    assert report.findings["check"].tolist() == ["total"]


def test_a_frame_is_given_back_or_what_it_lacks_is_told() -> None:
    """The message names columns, or the line and what cannot enter."""
    whole = frame()
    assert whole.nktrade.validate() is whole
    with pytest.raises(LedgerError, match="expected also partner, unit"):
        whole.drop(columns=["partner", "unit"]).nktrade.validate()
    with pytest.raises(LedgerError, match="frame:3: flow: found 'transit'"):
        whole.replace({"import": "transit"}).nktrade.check()


def test_completion_shows_three_methods() -> None:
    """And the frame itself stays hidden."""
    shown = [one for one in dir(frame().nktrade) if not one.startswith("_")]
    assert shown == ["check", "ledger", "validate"]
    assert isinstance(frame().nktrade.ledger(), nk.Ledger)
