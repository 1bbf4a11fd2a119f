"""Figures of a report: each method draws one and gives its matplotlib Axes back, never shown.

Units and sources stand on the axes, names instead of codes, and shape says what colour says.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from nktrade.core.claims import Claim
from nktrade.core.codes import Flow
from nktrade.core.findings import Relation
from nktrade.report import plot_canvas as canvas
from nktrade.report.casebook import Casebook, casebooks
from nktrade.report.finding import findings_of
from nktrade.report.plot_canvas import PlotError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from nktrade.ledger.ledger import Ledger
    from nktrade.report.report import Report


@dataclass(frozen=True, slots=True)
class Plots:
    """The figures of one report; called, the one that shows its first finding.

    >>> from nktrade.report.report import Report
    >>> Plots(Report())
    Plots: baseline, identity, evidence, series, cap
    """

    report: "Report"

    def __call__(self, ax: "Axes | None" = None) -> "Axes":
        """The identity of the worst finding, or the figures beside their baselines where there is none."""
        return self.identity(ax=ax) if self._rows() else self.baseline(ax)

    def baseline(self, ax: "Axes | None" = None) -> "Axes":
        """Every level held against a baseline: what is printed, beside what others printed."""
        from nktrade.report.plot_dots import baseline_dots  # noqa: PLC0415 - only the figure asked for

        return baseline_dots(casebooks(self.report), ax)

    def identity(self, which: int | None = None, ax: "Axes | None" = None) -> "Axes":
        """One finding as a waterfall, else the worst: its terms, the result, and what is left over."""
        from nktrade.report.plot_identity import identity_waterfall  # noqa: PLC0415 - as above

        if which is None and not self._rows():
            return _no_finding(ax)
        return identity_waterfall(*self._relation(which), ax)

    def evidence(self, which: int | None = None, ax: "Axes | None" = None) -> "Axes":
        """How likely each figure of one finding, else of the worst, is wrong: step by step of evidence."""
        from nktrade.report.plot_evidence import evidence_chances  # noqa: PLC0415 - as above

        if which is None and not self._rows():
            return _no_finding(ax)
        return evidence_chances(*self._relation(which), ax)

    def series(self, claim: str | None = None, ax: "Axes | None" = None) -> "Axes":
        """The trade that a claim tells a month of, as the report's baselines have it around that month.

        Without a claim it is the first whose trade a baseline has months of, those of findings before others.
        """
        from nktrade.report.plot_series import Series, is_recorded, trade_series  # noqa: PLC0415 - as above

        ledger = self._ledger()
        recorded = (one for one in self._weightiest() if is_recorded(ledger, one))
        told = next(recorded, None) if claim is None else self._claim(claim)
        if told is None:
            said = "No baseline of this report has months of a trade that its text tells of."
            return canvas.nothing(canvas.axes(ax), said)
        return trade_series(ledger, Series.of(told), around=told.period, ax=ax)

    def cap(self, claim: str | None = None, ax: "Axes | None" = None) -> "Axes":
        """What was delivered in the year of the cap that binds a claim's goods in its period.

        Without a claim it is the first that any cap binds, those of findings before others.
        """
        from nktrade.report.plot_cap import cap_use, is_capped  # noqa: PLC0415 - as above

        dated = (self._delivery(one) for one in self._weightiest() if self._when(one))
        capped = (one for one in dated if is_capped(*one))
        found = next(capped, None) if claim is None else self._delivery(self._claim(claim))
        if found is None:
            said = "No cap binds what the text of this report tells of, in the time it tells of."
            return canvas.nothing(canvas.axes(ax), said)
        goods, flow, day = found
        return cap_use(self._ledger(), goods, day, flow=flow, ax=ax)

    def __repr__(self) -> str:
        return "Plots: baseline, identity, evidence, series, cap"

    def _relation(self, chosen: int | None) -> tuple[Casebook, Relation]:
        """A finding among the text's own figures, by its row in ``report.findings``, else the worst.

        Raises: PlotError where that row is none.
        """
        found, rows = findings_of(self.report), self._rows()
        which = rows[0] if chosen is None else chosen
        entry = found[which].entry if which in rows else None
        if isinstance(entry, Relation):
            return found[which].book, entry
        there = ", ".join(map(str, rows)) or "none in this report"
        raise PlotError(
            f"finding {which}: found no relation among figures of the text, expected a row of "
            f"report.findings that is one ({there}); report.plot.baseline() draws the others"
        )

    def _rows(self) -> list[int]:
        """The rows of ``report.findings`` that are relations with two sides to draw."""
        return [
            place
            for place, one in enumerate(findings_of(self.report))
            if isinstance(one.entry, Relation) and one.entry.gap is not None
        ]

    def _claim(self, name: str) -> Claim:
        """A claim by its id, of the first document that has it.

        Raises: PlotError naming the first ids that there are.
        """
        every = [one for book in casebooks(self.report) for one in book.claims.values()]
        found = next((one for one in every if one.id == name), None)
        if found is None:
            there = ", ".join(one.id for one in every[:8]) or "none in this report"
            raise PlotError(
                f"claim {name!r}: found no such id, expected one of report.claims ({there}); "
                "look there"
            )
        return found

    def _weightiest(self) -> list[Claim]:
        """Every claim once: those of findings first, as severe as these are, then as they are read."""
        found = [one for finding in findings_of(self.report) for one in finding.claims]
        every = [one for book in casebooks(self.report) for one in book.claims.values()]
        return list(dict.fromkeys([*found, *every]))

    def _delivery(self, claim: Claim) -> tuple[str, Flow, date]:
        """The goods, the direction and the day by which the cap over a claim is found.

        Raises: PlotError where nothing says the day.
        """
        from nktrade.checks.viewpoint import direction  # noqa: PLC0415 - as above

        day = self._when(claim)
        if day is None:
            raise PlotError(
                f"claim {claim.id!r}: found neither a period nor a date line, expected one; "
                "give nktrade.check a date"
            )
        return claim.commodity or "", direction(claim) or Flow.IMPORT, day

    def _when(self, claim: Claim) -> date | None:
        """The first day of the claim's period, else the day of its document."""
        days = {one.document.id: one.document.date for one in self.report.checked}
        return claim.period.first if claim.period else days.get(claim.figure.document)

    def _ledger(self) -> "Ledger":
        """What the report read and the baselines it was held against, as one ledger."""
        from nktrade.ledger.baselines import baseline  # noqa: PLC0415 - pandas comes with it
        from nktrade.ledger.ledger import Ledger  # noqa: PLC0415 - as above

        texts = [
            Ledger.of(one.reading.claims, document=one.document) for one in self.report.checked
        ]
        return Ledger.joined([*texts, *(baseline(one.name) for one in self.report.baselines)])


def _no_finding(ax: "Axes | None") -> "Axes":
    return canvas.nothing(canvas.axes(ax), "No finding of this report has an equation to draw.")
