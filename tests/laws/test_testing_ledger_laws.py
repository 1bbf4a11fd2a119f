"""Laws of generated ledgers: true ones add up, faulty ones differ in the rows that they name."""

import pandas as pd
from examples import share
from hypothesis import given

from nktrade.ledger.columns import TYPES
from nktrade.testing.choice import Seeded
from nktrade.testing.ledgers import FaultyLedger, consistent_rows
from nktrade.testing.oracle import contradictions
from nktrade.testing.strategies import consistent_ledgers, faulty_ledgers
from nktrade.testing.worlds import some_world


@share(0.4)
@given(consistent_ledgers())
def test_a_consistent_ledger_has_the_columns_of_ledgers(frame: pd.DataFrame) -> None:
    """Every column and type of the ledger, one row per claim."""
    assert list(frame.columns) == list(TYPES)
    assert frame["claim"].is_unique


@share(0.4)
@given(consistent_ledgers())
def test_totals_are_sums_in_every_period(frame: pd.DataFrame) -> None:
    """Exports plus imports meet the total at the printed digits, period by period."""
    levels = frame[(frame["kind"] == "level") & (frame["commodity"] == "all")]
    wide = levels.pivot_table(
        index=["period_start", "period_end"], columns="flow", values=["low", "high"]
    )
    low = wide["low", "export"] + wide["low", "import"]
    high = wide["high", "export"] + wide["high", "import"]
    assert (low <= wide["high", "total"]).all()
    assert (wide["low", "total"] <= high).all()


@share(0.4)
@given(faulty_ledgers())
def test_a_faulty_ledger_differs_in_the_rows_it_names(fault: FaultyLedger) -> None:
    """All other rows are those of the true ledger, and the named ones are not."""
    frame, true = (one.set_index("claim").astype(object) for one in (fault.frame, fault.true))
    changed = (frame.fillna("") != true.fillna("")).any(axis=1)
    assert sorted(frame.index[changed]) == sorted(fault.claims)


def test_a_consistent_ledger_contradicts_itself_nowhere() -> None:
    """The oracle finds nothing in twenty ledgers, at any precision."""
    for seed in range(20):
        choice = Seeded(f"ledger {seed}")
        assert contradictions(consistent_rows(some_world(choice), choice).claims) == ()
