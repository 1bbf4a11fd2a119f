"""News items whose figures are all consistent accuse nobody, and of slips planted in them those found stay found."""

import json
from pathlib import Path
from typing import Any

import pytest

import nktrade as nk
from nktrade.core.codes import Severity

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "press_texts.json"
DOCS: list[dict[str, Any]] = json.loads(CORPUS.read_text(encoding="utf-8"))["docs"]
AGAINST = {"text alone": "none", "baselines": None}


def accusing(doc: dict[str, Any], text: str, against: str | None = "none") -> list[str]:
    """The checks and baselines that accuse a figure of the text."""
    (one,) = nk.check(text, date=doc["date"], against=against).checked
    accusing = {Severity.ERROR, Severity.WARNING}
    found = [row.check for row in one.relations if row.severity in accusing]
    return found + [row.against for row in one.witnesses if row.severity in accusing]


@pytest.mark.parametrize("against", AGAINST.values(), ids=AGAINST)
@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: str(doc["id"]))
def test_a_consistent_text_accuses_nobody(doc: dict[str, Any], against: str | None) -> None:
    """Mixed precision, several wholes, revisions, sources that differ: nothing of it is a contradiction."""
    assert not accusing(doc, doc["text"], against)


@pytest.mark.parametrize(
    ("doc", "slip"),
    [
        pytest.param(doc, slip, id=f"{doc['id']}-{slip['instead'][-12:]}")
        for doc in DOCS
        for slip in [one for one in doc["slips"] if one["found"]][:1]
    ],
)
def test_a_slip_that_was_found_is_found(doc: dict[str, Any], slip: dict[str, str]) -> None:
    """A unit, a digit, a sign or a total that is wrong makes the text contradict itself."""
    assert accusing(doc, doc["text"].replace(slip["print"], slip["instead"]))


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: str(doc["id"]))
def test_a_slip_replaces_one_print(doc: dict[str, Any]) -> None:
    """What is replaced stands in the text once, and what is wrong stands in its place."""
    for slip in doc["slips"]:
        assert doc["text"].count(slip["print"]) == 1
        assert slip["wrong"].rstrip("%") in slip["instead"]
