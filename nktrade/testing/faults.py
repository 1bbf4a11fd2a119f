"""Planted faults: a true report with one slip in it, and the truth beside it.

A fault is *checkable* when, at the widest reading of every figure, the claims as they now stand
cannot all be true, and a faulty one is among those that cannot. Nobody can find the others from
the text alone: a figure in no relation, or a slip that rounding covers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import count as counted

from nktrade.core.claims import Citation, Claim
from nktrade.errors import CheckError, nearest
from nktrade.testing.choice import Choice, Printer, Seeded
from nktrade.testing.edits import Edit, edited, moved_citation, moved_claim
from nktrade.testing.oracle import Identity, contradictions, identities
from nktrade.testing.planting import PLANTERS, Planted
from nktrade.testing.resolutions import RESOLUTIONS
from nktrade.testing.worlds import some_world
from nktrade.testing.writing import WrittenReport, report_of

KINDS = tuple(PLANTERS)
"""Every kind of fault that can be planted."""


@dataclass(frozen=True, kw_only=True, repr=False)
class FaultyReport:
    """A report that is true but for one slip."""

    text: str
    kind: str
    report: WrittenReport
    """The true one."""
    edits: tuple[Edit, ...]
    """What was put where, in places of the true text."""
    affected: tuple[str, ...]
    """Ids of the claims that the slip made false; empty for a slip in a citation."""
    claims: tuple[Claim, ...]
    """What the faulty text claims, spans in the faulty text, false ones included."""
    citations: tuple[Citation, ...]
    """What the faulty text cites, and on which day it says that was adopted."""

    @property
    def date(self) -> date:
        """The day of publication."""
        return self.report.date

    @property
    def lang(self) -> str:
        """The language of the text."""
        return self.report.lang

    @property
    def printed(self) -> tuple[str, ...]:
        """The false words, in the order of the text."""
        return tuple(edit.words for edit in self.edits)

    @property
    def true(self) -> tuple[str, ...]:
        """The words that stood in their place."""
        return tuple(self.report.text[edit.start : edit.end] for edit in self.edits)

    @property
    def faulty(self) -> tuple[Claim, ...]:
        """The claims that the slip made false, as they now stand."""
        return tuple(claim for claim in self.claims if claim.id in self.affected)

    @property
    def is_in_relation(self) -> bool:
        """Whether the true report binds a faulty figure to another, or it is a citation."""
        bound = {name for one in identities(self.report.claims) for name in one.claims}
        return self.kind.startswith("citation") or not bound.isdisjoint(self.affected)

    @cached_property
    def broken(self) -> tuple[Identity, ...]:
        """The identities with a faulty claim in them that cannot hold any more."""
        return tuple(
            one
            for one in contradictions(self.claims)
            if not set(self.affected).isdisjoint(one.claims)
        )

    @property
    def is_checkable(self) -> bool:
        """Whether anybody could find the fault from the text, and a register of resolutions."""
        return bool(self.broken) or any(_is_known_wrong(one) for one in self.citations)

    def __repr__(self) -> str:
        slips = ", ".join(
            f"{true!r} printed as {printed!r}"
            for true, printed in zip(self.true, self.printed, strict=True)
        )
        return f"FaultyReport({self.kind}: {slips}; {self.date}, {self.lang}, {self.text!r})"

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:  # noqa: FBT001 - IPython's protocol
        """The same line in notebooks and in hypothesis' falsifying examples."""
        printer.text("..." if cycle else repr(self))


def plant(report: WrittenReport, kind: str, choice: Choice) -> FaultyReport | None:
    """The report with one fault of the kind, or None where it offers no place for it.

    Raises: CheckError for an unknown kind.
    """
    if kind not in PLANTERS:
        raise CheckError(
            f"a fault of kind {kind!r}: found no way to plant it, expected one of KINDS; "
            f"{nearest(kind, KINDS)}"
        )
    planted = PLANTERS[kind](report, choice)
    return None if planted is None else _faulty(report, kind, planted)


def random_faults(
    seed: int, count: int, kind: str, *, lang: str = "en", only_checkable: bool = True
) -> Iterator[FaultyReport]:
    """So many faults of one kind, each in a report of its own; the same for the same seed.

    >>> next(random_faults(1, 1, "transposition")).kind
    'transposition'
    """
    found = 0
    for number in counted():
        choice = Seeded(f"{seed}/{lang}/{kind}/{number}")
        fault = plant(report_of(some_world(choice), choice, lang=lang), kind, choice)
        if fault is None or (only_checkable and not fault.is_checkable):
            continue
        yield fault
        found += 1
        if found == count:
            return


def _faulty(report: WrittenReport, kind: str, planted: Planted) -> FaultyReport:
    false = {claim.id: claim for claim in planted.claims}
    cited = {one.start: one for one in planted.citations}
    text = edited(report.text, planted.edits)
    claims = (moved_claim(false.get(one.id, one), planted.edits) for one in report.claims)
    return FaultyReport(
        text=text,
        kind=kind,
        report=report,
        edits=tuple(sorted(planted.edits)),
        affected=tuple(one.id for one in report.claims if one.id in false),
        claims=tuple(claims),
        citations=tuple(
            moved_citation(cited.get(one.start, one), text, planted.edits)
            for one in report.citations
        ),
    )


def _is_known_wrong(citation: Citation) -> bool:
    """Whether a register tells that the resolution was adopted on another day."""
    adopted = {one.number: one.adopted for one in RESOLUTIONS}
    day = adopted.get(citation.number)
    return day is not None and citation.adopted is not None and citation.adopted.first != day
