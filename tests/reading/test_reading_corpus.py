"""What the reader makes of annotated texts, clause by clause and in sum."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from annotated import gold_of, told_of

from nktrade.core.claims import Claim
from nktrade.documents import load
from nktrade.reading import read

Record = dict[str, Any]
CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "en_constructions.json"
DOCS: list[Record] = json.loads(CORPUS.read_text(encoding="utf8"))["docs"]


def reading_of(doc: Record) -> tuple[Claim, ...]:
    day = date.fromisoformat(doc["date"]) if doc["date"] else None
    return read(load(doc["text"].encode(), date=day, lang="en")).claims


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc["id"])
def test_each_construction_gives_its_claims_and_no_other(doc: Record) -> None:
    """A text written for one construction gives exactly the claims that were read over by hand."""
    assert [(*told_of(one), one.sign) for one in reading_of(doc)] == [
        (*gold_of(one), one["sign"]) for one in doc["claims"]
    ]


def same(gold: Record, claim: Claim) -> bool:
    return (
        gold["kind"] == claim.kind.value
        and (gold["flow"], gold["reporter"], gold["partner"])
        == (claim.flow and claim.flow.value, claim.reporter, claim.partner)
        and gold["period_start"] == (claim.period and claim.period.first.isoformat())
    )


def test_the_development_corpus_is_read_as_well_as_the_product_is_held_to(shared: Path) -> None:
    """Of the figures of the English development corpus at least 96 in 100 are found at their place."""
    docs = json.loads((shared / "dev-corpus" / "en.json").read_text(encoding="utf8"))["docs"]
    gold = found = right = made = 0
    for doc in docs:
        claims = reading_of(doc)
        made += len(claims)
        for one in doc["claims"]:
            gold += 1
            place = doc["text"].find(one["surface"])
            near = [
                claim
                for claim in claims
                if abs(float(claim.value) - one["value"]) <= 1e-3 * one["value"]
                and (claim.figure.start <= place + len(one["surface"]) or place < 0)
            ]
            found += bool(near)
            right += any(same(one, claim) for claim in near)
    assert found / gold >= 0.96
    assert made <= gold * 1.02
    assert right / gold >= 0.80
