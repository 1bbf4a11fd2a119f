"""Law: mixing channels, scopes, standings and valuations never yields an error.

The default profile draws a few; NKTRADE_HYPOTHESIS=long draws 5,000.
"""

from typing import Any

from examples import share
from hypothesis import assume, given
from hypothesis import strategies as st
from told import claim, reading, statement

from nktrade.checks import CHECKS
from nktrade.checks.relations import relate
from nktrade.core.amount import Amount
from nktrade.core.claims import Claim, Reading
from nktrade.core.codes import Approx, Channel, Flow, Kind, Severity, Standing, Valuation
from nktrade.core.documents import Document
from nktrade.core.findings import Relation
from nktrade.core.period import Period
from nktrade.diagnosis.judging import judge
from nktrade.gaps import gap, gaps
from nktrade.ledger.ledger import Ledger

PERIODS = [
    "2016-12",
    "2017-08",
    "2018",
    "2018-06",
    "2019",
    "2019-01/2019-08",
    "2019-08",
    "2020-03",
]
GOODS = {"USD": ["all", "coal", "seafood", "sand"], "t": ["coal", "sand", "refined petroleum"]}


@st.composite
def claims(draw: st.DrawFn, number: int) -> Claim:
    """Any level of any channel, standing, scope and valuation, no two of one channel and key."""
    measure = draw(st.sampled_from(["USD", "t"]))
    known: dict[str, Any] = {
        "commodity": draw(st.sampled_from(GOODS[measure])),
        "flow": draw(st.sampled_from([Flow.EXPORT, Flow.IMPORT])),
        "standing": draw(st.sampled_from(Standing)),
        "valuation": draw(st.sampled_from([None, *Valuation])),
        "scope": draw(st.sampled_from([None, "with estimated crude"])),
        "partner": draw(st.sampled_from(["CHN", "RUS", "WLD"])),
        "sentence": number,
    }
    amount = Amount(
        digits=str(draw(st.integers(0, 9999))),
        approx=draw(st.sampled_from([one for one in Approx if one is not Approx.RANGE])),
    )
    when = draw(st.sampled_from(PERIODS))
    return claim(f"c{number}", amount.digits, measure, when, amount=amount, **known)


@st.composite
def mixtures(draw: st.DrawFn) -> Reading:
    """Claims of which no two agree in channel, scope and valuation, with statements beside them."""
    every = [draw(claims(number)) for number in range(draw(st.integers(1, 6)))]
    apart: dict[object, Claim] = {}
    for one in every:
        channel = draw(st.sampled_from(Channel))
        mark = (_recorded(channel), one.scope, one.valuation)
        apart.setdefault(mark, _with_channel(one, channel))
    says = st.sampled_from(["continues", "resumed", "ceased", "banned"])
    spoken = [
        statement(f"s{number}", draw(says), draw(st.sampled_from([None, *PERIODS])))
        for number in range(draw(st.integers(0, 2)))
    ]
    return reading(*apart.values(), *spoken)


def _judged(told: Reading) -> tuple[Relation, ...]:
    """Every relation among the claims."""
    ledger = Ledger.of(told.claims, document=Document(id=told.document, text=""))
    known = {(told.document, one.id): one for one in told.claims}
    judged = judge(relate(ledger.frame, CHECKS), ledger.amount, known, {})
    return tuple(judged.get(told.document, ()))


def _recorded(channel: Channel) -> bool:
    return channel is not Channel.UNRECORDED


def _with_channel(one: Claim, channel: Channel) -> Claim:
    known = {name: getattr(one, name) for name in one.__slots__}
    return Claim(**(known | {"channel": channel}))


@share(0.4)
@given(mixtures())
def test_mixing_channels_scopes_and_valuations_is_never_an_error(told: Reading) -> None:
    """Whatever stands side by side, nothing is held equal across channels, scopes or valuations."""
    every = [*_judged(told), *gaps(told, {})]
    assert not [one for one in every if one.severity is Severity.ERROR]


@st.composite
def meant(draw: st.DrawFn) -> dict[str, Any]:
    """How an amount is meant: its channel by name, its standing, scope and valuation."""
    return {
        "channel": draw(st.sampled_from([Channel.RECORDED, Channel.UNRECORDED])),
        "standing": draw(st.sampled_from([Standing.OFFICIAL, Standing.FORECAST])),
        "valuation": draw(st.sampled_from([None, *Valuation])),
        "scope": draw(st.sampled_from([None, "with estimated crude"])),
    }


@share(0.6)
@given(meant(), meant(), meant(), st.integers(1, 9), st.integers(1, 99))
def test_a_share_is_of_no_whole_that_is_meant_otherwise(
    one: dict[str, Any], other: dict[str, Any], own: dict[str, Any], low: int, part: int
) -> None:
    """A part that passed no customs is no share of what customs counted, nor of a forecast."""
    assume(one != other)
    key: dict[str, Any] = {"commodity": "coal", "sentence": 1}
    told = reading(
        claim("c1", "50", "t", "2019", **key, **one),
        claim("c2", str(low), "t", "2019", **key, **other),
        claim("c3", str(part), "percent", "2019", kind=Kind.SHARE_PCT, **key, **own),
    )
    assert not _judged(told)


@share(0.4)
@given(mixtures())
def test_a_gap_is_no_sum(told: Reading) -> None:
    """No amount in the frame is more than the greatest that somebody printed in its channel."""
    found = gap(Ledger.of(told.claims))
    for role in ("recorded", "unrecorded", "mirror"):
        printed = [_high(one) for one in told.claims if one.kind is Kind.LEVEL]
        assert not found[f"{role}_high"].dropna().gt(max(printed, default=0)).any()


def _high(one: Claim) -> float:
    high = one.amount.printed.high
    return float("inf") if high is None else float(high)


def test_the_periods_drawn_reach_into_every_measure() -> None:
    """Some lie before, some in the days of grace, some inside the bans."""
    firsts = [Period.of(one).first.year for one in PERIODS]
    assert {2016, 2017, 2018} <= set(firsts)
