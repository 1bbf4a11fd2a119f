"""Laws of the checks: what is true is never accused, whatever it is called, wherever it stands."""

from functools import cache

import pandas as pd
from examples import share
from hypothesis import given
from hypothesis import strategies as st
from told import DOCUMENT, claim, related

from nktrade.checks import CHECKS
from nktrade.checks.relations import relate
from nktrade.core.claims import Claim
from nktrade.core.codes import Flow
from nktrade.core.documents import Document
from nktrade.diagnosis.judging import judge
from nktrade.ledger.ledger import Ledger
from nktrade.reading import read
from nktrade.testing.ledgers import FaultyLedger
from nktrade.testing.strategies import consistent_ledgers, faulty_ledgers

FEW = share(0.3)
"""A ledger of some sixty rows is drawn each time."""
ENDS = ["low", "high", "wide_low", "wide_high"]


@FEW
@given(consistent_ledgers())
def test_a_consistent_ledger_is_never_accused(frame: pd.DataFrame) -> None:
    """Every relation among true figures holds at the printed digits."""
    assert all(holds for _, _, holds in related(frame))


@FEW
@given(faulty_ledgers(), st.randoms(use_true_random=False))
def test_order_of_rows_changes_nothing(fault: FaultyLedger, random: st.DataObject) -> None:
    """A ledger and the same rows in another order give the same relations."""
    order = list(range(len(fault.frame)))
    random.shuffle(order)
    assert related(fault.frame) == related(fault.frame.iloc[order].reset_index(drop=True))


@FEW
@given(faulty_ledgers(), st.sampled_from([1e-6, 1e-3, 1e3, 1e6]))
def test_the_unit_of_money_changes_nothing(fault: FaultyLedger, scale: float) -> None:
    """The same verdicts in dollars, thousands and millions."""
    frame = fault.frame.copy()
    is_money = frame["unit"].str.match("[A-Z]{3}$").fillna(value=False)
    frame.loc[is_money, ENDS] *= scale
    prices = frame["unit"].str.match("[A-Z]{3}/").fillna(value=False)
    frame.loc[prices, ENDS] *= scale
    assert related(fault.frame) == related(frame)


TEXTS = (
    "64 percent of North Korea's exports, $291 million of $322 million in 2013, went to China.",
    "North Korea exported 412,000 tons of coal in 2021. Of that 187,000 tons (45.4 percent) went by sea.",
    "Wigs brought in $21 million in March 2024, 59 percent of exports of $35.6 million to China.",
    "North Korea's exports to China rose 12 percent to $35.6 million in March 2024 from $31.8 million.",
    "Russia supplied 19,240 barrels of refined oil in 2022, roughly 10 percent of the limit.",
    "China's exports were $90 million and its imports $10 million in May 2016, in total $100 million.",
)


@cache
def frame_of(text: str) -> pd.DataFrame:
    """The figures of a text, each named by it."""
    frame = Ledger.of(read(Document(id=text, text=text)).claims).frame
    return frame.assign(claim=[f"{text} {name}" for name in frame["claim"]])


@FEW
@given(st.permutations(TEXTS))
def test_no_text_says_anything_of_the_figures_of_another(texts: list[str]) -> None:
    """Texts that stand in one ledger have the relations that each has alone, in whatever order they come."""
    every = pd.concat([frame_of(text) for text in texts], ignore_index=True)
    assert related(every) == frozenset().union(*(related(frame_of(text)) for text in texts))


@FEW
@given(faulty_ledgers(), st.floats(0, 0.2))
def test_widening_never_adds_a_violation(fault: FaultyLedger, share: float) -> None:
    """Whatever held before holds when every figure is known less sharply."""
    frame = fault.frame.copy()
    for low, high in (("low", "high"), ("wide_low", "wide_high")):
        room = frame["value"].abs() * share
        frame[low], frame[high] = frame[low] - room, frame[high] + room
    before = {(check, claims) for check, claims, holds in related(fault.frame) if not holds}
    after = {(check, claims) for check, claims, holds in related(frame) if not holds}
    assert after <= before


@FEW
@given(faulty_ledgers(), st.data())
def test_channels_never_meet(fault: FaultyLedger, data: st.DataObject) -> None:
    """No relation holds recorded trade against unrecorded trade."""
    frame = fault.frame.copy()
    hidden = data.draw(st.sets(st.sampled_from(sorted(frame["claim"]))))
    frame["channel"] = ["unrecorded" if one in hidden else "recorded" for one in frame["claim"]]
    for _, claims, _ in related(frame):
        assert claims <= hidden or not claims & hidden


@given(st.integers(1_000, 90_000), st.integers(1_000, 90_000), st.integers(-2, 2))
def test_a_sum_is_a_matter_of_rounding_up_to_the_last_step(out: int, back: int, steps: int) -> None:
    """Parts in hundredths, the total in tenths: six hundredths are rounding, eleven or seven the widest.

    Half a step of each print to either side, the ends included; where prints are cut off, a whole step.
    """
    tenths = (out + back) // 10 + steps
    parts = zip(("c1", "c2"), (out, back), (Flow.EXPORT, Flow.IMPORT), strict=True)
    claims = [
        *(told(name, f"{one // 100}.{one % 100:02}", flow) for name, one, flow in parts),
        told("c3", f"{tenths // 10}.{tenths % 10}", Flow.TOTAL),
    ]
    ledger = Ledger.of(claims)
    found = judge(
        relate(ledger.frame, CHECKS),
        ledger.amount,
        {(DOCUMENT, one.id): one for one in claims},
        {},
    )
    (total,) = (one for one in found[DOCUMENT] if one.check == "total")
    over = out + back - 10 * tenths
    expected = None if abs(over) <= 6 else "warning" if -7 <= over <= 11 else "error"
    assert (total.severity and total.severity.value) == expected


def told(name: str, digits: str, flow: Flow) -> Claim:
    """An amount of all goods of one month, every word of it sure."""
    sure = ("flow", "reporter", "partner", "commodity", "period")
    return claim(
        name, digits, "USD", "2018-06", scale=10**6, flow=flow, commodity="all",
        trust=tuple((field, 0.98) for field in sure),
    )  # fmt: skip
