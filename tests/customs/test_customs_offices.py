"""Files of national and regional offices give what the office counts, whatever their form."""

from pathlib import Path

import customs_files as files
import pytest

from nktrade.customs import read_customs


def test_chinas_monthly_table_gives_month_and_running_total(tmp_path: Path) -> None:
    """Ten cells a row, thousands of dollars by the second line; groups hold others; a dash is no nought."""
    customs = read_customs(files.written(tmp_path, files.GACC_PAGE, "page.htm"))
    north = customs.frame[customs.frame["partner"] == "PRK"]
    assert files.rows(north, "flow", "value", "value_step") == [
        ("total", 217e3, 1e3),
        ("total", 600e3, 1e3),
        ("export", 205e3, 1e3),
        ("export", 550e3, 1e3),
        ("import", 12e3, 1e3),
        ("import", 50e3, 1e3),
    ]
    assert north["period_start"].dt.month.tolist() == [6, 1, 6, 1, 6, 1]
    assert set(customs.frame.loc[customs.frame["is_aggregate"], "partner"]) == {"WLD", "ASIA"}
    dash = customs.rejected["reason"].str.contains("'-' is nought or missing")
    assert dash.sum() == 1


def test_january_and_february_may_be_one_release(tmp_path: Path) -> None:
    """Where February's column is the running total throughout, the release covers both months, once."""
    joint = [
        ["TOTAL", "9", "9", "6", "6", "3", "3", "", "", ""],
        ["Mongolia", "9", "9", "6", "6", "3", "3", "", "", ""],
    ]
    frame = read_customs(files.written(tmp_path, files.gacc_table("2.2020", joint), "a.htm")).frame
    assert set(frame["period_start"].dt.month) == {1}
    assert set(frame["period_end"].dt.month) == {2}
    assert frame.groupby(["partner", "flow"]).size().tolist() == [1] * 6
    apart = [[*row[:1], "5", "9", "4", "6", "1", "3", "", "", ""] for row in joint]
    frame = read_customs(files.written(tmp_path, files.gacc_table("2.2021", apart), "b.htm")).frame
    assert sorted(set(frame["period_start"].dt.month)) == [1, 2]


def test_chinas_workbook_reads_as_its_page(tmp_path: Path) -> None:
    """The same table in a workbook gives the same figures."""
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("python_calamine")
    book = openpyxl.Workbook()
    titles = [
        ["Imports and Exports by Country (Region) of Origin/Destination,6.2018"],
        ["Unit: US$1,000"],
    ]
    for row in [*titles, *files.GACC_ROWS]:
        book.active.append(row)
    book.save(tmp_path / "table.xlsx")
    page = read_customs(files.written(tmp_path, files.GACC_PAGE, "page.htm")).frame
    sheet = read_customs(tmp_path / "table.xlsx").frame
    same = ["flow", "partner", "period_start", "period_end", "value"]
    assert files.rows(sheet, *same) == files.rows(page, *same)


def test_chinas_query_reads_in_its_encoding_and_adds_provinces(tmp_path: Path) -> None:
    """GB18030, thousands marks, an empty last column; rows of two provinces are parts of one number."""
    path = files.written(tmp_path, files.GACC_QUERY)
    customs = read_customs(path, given={"flow": "import"})
    assert files.rows(customs.frame, "partner", "code", "value", "quantity", "quantity_unit") == [
        ("PRK", "27011100", 12955.0, 1.2, "t"),
        ("PRK", "27011100", 45.0, 0.8, "t"),
    ]
    assert customs.combined()["value"].tolist() == [13000.0]
    assert customs.to_ledger().frame["value"].tolist() == [13000.0, 2.0]
    again = files.written(
        tmp_path, files.GACC_QUERY.decode("gb18030").encode("utf-8-sig"), "again.csv"
    )
    assert read_customs(again, given={"flow": "import"}).frame["value"].tolist() == [12955.0, 45.0]


def test_koreas_answer_gets_its_noughts_back_and_its_total_stays_out(tmp_path: Path) -> None:
    """106191000 is 0106191000; the row 총계 holds the others and names no country."""
    customs = read_customs(files.written(tmp_path, files.KOREA_XML, "answer.xml"))
    assert files.rows(customs.frame, "flow", "partner", "code", "value") == [
        ("export", "CHN", "0106191000", 300.0),
        ("import", "CHN", "0106191000", 7.0),
    ]
    assert set(customs.rejected["reason"]) == {"the file's own total: it holds the other rows"}


def test_a_month_written_as_a_decimal_may_be_october(tmp_path: Path) -> None:
    """Beside 2016.11 and without 2016.10, 2016.1 is January or October: it is set apart."""
    head = b"year,statCd,hsCd,expWgt,expDlr,impWgt,impDlr\n"
    doubtful = read_customs(
        files.written(tmp_path, head + b"2016.1,CN,27,1,2,3,4\n2016.11,CN,27,1,2,3,4\n")
    )
    assert doubtful.rejected["reason"].str.contains("January or October").sum() == 2
    plain = read_customs(
        files.written(tmp_path, head + b"2016.1,CN,27,1,2,3,4\n2016.10,CN,27,1,2,3,4\n")
    )
    assert plain.frame["period_start"].dt.month.tolist() == [1, 10, 1, 10]


def test_kstat_takes_its_period_from_the_line_above(tmp_path: Path) -> None:
    """Thousands of dollars, cp949, the month above the header."""
    customs = read_customs(files.written(tmp_path, files.KSTAT))
    china = customs.frame[customs.frame["partner"] == "CHN"]
    assert files.rows(china, "flow", "value", "weight") == [
        ("export", 60e3, 0.5),
        ("import", 30e3, 0.2),
    ]
    assert str(china["period_start"].iloc[0].date()) == "2018-06-01"


def test_the_1718_table_keeps_both_units(tmp_path: Path) -> None:
    """Barrels and tonnes stand side by side: the factor between them is the supplier's own."""
    customs = read_customs(files.written(tmp_path, files.UN_1718))
    assert files.rows(
        customs.frame,
        "reporter",
        "partner",
        "flow",
        "commodity",
        "quantity",
        "quantity_unit",
        "weight",
    ) == [("CHN", "PRK", "export", "refined petroleum", 11745.0, "bbl", 1410.0)]
    assert len(customs.rejected) == 1
    assert sorted(customs.to_ledger().frame["unit"]) == ["bbl", "t"]


def test_imts_values_are_dollars_already(tmp_path: Path) -> None:
    """SCALE 6 is not applied again; World is G001; a description may hold line ends."""
    customs = read_customs(files.written(tmp_path, files.IMTS))
    assert files.rows(
        customs.frame, "flow", "partner", "value", "valuation", "value_estimated", "is_aggregate"
    ) == [
        ("import", "PRK", 12965000.0, "cif", True, False),
        ("export", "WLD", 2.5e12, "fob", False, True),
    ]


def test_japans_months_to_come_are_no_noughts(tmp_path: Path) -> None:
    """Months after the last with trade are not published; a nought before it is one. Yen in thousands."""
    customs = read_customs(files.written(tmp_path, files.ESTAT))
    assert files.rows(customs.frame, "flow", "partner", "code", "value", "quantity")[:1] == [
        ("import", "CHN", "040412000", 40e3, 0.004)
    ]
    assert customs.frame["period_start"].dt.month.tolist() == [1, 1, 2, 2]
    assert customs.frame["value"].tolist() == [40e3, 0.0, 60e3, 50e3]
    assert customs.rejected["reason"].str.contains("not published yet").sum() == 20


def test_comext_keeps_confidential_codes_and_namibia(tmp_path: Path) -> None:
    """NA is Namibia, 99RRR100 a code, month 52 a year; procedure 4 holds the others; both editions read."""
    customs = read_customs(files.written(tmp_path, files.COMEXT_OLD))
    assert files.rows(customs.frame, "partner", "code", "value_unit", "is_aggregate") == [
        ("NAM", "99RRR100", "EUR", False),
        ("PRK", "01019000", "EUR", True),
    ]
    assert customs.frame["period_end"].dt.month.tolist() == [1, 12]
    new = read_customs(files.written(tmp_path, files.COMEXT_NEW)).frame
    assert files.rows(new, "reporter", "partner", "flow", "value", "weight") == [
        ("FRA", "PRK", "export", 90.0, 0.005)
    ]


def test_a_column_that_stands_twice_must_say_one_thing(tmp_path: Path) -> None:
    """TIME_PERIOD twice: rows where the two differ are set apart; a measure of weight is a weight."""
    customs = read_customs(files.written(tmp_path, files.COMEXT_SDMX))
    assert customs.frame["value"].fillna(-1).tolist() == [90.0, -1.0]
    assert customs.frame["weight"].fillna(-1).tolist() == [-1.0, 0.3]
    assert customs.rejected["reason"].tolist() == [
        "column TIME_PERIOD stands twice and says two things"
    ]
