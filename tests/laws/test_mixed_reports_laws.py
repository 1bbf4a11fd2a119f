"""Law: a report that mixes recorded and unrecorded trade, estimates, bans and grace ends in no error.

Here the words are written and read, so that the whole road is under test. The default profile draws a
few; ``make mixtures`` draws 5,000.
"""

import os
from collections.abc import Hashable
from datetime import date
from operator import itemgetter

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

import nktrade as nk
from nktrade.core.codes import Severity

PARTS, EXAMPLES = (10, 500) if os.environ.get("NKTRADE_HYPOTHESIS") == "long" else (1, 20)
DAYS = [None, date(2018, 1, 10), date(2024, 2, 1)]
MONTHS = ["January", "March", "June", "August", "October", "December"]
GOODS = ["coal", "seafood", "iron ore", "sand"]
HEDGES = ["", "about ", "roughly ", "at least ", "an estimated ", "nearly "]
WITNESSES = ["a trader", "a defector", "the UN Panel of Experts", "Yonhap", "Daily NK"]
MILLION = 10**6


@st.composite
def recorded(draw: st.DrawFn) -> str:
    """What customs counted: exports, imports and their sum, printed to the same place."""
    sold, bought = draw(st.integers(10, 90_000)), draw(st.integers(10, 90_000))
    when = f"{draw(st.sampled_from(MONTHS))} {draw(st.integers(2016, 2023))}"
    return (
        f"Chinese customs put North Korea's exports to China at ${sold / 1000:.3f} million and its "
        f"imports from China at ${bought / 1000:.3f} million in {when}, for total trade of "
        f"${(sold + bought) / 1000:.3f} million."
    )


@st.composite
def unrecorded(draw: st.DrawFn) -> tuple[Hashable, str]:
    """What is told of, and what is told: what passed no customs: tonnes, what they were worth, and the share that went by sea."""
    goods, hedge = draw(st.sampled_from(GOODS)), draw(st.sampled_from(HEDGES))
    tons, share = draw(st.integers(1, 400)), draw(st.integers(1, 99))
    year, who = draw(st.integers(2016, 2023)), draw(st.sampled_from(WITNESSES))
    worth = draw(st.integers(1, 5000))
    part = (
        f" Of that, {share} percent went by ship-to-ship transfer." if draw(st.booleans()) else ""
    )
    return ("smuggled", goods, year), (
        f"In {year} North Korea smuggled {hedge}{tons * 10_000:,} tons of {goods} worth "
        f"${worth} million to China, {who} said.{part}"
    )


@st.composite
def limits(draw: st.DrawFn) -> tuple[Hashable, str]:
    """What is told of, and what is told: a cap, and how far somebody claims that it was passed."""
    barrels, year = draw(st.integers(1, 30)) * 100_000, draw(st.integers(2018, 2023))
    times = draw(st.sampled_from(["", " That is several times the cap.", " Russia disputed it."]))
    return ("capped", year), (
        "The Security Council caps refined petroleum imports by North Korea at 500,000 barrels a year. "
        f"The United States claimed that North Korea received {barrels:,} barrels in {year}.{times}"
    )


@st.composite
def turns(draw: st.DrawFn) -> tuple[Hashable, str]:
    """Each of itself: statements without a figure, of bans, of grace, and of what is still to come."""
    goods, month = draw(st.sampled_from(GOODS)), draw(st.sampled_from(MONTHS))
    year = draw(st.integers(2016, 2023))
    told = draw(
        st.sampled_from(
            [
                f"North Korean {goods} exports to China continue, a source said.",
                f"In {month} {year} {goods} exports to China ceased.",
                f"Smuggling of {goods} resumed in {month} {year}.",
                f"Exports of {goods} have been banned since Resolution 2371.",
                f"Contracts for {goods} signed earlier could be fulfilled until {month} {year}.",
                f"Exports of {goods} are expected to reach $9 million in {year + 1}.",
                "Official trade between China and North Korea has ceased.",
                "North Korea plans to send 10,000 workers to Russia.",
                "Dozens of trucks carry goods over the Yalu every night.",
                f"In return, {goods} is shipped to China.",
            ]
        )
    )
    return told, told


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Paragraphs of all kinds in any order; nothing is told twice, for of one thing there is one truth."""
    others = st.one_of(unrecorded(), limits(), turns())
    every = draw(st.lists(others, min_size=1, max_size=5, unique_by=itemgetter(0)))
    said = [told for _, told in every]
    if draw(st.booleans()):
        said.insert(draw(st.integers(0, len(said))), draw(recorded()))
    return "\n\n".join(said)


@pytest.mark.parametrize("part", range(PARTS))
def test_no_mixture_in_words_ends_in_an_error(part: int) -> None:
    """Each paragraph is true of its own channel and standing, so nothing in it can be wrong."""

    @seed(part)
    @settings(max_examples=EXAMPLES, deadline=None, database=None)
    @given(texts(), st.sampled_from(DAYS))
    def has_no_error(text: str, day: date | None) -> None:
        found = nk.check(nk.load(text, date=day), against="un_1718").findings
        assert found.loc[found["severity"] == Severity.ERROR, "explanation"].tolist() == []

    has_no_error()
