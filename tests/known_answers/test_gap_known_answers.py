"""Recorded and unrecorded trade side by side: figures of the UN Panel and of Chinese customs for 2019.

Source: UN Panel of Experts, report of March 2020, as printed by Kyodo (3.7 million tonnes of coal,
370 million dollars, January to August 2019); Chinese customs, all imports from North Korea in 2019:
215,197,317 dollars.
"""

import pandas as pd
from told import claim, reading

from nktrade.core.claims import Claim
from nktrade.core.codes import Channel, Flow, Severity, Standing, Verdict
from nktrade.gaps import COLUMNS, gap, gaps
from nktrade.ledger.baselines import baseline, baseline_names
from nktrade.ledger.ledger import Ledger

WHEN = "2019-01/2019-08"
HIDDEN = {"channel": Channel.UNRECORDED, "standing": Standing.ESTIMATE}
WORTH = claim("c1", "370", "USD", WHEN, scale=10**6, **HIDDEN)
COUNTED = claim(
    "c2",
    "215197317",
    "USD",
    "2019",
    commodity="all",
    flow=Flow.IMPORT,
    reporter="CHN",
    partner="PRK",
    channel=Channel.RECORDED,
)


def side_by_side(*told: Claim) -> pd.DataFrame:
    return gap(Ledger.of(told))


def test_a_year_of_all_goods_bounds_eight_months_of_coal() -> None:
    """Coal of January to August recorded lies between nothing and 215,197,317: the gap is 150 to 375 million."""
    (row,) = side_by_side(WORTH, COUNTED).to_dict("records")
    assert (row["flow"], row["reporter"], row["partner"]) == ("import", "CHN", "PRK")
    assert (row["recorded_low"], row["recorded_high"]) == (0, 215_197_317.5)
    assert (row["unrecorded_low"], row["unrecorded_high"]) == (365e6, 375e6)
    assert (row["gap_low"], row["gap_high"]) == (365e6 - 215_197_317.5, 375e6)
    assert (row["beside_commodity"], row["beside_end"]) == ("all", pd.Timestamp("2019-12-31"))


def test_the_three_stand_side_by_side_and_are_never_added() -> None:
    """One month seen from both sides, and beside it what passed no customs."""
    told = [
        claim("c1", "12", "USD", "2018-06", channel=Channel.RECORDED),
        claim("c2", "10", "USD", "2018-06", flow=Flow.IMPORT, reporter="CHN", partner="PRK"),
        claim("c3", "50", "USD", "2018-06", **HIDDEN),
    ]
    (row,) = side_by_side(told[0], told[2]).to_dict("records")
    assert pd.isna(row["recorded_low"])
    assert (row["mirror_low"], row["unrecorded_high"]) == (11.5, 55)
    counted = claim(
        "c2", "10", "USD", "2018-06", flow=Flow.IMPORT, reporter="CHN", partner="PRK",
        channel=Channel.RECORDED,
    )  # fmt: skip
    (row,) = side_by_side(told[0], counted, told[2]).to_dict("records")
    assert (row["recorded_low"], row["recorded_high"]) == (5, 15)
    assert (row["gap_low"], row["gap_high"]) == (45 - 15, 55 - 5)


def test_an_unknown_channel_is_neither() -> None:
    """What does not say whether it passed customs stands on no side."""
    assert (
        side_by_side(WORTH, claim("c2", "215", "USD", "2019", commodity="all")).loc[
            0, "recorded_high"
        ]
        != 215
    )


def test_nothing_stands_beside_other_goods_sides_or_periods() -> None:
    """A shorter period, another partner and another commodity bound nothing."""
    for known in ({"when": WHEN[:7]}, {"partner": "RUS"}, {"commodity": "seafood"}):
        usual = {"digits": "100", "unit": "USD", "when": "2019", "commodity": "all"}
        other = claim("c2", channel=Channel.RECORDED, **(usual | known))
        found = side_by_side(WORTH, other)
        assert found["gap_low"].isna().all()


def test_no_levels_give_an_empty_frame() -> None:
    """A ledger without rows has a frame with all columns and none of the rows."""
    assert list(gap(Ledger.empty()).columns) == list(COLUMNS)
    assert gap(Ledger.empty()).empty


def test_the_panel_s_coal_against_all_recorded_imports_is_a_gap() -> None:
    """With the default baselines: one note, verdict gap, at least 140 million dollars apart, no error."""
    bases = {name: baseline(name) for name in baseline_names()}
    tonnes = claim("c3", "3.7", "t", WHEN, scale=10**6, **HIDDEN)
    told = reading(WORTH, tonnes)
    (note,) = gaps(told, bases)
    assert (note.severity, note.verdict, note.holds) == (Severity.NOTE, Verdict.GAP, None)
    assert note.args == (("claims", ("c1",)),)
    assert note.right is not None
    assert 215_197_317 in note.right
    assert note.gap is not None
    assert note.gap.low is not None
    assert note.gap.low > 130_000_000
    assert "never added" in note.explanation


def test_less_smuggled_than_was_recorded_is_told_as_less() -> None:
    """Nothing smuggled beside two dollars recorded of the very same trade lies below it."""
    hidden = claim("c1", "0", "USD", "2016-12", **HIDDEN)
    seen = claim("c2", "2", "USD", "2016-12", channel=Channel.RECORDED)
    (note,) = gaps(reading(hidden, seen), {})
    assert note.verdict is Verdict.GAP
    assert "less by 1 to 3 USD" in note.explanation


def test_who_counted_is_told_where_it_is_known() -> None:
    """Without a compiler nobody is named; the words stand all the same."""
    (note,) = gaps(reading(WORTH, COUNTED), {})
    assert "beside recorded imports of all goods in 2019: at most 215.197" in note.explanation
    assert "nan" not in note.explanation


def test_less_than_what_was_recorded_is_no_finding() -> None:
    """Fifty million beside two hundred fifteen million of all goods calls for no note."""
    small = claim("c1", "50", "USD", WHEN, scale=10**6, **HIDDEN)
    (held,) = gaps(reading(small, COUNTED), {})
    assert (held.severity, held.verdict) == (None, None)
