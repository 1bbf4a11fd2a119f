"""Laws of the cap tracker: cumulative use never falls, and encloses every print that it counts."""

from examples import share
from hypothesis import given
from hypothesis import strategies as st
from told import claim

from nktrade.cap_use import RETURNS, caps
from nktrade.core.codes import Channel, Flow, Standing

YEAR = 2030
"""A year of which no return is embedded."""
OIL = {
    "flow": Flow.IMPORT,
    "commodity": "refined petroleum",
    "source": (RETURNS,),
    "channel": Channel.RECORDED,
    "standing": Standing.OFFICIAL,
}


@share(0.15)
@given(st.dictionaries(st.integers(1, 12), st.integers(1, 99_999), min_size=1))
def test_use_never_falls_and_encloses_what_was_printed(printed: dict[int, int]) -> None:
    """After each month no less is used than the months printed so far add up to, in barrels exact to a half."""
    told = [
        claim(f"c{month}", f"{barrels}.0", "bbl", f"{YEAR}-{month:02d}", **OIL)
        for month, barrels in printed.items()
    ]
    found = caps(year=YEAR, supplier="CHN", claims=told)
    assert len(found) == 12
    assert found["cumulative_low"].is_monotonic_increasing
    assert set(found.loc[found["is_missing"], "period_end"].dt.month) == set(range(1, 13)) - set(
        printed
    )
    for row in found.itertuples():
        so_far = sum(one for month, one in printed.items() if month <= row.period_end.month)
        assert row.cumulative_low <= so_far
        is_whole = all(month in printed for month in range(1, row.period_end.month + 1))
        assert (row.cumulative_high >= so_far) if is_whole else row.cumulative_high != so_far
