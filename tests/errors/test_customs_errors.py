"""Files and frames that are no customs data: the message says which, what was found, and what to do."""

from pathlib import Path

import pandas as pd
import pytest

from nktrade.customs import headings, mirror, read_customs, recognise, violations
from nktrade.customs.engines import lazy
from nktrade.customs.formats import formats, mapped
from nktrade.errors import CheckError, DocumentError, LedgerError, TableError


def written(folder: Path, data: bytes, name: str = "file.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def flows(**columns: object) -> pd.DataFrame:
    usual = {
        "reporter": ["CHN"],
        "partner": ["JPN"],
        "flow": ["export"],
        "code": ["27"],
        "value": [1.0],
    }
    return pd.DataFrame(usual | columns)


def test_an_unknown_header_is_shown_with_the_nearest_format(tmp_path: Path) -> None:
    """A column misspelt: the message names the format meant and what it lacks."""
    path = written(tmp_path, b"t,i,j,hs,v,q\n2019,156,408,010121,1,2\n")
    with pytest.raises(
        DocumentError,
        match=r"found the columns t, i, j, hs, v, q, .* nearest: baci, which also has k",
    ):
        recognise(path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "found an empty file"),
        (b"no table at all", "found the columns"),
        (b",", "found the columns none"),
        (b"<?xml version='1.0'?><items><item><year>2016", "ends or breaks early"),
        (
            b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><items><item/></items>",
            "declares entities",
        ),
        (
            b"code,description\n0101,Horses\n",
            "list of codes .*list of products.*, expected figures",
        ),
    ],
)
def test_a_file_without_figures_is_refused(data: bytes, words: str, tmp_path: Path) -> None:
    """Empty, cut off, dangerous or a list of codes: each is said to be what it is."""
    with pytest.raises(DocumentError, match=words):
        read_customs(written(tmp_path, data))


def test_a_file_that_is_not_there_is_named() -> None:
    """The path stands in the message."""
    with pytest.raises(DocumentError, match=r"nowhere\.csv: found no readable file"):
        read_customs("nowhere.csv")


def test_what_a_file_leaves_out_must_be_given(tmp_path: Path) -> None:
    """A query of China's customs does not say whether it shows exports or imports."""
    path = written(
        tmp_path, "数据年月,商品编码,贸易伙伴名称,美元\n202201,2701,朝鲜,5\n".encode("gb18030")
    )
    with pytest.raises(DocumentError, match=r"expected also flow; .*--given flow=.*given=\{'flow'"):
        read_customs(path)
    assert read_customs(path, given={"flow": "export"}).frame["value"].tolist() == [5.0]


def test_rows_that_cannot_enter_say_why(tmp_path: Path) -> None:
    """Strange areas, flows, numbers, units and periods, too few cells: each with its line."""
    header = b"reporter,partner,flow,period,unit,value,code\n"
    lines = [
        b"CHN,PRK,export,2018-06,USD,5,27",
        b"CHN,Atlantis,export,2018-06,USD,5,27",
        b"CHN,PRK,exprot,2018-06,USD,5,27",
        b"CHN,PRK,export,2018-13,USD,5,27",
        b"CHN,PRK,export,2018-06,parsec,5,27",
        b"CHN,PRK,export,2018-06,USD,5 or 6,27",
        b"CHN,PRK,export,2018-06,USD,-5,27",
        b"CHN,PRK,export,2018-06,USD,,27",
        b"CHN,PRK,export,2018-06",
    ]
    customs = read_customs(written(tmp_path, header + b"\n".join(lines)))
    assert len(customs.frame) == 1
    reasons = dict(zip(customs.rejected["line"], customs.rejected["reason"], strict=True))
    wanted = {
        3: "partner 'Atlantis' is not in the table of areas",
        4: "flow 'exprot' is none of export, import, total",
        5: "period '2018-13' names no months",
        6: "unit 'parsec' is not in the table of units",
        7: "value '5 or 6' is no number",
        8: "value '-5' is negative",
        9: "no figure: the cell is empty",
        10: "found 4 cells, expected 7",
    }
    assert reasons.keys() == wanted.keys()
    assert all(reasons[line].startswith(words) for line, words in wanted.items())


def test_a_mapping_with_an_unknown_field_is_refused(tmp_path: Path) -> None:
    """The nearest field is named; a file that is no TOML is said to be none."""
    with pytest.raises(TableError, match="did you mean 'columns'"):
        mapped(formats()["tidy"], {"colums": {"value": "v"}, "flows": {}})
    with pytest.raises(TableError, match="expected TOML"):
        mapped(formats()["tidy"], written(tmp_path, b"= nothing", "mine.toml"))


def test_unlike_sides_of_a_mirror_are_refused() -> None:
    """Dollars against euros, months against years, HS 2012 against HS 2017."""
    imports = flows(flow=["import"], reporter=["JPN"], partner=["CHN"])
    with pytest.raises(CheckError, match="units of value USD against EUR"):
        mirror(flows(value_unit=["USD"]), imports.assign(value_unit="EUR"))
    with pytest.raises(CheckError, match="months in a period 12 against 1"):
        mirror(flows(period=[2018]), imports.assign(period=201801))
    with pytest.raises(CheckError, match=r"editions of the codes H4 against H5.*chapters"):
        mirror(flows(classification=["H4"]), imports.assign(classification="H5"))


def test_codes_of_several_lengths_are_not_added_up_to_chapters() -> None:
    """Headings and subheadings in one table would count twice."""
    exports = flows(code=["27"], classification=["H4"])
    both = pd.concat([exports, exports.assign(code="2701")])
    imports = flows(flow=["import"], reporter=["JPN"], partner=["CHN"], classification=["H5"])
    with pytest.raises(CheckError, match="found codes of 2, 4 digits"):
        mirror(both, imports, revisions="chapters")


def test_a_table_without_a_needed_column_is_refused() -> None:
    """The nearest column is named."""
    with pytest.raises(CheckError, match=r"found no column 'value'.*did you mean 'values'"):
        mirror(flows().rename(columns={"value": "values"}), flows())
    with pytest.raises(CheckError, match="found no column 'code'"):
        headings(flows().drop(columns="code"))
    with pytest.raises(CheckError, match="of 2 digits alone, expected two levels"):
        headings(flows())
    with pytest.raises(LedgerError, match="found no column 'rwo'"):
        violations(flows(row=[1]), key=("rwo",))
    with pytest.raises(CheckError, match="found list, expected a frame"):
        lazy([1, 2])


def test_margins_in_falling_order_are_refused() -> None:
    """A low end above the high one is an exchange."""
    with pytest.raises(TableError, match="rising order"):
        mirror(flows(), flows(), margin=(1.2, 1.0))


def test_a_frame_that_breaks_its_promises_is_told_by_row(tmp_path: Path) -> None:
    """Validation names row, column and rule."""
    customs = read_customs(written(tmp_path, b"t,i,j,k,v,q\n2019,156,408,010121,1,2\n"))
    customs.frame.loc[0, "flow"] = "exprot"
    with pytest.raises(LedgerError, match="flow is one of export, import, total"):
        customs.validated()


def test_what_is_given_names_a_field(tmp_path: Path) -> None:
    """A slip in the name of what the file leaves out is told, with the nearest."""
    path = tmp_path / "trade.csv"
    path.write_text(
        "reporter,partner,flow,code,period,value\nCHN,PRK,X,27,2018,5\n", encoding="utf-8"
    )
    with pytest.raises(TableError, match=r"given: found 'value_unti'.*did you mean 'value_unit'"):
        read_customs(path, given={"value_unti": "USD"})
