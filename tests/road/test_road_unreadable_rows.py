"""Rows of a customs file that nobody can read are findings, in every form, and may be accepted by what is printed."""

import datetime as dt
import json
import warnings
from pathlib import Path

import pytest

import nktrade as nk
from nktrade.checking import LeftOutWarning
from nktrade.cli import main
from nktrade.core.findings import Relation
from nktrade.customs import stored
from nktrade.report.accepting import entry
from nktrade.report.finding import Finding, findings_of
from nktrade.settings import read_settings

HEADER = "reporter,partner,flow,period,unit,value,code"
SLIP = "CHN,PRK,import,2024-01,USD,12o0,270112"
ROWS = ["CHN,PRK,export,2024-01,USD,1200,270112", SLIP, "CHN,PRK,import,2024-02,USD,-5,270112"]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """One sound row, one with a slip of the pen, one correction."""
    return written(tmp_path, ROWS)


def written(folder: Path, rows: list[str]) -> Path:
    path = folder / "t.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", "utf-8")
    return path


def checked(path: Path) -> nk.Report:
    return nk.check(path, against="none")


def told(report: nk.Report) -> list[Finding]:
    return [one for one in findings_of(report) if one.check == "unreadable rows"]


def surface(found: Finding) -> str:
    """What is printed there."""
    assert isinstance(found.entry, Relation)
    return str(found.entry.surface)


def status(path: Path, *options: str) -> int:
    return main(["check", str(path), "--against", "none", "-o", str(path) + ".out", *options])


def test_a_slip_of_the_pen_is_a_warning_at_its_cell(ledger: Path) -> None:
    """File and line, the row with the cell marked, what was expected and what to do; no figure is accused."""
    report = checked(ledger)
    (found,) = told(report)
    assert (found.severity, found.suspects, found.likely_value) == ("warning", (), None)
    assert report.explain(0).splitlines() == [
        "WARNING r1: value '12o0' is no number",
        f"  {ledger}:3",
        "  3 | CHN | PRK | import | 2024-01 | USD | 12o0 | 270112",
        "    |                                      ^^^^",
        "  because    expected a value in digits, or an empty cell where there is none",
        "             mend the cell",
    ]
    table = report.checked[0].table
    assert table is not None
    assert (table.kept, table.rejected, table.unreadable) == (1, 2, 1)
    assert "3 rows read, 1 kept, 2 rejected, 1 of them unreadable" in str(report)


def test_what_is_no_figure_stays_a_note_and_nothing_is_told_twice(ledger: Path) -> None:
    """The correction is noted, the slip is not noted again."""
    (note,) = (one for one in checked(ledger).checked[0].reading.notes if "rejected" in one)
    assert note == "1 rejected, on line 4: value '-5' is negative: a correction, no trade"


def test_only_who_asks_for_warnings_is_stopped(ledger: Path) -> None:
    """The exit status: 0 by default, 1 with --fail-on warning, and 0 for the same rows without the slip."""
    assert (status(ledger), status(ledger, "--fail-on", "warning")) == (0, 1)
    sound = written(ledger.parent, [ROWS[0], ROWS[2]])
    assert status(sound, "--fail-on", "warning") == 0


def test_every_form_has_it(ledger: Path) -> None:
    """JSON with the lines, SARIF on the cell under a rule of its own, HTML and the frame of findings."""
    report = checked(ledger)
    (relation,) = json.loads(report.to_json())["docs"][0]["relations"]
    assert relation["args"] == {"surface": "12o0", "lines": [3]}
    assert (relation["severity"], relation["verdict"]) == ("warning", "not checkable")
    run = json.loads(report.to_sarif())["runs"][0]
    (rule,), (result,) = run["tool"]["driver"]["rules"], run["results"]
    assert rule["shortDescription"]["text"].startswith("A row of figures cannot be read")
    assert result["level"] == "warning"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["charLength"]) == (3, len("12o0"))
    assert "no number" in report.to_html()
    row = report.findings.loc[0]
    assert (row["line"], row["surface"], row["check"]) == (3, "12o0", "unreadable rows")


def test_what_is_printed_is_accepted_until_a_day_and_no_other_slip_with_it(ledger: Path) -> None:
    """The entry that the finding proposes covers it on every line; another slip counts."""
    written(ledger.parent, [*ROWS, "CHN,JPN,import,2024-01,USD,12o0,27"])
    (found,) = told(checked(ledger))
    told_entry = entry(found).replace('because = ""', 'because = "printed so"')
    settings = ledger.parent / "pyproject.toml"
    settings.write_text(told_entry.replace('until = ""', "until = 2026-12-31"), "utf-8")
    wanted = read_settings(settings)

    def severities(rows: list[str], day: dt.date) -> list[str]:
        report = wanted.applied(checked(written(ledger.parent, rows)), day)
        return [one.severity.value for one in told(report)]

    until, after = dt.date(2026, 12, 31), dt.date(2027, 1, 1)
    assert severities(ROWS, until) == ["note"]
    assert severities(ROWS, after) == ["warning"]
    assert severities([*ROWS, SLIP.replace("12o0", "l200")], until) == ["warning", "note"]


def test_the_check_may_be_off_with_a_reason(ledger: Path) -> None:
    """A project whose files have rows of their own kind."""
    settings = ledger.parent / "pyproject.toml"
    settings.write_text('[tool.nktrade.off]\n"unreadable rows" = "notes amid rows"\n', "utf-8")
    report = read_settings(settings).applied(checked(ledger), dt.date(2026, 1, 1))
    assert told(report) == []


def test_rows_that_fail_for_one_reason_are_told_once(tmp_path: Path) -> None:
    """With their count and the first lines."""
    rows = [
        f"CHN,PRK,import,{year}-{month:02},Yen?,5,27"
        for year in range(1990, 2020)
        for month in range(1, 13)
    ]
    (found,) = told(checked(written(tmp_path, [ROWS[0], *rows])))
    assert found.entry.explanation.split("; ")[1] == "360 rows: lines 3, 4, 5, ..."
    assert [spot.start for spot in found.spots] == sorted(spot.start for spot in found.spots)
    assert len(found.spots) == 3


def test_a_log_names_every_row_that_is_told_of(tmp_path: Path) -> None:
    """The finding stands on the first of its lines, and the log leads to the others."""
    slips = ["CHN,PRK,import,2024-01,USD,12o0,270112", "CHN,PRK,import,2024-02,USD,12o0,270112"]
    report = checked(written(tmp_path, [slips[0], ROWS[0], slips[1]]))
    (found,) = json.loads(report.to_sarif())["runs"][0]["results"]
    places = [
        (one["message"]["text"], one["physicalLocation"]["region"]["startLine"])
        for one in found["relatedLocations"]
    ]
    assert found["locations"][0]["physicalLocation"]["region"]["startLine"] == 2
    assert places == [("12o0", 4)]


def test_many_unlike_slips_of_one_kind_are_told_as_one(tmp_path: Path) -> None:
    """Twenty are told one by one; one more, and all are one finding, whose acceptance holds for so many alone."""
    slips = [f"CHN,PRK,import,{1990 + n},USD,{n}x,27" for n in range(30)]
    assert len(told(checked(written(tmp_path, [ROWS[0], *slips[:20]])))) == 20
    surfaces = []
    for count in (21, 22):
        (found,) = told(checked(written(tmp_path, [ROWS[0], *slips[:count]])))
        assert f"{count} rows, and {count - 1} reasons like it: lines 3, 4, 5, ..." in str(
            found.entry.explanation
        )
        surfaces.append(surface(found))
    assert surfaces == ["0x, 1x, 2x and 18 more", "0x, 1x, 2x and 19 more"]


def test_a_file_read_in_parts_tells_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many rows are set apart before: those that are no figures do not crowd out those that are lost."""
    monkeypatch.setattr(stored, "PART", 4)
    monkeypatch.setattr(stored, "_KEPT", 5)
    blanks = [f"CHN,JPN,import,{1990 + n},USD,,27" for n in range(9)]
    path = written(tmp_path, [ROWS[0], *blanks, SLIP])
    whole, streamed = (checked(path), nk.check(path, against="none", max_size=10))
    assert [one.entry for one in told(streamed)] == [one.entry for one in told(whole)]
    assert told(streamed)[0].location.endswith(":12")


def test_a_baseline_with_such_rows_warns_as_before(ledger: Path) -> None:
    """Held against a text, the file is no document: what is left out is said at once, with all rows set apart."""
    with pytest.warns(
        LeftOutWarning, match=r"2 of 3 rows are left out, the first on line 3: value '12o0'"
    ):
        nk.check("China's exports to North Korea were $1,200 in January 2024.", against=[ledger])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        checked(ledger)


def test_what_a_cell_says_makes_no_markup(tmp_path: Path) -> None:
    """A cell is a stranger's: shown as it stands, on one line, and no script."""
    row = 'CHN,PRK,import,2024-01,USD,"<script>1</script>\n2; 3",270112'
    report = checked(written(tmp_path, [ROWS[0], row]))
    assert "<script>1" not in report.to_html()
    (found,) = told(report)
    assert "script" in surface(found)
    assert report.explain(0).startswith("WARNING r1: value")
