"""``nk.check`` with customs files: their own sums, the rows at fault, and folders that mix them with texts."""

import json
from pathlib import Path

import pytest

import nktrade as nk
from nktrade.core.codes import Severity, Verdict
from nktrade.core.findings import Relation

HEADER = "reporter,partner,flow,code,period,value,unit\n"
WORLD = {"PRK": 1_234_567, "MNG": 8_765_431, "JPN": 55_443_322, "VNM": 7_318_296, "KHM": 3_141_592}


def tidy(*rows: tuple[str, str, str, str, int]) -> bytes:
    """A tidy file of China's trade: partner, flow, code, period, value."""
    return (HEADER + "".join(f"CHN,{','.join(map(str, row))},USD\n" for row in rows)).encode()


def by_partner(codes: int = 4) -> list[tuple[str, str, str, str, int]]:
    """Exports of some chapters to five partners and World, all of which add up."""
    rows = []
    for number in range(codes):
        values = {area: value * (number + 1) + number for area, value in WORLD.items()}
        rows += [(area, "X", f"{20 + number}", "2018", value) for area, value in values.items()]
        rows.append(("WLD", "X", f"{20 + number}", "2018", sum(values.values())))
    return rows


def changed(rows: list[tuple[str, str, str, str, int]], at: int, value: int) -> bytes:
    """The file with one value written otherwise."""
    return tidy(*rows[:at], (*rows[at][:4], value), *rows[at + 1 :])


def checked(folder: Path, data: bytes, name: str = "trade.csv") -> nk.Report:
    path = folder / name
    path.write_bytes(data)
    return nk.check(path, against="none")


def only(report: nk.Report) -> Relation:
    (found,) = report.checked[0].relations
    return found


def test_a_file_that_adds_up_has_no_finding(tmp_path: Path) -> None:
    """Its rows and sums are counted, and the exit status is 0."""
    report = checked(tmp_path, tidy(*by_partner()))
    table = report.checked[0].table
    assert table is not None
    assert (table.read, table.kept, table.rejected) == (24, 24, 0)
    assert [(one.check, one.counts) for one in table.sums] == [("partners", (("holds", 4),))]
    assert report.findings.empty
    assert report.exit_status() == 0


def test_a_slip_of_digits_in_one_row_is_found_with_its_line(tmp_path: Path) -> None:
    """The row, what it most likely was, and exit status 1: its line is that of the file."""
    rows = by_partner()
    report = checked(tmp_path, changed(rows, 3, 7_381_296))
    found = only(report)
    assert (found.check, found.severity, found.verdict) == (
        "partners",
        Severity.ERROR,
        Verdict.LOCATED,
    )
    assert found.likely_value == rows[3][4]
    assert report.findings.loc[0, "line"] == 5
    assert report.findings.loc[0, "surface"] == "7381296"
    assert "7,381,296" not in report.explain(0)
    assert "two neighbouring digits exchanged" in report.explain(0)
    assert report.exit_status() == 1


def test_parts_that_fall_short_are_told_only_where_the_file_has_all_parts(tmp_path: Path) -> None:
    """World beside a few partners is no finding; a short sum among whole ones is a warning."""
    few = [row for row in by_partner() if row[0] in {"PRK", "WLD"}]
    report = checked(tmp_path, tidy(*few))
    assert report.findings.empty
    assert "4 sums fall short of the whole" in report.to_text()
    rows = by_partner()
    without = checked(tmp_path, tidy(*rows[:1], *rows[2:]))
    assert (only(without).severity, only(without).suspect) == (Severity.WARNING, ())
    assert only(without).repairs == ()
    assert without.exit_status() == 0
    assert without.exit_status("warning") == 1


def test_a_chapter_that_offices_use_as_they_like_makes_no_error(tmp_path: Path) -> None:
    """Headings that other chapters keep confidential are printed under 9999: more than chapter 99 has."""
    shown = {"27": {"2701": 4_711, "2710": 815}, "99": {"9999": 9_351}}
    rows = [
        ("PRK", "X", code, "2018", value) for one in shown.values() for code, value in one.items()
    ]
    rows += [("PRK", "X", "27", "2018", 5_526 + 2_345), ("PRK", "X", "99", "2018", 9_351 - 2_345)]
    rows.append(("PRK", "X", "TOTAL", "2018", 5_526 + 9_351))
    found = only(checked(tmp_path, tidy(*rows)))
    assert (found.check, found.severity, found.suspect) == ("headings", Severity.WARNING, ())
    assert "what other chapters keep confidential" in found.explanation


def test_a_figure_that_other_sums_bear_out_is_not_the_likely_one(tmp_path: Path) -> None:
    """A chapter that fits total trade is not accused where one of its headings does not fit it."""
    parts = {"27": {"2701": 4_711, "2710": 815}, "72": {"7201": 2_222, "7202": 3_333}}
    rows = [
        ("PRK", "X", code, "2018", value)
        for group in parts.values()
        for code, value in group.items()
    ]
    rows += [("PRK", "X", code, "2018", sum(group.values())) for code, group in parts.items()]
    rows.append(("PRK", "X", "TOTAL", "2018", sum(value for *_, value in rows[4:])))
    found = only(checked(tmp_path, changed(rows, 0, 47_110)))
    assert (found.check, found.severity) == ("headings", Severity.ERROR)
    assert found.likely_value is None or found.likely_value in {4_710, 4_711}
    (suspect,) = found.suspect
    assert suspect == "c1"


def test_months_beside_a_year_may_be_revised(tmp_path: Path) -> None:
    """A little off is a warning; off by more than any office revises is an error."""
    months = [("PRK", "X", "TOTAL", f"2018{month:02}", 1_000_003 + month) for month in range(1, 13)]
    year = ("PRK", "X", "TOTAL", "2018", sum(value for *_, value in months))
    assert checked(tmp_path, tidy(*months, year)).findings.empty
    near = only(checked(tmp_path, changed([*months, year], 4, 1_077_777)))
    assert (near.check, near.severity) == ("periods", Severity.WARNING)
    far = only(checked(tmp_path, changed([*months, year], 4, 10_000_080)))
    assert far.severity is Severity.ERROR


def test_total_trade_is_exports_and_imports(tmp_path: Path) -> None:
    """Neither more nor less: nothing about a total may be confidential."""
    rows = [("PRK", "X", "TOTAL", "2018", 700), ("PRK", "M", "TOTAL", "2018", 41)]
    assert checked(tmp_path, tidy(*rows, ("PRK", "total", "TOTAL", "2018", 741))).findings.empty
    found = only(checked(tmp_path, tidy(*rows, ("PRK", "total", "TOTAL", "2018", 759))))
    assert (found.check, found.severity) == ("flows", Severity.ERROR)


def test_rows_of_one_cell_make_no_error(tmp_path: Path) -> None:
    """What had to be added up first may be the same trade twice."""
    rows = by_partner()
    again = (*rows[0][:4], rows[0][4] + 1)
    found = only(checked(tmp_path, tidy(*rows, again)))
    assert found.severity is Severity.WARNING
    assert "rows of one cell were added up: lines 2, 26" in found.explanation


def test_a_folder_may_hold_texts_and_customs_files(tmp_path: Path) -> None:
    """In their order; what one is, its content decides, its name never."""
    (tmp_path / "b.txt").write_bytes(tidy(*by_partner()))
    (tmp_path / "a.md").write_text("In June China sold goods for $24 million to Japan.\n", "utf-8")
    report = nk.check(tmp_path, against="none")
    assert [(one.document.id, one.table is not None) for one in report.checked] == [
        ("a", False),
        ("b", True),
    ]
    assert not report.unread


def test_a_journal_keeps_customs_files(tmp_path: Path) -> None:
    """A run in parts tells of them what a whole one does."""
    from nktrade.folders import check_folder  # noqa: PLC0415 - processes come with it

    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "trade.csv").write_bytes(changed(by_partner(), 3, 7_381_296))
    told = check_folder([folder], tmp_path / "journal", options={"against": "none"})
    whole = nk.check(folder, against="none")
    assert json.loads(told.text) == json.loads(whole.to_json())
    assert told.exit_status("error") == 1


def test_a_customs_file_is_told_in_every_form(tmp_path: Path) -> None:
    """Counts in JSON and on the page; the cited rows alone are its text."""
    report = checked(tmp_path, changed(by_partner(), 3, 7_381_296))
    (entry,) = json.loads(report.to_json(with_text=True))["docs"]
    assert entry["table"]["read"] == 24
    assert entry["table"]["sums"] == {"partners": {"holds": 3, "parts exceed whole": 1}}
    assert len(entry["claims"]) == 6
    assert entry["text"].count("\n") == 6
    assert "24 rows read, 24 kept, 0 rejected" in report.to_html()
    assert '"startLine": 5' in report.to_sarif()


def test_a_bundle_of_a_customs_file_replays(tmp_path: Path) -> None:
    """Byte for byte, from the bytes that were kept."""
    from nktrade.replaying import replay  # noqa: PLC0415 - only this test needs it

    report = checked(tmp_path, changed(by_partner(), 3, 7_381_296))
    report.bundle(tmp_path / "bundle")
    assert replay(tmp_path / "bundle").is_same


def test_rows_are_mended_in_the_file(tmp_path: Path) -> None:
    """An amendment is of a reading, and a customs file is not read as a text is."""
    report = checked(tmp_path, changed(by_partner(), 3, 7_381_296))
    with pytest.raises(nk.NktradeError, match="mend its rows in the file"):
        report.amend("c4", because="a slip", flow="import")


def test_a_customs_file_has_no_claims_to_list(tmp_path: Path) -> None:
    """Reading alone says what to do instead."""
    from nktrade.road import read  # noqa: PLC0415 - only this test needs it

    path = tmp_path / "trade.csv"
    path.write_bytes(tidy(*by_partner()))
    with pytest.raises(nk.NktradeError, match="add it up with nktrade check"):
        read(path)


def test_what_a_file_leaves_out_is_given(tmp_path: Path) -> None:
    """A query without its direction is read where the user says it, in the shell and replayed."""
    from nktrade.cli import main  # noqa: PLC0415 - only this test needs it
    from nktrade.replaying import replay  # noqa: PLC0415 - as above

    path = tmp_path / "query.csv"
    path.write_text("数据年月,商品编码,贸易伙伴名称,美元\n202201,27011100,朝鲜,12955\n", "gb18030")
    with pytest.raises(nk.NktradeError, match="--given flow="):
        nk.check(path, against="none")
    report = nk.check(path, against="none", given={"flow": "import"})
    assert report.checked[0].table
    assert report.checked[0].table.kept == 1
    report.bundle(tmp_path / "bundle")
    assert replay(tmp_path / "bundle").is_same
    out = str(tmp_path / "out.json")
    told = ["check", str(path), "--against", "none", "--format", "json", "-o", out]
    assert main(told) == 2
    assert main([*told, "--given", "flow=import", "--given", "period=2018"]) == 0


def test_a_partners_file_is_a_mirror(tmp_path: Path) -> None:
    """What freight and insurance explain is no finding; what they do not is a note that accuses nobody."""
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    rows = [("KOR", "X", "TOTAL", "2018", 108_000_000), ("JPN", "X", "TOTAL", "2018", 147_000_000)]
    ours.write_bytes(tidy(*rows))
    theirs.write_text(
        f"{HEADER}KOR,CHN,M,TOTAL,2018,112000000,USD\nJPN,CHN,M,TOTAL,2018,290000000,USD\n", "utf-8"
    )
    report = nk.check(ours, against=theirs)
    seoul, tokyo = report.checked[0].witnesses
    assert (seoul.holds, seoul.severity) == (None, None)
    assert "within the margin of freight and insurance" in seoul.explanation
    assert (tokyo.holds, tokyo.severity) == (None, Severity.NOTE)
    assert "outside the margin of freight and insurance" in tokyo.explanation
    assert report.exit_status() == 0
