"""From documents to what was found in them: read, ledger, relations, judgement, baselines.

Documents are read one by one and checked many at a time, for one join of a thousand texts costs
little more than one of a single text.
"""

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from nktrade.bases import Own, baseline, hashed, own
from nktrade.checks import CHECKS, Check
from nktrade.checks.citations import as_relations, check_citations
from nktrade.checks.editions import editions_agree
from nktrade.checks.relations import relate
from nktrade.core.claims import Claim, Reading
from nktrade.core.documents import CustomsFile, Document, Unread
from nktrade.core.findings import Relation
from nktrade.core.paths import is_file
from nktrade.diagnosis.judging import judge
from nktrade.documents.kinds import kind_of
from nktrade.errors import LedgerError
from nktrade.inputs import Input, customs_file, shown
from nktrade.ledger.baselines import baseline_names, source
from nktrade.ledger.ledger import Ledger
from nktrade.noting import follows, notes
from nktrade.reading import read
from nktrade.reference.compilers import witness
from nktrade.report.amendments import Amendment, amended
from nktrade.report.report import BaselineUsed, Checked, Report
from nktrade.tidy import is_tidy, read_tidy, untold
from nktrade.witnessing import Text, Witnessing

if TYPE_CHECKING:
    from nktrade.tabling import Table

CHOSEN, BETWEEN = "checks", "; "
"""The option that names the checks, and what stands between their names."""
_TOP = 8192
"""Characters at the head of a document that tell whether it is a customs file."""
_AT_ONCE = 200
"""Documents checked together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Texts as they were read, and how they are checked: all that a report follows from."""

    texts: "tuple[Text | Table, ...]"
    against: tuple[str, ...]
    unread: tuple[Unread, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    checks: tuple[Check, ...] = CHECKS
    kept: Mapping[str, Path] = field(default_factory=dict)
    """Where a user's files lie now that are not where they were."""

    @classmethod
    def of(
        cls,
        documents: Sequence[Input | Unread],
        against: Sequence[str] | None,
        *,
        context: str | None = None,
        progress: bool = False,
        options: tuple[tuple[str, str], ...] = (),
        checks: Sequence[Check] | None = None,
        kept: Mapping[str, Path] | None = None,
    ) -> "Walk":
        """The documents read; None means every embedded baseline, every check of the catalogue."""
        texts = [
            one if isinstance(one, Unread) else reading_of(one, priors=context != "none")
            for one in shown(documents, progress=progress)
        ]
        names = baseline_names() if against is None else tuple(against)
        return cls(
            texts=tuple(one for one in texts if not isinstance(one, Unread)),
            against=names,
            unread=tuple(one for one in texts if isinstance(one, Unread)),
            options=(*options, *_chosen(checks)),
            checks=CHECKS if checks is None else tuple(checks),
            kept=kept or {},
        )

    def report(self, amendments: tuple[Amendment, ...] = ()) -> Report:
        """What was found, after a person's amendments."""
        says_something = any(map(_says_something, self.texts))
        files = {name: file_of(name, self.kept) for name in self.against}
        # A name that leads nowhere is told, also where nothing is to be held against it.
        names = tuple(one for one in self.against if says_something or not is_file(files[one]))
        hashes = {name: hashed(files[name]) for name in names}
        bases = {name: _base(name, files[name], hashes[name]) for name in names}
        every = tuple(_amended(self.texts, amendments))
        beside = editions_agree((one.document, one.reading) for one in every)
        waiting = iter(every)
        found = dict[str, Checked]()
        while texts := list(islice(waiting, _AT_ONCE)):
            parts = [Ledger.of(text.reading.claims, document=text.document) for text in texts]
            checked = _found(texts, Ledger.joined(parts), bases, self.checks)
            found |= {one.document.id: _beside(one, beside) for one in checked}
        for table in self.texts:
            if not isinstance(table, Text):
                from nktrade.tabling import checked_table  # noqa: PLC0415 - engines come with it

                found[table.file.id] = checked_table(table, bases)
        return Report(
            checked=tuple(found[_id(one)] for one in self.texts),
            baselines=tuple(
                BaselineUsed(name=name, vintage=_latest(bases[name]), sha256=hashes[name])
                for name in names
            ),
            unread=self.unread,
            options=self.options,
            amendments=amendments,
            rerun=self.report,
        )


def _says_something(one: "Text | Table") -> bool:
    return not isinstance(one, Text) or bool(one.reading.claims or one.reading.statements)


def _id(one: "Text | Table") -> str:
    return one.document.id if isinstance(one, Text) else one.file.id


def _beside(one: Checked, more: Mapping[str, Sequence[Relation]]) -> Checked:
    relations = more.get(one.document.id, ())
    return replace(one, relations=(*one.relations, *relations)) if relations else one


def reading_of(document: Input, *, priors: bool) -> "Text | Table | Unread":
    """A text, a tidy ledger or a customs file as it was read; unread is one with a row that cannot be."""
    if isinstance(document, CustomsFile):
        return _table(document)
    file = document.file or document.id
    is_table = kind_of(document.text[:_TOP].encode()) == "csv"
    if is_table and (table := customs_file(document.text.encode(), document.id, file, "utf-8", {})):
        return _table(table)
    try:
        if is_tidy(document):
            return Text(document, read_tidy(document))
    except LedgerError as error:
        return Unread(file=file, reason=str(error))
    reading = read(document, priors=priors)
    if is_table and not (reading.claims or reading.statements):
        reading = replace(reading, notes=(*reading.notes, untold(document)))
    return Text(document, reading)


def _table(file: CustomsFile) -> "Table | Unread":
    from nktrade.tabling import table_of  # noqa: PLC0415 - engines come with it

    return table_of(file)


def _amended(texts: "Iterable[Text | Table]", amendments: Sequence[Amendment]) -> Iterator[Text]:
    for text in texts:
        if not isinstance(text, Text):
            continue
        own = [one for one in amendments if one.document == text.document.id]
        yield replace(text, reading=amended(text.reading, own)) if own else text


def reconciled(ledger: Ledger) -> tuple[Checked, ...]:
    """The text rows of a ledger, by document, held against each other and its baseline rows."""
    is_text = ledger.frame["layer"] == "text"
    text = Ledger(ledger.frame[is_text].reset_index(drop=True), ledger.rejected)
    rest = ledger.frame[~is_text]
    bases = {
        str(name): Ledger(rows.reset_index(drop=True), ledger.rejected)
        for name, rows in rest.groupby("document")
    }
    by_document: dict[str, list[Claim]] = {}
    for claim in text.claims():
        by_document.setdefault(claim.figure.document, []).append(claim)
    printed = {str(name): rows for name, rows in text.frame.groupby("document")}
    texts = [
        Text(_document(name, printed[name]), Reading(document=name, lang="", claims=tuple(claims)))
        for name, claims in by_document.items()
    ]
    return tuple(_found(texts, text, bases))


def _document(name: str, rows: pd.DataFrame) -> Document:
    """What the rows of a text still tell of it: who printed it and when, where they all say the same."""
    days, origins = (list(rows[column].dropna().unique()) for column in ("as_of", "origin"))
    return Document(
        id=name,
        text="",
        date=pd.Timestamp(days[0]).date() if len(days) == 1 else None,
        publisher=witness(str(origins[0])) if len(origins) == 1 else None,
    )


def _chosen(checks: Sequence[Check] | None) -> tuple[tuple[str, str], ...]:
    """The names of the checks as an option, where they are not those of the catalogue."""
    if checks is None or tuple(checks) == CHECKS:
        return ()
    return ((CHOSEN, BETWEEN.join(one.name for one in checks)),)


def _found(
    texts: Sequence[Text],
    ledger: Ledger,
    bases: Mapping[str, Ledger],
    checks: tuple[Check, ...] = CHECKS,
) -> Iterator[Checked]:
    """The texts in their order with what was found."""
    claims = {(one.figure.document, one.id): one for text in texts for one in text.reading.claims}
    others = Witnessing(texts, ledger, bases, claims)
    judged = judge(relate(ledger.frame, checks), ledger.amount, claims, others.soft_evidence())
    witnesses = others.witnesses(judged)
    for text in texts:
        references = check_citations(text.reading.citations)
        name = text.document.id
        beside = notes(text, bases, others.own[name])
        relations = (*judged.get(name, ()), *as_relations(references), *beside)
        yield Checked(
            document=text.document,
            reading=text.reading,
            relations=relations,
            witnesses=witnesses.get(name, ()),
            references=references,
            implied=follows(text, relations),
        )


class LeftOutWarning(UserWarning):
    """Rows of a user's own table could not enter the ledger."""


def _base(name: str, file: Path, digest: str) -> Ledger:
    """An embedded baseline, a tidy file of the user's, or a customs file as its publisher wrote it."""
    if name in baseline_names() or not digest:
        return baseline(name)
    found = own(file, digest)
    _warn_of(found, file)
    return found.ledger


def _warn_of(found: Own, file: Path) -> None:
    """Says that rows of a user's own table are held against nothing, and shows the first."""
    rejected, kept = found.rejected, found.kept
    if rejected.empty:
        return
    first = rejected.iloc[0]
    warnings.warn(
        f"{file}: {len(rejected)} of {kept + len(rejected)} rows are left out, the first on line "
        f"{first[found.line]}: {first['reason']}; {found.way}.rejected has each with its reason",
        LeftOutWarning,
        stacklevel=2,
    )


def _latest(base: Ledger) -> str:
    """The last day on which a row was printed; empty where the rows do not say."""
    last = base.frame["as_of"].max()
    return "" if pd.isna(last) else str(last.date())


def file_of(name: str, kept: Mapping[str, Path]) -> Path:
    """Where a baseline lies."""
    return source(name).file if name in baseline_names() else kept.get(name, Path(name))
