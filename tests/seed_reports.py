"""Test support: texts in our own words that the rows of docs/seeds.md are tried on."""

from datetime import date

import nktrade as nk
from nktrade.core.claims import Claim

PUBLISHED = date(2020, 4, 30)
SMUGGLED = (
    "From January to August 2019 North Korea smuggled an estimated 3.7 million tons of coal worth "
    "$370 million to China by ship-to-ship transfer, the UN Panel of Experts said."
)


def claims_of(text: str) -> dict[str, Claim]:
    """What a text claims, by surface."""
    report = nk.read(nk.load(text, date=PUBLISHED))
    return {one.figure.surface: one for one in report.checked[0].reading.claims}


def errors_of(report: nk.Report) -> list[str]:
    """The checks of a report that end in an error."""
    found = report.findings
    return found.loc[found["severity"] == "error", "check"].tolist()


def report_of(text: str, day: date | None = PUBLISHED) -> nk.Report:
    """The whole road over one text, with every embedded baseline."""
    return nk.check(nk.load(text, date=day))


def notes_of(report: nk.Report, check: str) -> list[str]:
    """What the relations of one check say."""
    return [one.explanation for one in report.checked[0].relations if one.check == check]
