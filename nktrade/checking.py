"""From documents to what was found in them: read, ledger, relations, judgement, baselines.

Documents are read one by one and checked many at a time, for one join of a thousand texts costs
little more than one of a single text.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pandas as pd

from nktrade.checks import CHECKS
from nktrade.checks.against import Held, hold
from nktrade.checks.citations import as_relations, check_citations
from nktrade.checks.prints import Printed, Vintage, rows_for, vintages
from nktrade.checks.relations import relate
from nktrade.checks.roads import as_witness, roads, stones
from nktrade.core.claims import Claim, Reading
from nktrade.core.codes import Kind, Severity
from nktrade.core.documents import Document
from nktrade.core.findings import Relation, Witness
from nktrade.core.interval import Interval
from nktrade.diagnosis.judging import judge
from nktrade.ledger.baselines import baseline, baseline_names, source
from nktrade.ledger.ledger import Ledger
from nktrade.reading import read
from nktrade.reference.compilers import compilers
from nktrade.report.report import BaselineUsed, Checked

_AT_ONCE = 200
"""Documents checked together."""
Key = tuple[str, str]


def checked(
    documents: Sequence[Document],
    against: Sequence[str] | None,
    *,
    context: str | None = None,
    progress: bool = False,
) -> tuple[Checked, ...]:
    """Every document with all that was read and found in it.

    ``against`` None means every embedded baseline.
    """
    names = baseline_names() if against is None else tuple(against)
    bases = {name: baseline(name) for name in names}
    waiting = iter(_shown(documents, progress=progress))
    found: list[Checked] = []
    while batch := list(islice(waiting, _AT_ONCE)):
        readings = [read(one, priors=context != "none") for one in batch]
        found.extend(_Batch(batch, readings, bases).checked())
    return tuple(found)


def used(against: Sequence[str] | None) -> tuple[BaselineUsed, ...]:
    """What is told of each baseline that figures were held against."""
    names = baseline_names() if against is None else against
    return tuple(
        BaselineUsed(
            name=name,
            vintage=str(baseline(name).frame["as_of"].max().date()),
            sha256=hashlib.sha256(_file(name).read_bytes()).hexdigest(),
        )
        for name in names
    )


def _file(name: str) -> Path:
    return source(name).file if name in baseline_names() else Path(name)


@dataclass(slots=True)
class _Batch:
    """Some documents on their way."""

    documents: Sequence[Document]
    readings: Sequence[Reading]
    bases: Mapping[str, Ledger]

    def checked(self) -> Iterator[Checked]:
        """The documents in their order with what was found."""
        claims = {
            (one.figure.document, one.id): one
            for reading in self.readings
            for one in reading.claims
        }
        ledger = self._ledger()
        published = {one.id: one for one in self.documents}
        found = {
            name: _vintages(ledger, base, published, self.readings)
            for name, base in self.bases.items()
        }
        soft: dict[Key, list[Interval]] = {}
        for by_claim in found.values():
            for key, prints in by_claim.items():
                soft.setdefault(key, []).extend(_nearest_intervals(prints))
        judged = judge(
            relate(ledger.frame, CHECKS),
            ledger.amount,
            claims,
            {key: tuple(intervals) for key, intervals in soft.items()},
        )
        held = self._held(ledger, claims, found)
        reading_of = {one.document: one for one in self.readings}
        for key in _suspects(judged):
            held.setdefault(key[0], []).extend(self._by_road(claims[key], reading_of[key[0]]))
        for document, reading in zip(self.documents, self.readings, strict=True):
            references = check_citations(reading.citations)
            yield Checked(
                document=document,
                reading=reading,
                relations=(*judged.get(document.id, ()), *as_relations(references)),
                witnesses=tuple(held.get(document.id, ())),
                references=references,
            )

    def _by_road(self, claim: Claim, reading: Reading) -> Iterator[Witness]:
        """What other rows of each baseline make of a suspect's cell."""
        if claim.kind is not Kind.LEVEL or claim.flow is None or claim.period is None:
            return
        own = _own(next(one for one in self.documents if one.id == reading.document), reading)
        growths = [one for one in reading.claims if _is_growth_of(one, claim)]
        unit = claim.figure.unit or ""
        for name, base in self.bases.items():
            laid = stones(base, claim, unit, growths, own)
            for road in roads((claim.flow, claim.period), laid, growths):
                yield as_witness(road, claim, name)

    def _ledger(self) -> Ledger:
        parts = [
            Ledger.of(reading.claims, document=document)
            for document, reading in zip(self.documents, self.readings, strict=True)
        ]
        frames = [part.frame for part in parts if len(part.frame)]
        if not frames:
            return Ledger.empty()
        return Ledger(pd.concat(frames, ignore_index=True), parts[0].rejected)

    def _held(
        self,
        ledger: Ledger,
        claims: Mapping[Key, Claim],
        found: Mapping[str, Mapping[Key, tuple[Vintage, ...]]],
    ) -> dict[str, list[Witness]]:
        published = {one.id: one.date for one in self.documents}
        rows = {
            (str(one), str(two)): row
            for row, one, two in zip(
                ledger.frame.index, ledger.frame["document"], ledger.frame["claim"], strict=True
            )
        }
        entries: dict[str, list[Witness]] = {}
        for name, by_claim in found.items():
            for key, prints in by_claim.items():
                amount = ledger.amount(int(rows[key]))
                held = Held(
                    claim=claims[key],
                    printed=_signed(claims[key], amount.printed),
                    widest=_signed(claims[key], amount.widest),
                    published=published[key[0]],
                )
                entries.setdefault(key[0], []).extend(hold(held, prints, name))
        return entries


def _suspects(judged: Mapping[str, Sequence[Relation]]) -> tuple[Key, ...]:
    return tuple(
        dict.fromkeys(
            (document, claim)
            for document, relations in judged.items()
            for relation in relations
            if relation.severity is Severity.ERROR
            for claim in relation.suspect
        )
    )


def _is_growth_of(one: Claim, claim: Claim) -> bool:
    key = ("flow", "reporter", "partner", "commodity", "period")
    same = all(getattr(one, name) == getattr(claim, name) for name in key)
    return one.kind is Kind.CHANGE_PCT and one.repeats is None and same


def _signed(claim: Claim, interval: Interval) -> Interval:
    return -interval if claim.sign == "-" and claim.kind is not Kind.SHARE_PCT else interval


def _vintages(
    ledger: Ledger,
    base: Ledger,
    documents: Mapping[str, Document],
    readings: Sequence[Reading],
) -> dict[Key, tuple[Vintage, ...]]:
    if not len(ledger) or not len(base):
        return {}
    own = {one.document: _own(documents[one.document], one) for one in readings}
    rows: Mapping[Key, tuple[Printed, ...]] = rows_for(ledger.frame, base.frame, base.amount)
    return {key: kept for key, printed in rows.items() if (kept := vintages(printed, own[key[0]]))}


def _own(document: Document, reading: Reading) -> frozenset[str]:
    """Who printed the document: its publisher, else outlets that it names but cites for no figure."""
    if document.publisher:
        return frozenset({document.publisher, *_named(document.publisher)})
    cited = {name.casefold() for claim in reading.claims for name in claim.source}
    return frozenset(name for name in _named(document.text) if not cited & _aliases(name))


def _named(text: str) -> frozenset[str]:
    folded = text.casefold()
    return frozenset(
        one.name
        for one in compilers().values()
        if one.kind == "press" and any(alias in folded for alias in _aliases(one.name))
    )


def _aliases(name: str) -> set[str]:
    return {alias.casefold() for alias in (name, *compilers()[name].aliases)}


def _nearest_intervals(prints: Sequence[Vintage]) -> Iterable[Interval]:
    return [prints[0].interval] if prints else []


def _shown(documents: Sequence[Document], *, progress: bool) -> Iterable[Document]:
    if not progress:
        return documents
    from tqdm import tqdm  # noqa: PLC0415 - only on a terminal

    return tqdm(documents, delay=2, unit="document")
