"""Laws of the ledger: nothing is lost, the fast way says what the exact way says, order is nothing."""

import math
from fractions import Fraction

import pandas as pd
from examples import share
from hypothesis import given
from hypothesis import strategies as st

from nktrade.core.amount import Amount
from nktrade.core.claims import Claim, Figure
from nktrade.core.codes import Approx, Flow, Kind
from nktrade.core.interval import End
from nktrade.core.period import Period
from nktrade.ledger.ledger import Ledger
from nktrade.ledger.units import canonical, factor

DIGITS = st.one_of(
    st.integers(0, 10**9).map(str),
    st.tuples(st.integers(0, 9999), st.integers(0, 999)).map(lambda two: f"{two[0]}.{two[1]:03}"),
    st.sampled_from(["100", "1500000", "0", "0.0", "10.00"]),
)
SCALES = st.sampled_from([Fraction(1), Fraction(1000), Fraction(10**6), Fraction(10**8)])
UNITS = st.sampled_from(["USD", "CNY", "t", "kg", "kt", "bbl", "percent", "count", "USD/kg"])
SIDES = st.sampled_from(["PRK", "CHN", "RUS", "WLD", None])


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    digits, scale = draw(DIGITS), draw(SCALES)
    ceiling = None
    if draw(st.booleans()):
        top = Fraction(digits) * scale + draw(st.integers(0, 10**6)) * scale
        ceiling = Amount(digits=str(math.ceil(top / scale)), scale=scale)
    return Amount(
        digits=digits,
        scale=scale,
        approx=draw(st.sampled_from(Approx)) if ceiling is None else Approx.RANGE,
        slack=draw(st.sampled_from([Fraction(0), Fraction(1, 20), Fraction(1, 10)])),
        zeros_known=draw(st.booleans()),
        ceiling=ceiling,
    )


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    codes = st.one_of(UNITS, st.sampled_from(["parsec", None]))
    return [
        Claim(
            id=f"c{number}",
            figure=Figure(
                document="report",
                start=number,
                end=number + 1,
                surface="x",
                amount=draw(amounts()),
                unit=draw(codes),
            ),
            kind=draw(st.sampled_from(Kind)),
            flow=draw(st.one_of(st.none(), st.sampled_from(Flow))),
            reporter=draw(SIDES),
            partner=draw(SIDES),
            period=draw(st.sampled_from([None, Period.of("2018-06"), Period.of("2018")])),
            source=draw(st.sampled_from([(), ("Reuters", "Chinese customs"), ("a source",)])),
            sentence=number,
        )
        for number in range(draw(st.integers(0, 6)))
    ]


def close(end: End, number: float) -> bool:
    return (
        math.isinf(number)
        if end is None
        else math.isclose(end, number, rel_tol=1e-9, abs_tol=1e-12)
    )


@given(claims())
def test_rows_in_are_rows_kept_and_rows_rejected(given_claims: list[Claim]) -> None:
    """No claim is dropped, none is there twice, and only a strange unit keeps one out."""
    ledger = Ledger.of(given_claims)
    kept, rejected = set(ledger.frame["claim"]), set(ledger.rejected["claim"])
    assert len(kept) + len(rejected) == len(given_claims)
    assert kept | rejected == {claim.id for claim in given_claims}
    strange = {claim.id for claim in given_claims if claim.figure.unit in {"parsec", None}}
    assert rejected == strange
    assert ledger.rejected["reason"].notna().all()


@share(0.3)  # pandera takes a while over forty columns
@given(claims())
def test_every_ledger_satisfies_its_schema(given_claims: list[Claim]) -> None:
    """Whatever is claimed, the frame keeps what its schema promises."""
    assert len(Ledger.of(given_claims).validated()) == len(Ledger.of(given_claims))


@given(claims())
def test_the_exact_amount_of_a_row_is_that_of_its_claim(given_claims: list[Claim]) -> None:
    """Digits, hedge and scale come back exactly, the unit's factor in the scale."""
    ledger = Ledger.of(given_claims)
    by_id = {claim.id: claim for claim in given_claims}
    for row in ledger.frame.index:
        claim, amount = by_id[str(ledger.frame["claim"][row])], ledger.amount(row)
        worth = factor(str(claim.figure.unit))
        assert amount.digits == claim.amount.digits
        assert amount.value == claim.amount.value * worth
        assert amount.printed == claim.amount.printed.scaled(worth)
        assert amount.widest == claim.amount.widest.scaled(worth)
        assert ledger.frame["unit"][row] == canonical(str(claim.figure.unit))


@given(claims())
def test_the_intervals_of_columns_are_those_of_amounts(given_claims: list[Claim]) -> None:
    """The vectorised intervals say what the exact ones say, open ends included."""
    ledger = Ledger.of(given_claims)
    for row in ledger.frame.index:
        amount, cells = ledger.amount(row), ledger.frame.loc[row]
        assert close(amount.value, cells["value"])
        assert close(amount.printed.low, cells["low"])
        assert close(amount.printed.high, cells["high"])
        assert close(amount.widest.low, cells["wide_low"])
        assert close(amount.widest.high, cells["wide_high"])


def rows(ledger: Ledger) -> pd.DataFrame:
    frame = ledger.frame
    return frame.sort_values(["document", "claim"]).reset_index(drop=True)


@share(0.3)  # ten frames are compared in each
@given(claims(), st.randoms(use_true_random=False))
def test_the_order_of_joins_does_not_matter(given_claims: list[Claim], chance: object) -> None:
    """Split anyhow and joined in any order, a ledger has the same rows; joined to itself, too."""
    shuffled = list(given_claims)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    half = len(shuffled) // 2
    one, other = Ledger.of(shuffled[:half]), Ledger.of(shuffled[half:])
    whole = Ledger.of(given_claims)
    for joined in (one + other, other + one, whole + whole, whole + Ledger.empty()):
        pd.testing.assert_frame_equal(rows(joined), rows(whole))
