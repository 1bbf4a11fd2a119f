"""From documents to what was found in them: read, ledger, relations, judgement, baselines.

Documents are read one by one and checked many at a time, for one join of a thousand texts costs
little more than one of a single text.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from nktrade.checks import CHECKS
from nktrade.checks.citations import as_relations, check_citations
from nktrade.checks.relations import relate
from nktrade.core.claims import Claim, Reading
from nktrade.core.documents import Document
from nktrade.diagnosis.judging import judge
from nktrade.ledger.baselines import baseline, baseline_names, source
from nktrade.ledger.ledger import Ledger
from nktrade.reading import read
from nktrade.report.report import BaselineUsed, Checked
from nktrade.witnessing import Text, Witnessing

_AT_ONCE = 200
"""Documents checked together."""


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
        texts = [Text(one, read(one, priors=context != "none")) for one in batch]
        parts = [Ledger.of(text.reading.claims, document=text.document) for text in texts]
        found.extend(_found(texts, Ledger.joined(parts), bases))
    return tuple(found)


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
    texts = [
        Text(Document(id=name, text=""), Reading(document=name, lang="", claims=tuple(claims)))
        for name, claims in by_document.items()
    ]
    return tuple(_found(texts, text, bases))


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


def _found(texts: Sequence[Text], ledger: Ledger, bases: Mapping[str, Ledger]) -> Iterator[Checked]:
    """The texts in their order with what was found."""
    claims = {(one.figure.document, one.id): one for text in texts for one in text.reading.claims}
    others = Witnessing(texts, ledger, bases, claims)
    judged = judge(relate(ledger.frame, CHECKS), ledger.amount, claims, others.soft_evidence())
    witnesses = others.witnesses(judged)
    for text in texts:
        references = check_citations(text.reading.citations)
        name = text.document.id
        yield Checked(
            document=text.document,
            reading=text.reading,
            relations=(*judged.get(name, ()), *as_relations(references)),
            witnesses=witnesses.get(name, ()),
            references=references,
        )


def _file(name: str) -> Path:
    return source(name).file if name in baseline_names() else Path(name)


def _shown(documents: Sequence[Document], *, progress: bool) -> Iterable[Document]:
    if not progress:
        return documents
    from tqdm import tqdm  # noqa: PLC0415 - only on a terminal

    return tqdm(documents, delay=2, unit="document")
