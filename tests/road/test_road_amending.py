"""A misreading mended by hand: rerun, kept, undone exactly."""

import json

import pytest

import nktrade as nk
from nktrade.report.amendments import AmendmentError

BRIEF = (
    "In June 2018 China exported goods worth $24 million to Japan and imported goods worth $31 million "
    "from it. Trade between the two came to $79 million."
)


@pytest.fixture(scope="module")
def report() -> nk.Report:
    """A text whose parts do not make its total."""
    return nk.check(BRIEF, against="none")


def claim_of(report: nk.Report, surface: str) -> str:
    """The id of the claim with these printed words."""
    claims = report.checked[0].reading.claims
    return next(one.id for one in claims if one.figure.surface == surface)


def test_an_amended_claim_is_checked_anew(report: nk.Report) -> None:
    """With the total read as another year's, nothing contradicts."""
    name = claim_of(report, "$79 million")
    mended = report.amend(name, period="2017", because="the sum is last year's")
    assert report.exit_status() == 1
    assert mended.exit_status() == 0
    assert mended.amendments[0].because == "the sum is last year's"


def test_what_a_person_said_is_not_doubted(report: nk.Report) -> None:
    """An amended field is sure, and neither inferred nor missing."""
    name = claim_of(report, "$79 million")
    mended = report.amend(name, partner="WLD", because="the world's")
    (claim,) = [one for one in mended.checked[0].reading.claims if one.id == name]
    assert dict(claim.confidence)["partner"] == 1.0
    assert "partner" not in claim.inferred


def test_undoing_is_exact(report: nk.Report) -> None:
    """After undoing, the report equals the one before, amendment by amendment."""
    once = report.drop(claim_of(report, "$79 million"), because="not a trade figure")
    twice = once.amend(claim_of(report, "$24 million"), flow="total", because="both ways")
    assert twice.undo() == once
    assert twice.undo().undo() == report


def test_an_added_claim_stands_at_its_words(report: nk.Report) -> None:
    """A claim that was overlooked gets the place of its surface."""
    more = report.add("Japan", digits="5", unit="USD", kind="level", because="from the annex")
    (added,) = [one for one in more.checked[0].reading.claims if one.id == "a1"]
    assert BRIEF[added.figure.start : added.figure.end] == "Japan"


def test_amendments_are_exported(report: nk.Report) -> None:
    """The JSON tells what was changed and why; without amendments it says nothing of them."""
    mended = report.amend(claim_of(report, "$24 million"), partner="WLD", because="all buyers")
    (entry,) = json.loads(mended.to_json())["amendments"]
    assert (entry["action"], entry["because"]) == ("amend", "all buyers")
    assert entry["fields"] == {"partner": "WLD"}
    assert "amendments" not in json.loads(report.to_json())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda report: report.amend("c99", because="x"), "found none of that name"),
        (lambda report: report.drop("c1", because=" "), "found no reason"),
        (lambda report: report.amend("c1", colour="red", because="x"), "found no such field"),
        (lambda report: report.amend("c1", flow="up", because="x"), "found no such flow"),
        (lambda report: report.add("Peru", digits="1", because="x"), "found no 'Peru'"),
        (lambda report: report.add("Japan", because="x"), "found no digits"),
        (lambda report: report.amend("c1", document="d", because="x"), "document 'd'"),
        (lambda _: nk.Report().undo(), "no road made"),
    ],
)
def test_wrong_amendments_say_what_is_wrong(report: nk.Report, change: object, words: str) -> None:
    """Each message tells what was found and what was expected."""
    with pytest.raises(AmendmentError, match=words):
        change(report)  # type: ignore[operator]  # a function of the report
