"""What others printed for the claims of some texts: who may speak, and what they say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from nktrade.checks.against import Held, hold, nearest
from nktrade.checks.held_parts import beside_parts, is_whole
from nktrade.checks.prints import Vintage, rows_for, vintages
from nktrade.checks.rates import beside_levels, borne_out, is_rate
from nktrade.checks.roads import Quarry, as_witness, of_both_ways, roads
from nktrade.core.amount import Amount
from nktrade.core.claims import Claim, Reading
from nktrade.core.codes import Flow, Kind, Severity
from nktrade.core.documents import Document
from nktrade.core.findings import Relation, Witness
from nktrade.core.interval import Interval
from nktrade.ledger.ledger import Ledger
from nktrade.reference.compilers import compilers

Key = tuple[str, str]
"""Document and claim."""
_TELLING = 3
"""With fewer digits, amounts agree by chance."""
_SIGNED = frozenset({Kind.CHANGE_PCT, Kind.CHANGE_ABS})


@dataclass(frozen=True, slots=True)
class Text:
    """A document and what was read in it."""

    document: Document
    reading: Reading


class Witnessing:
    """Baselines asked about the claims of some texts.

    A row of a document's own publisher is no witness; nor is, where the publisher is not known, a
    row of an outlet that the text names without citing it for a figure.
    """

    def __init__(
        self,
        texts: Sequence[Text],
        ledger: Ledger,
        bases: Mapping[str, Ledger],
        claims: Mapping[Key, Claim],
    ) -> None:
        self.ledger, self.bases, self.claims = ledger, bases, claims
        self.texts = {text.document.id: text for text in texts}
        self.own = {text.document.id: _own(text) for text in texts}

    @cached_property
    def vintages(self) -> Mapping[str, Mapping[Key, tuple[Vintage, ...]]]:
        """By baseline and claim, what others printed for its cell."""
        if not len(self.ledger) or not self.bases:
            return {}
        every = Ledger.joined(self.bases.values())
        rows = rows_for(self.ledger.frame, every.frame, every.amount)
        # a user's file is asked for by its path, and its rows bear its name
        asked = {
            str(name): asked for asked, base in self.bases.items() for name in _documents(base)
        }
        found: dict[str, dict[Key, tuple[Vintage, ...]]] = {}
        for (name, key), printed in rows.items():
            if prints := vintages(printed, self.own[key[0]]):
                found.setdefault(asked[name], {})[key] = prints
        return {name: found[name] for name in self.bases if name in found}

    @cached_property
    def quarries(self) -> Mapping[str, Quarry]:
        """What roads to a suspect's cell may be made of; dug up only where there are suspects."""
        return {name: Quarry(base) for name, base in self.bases.items()}

    def soft_evidence(self) -> dict[Key, tuple[Interval, ...]]:
        """By claim, the intervals that may speak for or against it in a diagnosis.

        Vintages are alternatives: one that agrees with the claim speaks, else the nearest.
        """
        found: dict[Key, tuple[Interval, ...]] = {}
        rows = self._rows()
        for by_claim in self.vintages.values():
            for key, prints in by_claim.items():
                held = self._held(key, rows[key])
                agreeing = [one for one in prints if one.interval.meets(held.printed)]
                if not agreeing and held.borne_out():
                    continue
                speaks = agreeing[0] if agreeing else nearest(held, prints)
                found[key] = (*found.get(key, ()), speaks.interval)
        return found

    def witnesses(self, judged: Mapping[str, Sequence[Relation]]) -> dict[str, tuple[Witness, ...]]:
        """By document, every vintage of a claim's cell, and other roads to the suspects' cells."""
        found: dict[str, list[Witness]] = {}
        rows = self._rows()
        for name, by_claim in self.vintages.items():
            for key, prints in by_claim.items():
                held = self._held(key, rows[key])
                found.setdefault(key[0], []).extend(hold(held, prints, name))
        for key in _suspects(judged):
            found.setdefault(key[0], []).extend(self._by_road(self.claims[key]))
        for key in rows:
            found.setdefault(key[0], []).extend(self._by_levels(key))
            found[key[0]].extend(self._by_parts(key))
        return {document: tuple(entries) for document, entries in found.items()}

    def _held(self, key: Key, row: int) -> Held:
        claim, amount = self.claims[key], self.ledger.amount(row)
        minus = claim.sign == "-" and (claim.flow is Flow.BALANCE or claim.kind in _SIGNED)
        return Held(
            claim=claim,
            elsewhere=lambda: self._elsewhere(claim, amount),
            borne_out=lambda: self._borne_out(claim),
            printed=-amount.printed if minus else amount.printed,
            widest=-amount.widest if minus else amount.widest,
            published=self.texts[key[0]].document.date,
        )

    def _elsewhere(self, claim: Claim, amount: Amount) -> str:
        """The other cell of the same pair for which others printed this very amount, in words."""
        if claim.kind is not Kind.LEVEL or len(amount.digits.strip("0.")) < _TELLING:
            return ""
        published = self.texts[claim.figure.document].document.date
        found = (
            quarry.same_amount(claim, claim.figure.unit or "", amount.printed, published)
            for quarry in self.quarries.values()
        )
        return next((words for words in found if words), "")

    def _borne_out(self, claim: Claim) -> str:
        """The cells whose levels, in some baseline, make a change, total or balance what the claim says."""
        own = self.own[claim.figure.document]
        ways = borne_out if claim.kind is Kind.CHANGE_PCT else of_both_ways
        found = (ways(claim, quarry, own) for quarry in self.quarries.values())
        return next((cells for cells in found if cells), "")

    def _rows(self) -> dict[Key, int]:
        frame = self.ledger.frame
        keys = zip(frame["document"].astype(str), frame["claim"].astype(str), strict=True)
        return dict(zip(keys, (int(label) for label in frame.index), strict=True))

    def _by_levels(self, key: Key) -> Iterator[Witness]:
        """What the levels of each baseline say of a rate that nobody else printed."""
        claim = self.claims[key]
        if is_rate(claim) and not any(key in by_claim for by_claim in self.vintages.values()):
            for name, quarry in self.quarries.items():
                yield from beside_levels(claim, quarry, name, self.own[key[0]])

    def _by_parts(self, key: Key) -> Iterator[Witness]:
        """What each baseline has of times within that of a level which nobody else printed."""
        claim = self.claims[key]
        if is_whole(claim) and not any(key in by_claim for by_claim in self.vintages.values()):
            for name, quarry in self.quarries.items():
                yield from beside_parts(claim, quarry, name, self.own[key[0]])

    def _by_road(self, claim: Claim) -> Iterator[Witness]:
        """What other rows of each baseline make of a suspect's cell."""
        if claim.kind is not Kind.LEVEL or claim.flow is None or claim.period is None:
            return
        document = claim.figure.document
        every = self.texts[document].reading.claims
        growths = [one for one in every if _is_growth_of(one, claim)]
        for name, quarry in self.quarries.items():
            laid = quarry.stones(claim, claim.figure.unit or "", growths, self.own[document])
            for road in roads((claim.flow, claim.period), laid, growths):
                yield as_witness(road, claim, name)


def _documents(base: Ledger) -> Iterable[object]:
    return list(base.frame["document"].unique())


def _suspects(judged: Mapping[str, Sequence[Relation]]) -> Iterable[Key]:
    return dict.fromkeys(
        (document, claim)
        for document, relations in judged.items()
        for relation in relations
        if relation.severity is Severity.ERROR
        for claim in relation.suspect
    )


def _is_growth_of(one: Claim, claim: Claim) -> bool:
    key = ("flow", "reporter", "partner", "commodity", "period")
    same = all(getattr(one, name) == getattr(claim, name) for name in key)
    return one.kind is Kind.CHANGE_PCT and one.repeats is None and same


def _own(text: Text) -> frozenset[str]:
    """Who printed the document, by canonical name."""
    publisher = text.document.publisher
    if publisher:
        return frozenset({publisher, *_named(publisher)})
    cited = {name.casefold() for claim in text.reading.claims for name in claim.source}
    return frozenset(name for name in _named(text.document.text) if not cited & _aliases(name))


def _named(text: str) -> Iterable[str]:
    folded = text.casefold()
    return [
        one.name
        for one in compilers().values()
        if one.kind == "press" and any(alias in folded for alias in _aliases(one.name))
    ]


def _aliases(name: str) -> set[str]:
    return {alias.casefold() for alias in (name, *compilers()[name].aliases)}
