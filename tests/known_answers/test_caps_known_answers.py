"""The cap tracker gives back what member states returned to the UN 1718 Committee.

Source: returns as printed by Kyunghyang, Korea Herald and VOA (China 2021: 91,909 barrels in twelve
months; 2019: China 22,730 and Russia 30,180 tonnes, Russia 277,365 barrels); UN Security Council
resolutions 2397, paragraph 5, and 2321, paragraph 26; US claim of 759,793 barrels by May 2018.
"""

import pandas as pd
import pytest
from told import claim

from nktrade.cap_use import COLUMNS, caps
from nktrade.core.codes import Channel, Flow, Standing
from nktrade.ledger.ledger import Ledger

OIL = {"flow": Flow.IMPORT, "commodity": "refined petroleum"}


@pytest.fixture(scope="module")
def every() -> pd.DataFrame:
    """The whole tracker."""
    return caps()


def months(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["period_start"].dt.month == frame["period_end"].dt.month]


def runs(frame: pd.DataFrame, last: str) -> pd.DataFrame:
    return frame[(frame["period_end"] == last) & (frame["period_start"].dt.month == 1)]


def test_china_2021_is_twelve_months_of_91_909_barrels() -> None:
    """No month is missing, the months add up to the printed year, and so does the cumulative use."""
    china = caps(year=2021, supplier="CHN")
    own = months(china)
    assert len(own) == 12
    assert not own["is_missing"].any()
    assert own["value"].sum() == 91_909
    assert own["cumulative_low"].is_monotonic_increasing
    last = own.iloc[-1]
    assert last["cumulative_low"] <= 91_909 <= last["cumulative_high"]
    assert 18.38 < last["use_low"] <= last["use_high"] < 18.39


def test_2019_is_22_730_and_30_180_tonnes(every: pd.DataFrame) -> None:
    """China's and Russia's year in tonnes; Russia's also in barrels, which narrows the use."""
    oil = every[(every["commodity"] == "refined petroleum") & (every["year"] == 2019)]
    year = runs(oil, "2019-12-31").set_index(["supplier", "unit"])
    assert year.loc[("CHN", "t"), "value"] == 22_730
    assert year.loc[("RUS", "t"), "value"] == 30_180
    assert year.loc[("RUS", "bbl"), "value"] == 277_365
    russia = year.loc[("RUS", "t")]
    assert russia["use_high"] == pytest.approx(55.473, abs=1e-3)
    china = year.loc[("CHN", "t")]
    assert (round(china["use_low"]), round(china["use_high"])) == (25, 53)


def test_every_printed_row_cites_its_source(every: pd.DataFrame) -> None:
    """Who counted, where it was read and when; a row without is a missing month."""
    printed = every[~every["is_missing"]]
    assert printed["source_url"].str.startswith("http").all()
    assert printed["as_of"].notna().all()
    assert printed["source"].notna().all()
    since = printed[printed["year"].between(2020, 2025)]
    assert set(since["year"]) == {2020, 2021, 2022, 2023, 2024, 2025}


def test_what_is_claimed_stands_beside_the_cap_as_alleged() -> None:
    """759,793 barrels by May 2018 are 152 percent of 500,000, alleged, and in no return."""
    year = caps(year=2018)
    alleged = year[year["value"] == 759_793].iloc[0]
    assert (alleged["standing"], alleged["channel"]) == ("alleged", "unrecorded")
    assert alleged["cap"] == 500_000
    assert alleged["use_low"] == pytest.approx(151.96, abs=0.01)
    returns = year[year["channel"] == "recorded"]
    assert returns["cumulative_low"].max() < 500_000


def test_a_missing_month_is_missing_and_not_nothing(every: pd.DataFrame) -> None:
    """China's return of April 2020 was not printed: no amount, and no upper end of its own."""
    china = every[(every["supplier"] == "CHN") & (every["year"] == 2020)]
    april = china[china["period_end"] == "2020-04-30"].iloc[0]
    assert april["is_missing"]
    assert pd.isna(april["value"])
    assert april["cumulative_low"] == 0
    assert april["cumulative_high"] == 37_152.5


def test_all_suppliers_are_no_less_than_those_printed(every: pd.DataFrame) -> None:
    """In 2023 China's 256,861 and Russia's 105,845 barrels are a floor under all."""
    world = every[(every["supplier"] == "WLD") & (every["year"] == 2023)]
    oil = world[(world["commodity"] == "refined petroleum") & (world["channel"] == "recorded")]
    assert oil["cumulative_high"].max() >= 256_860.5 + 105_844.5


def test_coal_of_december_2016_was_above_its_cap(every: pd.DataFrame) -> None:
    """About 2 million tonnes beside 1,000,866, and 184 million dollars beside 53,495,894."""
    coal = every[(every["commodity"] == "coal") & (every["year"] == 2016)]
    own = coal[coal["compiler"] == "UN 1718 Committee"].set_index("unit")
    assert own.loc["t", "cap"] == 1_000_866
    assert own.loc["t", "use_low"] > 100
    assert own.loc["USD", "use_low"] > 300


def test_crude_counts_in_tonnes_or_barrels() -> None:
    """An estimate of 500,000 tonnes in 2019 is near the 525,000 tonnes that the paragraph also names."""
    crude = caps(year=2019)
    row = crude[crude["commodity"] == "crude oil"].iloc[0]
    assert (row["cap"], row["cap_unit"], row["standing"]) == (525_000, "t", "estimate")
    assert row["use_low"] < 100 < row["use_high"]


def test_a_user_s_claims_stand_in_a_group_of_their_own() -> None:
    """What a user adds is shown beside the returns and changes none of them."""
    added = claim(
        "c1", "100000", "bbl", "2021-07", **OIL, source=("a Panel member",),
        channel=Channel.UNRECORDED, standing=Standing.ALLEGED,
    )  # fmt: skip
    with_it = caps(year=2021, claims=[added])
    own = with_it[with_it["compiler"] == "a Panel member"]
    assert own["value"].tolist() == [100_000]
    rest = with_it[with_it["compiler"] != "a Panel member"].reset_index(drop=True)
    pd.testing.assert_frame_equal(rest, caps(year=2021), check_dtype=False)
    assert len(caps(year=2021, claims=Ledger.of([added]))) == len(with_it)


def test_what_has_no_cap_is_not_tracked() -> None:
    """Rice, exports of petroleum, other countries and years before any cap have no rows."""
    strange = [
        claim("c1", "100", "t", "2021", commodity="rice", flow=Flow.IMPORT),
        claim("c2", "100", "bbl", "2021", commodity="refined petroleum"),
        claim("c3", "100", "bbl", "2021", reporter="JPN", **OIL),
        claim("c4", "100", "bbl", "2016", **OIL),
        claim("c5", "100", "bbl", **OIL),
    ]
    assert len(caps(claims=strange)) == len(caps())


def test_a_year_without_rows_is_an_empty_frame() -> None:
    """Columns stay where no row does."""
    assert list(caps(year=1999).columns) == list(COLUMNS)
    assert caps(year=1999).empty
