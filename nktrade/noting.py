"""Notes on a text beside its arithmetic: bans, caps, gaps, prices, qualifiers, statements.

Findings about trade and soft evidence; of these a misprinted cap and a fall by more than all are errors.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from nktrade.checks.bans import bans
from nktrade.checks.beyond import beyond_all
from nktrade.checks.directions import ceased_beside_figures, turns
from nktrade.checks.implied import implied
from nktrade.checks.limits import limits
from nktrade.checks.orders import orders
from nktrade.checks.qualifiers import unlike_qualified
from nktrade.checks.unit_values import beside_prices
from nktrade.core.codes import Severity
from nktrade.core.findings import Implied, Relation
from nktrade.gaps import gaps
from nktrade.ledger.ledger import Ledger
from nktrade.reference.compilers import witness
from nktrade.witnessing import Text


def notes(
    text: Text, bases: Mapping[str, Ledger], publishers: frozenset[str]
) -> tuple[Relation, ...]:
    """All notes on a text, numbered in their order; rows of its own publishers are left out."""
    others = _Others(bases, publishers)
    return tuple(
        replace(one, id=f"n{number}") for number, one in enumerate(_notes(text, others), start=1)
    )


def follows(text: Text, relations: Iterable[Relation]) -> tuple[Implied, ...]:
    """What the figures imply, those apart that an error names."""
    suspects = {
        claim
        for one in relations
        if one.severity is Severity.ERROR
        for claim in one.suspect or one.claims
    }
    return implied(text.reading, frozenset(suspects))


def _notes(text: Text, others: Mapping[str, Ledger]) -> Iterator[Relation]:
    reading, published = text.reading, text.document.date
    yield from bans(reading, published)
    yield from limits(reading, published)
    yield from gaps(reading, others)
    yield from ceased_beside_figures(reading, published, text.document.text)
    yield from turns(reading, published, others)
    yield from unlike_qualified(reading.claims)
    yield from orders(reading)
    yield from beyond_all(reading)
    yield from beside_prices(reading.claims)


class _Others(Mapping[str, Ledger]):
    """Baselines without the rows of some publishers, sifted only when they are asked for."""

    def __init__(self, bases: Mapping[str, Ledger], publishers: frozenset[str]) -> None:
        self._bases, self._publishers = bases, publishers
        self._sifted: dict[str, Ledger] = {}

    def __getitem__(self, name: str) -> Ledger:
        if name not in self._sifted:
            self._sifted[name] = self._sift(self._bases[name])
        return self._sifted[name]

    def _sift(self, base: Ledger) -> Ledger:
        origin = base.frame["origin"]
        own = [one for one in origin.dropna().unique() if witness(one) in self._publishers]
        if not own:
            return base
        return Ledger(base.frame[~origin.isin(own)].reset_index(drop=True), base.rejected)

    def __iter__(self) -> Iterator[str]:
        return iter(self._bases)

    def __len__(self) -> int:
        return len(self._bases)
