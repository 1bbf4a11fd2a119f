"""Findings: every relation or baseline row that cannot stand, or that calls for a note."""

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from nktrade.core.claims import Claim, Statement
from nktrade.core.codes import Severity, Verdict
from nktrade.core.findings import Reference, Relation, Repair, Witness
from nktrade.report.casebook import Casebook, casebooks
from nktrade.report.excerpt import OTHER, SUSPECT, Spot

if TYPE_CHECKING:
    from nktrade.report.report import Report

SEVERITIES = tuple(Severity)
"""Most severe first."""


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """One entry that cannot stand or calls for a note, with the casebook that it belongs to."""

    book: Casebook
    entry: Relation | Witness

    @property
    def id(self) -> str:
        """The relation's id, or the claim, the baseline and the day of the print that disagree."""
        entry = self.entry
        if isinstance(entry, Relation):
            return entry.id
        day = f"/{entry.as_of}" if entry.as_of else ""
        return f"{entry.claim}/{entry.against}{day}"

    @property
    def check(self) -> str:
        """The check's name; for a baseline row, the baseline's."""
        return self.entry.check if isinstance(self.entry, Relation) else self.entry.against

    @property
    def severity(self) -> Severity:
        """How sure it is."""
        return self.entry.severity or Severity.NOTE

    @property
    def verdict(self) -> Verdict | None:
        """What the diagnosis says."""
        return self.entry.verdict

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that take part, in the order of their roles."""
        entry = self.entry
        ids = entry.claims if isinstance(entry, Relation) else (entry.claim,)
        return tuple(self.book.claims[one] for one in ids if one in self.book.claims)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements without a number that it names."""
        ids = self.entry.claims if isinstance(self.entry, Relation) else ()
        known = {one.id: one for one in self.book.checked.reading.statements}
        return tuple(known[one] for one in ids if one in known)

    @property
    def suspects(self) -> tuple[Claim, ...]:
        """The claims most likely wrong; only an error names any."""
        entry = self.entry
        ids = entry.suspect if isinstance(entry, Relation) else (entry.claim,)
        is_named = isinstance(entry, Relation) or self.severity is Severity.ERROR
        return tuple(self.book.claims[one] for one in ids if is_named and one in self.book.claims)

    @property
    def likely_value(self) -> Fraction | None:
        """What the one suspect most likely should have been."""
        return self.entry.likely_value

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """Ways to make the figures agree, the likeliest first."""
        return self.entry.repairs if isinstance(self.entry, Relation) else ()

    @property
    def citation(self) -> Reference | None:
        """The citation that it is about, if it is about one."""
        return self.book.citations.get(self.entry.id) if isinstance(self.entry, Relation) else None

    @property
    def is_note_on_trade(self) -> bool:
        """Whether it tells of the trade itself and puts no figure in question: a ban, a cap, a gap."""
        entry = self.entry
        is_open = isinstance(entry, Relation) and entry.holds is None
        return is_open and entry.verdict in {None, Verdict.GAP}

    @property
    def cells(self) -> tuple[tuple[int, int], ...]:
        """Where the rows stand that cannot be read, of which it tells: it has no claims, and its explanation says it all."""
        return self.entry.places if isinstance(self.entry, Relation) else ()

    @property
    def place(self) -> tuple[int, int]:
        """Where to look first in the clean text: the suspect, else the first figure."""
        citation = self.citation
        if citation is not None:
            return citation.start, citation.end
        if self.cells:
            return self.cells[0]
        chosen = (*self.suspects, *self.claims)
        if chosen:
            return chosen[0].figure.start, chosen[0].figure.end
        return next(((one.start, one.end) for one in self.statements), (0, 0))

    @property
    def spots(self) -> tuple[Spot, ...]:
        """What is marked in an excerpt: the suspect's figure, and those it was held against."""
        if self.citation is not None:
            return (Spot(*self.place, SUSPECT),)
        if self.cells:
            return tuple(Spot(*place, SUSPECT) for place in self.cells)
        suspects = self.suspects or self.claims[:1]
        figures = (
            Spot(one.figure.start, one.figure.end, SUSPECT if one in suspects else OTHER)
            for one in self.claims
        )
        stroke = OTHER if self.claims else SUSPECT
        return (*figures, *(Spot(one.start, one.end, stroke) for one in self.statements))

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """The baseline rows that speak of its claims, those of the suspects first."""
        if isinstance(self.entry, Witness):
            return (self.entry,)
        ordered = dict.fromkeys((*self.suspects, *self.claims))
        return tuple(row for one in ordered for row in self.book.witnesses.get(one.id, ()))

    @property
    def location(self) -> str:
        """The file and the line, as an editor opens it."""
        document = self.book.checked.document
        return f"{document.file or document.id}:{document.line(self.place[0])}"


def findings_of(report: "Report") -> tuple[Finding, ...]:
    """Every finding of a report: most severe first, then in the order of documents and text."""
    found = [one for book in casebooks(report) for one in findings_in(book)]
    return tuple(sorted(found, key=lambda one: SEVERITIES.index(one.severity)))


def findings_in(book: Casebook) -> tuple[Finding, ...]:
    """The findings of one document: most severe first, then in the order of the text."""
    entries: tuple[Relation | Witness, ...] = (*book.checked.relations, *book.checked.witnesses)
    found = [Finding(book, one) for one in entries if one.severity is not None]
    return tuple(sorted(found, key=lambda one: (SEVERITIES.index(one.severity), one.place)))


def worst(report: "Report") -> Severity | None:
    """The highest severity among the findings, or None where there are none."""
    found = {one.severity for book in casebooks(report) for one in findings_in(book)}
    return min(found, key=SEVERITIES.index, default=None)
