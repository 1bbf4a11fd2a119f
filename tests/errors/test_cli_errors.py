"""Wrong use of the shell gets one line on stderr and exit 2, never a traceback."""

import io
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import nktrade
from nktrade import road
from nktrade.cli import main
from nktrade.core.documents import Unread
from nktrade.report.report import FindingsError, Report


def complaint(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """The one line on stderr of a command line that exits 2."""
    try:
        status = main(arguments)
    except SystemExit as exit_:  # argparse leaves by this door
        status = int(str(exit_.code))
    captured = capsys.readouterr()
    assert status == 2
    assert captured.out == ""
    assert captured.err.startswith("nktrade")
    assert captured.err.count("\n") == 1
    return captured.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "COMMAND"),
        (["chek", "x"], "chek"),
        (["check"], "PATH"),
        (["check", "x", "--formt", "json"], "--formt"),
        (["check", "x", "--format", "jsn"], "found 'jsn'; did you mean 'json'?"),
        (["claims", "x", "--format", "html"], "known: csv, json, text"),
        (["check", "x", "--fail-on", "note"], "known: error, never, warning"),
        (["check", "x", "--date", "20.8.2018"], "expected a day as YYYY-MM-DD"),
        (["check", "x", "--encoding", "klingon"], "expected an encoding that Python knows"),
        (["check", "x", "--context", "all"], "found 'all'"),
        (["check", "x", "--max-size", "big"], "expected a number of bytes above zero"),
        (["check", "x", "--max-size", "0"], "expected a number of bytes above zero"),
        (["check", "x", "--max-nesting", "0"], "expected a number above zero"),
        (["diagnose", "no/such.json"], "found no readable file"),
        (["baseline", "china_custms"], "china_custms"),
        (["mirror", "exports.csv", "imports.csv"], "exports.csv"),
    ],
)
def test_wrong_use_is_told_in_one_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line says what was found and what was expected."""
    assert said in complaint(arguments, capsys)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "found no JSON"),
        (b"[1]", "found a list, expected one JSON object"),
        (b"\xff\xfe\x00", "found bytes that are no UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"variables": {"x": {"value": 1}, "x": {"value": 2}}}', "found 'x' twice in one object"),
    ],
)
def test_a_system_that_is_no_json_object_is_refused(
    content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line names the file, and the place where there is one."""
    file = tmp_path / "system.json"
    file.write_bytes(content)
    line = complaint(["diagnose", str(file)], capsys)
    assert said in line
    assert "system.json" in line


def test_a_malformed_system_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the diagnosis refuses reaches the shell as one line, from standard input too."""
    system = json.dumps({"variables": {}, "constraints": [{"id": "e", "terms": {"x": 1}}]})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(system.encode())))
    complaint(["diagnose", "-"], capsys)


def answer_with(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(*_: Any, **__: Any) -> Report:  # noqa: ANN401 - whatever is asked
        return report

    monkeypatch.setattr(road, "check", check, raising=False)


def test_nothing_readable_exits_2(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first reason is told, and how many more there are."""
    unread = tuple(Unread(file=name, reason=f"{name}: found a picture") for name in "ab")
    answer_with(Report(unread=unread), monkeypatch)
    line = complaint(["check", "folder"], capsys)
    assert "a: found a picture (and 1 more that could not be read)" in line
    answer_with(Report(), monkeypatch)
    assert "found no document" in complaint(["check", "folder"], capsys)


def test_every_option_that_a_message_names_is_one_of_the_shell(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A remedy that cannot be taken is none."""
    package = Path(nktrade.__file__).parent
    sources = [file.read_text(encoding="utf-8") for file in package.rglob("*.py")]
    named = {one for text in sources for one in re.findall(r"[(; ,](--[a-z]+(?:-[a-z]+)*)", text)}
    known = set()
    for command in ("check", "claims", "baseline", "diagnose", "mirror", "caps", "checks"):
        with pytest.raises(SystemExit):
            main([command, "--help"])
        known |= set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    assert {"--max-nesting", "--max-size"} <= named
    assert named - known - {"--version", "--nktrade", "--nktrade-fail-on"} == set()


def test_the_deepest_nesting_can_be_raised(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the message says."""
    file = tmp_path / "deep.html"
    file.write_text("<html>" + "<div>" * 600 + "<p>Exports fell.", encoding="utf-8")
    assert "--max-nesting (max_nesting=)" in complaint(["claims", str(file)], capsys)
    assert main(["claims", str(file), "--max-nesting", "700"]) == 0


def test_a_command_ends_at_its_limit(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What takes longer is ended with the remedy."""
    monkeypatch.setattr(road, "check", lambda *_, **__: time.sleep(60))
    line = complaint(["check", "folder", "--max-seconds", "1"], capsys)
    assert "found no answer in 1 seconds" in line
    assert "--resume" in line


def test_an_answer_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder, or a file in a folder that is not there, cannot be written."""
    assert "found a folder" in complaint(["checks", "-o", str(tmp_path)], capsys)
    line = complaint(["checks", "-o", str(tmp_path / "no" / "out.txt")], capsys)
    assert "found no way to write there" in line
    assert list(tmp_path.iterdir()) == []


def test_a_finding_that_is_not_there_is_told() -> None:
    """The message says how many there are."""
    with pytest.raises(FindingsError, match="finding 3: the report has 0"):
        Report().explain(3)


def test_an_unknown_severity_is_told() -> None:
    """The message names the levels."""
    with pytest.raises(FindingsError, match="expected one of error, warning, note"):
        Report().require_none("fatal")
