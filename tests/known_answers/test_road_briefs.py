"""The same road finds other months: briefs of real months with one slip each."""

import pandas as pd
import pytest

from nktrade.checking import Walk
from nktrade.core.codes import Severity, Verdict
from nktrade.core.documents import Document
from nktrade.ledger.baselines import baseline
from nktrade.report.report import Checked
from nktrade.testing.briefs import briefs_from_baseline
from nktrade.testing.faults import FaultyReport

SEEDS = (1, 2, 3)


def months() -> pd.DataFrame:
    """The monthly levels in dollars that the press printed."""
    frame = baseline("china_customs").frame
    is_month = frame["period_start"].dt.to_period("M") == frame["period_end"].dt.to_period("M")
    levels = frame[(frame["kind"] == "level") & (frame["unit"] == "USD") & is_month]
    return levels.assign(period=levels["period_start"].dt.strftime("%Y-%m"))


def named(brief: FaultyReport, checked: Checked) -> str:
    """Whether the figure with the slip, and no other, was named as wrong."""
    guilty = {
        claim.id
        for claim in checked.reading.claims
        for slip in brief.faulty
        if claim.figure.start < slip.figure.end and slip.figure.start < claim.figure.end
    }
    suspects = {
        claim
        for relation in checked.relations
        if relation.severity is Severity.ERROR and relation.verdict is Verdict.LOCATED
        for claim in relation.suspect
    }
    if not suspects:
        return "open"
    return "right" if suspects == guilty else "wrong"


@pytest.mark.parametrize("seed", SEEDS)
def test_slips_in_other_months_are_named(seed: int) -> None:
    """Of twenty briefs at least sixteen suspects are right, and none is wrong."""
    briefs = briefs_from_baseline(months(), seed)
    documents = [
        Document(id=f"brief-{number}", text=brief.text, date=brief.date, lang="en")
        for number, brief in enumerate(briefs)
    ]
    report = Walk.of(documents, None).report()
    answers = [named(brief, checked) for brief, checked in zip(briefs, report.checked, strict=True)]
    assert len(answers) == 20
    assert answers.count("wrong") == 0
    assert answers.count("right") >= 16
