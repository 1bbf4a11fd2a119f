"""One document's claims, each with the relations and witnesses that touch it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from nktrade.core.claims import Claim
from nktrade.core.codes import Severity, Verdict
from nktrade.core.findings import Reference, Relation, Witness

if TYPE_CHECKING:
    from nktrade.report.report import Checked, Report

Entry = TypeVar("Entry")

REFERENCE = "reference"
"""The relation type of a wrong citation."""


class Mark(StrEnum):
    """How a figure stands after checking, worst first."""

    WRONG = "wrong"
    DOUBTED = "doubted"
    NOTED = "noted"
    HOLDS = "holds"
    UNCHECKED = "unchecked"


_OPEN = frozenset({Verdict.TIE, Verdict.CANNOT_LOCALISE})
MARK_WORDS = {
    Mark.WRONG: "likely wrong",
    Mark.DOUBTED: "cannot be true together with others",
    Mark.NOTED: "has a note",
    Mark.HOLDS: "agrees with what it was held against",
    Mark.UNCHECKED: "not checkable: stands in no relation",
}


@dataclass(frozen=True, slots=True)
class Casebook:
    """One checked document with its claims by id and all that touches each of them."""

    checked: "Checked"
    claims: Mapping[str, Claim]
    relations: Mapping[str, tuple[Relation, ...]]
    witnesses: Mapping[str, tuple[Witness, ...]]
    citations: Mapping[str, Reference]
    """The citation that each relation of type reference is about, by the relation's id."""
    prints: Mapping[str, tuple[str, ...]]
    """Every print of a figure, by the id of the one that says most."""

    @classmethod
    def of(cls, checked: "Checked") -> "Casebook":
        """The casebook of one document."""
        touching = [(claim, one) for one in checked.relations for claim in one.claims]
        return cls(
            checked,
            {claim.id: claim for claim in checked.reading.claims},
            _grouped(touching),
            _grouped([(one.claim, one) for one in checked.witnesses]),
            _cited(checked),
            _grouped((one.repeats or one.id, one.id) for one in checked.reading.claims),
        )

    def mark(self, claim: Claim) -> Mark:
        """How the figure stands; one printed again stands as its other prints do."""
        own = min(self._marks(claim.id), key=list(Mark).index, default=Mark.UNCHECKED)
        if own is not Mark.UNCHECKED:
            return own
        marks = (mark for name in self._prints(claim) for mark in self._marks(name))
        return min(marks, key=list(Mark).index, default=own)

    def is_checked(self, claim: Claim) -> bool:
        """Whether the figure's amount stands in at least one relation or beside a baseline row.

        A note on what is traded, on a ban say, compares no amount.
        """
        prints = self._prints(claim)
        every = (one for name in prints for one in self.relations.get(name, ()))
        is_seen = any(self.witnesses.get(name) for name in prints)
        is_compared = is_seen or any(one.left is not None for one in every)
        return is_compared and self.mark(claim) is not Mark.UNCHECKED

    def _prints(self, claim: Claim) -> tuple[str, ...]:
        return self.prints.get(claim.repeats or claim.id, (claim.id,))

    def _marks(self, claim: str) -> Iterable[Mark]:
        for relation in self.relations.get(claim, ()):
            is_suspect = is_blamed(relation, claim)
            yield _mark(relation.severity, holds=relation.holds, is_suspect=is_suspect)
        for witness in self.witnesses.get(claim, ()):
            yield _mark(witness.severity, holds=witness.holds, is_suspect=True)


def casebooks(report: "Report") -> tuple[Casebook, ...]:
    """The casebook of every document of a report, in its order."""
    return tuple(Casebook.of(checked) for checked in report.checked)


def is_blamed(relation: Relation, claim: str) -> bool:
    """Whether the claim is likely wrong; among several of which one is wrong, none is."""
    return claim in relation.suspect and relation.verdict not in _OPEN


def _mark(severity: Severity | None, *, holds: bool | None, is_suspect: bool) -> Mark:
    if severity is Severity.ERROR and is_suspect:
        return Mark.WRONG
    if severity in {Severity.ERROR, Severity.WARNING}:
        return Mark.DOUBTED
    if severity is Severity.NOTE:
        return Mark.NOTED
    return Mark.HOLDS if holds else Mark.UNCHECKED


def _cited(checked: "Checked") -> dict[str, Reference]:
    """Relations and doubtful citations of one surface, paired in the order of the text."""
    doubtful = [one for one in checked.references if False in {one.number_ok, one.date_ok}]
    waiting = {
        surface: iter(ones) for surface, ones in _grouped((o.surface, o) for o in doubtful).items()
    }
    pairs = (
        (one.id, next(waiting.get(one.surface or "", iter(())), None))
        for one in checked.relations
        if one.type == REFERENCE
    )
    return {name: citation for name, citation in pairs if citation is not None}


def _grouped(pairs: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for claim, entry in pairs:
        groups[claim].append(entry)
    return {claim: tuple(entries) for claim, entries in groups.items()}
