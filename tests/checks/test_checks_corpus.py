"""The checks on perfectly read claims: what the corpora say must be found, and nothing else.

Reading is left out on purpose: a miss here is a miss of the checks.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from annotated import CORPUS, Annotated, annotated

from nktrade.checks import CHECKS
from nktrade.checks.relations import relate
from nktrade.ledger.ledger import Ledger

FILES = sorted(CORPUS.glob("*_unseen.json"))
_NOT_ARITHMETIC = {"reference", "fact", "text"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_fails_that_the_annotators_hold_to_be_true(path: Path) -> None:
    """A relation that fails shares a claim with an annotated inconsistency, or is never decided."""
    wrong = [
        (document.id, check, sorted(claims))
        for document, check, claims, holds in _found(path)
        if not holds
        and not any(claims & guilty for _, guilty, truth in document.relations if truth is not True)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_planted_arithmetic_is_found(path: Path) -> None:
    """At least nine in ten of the annotated arithmetic inconsistencies fail some check."""
    failed: dict[str, list[frozenset[str]]] = {}
    for document, _, claims, holds in _found(path):
        if not holds:
            failed.setdefault(document.id, []).append(claims)
    planted = [
        (document.id, guilty)
        for document in annotated(path)
        for kind, guilty, holds in document.relations
        if holds is False and kind not in _NOT_ARITHMETIC
    ]
    missed = [
        (name, sorted(guilty))
        for name, guilty in planted
        if not any(
            len(guilty & claims) * 2 >= len(guilty | claims) for claims in failed.get(name, ())
        )
    ]
    assert len(missed) * 10 <= len(planted), missed


def _found(path: Path) -> Iterator[tuple[Annotated, str, frozenset[str], bool]]:
    """Every relation that the checks form, with the claims that take part."""
    documents = list(annotated(path))
    ledger = Ledger.of(claim for document in documents for claim in document.claims)
    assert ledger.rejected.empty
    relations, terms = relate(ledger.frame, CHECKS).frames()
    by_id = {document.id: document for document in documents}
    for number, lines in terms.groupby("relation"):
        rows = [*lines["row"], *(row for row in lines["carrier_row"] if row >= 0)]
        document = by_id[ledger.frame.loc[rows[0], "document"]]
        relation = relations.loc[number]
        yield (
            document,
            relation["check"],
            frozenset(ledger.frame.loc[rows, "claim"]),
            bool(relation["holds"]),
        )
