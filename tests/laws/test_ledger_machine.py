"""A ledger through any life: joined, selected, revised and amended, it says what its documents say."""

from dataclasses import replace
from fractions import Fraction

import pytest
from examples import share
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

import nktrade as nk
from nktrade.core.amount import Amount
from nktrade.core.claims import Claim, Figure
from nktrade.core.codes import Flow, Kind
from nktrade.core.period import Period
from nktrade.errors import LedgerError
from nktrade.ledger.ledger import Ledger

FLOWS = (Flow.EXPORT, Flow.IMPORT, Flow.TOTAL)
AMOUNTS = st.integers(1000, 99_999)
Key = tuple[str, str]


def claim(document: str, flow: Flow, dollars: int) -> Claim:
    figure = Figure(
        document=document,
        start=0,
        end=1,
        surface=str(dollars),
        amount=Amount(digits=str(dollars), scale=Fraction(1), zeros_known=True),
        unit="USD",
    )
    return Claim(
        id=flow.value,
        figure=figure,
        kind=Kind.LEVEL,
        flow=flow,
        reporter="PRK",
        partner="CHN",
        commodity="all",
        period=Period.month(2018, 6),
    )


class LedgerLife(RuleBasedStateMachine):
    """The ledger beside a plain dictionary of its claims."""

    def __init__(self) -> None:
        super().__init__()
        self.ledger = Ledger.empty()
        self.known: dict[Key, Claim] = {}
        self.printed = 0

    def take(self, claims: list[Claim]) -> None:
        self.ledger += Ledger.of(claims)
        self.known |= {(one.figure.document, one.id): one for one in claims}

    def keep(self, keys: set[Key]) -> None:
        frame = self.ledger.frame
        rows = [key in keys for key in zip(frame["document"], frame["claim"], strict=True)]
        self.ledger = Ledger(frame[rows].reset_index(drop=True), self.ledger.rejected)
        self.known = {key: one for key, one in self.known.items() if key in keys}

    @rule(exports=AMOUNTS, imports=AMOUNTS)
    def join(self, exports: int, imports: int) -> None:
        """Another document, true in itself; also how an office revises: a new print of old cells."""
        self.printed += 1
        amounts = (exports, imports, exports + imports)
        name = f"d{self.printed}"
        self.take([claim(name, flow, one) for flow, one in zip(FLOWS, amounts, strict=True)])

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def join_again(self, data: st.DataObject) -> None:
        """What stands in the ledger may come once more, in any order."""
        again = data.draw(st.permutations(sorted(self.known)))
        before = len(self.ledger)
        self.take([self.known[key] for key in again])
        assert len(self.ledger) == before

    @precondition(lambda self: self.known)
    @rule(flow=st.sampled_from(FLOWS))
    def select(self, flow: Flow) -> None:
        """Rows are left out, nothing else changes."""
        self.keep({key for key, one in self.known.items() if one.flow is not flow})

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def amend(self, data: st.DataObject) -> None:
        """One document says ten times as much of one cell; beside the old row it is refused."""
        key = data.draw(st.sampled_from(sorted(self.known)))
        old = self.known[key]
        new = claim(key[0], Flow(key[1]), 10 * int(old.figure.amount.digits))
        with pytest.raises(LedgerError, match="found two different rows"):
            self.take([new])
        self.keep(self.known.keys() - {key})
        self.take([new])

    @invariant()
    def rows_are_the_known_claims(self) -> None:
        """Nothing is lost, nothing is doubled, and every row is its claim again."""
        back = {(one.figure.document, one.id): one for one in self.ledger.claims()}
        assert len(self.ledger) == len(back)
        assert back.keys() == self.known.keys()
        for key, one in back.items():
            was = self.known[key]
            assert replace(one, figure=was.figure) == was
            assert one.figure.amount == was.figure.amount
        assert self.ledger.rejected.empty

    def teardown(self) -> None:
        """Only documents that contradict themselves are accused, whatever else stands beside them."""
        if not self.known:
            return
        report = nk.reconcile(self.ledger.validated())
        accused = {
            one.document.id
            for one in report.checked
            if any(row.severity == "error" for row in one.relations)
        }
        assert accused == {name for name in self.documents() if not self.adds_up(name)}

    def documents(self) -> set[str]:
        return {name for name, _ in self.known}

    def adds_up(self, name: str) -> bool:
        """Whether the parts are the total; a part alone may be no more than it."""
        told = {flow: self.known.get((name, flow.value)) for flow in FLOWS}
        dollars = {flow: int(one.figure.amount.digits) for flow, one in told.items() if one}
        total = dollars.pop(Flow.TOTAL, None)
        if total is None:
            return True
        return (
            sum(dollars.values()) == total
            if len(dollars) == len(FLOWS) - 1
            else sum(dollars.values()) <= total
        )


class TestLedgerLife(LedgerLife.TestCase):  # type: ignore[name-defined,misc] # made by hypothesis
    """Any order of events."""

    settings = settings(share(0.2), stateful_step_count=6)
