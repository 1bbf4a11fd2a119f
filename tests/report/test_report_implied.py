"""What follows, and what is not checkable, is told: in the frame, the text and the JSON."""

import json
from datetime import date

import pandas as pd
import pytest
from told import claim, reading, statement

from nktrade.core.documents import Document
from nktrade.noting import follows, notes
from nktrade.report.report import Checked, Report
from nktrade.report.rows import IMPLIED_COLUMNS
from nktrade.report.schema import IMPLIED
from nktrade.witnessing import Text

COAL = claim("c1", "3.7", "t", "2019-01/2019-08", scale=10**6)
WORTH = claim("c2", "370", "USD", "2019-01/2019-08", scale=10**6)


@pytest.fixture(scope="module")
def report() -> Report:
    """Coal of 2019 by weight and value, and a statement whose month nobody printed."""
    told = reading(COAL, WORTH, statement("s1", "resumed"))
    text = Text(Document(id="own", text="x" * 99, date=date(2020, 4, 30)), told)
    found = notes(text, {}, frozenset())
    one = Checked(
        document=text.document, reading=told, relations=found, implied=follows(text, found)
    )
    return Report(checked=(one,))


def test_the_frame_has_a_row_for_each_implied_value(report: Report) -> None:
    """Some 100 dollars a tonne and 462,500 tonnes a month, with claims and assumptions."""
    frame = IMPLIED.validate(report.implied)
    assert list(frame.columns) == list(IMPLIED_COLUMNS)
    price = frame[frame["cell"].str.endswith("USD/t")].iloc[0]
    assert price["low"] < 100 < price["high"]
    assert price["claims"] == "c2 c1"
    monthly = frame[frame["cell"].str.endswith("t/month")].iloc[0]
    assert monthly["assumptions"] == "as much in every month"
    pd.testing.assert_frame_equal(frame, report.implied)


def test_text_and_json_tell_the_same(report: Report) -> None:
    """The terminal tells what follows, JSON has every row."""
    text = report.to_text()
    coal = "coal exports of North Korea to China, January to August 2019"
    assert f'"{WORTH.figure.surface}" and "{COAL.figure.surface}": {coal}' in " ".join(text.split())
    (told,) = json.loads(report.to_json())["docs"]
    assert len(told["implied"]) == len(report.implied)


def test_what_is_not_checkable_is_said(report: Report) -> None:
    """A turn without a date is counted, and why it is held against no month is said."""
    text = " ".join(report.to_text().split())
    assert "1 statement without a number read, 1 not checkable against months" in text
    assert 'not checkable, as it is not dated: s1 "coal exports resumed"' in text


def test_every_form_shows_a_note(report: Report) -> None:
    """The ban stands in text, JSON, CSV, HTML and SARIF, and none speaks of a figure as wrong."""
    for form in (report.to_text, report.to_json, report.to_csv, report.to_html, report.to_sarif):
        assert "inside a ban" in " ".join(form().split())
        assert "likely wrong:" not in form()
