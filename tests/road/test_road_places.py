"""Places that lead nowhere: names longer than any file's, and folders that are closed to us."""

import os
from pathlib import Path

import pytest

import nktrade as nk
from nktrade.cli import main

TEXT = b"China exported $5 million of rice to North Korea in May 2020."
LONG = "x" * 300


@pytest.mark.parametrize(
    "words",
    [
        ["check", LONG],
        ["check", f"{LONG}*"],
        ["check", "brief.md", "--against", LONG],
        ["check", "brief.md", "--config", LONG],
        ["check", "brief.md", "--output", LONG],
        ["check", "brief.md", "--bundle", LONG],
        ["check", "brief.md", "--bundle", "brief.md/below"],
        ["check", ".", "--resume", LONG],
        ["claims", "brief.md", "--lang", f"{LONG}.toml"],
        ["baseline", LONG],
        ["mirror", LONG, LONG],
        ["caps", "--add", LONG],
        ["replay", LONG],
        ["diagnose", LONG],
    ],
    ids=" ".join,
)
def test_a_name_too_long_for_a_file_ends_in_one_line(
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The name is told with a remedy, and the exit status is that of wrong use."""
    monkeypatch.chdir(tmp_path)
    Path("brief.md").write_bytes(TEXT)
    assert main(words) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert told.startswith("nktrade: ")


def test_a_folder_that_is_closed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its documents are not passed over in silence, and the rest is read."""
    closed = tmp_path / "closed"
    closed.mkdir()
    (tmp_path / "brief.md").write_bytes(TEXT)
    scandir = os.scandir

    def refused(path: str) -> "os._ScandirIterator[str]":
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    report = nk.check(tmp_path, against="none")
    assert [one.document.id for one in report.checked] == ["brief"]
    (unread,) = report.unread
    assert Path(unread.file) == closed
    assert "Permission denied" in unread.reason


def test_a_file_in_a_place_that_may_not_be_seen_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link into a closed folder has no kind that we may ask for; the rest is read."""
    (tmp_path / "brief.md").write_bytes(TEXT)
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "elsewhere.md")
    stat = os.stat

    def refused(path: str | Path, **known: bool) -> os.stat_result:
        if not isinstance(path, int) and Path(path) == link:
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, **known)

    monkeypatch.setattr(os, "stat", refused)
    report = nk.check(tmp_path, against="none")
    assert [one.document.id for one in report.checked] == ["brief"]
    assert [Path(one.file) for one in report.unread] == [link]
