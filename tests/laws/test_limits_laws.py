"""Law: texts that mix recorded and unrecorded, official and alleged, bans and grace end in no error.

Claims and statements are made by hand, so that no misreading hides behind them. The default profile
draws a few; NKTRADE_HYPOTHESIS=long draws 5,000.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from examples import share
from hypothesis import given
from hypothesis import strategies as st
from told import DOCUMENT, claim, reading, statement

from nktrade.checks import NOTES
from nktrade.core.amount import Amount
from nktrade.core.claims import Claim, Reading, Statement
from nktrade.core.codes import Approx, Channel, Flow, Kind, Severity, Standing, Verdict
from nktrade.core.documents import Document
from nktrade.ledger.baselines import baseline
from nktrade.noting import follows, notes
from nktrade.witnessing import Text

BASES = {"un_1718": baseline("un_1718")}
PERIODS = [
    "2016-10",
    "2016-12",
    "2017",
    "2017-08",
    "2017-12",
    "2018-01",
    "2018-06",
    "2019-01/2019-08",
]
GOODS = {
    "USD": ["all", "coal", "seafood", "sand", "iron ore", "textiles"],
    "t": ["coal", "sand", "refined petroleum", "crude oil", "iron ore"],
    "bbl": ["refined petroleum", "crude oil", "diesel"],
    "count": ["coal", "trucks"],
    "person": ["labour"],
}
ACCUSING = ("illegal", "violat", "false", "guilty", "evad", "breach")


@st.composite
def told(draw: st.DrawFn, number: int) -> Claim:
    """A claim of any kind, unit, channel and standing; a cap only as the UN is not said to set it."""
    measure = draw(st.sampled_from(sorted(GOODS)))
    known: dict[str, Any] = {
        "commodity": draw(st.sampled_from(GOODS[measure])),
        "flow": draw(st.sampled_from([None, *Flow])),
        "kind": draw(st.sampled_from([Kind.LEVEL, Kind.LEVEL, Kind.LEVEL, Kind.CAP, Kind.RATIO])),
        "channel": draw(st.sampled_from(Channel)),
        "standing": draw(st.sampled_from(Standing)),
        "partner": draw(st.sampled_from(["CHN", "RUS", "WLD", None])),
        "rate": draw(st.sampled_from([None, None, "per_year", "per_day"])),
        "route": draw(st.sampled_from([None, None, "ship-to-ship"])),
        "sentence": draw(st.integers(0, 3)),
        "lexical": draw(st.booleans()),
    }
    amount = Amount(
        digits=str(draw(st.integers(0, 9_999_999))),
        approx=draw(st.sampled_from([one for one in Approx if one is not Approx.RANGE])),
    )
    when = draw(st.sampled_from([None, *PERIODS]))
    return claim(f"c{number}", amount.digits, measure, when, amount=amount, **known)


@st.composite
def spoken(draw: st.DrawFn, number: int) -> Statement:
    """A statement of any direction, channel, goods and month, dated or not."""
    says = draw(
        st.sampled_from(["continues", "resumed", "ceased", "banned", "rose", "fell", "count"])
    )
    return statement(
        f"s{number}",
        says,
        draw(st.sampled_from([None, *PERIODS])),
        channel=draw(st.sampled_from(Channel)),
        commodity=draw(st.sampled_from(["all", "coal", "seafood", "trucks", "labour", None])),
        flow=draw(st.sampled_from([None, *Flow])),
        partner=draw(st.sampled_from(["CHN", "WLD", None])),
    )


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """A document of claims and statements, dated or not."""
    claims = [draw(told(number)) for number in range(draw(st.integers(0, 5)))]
    statements = [draw(spoken(number)) for number in range(draw(st.integers(0, 3)))]
    day = draw(st.sampled_from([None, date(2017, 9, 1), date(2018, 1, 10), date(2020, 4, 30)]))
    return Text(Document(id=DOCUMENT, text="", date=day), reading(*claims, *statements))


@share(0.6)
@given(texts())
def test_no_mixture_of_channels_bans_and_caps_ends_in_an_error(text: Text) -> None:
    """Notes and at most warnings; nobody is suspected, and nothing is said in an accusing voice."""
    found = notes(text, BASES, frozenset())
    assert [one.id for one in found] == [f"n{at}" for at in range(1, len(found) + 1)]
    assert {one.check for one in found} <= {one.name for one in NOTES}
    for one in found:
        assert one.severity is not Severity.ERROR
        assert one.suspect == ()
        assert not any(word in one.explanation for word in ACCUSING)


@share(0.6)
@given(texts())
def test_what_is_noted_names_only_what_was_read(text: Text) -> None:
    """Every id in a note or an implied value is that of a claim or a statement of the text."""
    known = {one.id for one in (*text.reading.claims, *text.reading.statements)}
    found = notes(text, BASES, frozenset())
    assert {name for one in found for name in one.claims} <= known
    assert {name for one in follows(text, found) for name in one.claims} <= known


@share(0.6)
@given(texts())
def test_elsewhere_than_in_north_korea_no_un_measure_binds(text: Text) -> None:
    """The same text about Japan knows neither ban nor cap of the DPRK's."""
    moved = Reading(
        document=DOCUMENT,
        lang="en",
        claims=tuple(replace(one, reporter="JPN") for one in text.reading.claims),
        statements=tuple(replace(one, reporter="JPN") for one in text.reading.statements),
    )
    found = notes(Text(text.document, moved), BASES, frozenset())
    held = {one.check for one in found if one.holds is not None or one.severity is not None}
    assert not held & {"reported inside a ban", "cap as set"}


@share(0.6)
@given(told(1), st.sampled_from(PERIODS))
def test_only_what_is_explicit_can_be_a_misprinted_cap(one: Claim, when: str) -> None:
    """A limit whose goods are inferred is never an error, whatever its digits."""
    cap = replace(one, kind=Kind.CAP, inferred=("commodity",), rate="per_year")
    text = Text(Document(id=DOCUMENT, text=""), reading(cap, statement("s1", "banned", when)))
    found = notes(text, {}, frozenset())
    assert all(note.verdict is not Verdict.LOCATED for note in found)
