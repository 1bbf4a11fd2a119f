"""Any frame is printed aligned, as CSV or as JSON, and says what it leaves out."""

import json

import pandas as pd

from nktrade.report import tables

FRAME = pd.DataFrame(
    {
        "partner": ["CHN", "=1+1", None],
        "value": [1.5, float("inf"), 2_000_000.0],
        "rows": [1, 2, 3],
        "day": pd.to_datetime(["2018-06-30", None, "2018-07-31"]),
        "note": [None, None, None],
    }
)


def test_an_aligned_table_leaves_out_empty_columns_and_says_so() -> None:
    """A column without a value is named once, not printed."""
    told = tables.as_text(FRAME).splitlines()
    assert "note" not in told[0]
    assert told[-1] == "3 rows; empty columns: note"
    assert "2018-06-30" in told[1]


def test_an_aligned_table_ends_where_nobody_reads_on() -> None:
    """The count of all rows stands beneath the first two thousand."""
    told = tables.as_text(pd.DataFrame({"value": range(2_500)})).splitlines()
    assert len(told) == 2_002
    assert told[-1] == "2,500 rows, of which the first 2,000: --format csv has all"


def test_csv_is_defused_and_json_has_nulls() -> None:
    """Formulas lose their power, and what is missing or infinite is null."""
    assert "'=1+1" in tables.as_csv(FRAME)
    rows = json.loads(tables.as_json(FRAME))["rows"]
    assert rows[1]["value"] is None
    assert rows[2]["value"] == 2_000_000
    assert rows[0]["day"] == "2018-06-30"
    assert rows[2]["partner"] is None


def test_an_empty_frame_is_a_header() -> None:
    """No row still says which columns there are."""
    assert tables.as_text(FRAME.head(0)).splitlines()[-1] == "0 rows"
    assert tables.as_csv(FRAME.head(0)) == "partner,value,rows,day,note\n"
