"""Odd cells: numbers, months, units and names as people and programmes write them."""

from pathlib import Path

import customs_files as files
import pytest
from odd_files import HEADER, read, reasons

from nktrade.errors import DocumentError


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1 234 567", 1234567.0),
        ("1\u00a0234", 1234.0),
        ("1\u202f234", 1234.0),
        ("1'234'567", 1234567.0),
        ('"1,234,567"', 1234567.0),
        ("1e12", 1e12),
        ("+5", 5.0),
    ],
)
def test_thousands_are_marked_in_many_ways(printed: str, value: float, tmp_path: Path) -> None:
    """Blanks of every width, apostrophes and commas part thousands."""
    customs = read(tmp_path, f"{HEADER}CHN,PRK,export,2018-06,USD,{printed},27\n")
    assert customs.frame["value"].tolist() == [value]


def semicolons(*values: str) -> str:
    lines = [f"CHN;PRK;export;2018-{month:02};USD;{one};27" for month, one in enumerate(values, 1)]
    return "\n".join([HEADER.strip().replace(",", ";"), *lines]) + "\n"


def test_a_decimal_comma_is_told_by_the_other_numbers(tmp_path: Path) -> None:
    """12,955 beside 0,5 is a fraction; beside 1,234,567 it is thousands; a point then is the other."""
    fractions = read(tmp_path, semicolons("12,955", "0,5", "1.234"))
    assert fractions.frame["value"].tolist() == [12.955, 0.5, 1234.0]
    thousands = read(tmp_path, semicolons("12,955", "1,234,567"))
    assert thousands.frame["value"].tolist() == [12955.0, 1234567.0]


def test_a_comma_that_nothing_explains_is_not_guessed(tmp_path: Path) -> None:
    """Cells parted by semicolons and 12,955 alone: a factor of a thousand is left to the user."""
    alone = semicolons("12,955", "7")
    customs = read(tmp_path, alone)
    assert customs.frame["value"].tolist() == [7.0]
    assert "is a fraction or thousands, and nothing says which" in reasons(customs)[0]
    assert read(tmp_path, alone, decimal=",").frame["value"].tolist() == [12.955, 7.0]
    assert read(tmp_path, alone, decimal=".").frame["value"].tolist() == [12955.0, 7.0]


def test_a_spreadsheets_power_of_ten_promises_no_more_digits(tmp_path: Path) -> None:
    """3.59E+12 stands for 3,593,601,435,602 as well: a text with that figure does not contradict it."""
    customs = read(tmp_path, files.plus({"primaryValue": "3.59E+12", "fobvalue": "3.59E+12"}))
    row = customs.to_ledger().frame.iloc[0]
    assert row["low"] <= 3_593_601_435_602 <= row["high"]


def test_words_for_no_figure_are_no_figures(tmp_path: Path) -> None:
    """R writes NA, pandas NaN: the value stays, the weight is missing, and Namibia stays Namibia."""
    customs = read(tmp_path, files.plus({"netWgt": "NA", "qty": "NaN", "partner2Code": "NA"}))
    assert customs.frame["value"].tolist() == [900.0]
    assert customs.frame["weight"].isna().all()
    assert customs.frame["scope"].isna().all()
    empty = read(tmp_path, HEADER + "CHN,NA,export,2018,USD,NA,27\nCHN,NA,export,2019,USD,1,27\n")
    assert empty.frame["partner"].tolist() == ["NAM"]
    assert reasons(empty) == ["no figure: the cell says 'NA'"]


@pytest.mark.parametrize("printed", ["-5", "(5)", "5 or 6", "5*", "inf", "1e999", "\u22125", "$5"])
def test_what_is_no_amount_is_set_apart(printed: str, tmp_path: Path) -> None:
    """Negative, infinite, marked or doubtful: nothing enters, and the reason shows the cell."""
    customs = read(tmp_path, f"{HEADER}CHN,PRK,export,2018-06,USD,{printed},27\n")
    assert len(customs.frame) == 0
    assert repr(printed) in reasons(customs)[0]


@pytest.mark.parametrize(
    ("printed", "span"),
    [
        (["2018-06-01", "2018-07-01"], ["2018-06", "2018-07"]),
        (["2018-06-30", "2018-07-31"], ["2018-06", "2018-07"]),
        (["2018-06-01 00:00:00"], ["2018-06"]),
        (["06/2018", "201807.0"], ["2018-06", "2018-07"]),
    ],
)
def test_months_stamped_as_days_are_months(
    printed: list[str], span: list[str], tmp_path: Path
) -> None:
    """Programmes write a month as its first or last day; every row of the file does so."""
    rows = "".join(f"CHN,PRK,export,{one},USD,5,27\n" for one in printed)
    frame = read(tmp_path, HEADER + rows).frame
    assert frame["period_start"].dt.strftime("%Y-%m").tolist() == span
    assert (frame["period_start"].dt.day == 1).all()
    assert frame["period_end"].dt.is_month_end.all()


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("43252", "a spreadsheet's number of a day"),
        ("2018-01-01", "one day, which may stand for a month or a year"),
        ("2018-06-15", "one day, which may stand for a month or a year"),
        ("Jun-18", "names no months"),
        ("2018-02-30", "names no months"),
    ],
)
def test_days_that_may_mean_more_are_not_guessed(printed: str, words: str, tmp_path: Path) -> None:
    """A day number, a first of January alone, a day in the middle: told, with what to write instead."""
    customs = read(tmp_path, f"{HEADER}CHN,PRK,export,{printed},USD,5,27\n")
    assert len(customs.frame) == 0
    assert words in reasons(customs)[0]


def test_year_and_month_in_two_columns_are_a_month(tmp_path: Path) -> None:
    """Twelve months of a year are never twelve years; quarters and names of months are read."""
    head = HEADER.replace("period", "year,{}")
    for column, cell, first in (("month", "6", 6), ("month", "June", 6), ("quarter", "Q2", 4)):
        line = f"CHN,PRK,export,2018,{cell},USD,5,27\n"
        frame = read(tmp_path, head.format(column) + line).frame
        assert frame["period_start"].dt.month.tolist() == [first]
        assert frame["period_end"].dt.month.tolist() == [6]


def test_a_title_that_spans_months_is_not_its_last_month(tmp_path: Path) -> None:
    """January to June above a table of K-stat is half a year, a bare year must be given."""
    text = files.KSTAT.decode("cp949")
    half = read(tmp_path, text.replace("06월", "01월~06월").encode("cp949")).frame
    assert half["period_start"].dt.month.unique().tolist() == [1]
    assert half["period_end"].dt.month.unique().tolist() == [6]
    with pytest.raises(DocumentError, match="expected also period"):
        read(tmp_path, text.replace(" 06월", "").encode("cp949"))


def test_tonnes_and_kilograms_are_never_taken_for_each_other(tmp_path: Path) -> None:
    """A column called weight must say its unit; our own frame, written out, is in tonnes still."""
    head, line = HEADER.replace("code", "code,weight"), "CHN,PRK,export,2018,USD,5,27,3\n"
    with pytest.raises(DocumentError, match="expected also weight_unit"):
        read(tmp_path, head + line)
    assert read(tmp_path, head + line, weight_unit="kg").frame["weight"].tolist() == [0.003]


def test_vintages_in_one_table_stand_side_by_side(tmp_path: Path) -> None:
    """A column as_of tells prints of one number apart: they are not added up."""
    head = HEADER.replace("code", "code,as_of")
    rows = (
        "CHN,PRK,export,2018-06,USD,5,27,2018-07-23\nCHN,PRK,export,2018-06,USD,6,27,2019-01-20\n"
    )
    ledger = read(tmp_path, head + rows).to_ledger().frame
    assert sorted(zip(ledger["as_of"].dt.year, ledger["value"], strict=True)) == [
        (2018, 5.0),
        (2019, 6.0),
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Lao People's Dem. Rep.", "LAO"),
        ("Côte d'Ivoire", "CIV"),
        ("Solomon Isds", "SLB"),
        ("United Rep. of Tanzania", "TZA"),
        ("Areas, nes", "_X"),
    ],
)
def test_names_that_comtrade_gives_areas_are_read(name: str, code: str, tmp_path: Path) -> None:
    """A table joined from Comtrade's answers keeps its names of countries."""
    customs = read(tmp_path, f'{HEADER}CHN,"{name}",export,2018-06,USD,5,27\n')
    assert customs.frame["partner"].tolist() == [code]


def test_names_of_countries_are_read_and_korea_is_not_guessed(tmp_path: Path) -> None:
    """China and North Korea are known; Korea may be either, and is set apart."""
    rows = "China,North Korea,export,2018,USD,5,27\n156,408,export,2019,USD,5,27\nchn,Korea,export,2018,USD,5,27\n"
    customs = read(tmp_path, HEADER + rows)
    assert set(customs.frame["partner"]) == {"PRK"}
    assert reasons(customs) == ["partner 'Korea' is not in the table of areas; give it with areas="]


def test_codes_that_became_fractions_are_codes(tmp_path: Path) -> None:
    """A programme that met an empty cell writes 408 as 408.0, and 2019 as 2019.0."""
    frame = read(tmp_path, "t,i,j,k,v,q\n2019.0,156.0,408.0,10121.0,1.5,2.0\n").frame
    asked = ["reporter", "partner", "code", "value", "weight"]
    assert frame[asked].to_numpy().tolist() == [["CHN", "PRK", "010121", 1500.0, 2.0]]


def test_a_code_stands_before_the_name_beside_it(tmp_path: Path) -> None:
    """A description is not the code; without an edition the codes are harmonized ones: 2701 is coal."""
    head = HEADER.replace("code", "code,commodity")
    frame = read(tmp_path, head + "CHN,PRK,export,2018,USD,5,2701,Coal; briquettes\n").frame
    assert frame[["code", "commodity"]].to_numpy().tolist() == [["2701", "coal"]]


@pytest.mark.parametrize(
    ("unit", "dollars"),
    [
        ("usd", 12),
        ("thousand USD", 12_000),
        ("US$1,000", 12_000),
        ("USD million", 12e6),
        ("万美元", 120_000),
    ],
)
def test_units_are_read_as_people_write_them(unit: str, dollars: float, tmp_path: Path) -> None:
    """Whatever the case, with a scale before or behind; a step is worth what the unit is."""
    rows = f'{HEADER}CHN,PRK,export,2018-06,"{unit}",12,27\n'
    customs = read(tmp_path, rows)
    assert customs.frame["value"].tolist() == [dollars]
    assert customs.frame["value_step"].tolist() == [dollars / 12]


@pytest.mark.parametrize(
    "columns",
    [
        "Value (thousand USD),Weight (kg)",
        "value_usd_thousand,net_weight_kg",
        "Trade value in thousand USD,weight [kg]",
    ],
)
def test_a_header_may_say_the_unit(columns: str, tmp_path: Path) -> None:
    """Behind the name, in brackets or not: the column is the one without it."""
    customs = read(
        tmp_path, f"reporter,partner,flow,period,code,{columns}\nCHN,PRK,X,2018,27,12.5,3000\n"
    )
    row = customs.frame.iloc[0]
    assert (row["value"], row["value_unit"], row["weight"]) == (12_500, "USD", 3)


def test_of_two_columns_of_value_one_is_read_and_the_other_told(tmp_path: Path) -> None:
    """China's query gives dollars and yuan: the note says which figures stand in the frame."""
    rows = "数据年月,商品编码,贸易伙伴名称,人民币,美元\n202201,27011100,朝鲜,88000,12955\n"
    customs = read(tmp_path, rows, flow="import")
    assert (customs.frame["value"].tolist(), customs.frame["value_unit"].tolist()) == (
        [12_955],
        ["USD"],
    )
    assert "not read: the column 人民币, as 美元 is read" in customs.notes
