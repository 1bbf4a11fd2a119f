"""The shell passes its options on, answers in the form asked for, and exits as promised."""

import datetime as dt
import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from report_brief import BRIEF
from report_flagship import FLAGSHIP, of_text
from report_stub import StubRoad

from nktrade.checks import NOTES
from nktrade.cli import main
from nktrade.core.documents import Document, Unread


def test_check_prints_the_findings_and_exits_1(
    stub_road: StubRoad, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error among the findings makes the status 1."""
    assert main(["check", "june.md"]) == 1
    assert "ERROR r1" in capsys.readouterr().out
    assert stub_road.calls == [("check", [Path("june.md")], {"progress": False})]


def test_options_reach_the_road(stub_road: StubRoad) -> None:
    """Every option arrives as what it means."""
    arguments = "check a b --against none --against mine.csv --date 2018-08-20 --lang ko"
    arguments += " --encoding GB18030 --context none --max-size 5M --quiet"
    main(arguments.split())
    assert stub_road.calls[0][1:] == (
        [Path("a"), Path("b")],
        {
            "progress": False,
            "against": ["none", "mine.csv"],
            "date": dt.date(2018, 8, 20),
            "lang": "ko",
            "encoding": "gb18030",
            "context": "none",
            "max_size": 5_000_000,
        },
    )


@pytest.mark.parametrize(
    ("form", "sign"),
    [
        ("text", "ERROR r1"),
        ("json", '"schema_version": 1'),
        ("csv", "document,id,severity"),
        ("html", "<!doctype html>"),
        ("sarif", '"version": "2.1.0"'),
    ],
)
@pytest.mark.usefixtures("stub_road")
def test_check_answers_in_every_form(
    form: str, sign: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Text, JSON, CSV, HTML and SARIF come from the one report."""
    main(["check", "x", "--format", form])
    assert sign in capsys.readouterr().out


@pytest.mark.parametrize(
    ("form", "sign"),
    [("text", "as printed"), ("json", '"claims": ['), ("csv", "document,id,surface")],
)
@pytest.mark.usefixtures("stub_road")
def test_claims_answer_in_every_form(
    form: str, sign: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The claims alone judge nothing, so the status is 0."""
    assert main(["claims", "x", "--format", form]) == 0
    told = capsys.readouterr().out
    assert sign in told
    assert "cannot all be true" not in told


@pytest.mark.parametrize(("level", "status"), [("error", 1), ("warning", 1), ("never", 0)])
@pytest.mark.usefixtures("stub_road")
def test_the_status_follows_fail_on(level: str, status: int) -> None:
    """A build fails on what its user chose."""
    assert main(["check", "x", "--fail-on", level, "--format", "csv"]) == status


def test_nothing_found_exits_0(stub_road: StubRoad) -> None:
    """A silent report is a success."""
    stub_road.report = of_text("Nothing.")
    assert main(["check", "x"]) == 0


def test_standard_input_becomes_a_document(
    stub_road: StubRoad, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dash stands for what is piped in."""
    piped = io.TextIOWrapper(io.BytesIO(b"Exports fell."))
    monkeypatch.setattr(sys, "stdin", piped)
    main(["check", "-"])
    document = stub_road.calls[0][1][0]
    assert isinstance(document, Document)
    assert (document.id, document.text) == ("stdin", "Exports fell.")


def test_unread_files_are_named_on_stderr_where_the_form_does_not(
    stub_road: StubRoad, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder read in part is done, and what is missing is named; --quiet silences that."""
    stub_road.report = replace(
        FLAGSHIP, unread=(Unread(file="a.png", reason="a.png: found a picture"),)
    )
    main(["check", "folder", "--format", "json"])
    captured = capsys.readouterr()
    assert captured.err == "nktrade: not read: a.png: found a picture\n"
    assert json.loads(captured.out)["unread"][0]["file"] == "a.png"
    main(["check", "folder", "--format", "json", "--quiet"])
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("stub_road")
def test_a_file_is_written_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file holds the answer, stdout nothing, and no part is left behind."""
    target = tmp_path / "out.json"
    target.write_text("old")
    main(["check", "x", "--format", "json", "-o", str(target)])
    assert target.read_text(encoding="utf-8") == FLAGSHIP.to_json()
    assert capsys.readouterr().out == ""
    assert list(tmp_path.iterdir()) == [target]


def test_checks_are_listed_in_every_form(capsys: pytest.CaptureFixture[str]) -> None:
    """The catalogue names each check with its equation, what it says and why."""
    assert main(["checks"]) == 0
    told = capsys.readouterr().out
    assert "exports plus imports are total trade" in told
    assert all(one.name in told for one in NOTES)
    main(["checks", "--format", "json"])
    first = json.loads(capsys.readouterr().out)["checks"][0]
    assert set(first) == {"name", "type", "equation", "says", "because"}
    main(["checks", "--format", "csv"])
    assert capsys.readouterr().out.startswith("name,type,equation,says,because\n")


def test_diagnose_tells_an_inconsistent_system(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A total that is not the sum of its parts exits 1 and names what is violated."""
    system = {
        "variables": {
            "x": {"printed": "12.955", "unit": "million USD"},
            "m": {"printed": "241.93", "unit": "million USD"},
            "t": {"printed": "217.158", "unit": "million USD"},
        },
        "constraints": [{"id": "e1", "terms": {"x": 1, "m": 1, "t": -1}, "op": "==", "rhs": 0}],
    }
    file = tmp_path / "system.json"
    file.write_text(json.dumps(system))
    assert main(["diagnose", str(file)]) == 1
    told = capsys.readouterr().out
    assert told.startswith("inconsistent")
    assert "cannot all hold: e1" in told
    assert main(["diagnose", str(file), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["violated"] == ["e1"]


def test_an_interrupt_exits_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stub_road: StubRoad
) -> None:
    """Control-C ends in one line, not in a traceback."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(stub_road, "check", interrupted)
    monkeypatch.setattr("nktrade.road.check", interrupted)
    assert main(["check", "x"]) == 130
    assert capsys.readouterr().err == "nktrade: interrupted; nothing was written\n"


def test_the_whole_road_runs_over_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong total is found, the picture beside it is named, and the status is 1."""
    (tmp_path / "brief.md").write_text(BRIEF, encoding="utf-8")
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert main(["check", str(tmp_path), "--against", "none", "--format", "json"]) == 1
    captured = capsys.readouterr()
    envelope = json.loads(captured.out)
    broken = [one for one in envelope["docs"][0]["relations"] if one["holds"] is False]
    assert "sum" in {one["type"] for one in broken}
    assert [Path(one["file"]).name for one in envelope["unread"]] == ["photo.png"]
    assert "photo.png: found a picture" in captured.err


def test_the_baselines_are_listed_and_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name the list, with one its rows, in every form."""
    assert main(["baseline"]) == 0
    assert "china_customs" in capsys.readouterr().out
    main(["baseline", "russia_customs", "--format", "json"])
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert rows
    assert {row["document"] for row in rows} == {"russia_customs"}
    main(["baseline", "russia_customs", "--format", "csv"])
    assert capsys.readouterr().out.count("\n") >= len(rows) + 1


def test_mirror_prints_both_sides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What one side sold stands beside what the other bought, in one order each time."""
    head = "reporter,partner,flow,code,period,value\n"
    sold, bought = tmp_path / "exports.parquet", tmp_path / "imports.parquet"
    for file, row in (
        (sold, "CHN,USA,export,2701,2018,100"),
        (bought, "USA,CHN,import,2701,2018,110"),
    ):
        pd.read_csv(io.StringIO(head + row), dtype={"code": str}).to_parquet(file)
    assert main(["mirror", str(sold), str(bought), "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert (row["exporter"], row["importer"]) == ("CHN", "USA")
    assert (row["export_value"], row["import_value"]) == (100, 110)
