"""The report: everything the road found, as one frozen object with frames one attribute away."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nktrade.core.claims import Reading
from nktrade.core.documents import Document, Unread
from nktrade.core.findings import Implied, Reference, Relation, TableRead, Witness
from nktrade.errors import NktradeError
from nktrade.report import amending
from nktrade.report.amendments import Amendment
from nktrade.report.explanation import PLAIN, coloured, explanation
from nktrade.report.finding import SEVERITIES, Finding, findings_of, worst

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    import pandas as pd

    from nktrade.report.plots import Plots


class FindingsError(NktradeError):
    """A report holds findings where none were allowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineUsed:
    """A baseline that figures were held against."""

    name: str
    vintage: str
    """The latest publication date in it, ISO."""
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One document with all that was read and found in it."""

    document: Document
    reading: Reading
    relations: tuple[Relation, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    references: tuple[Reference, ...] = ()
    implied: tuple[Implied, ...] = ()
    table: TableRead | None = None
    """What was read of a customs file, whose claims are the rows that something is said of."""

    def __repr__(self) -> str:
        found = f"{len(self.reading.claims)} claims, {len(self.relations)} relations"
        return f"Checked({self.document.id}: {found}, {len(self.witnesses)} witnesses)"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Report:
    """What the road found in one or many documents.

    >>> print(Report())
    no document was read
    """

    checked: tuple[Checked, ...] = ()
    baselines: tuple[BaselineUsed, ...] = ()
    unread: tuple[Unread, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    """How the road was run, for replaying."""
    amendments: tuple[Amendment, ...] = ()
    """What a person changed in the reading, in order."""
    rerun: Callable[[tuple[Amendment, ...]], "Report"] | None = field(default=None, compare=False)
    """The same road again with other amendments; None for a report that no road made."""

    def amend(
        self, claim: str, *, because: str, document: str | None = None, **fields: object
    ) -> "Report":
        """The report with a misreading mended: ``report.amend("c4", flow="import", because="...")``.

        Raises: AmendmentError where there is no such claim or field, or no reason.
        """
        return amending.change(
            self, "amend", claim, because=because, document=document, fields=fields
        )

    def drop(self, claim: str, *, because: str, document: str | None = None) -> "Report":
        """The report without a claim that the text does not make."""
        return amending.change(self, "drop", claim, because=because, document=document, fields={})

    def add(
        self,
        surface: str,
        *,
        because: str,
        occurrence: int = 1,
        document: str | None = None,
        **fields: object,
    ) -> "Report":
        """The report with a claim that was overlooked, at its printed words."""
        return amending.add(
            self,
            surface,
            occurrence=occurrence,
            because=because,
            document=document,
            fields=fields,
        )

    def undo(self) -> "Report":
        """The report as it was before the last amendment, exactly."""
        return amending.again(self, self.amendments[:-1])

    @property
    def claims(self) -> "pd.DataFrame":
        """Every claim, one row per claim of each document."""
        from nktrade.report import frames  # noqa: PLC0415 - pandas only when a frame is asked for

        return frames.claims(self)

    @property
    def findings(self) -> "pd.DataFrame":
        """Every finding, most severe first; the row number is what ``explain`` takes."""
        from nktrade.report import frames  # noqa: PLC0415 - as above

        return frames.findings(self)

    @property
    def relations(self) -> "pd.DataFrame":
        """Every relation among the claims of one document, held or not."""
        from nktrade.report import frames  # noqa: PLC0415 - as above

        return frames.relations(self)

    @property
    def baseline(self) -> "pd.DataFrame":
        """Every baseline row held against a claim."""
        from nktrade.report import frames  # noqa: PLC0415 - as above

        return frames.baseline(self)

    @property
    def plot(self) -> "Plots":
        """The figures, drawn by matplotlib (extra ``plot``): ``report.plot.identity(0)``."""
        from nktrade.report.plots import Plots  # noqa: PLC0415 - a form is loaded when it is asked for

        return Plots(self)

    @property
    def implied(self) -> "pd.DataFrame":
        """What follows from the figures without being printed: prices, rates, balances, bases."""
        from nktrade.report import frames  # noqa: PLC0415 - as above

        return frames.implied(self)

    def explain(self, which: int) -> str:
        """One finding in full, by its row in ``findings``.

        Raises: FindingsError where there is no such finding.
        """
        return explanation(self._finding(which))

    def cite(self, which: int) -> str:
        """What to write beneath a finding, by its row in ``findings``: the text, the check, the prints.

        Raises: FindingsError where there is no such finding.
        """
        from nktrade.report import citing  # noqa: PLC0415 - a form is loaded when it is asked for

        return citing.sentence(self._finding(which), self)

    def _finding(self, which: int) -> Finding:
        found = findings_of(self)
        if not -len(found) <= which < len(found):
            raise FindingsError(
                f"finding {which}: the report has {len(found)}, expected a row number of "
                "report.findings; look there"
            )
        return found[which]

    def require_none(self, severity: str = "error") -> None:
        """Nothing, where no finding is as severe as this.

        Raises: FindingsError, its message the first such finding in full.
        """
        level = _level(severity)
        found = [one for one in findings_of(self) if SEVERITIES.index(one.severity) <= level]
        if found:
            more = f"\n\n(and {len(found) - 1} more)" if found[1:] else ""
            raise FindingsError(explanation(found[0]) + more)

    def exit_status(self, fail_on: str = "error") -> int:
        """0 where nothing is as severe as ``fail_on`` (error, warning, note or never), else 1."""
        found = worst(self)
        return int(
            fail_on != "never" and found is not None and SEVERITIES.index(found) <= _level(fail_on)
        )

    def to_json(self, *, with_text: bool = False) -> str:
        """The report as JSON, schema version 1."""
        from nktrade.report import json_form  # noqa: PLC0415 - a form is loaded when it is asked for

        return json_form.to_json(self, with_text=with_text)

    def to_text(self, *, width: int = 96, colour: bool = False) -> str:
        """The report as a terminal shows it."""
        from nktrade.report import text  # noqa: PLC0415 - a form is loaded when it is asked for

        return text.to_text(self, width=width, paint=coloured if colour else PLAIN)

    def to_csv(self) -> str:
        """The findings as CSV."""
        from nktrade.report import csv_form  # noqa: PLC0415 - a form is loaded when it is asked for

        return csv_form.findings_csv(self)

    def to_html(self) -> str:
        """The report as one self-contained page."""
        from nktrade.report import html  # noqa: PLC0415 - a form is loaded when it is asked for

        return html.to_html(self)

    def to_sarif(self) -> str:
        """The findings as SARIF 2.1.0."""
        from nktrade.report import sarif  # noqa: PLC0415 - a form is loaded when it is asked for

        return sarif.to_sarif(self)

    def to_latex(self, table: str = "findings", columns: "Sequence[str] | None" = None) -> str:
        """One of the frames as a LaTeX table with booktabs' rules, for a few columns or all."""
        from nktrade.report import latex  # noqa: PLC0415 - a form is loaded when it is asked for

        return latex.as_latex(self._table(table, columns))

    def to_bibtex(self) -> str:
        """BibTeX for nktrade and for every article or file that a baseline row was read in."""
        from nktrade.report import citing  # noqa: PLC0415 - a form is loaded when it is asked for

        return citing.bibtex(self)

    def to_stata(self, path: "str | os.PathLike[str]", table: str = "claims") -> None:
        """One of the frames in a Stata file, its variables and codes with labels."""
        from nktrade.report import files  # noqa: PLC0415 - a form is loaded when it is asked for

        files.write_stata(self._table(table), path, table)

    def to_parquet(self, path: "str | os.PathLike[str]", table: str = "claims") -> None:
        """One of the frames in a Parquet file."""
        from nktrade.report import files  # noqa: PLC0415 - a form is loaded when it is asked for

        files.write_parquet(self._table(table), path)

    def bundle(self, folder: "str | os.PathLike[str]") -> None:
        """The report with inputs, baselines, options and amendments in a new folder, to be replayed.

        Raises: BundleError where no road made the report, or its files have changed since.
        """
        from nktrade.report import bundle  # noqa: PLC0415 - a form is loaded when it is asked for

        bundle.write_bundle(self, folder)

    def _table(self, name: str, columns: "Sequence[str] | None" = None) -> "pd.DataFrame":
        from nktrade.report import frames  # noqa: PLC0415 - pandas only when a frame is asked for

        return frames.named(self, name, columns)

    def __dir__(self) -> list[str]:
        """What completion shows: not what only replays the road."""
        return sorted({*object.__dir__(self)} - {"rerun", "options"})

    def _repr_html_(self) -> str:
        from nktrade.report import html  # noqa: PLC0415 - a form is loaded when it is asked for

        return html.to_cell(self)

    def __str__(self) -> str:
        return (
            self.to_text().rstrip("\n") if self.checked or self.unread else "no document was read"
        )

    def __repr__(self) -> str:
        counts = ", ".join(
            f"{sum(one.severity is level for one in findings_of(self))} {level}"
            for level in SEVERITIES
        )
        return f"Report({len(self.checked)} documents: {counts})"


def _level(severity: str) -> int:
    known = [one.value for one in SEVERITIES]
    if severity not in known:
        raise FindingsError(
            f"severity {severity!r}: found no such level, expected one of {', '.join(known)}; "
            "take one of these"
        )
    return known.index(severity)
