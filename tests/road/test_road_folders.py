"""A folder can be interrupted, resumed and shared out, and the answer is that of one run."""

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import nktrade as nk
from nktrade import folders
from nktrade.cli import main
from nktrade.folders import Journal, JournalError, check_folder
from nktrade.report.accepting import Acceptance
from nktrade.settings import Settings

SENTENCE = (
    "In {year} North Korea exported $2.6 billion worth of goods to China and imported "
    "$2.9 billion worth from it; total trade with China was $8.5 billion."
)
ALONE = {"against": "none"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Seven texts, two of one name, and one file that cannot be read."""
    home = tmp_path / "texts"
    (home / "again").mkdir(parents=True)
    for year in range(2010, 2016):
        (home / f"{year}.md").write_text(SENTENCE.format(year=year), encoding="utf-8")
    (home / "again" / "2010.md").write_text(SENTENCE.format(year=2010), encoding="utf-8")
    (home / "empty.md").write_bytes(b"")
    return home


@pytest.mark.parametrize(("workers", "chunk"), [(1, 100), (3, 2)])
def test_chunks_and_workers_change_nothing(folder: Path, workers: int, chunk: int) -> None:
    """However the work is shared out, the answer is the one of nktrade.check."""
    journal = folder.parent / "journal"
    answer = check_folder([folder], journal, workers=workers, chunk=chunk, options=ALONE)
    assert answer == json.loads(nk.check(folder, against="none").to_json())


def test_what_is_finished_is_not_done_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A resumed run starts a process for nothing but what is new or has changed."""
    journal = folder.parent / "journal"
    first = check_folder([folder], journal, options=ALONE)
    (folder / "2011.md").write_text(SENTENCE.format(year=2001), encoding="utf-8")
    started: list[str] = []
    start = folders._started
    monkeypatch.setattr(
        folders,
        "_started",
        lambda files, orders: started.extend(one for _, one in files) or start(files, orders),
    )
    second = check_folder([folder], journal, options=ALONE)
    assert sorted(started) == ["2011", "empty"]
    changed = [
        one["id"] for one, other in zip(first["docs"], second["docs"], strict=True) if one != other
    ]
    assert changed == ["2011"]


def test_an_interrupted_run_is_resumed(folder: Path) -> None:
    """Killed in the middle, even of a line, the run goes on from there to the same answer."""
    journal = folder.parent / "journal"
    code = (
        "from nktrade.folders import check_folder\n"
        f"if __name__ == '__main__':\n    check_folder([{str(folder)!r}], {str(journal)!r}, chunk=1, options={ALONE!r})"
    )
    script = folder.parent / "script.py"
    script.write_text(code, encoding="utf-8")
    running = subprocess.Popen([sys.executable, str(script)])  # noqa: S603 - our own code
    while not journal.exists() or journal.read_bytes().count(b"\n") < 3:
        time.sleep(0.05)
        assert running.poll() is None
    running.send_signal(signal.SIGKILL)
    running.wait()
    with journal.open("ab") as stream:
        stream.write(b'{"file": "half a li')
    kept = journal.read_bytes().count(b"\n")
    assert 3 <= kept < 9
    assert check_folder([folder], journal, options=ALONE) == json.loads(
        nk.check(folder, against="none").to_json()
    )


def test_a_dead_worker_costs_its_chunk_and_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its files are unread with its status, the others are done, and a second run does the rest."""
    journal = folder.parent / "journal"
    start = folders._started

    def killed(files: list, orders: object) -> object:
        worker = start(files, orders)
        if files[0][1] == "2012":
            os.kill(worker.process.pid, signal.SIGKILL)
        return worker

    monkeypatch.setattr(folders, "_started", killed)
    answer = check_folder([folder], journal, chunk=1, options=ALONE)
    assert [Path(one["file"]).name for one in answer["unread"]] == ["2012.md", "empty.md"]
    assert "died (status -9)" in answer["unread"][0]["reason"]
    assert len(answer["docs"]) == 6
    monkeypatch.undo()
    assert len(check_folder([folder], journal, options=ALONE)["docs"]) == 7


def test_two_runs_do_not_share_a_journal(tmp_path: Path) -> None:
    """While one run has it, another is refused."""
    with Journal(tmp_path / "journal", {}):
        second = Journal(tmp_path / "journal", {})
        with pytest.raises(JournalError, match="found another run writing this journal"):
            second.__enter__()


def test_a_journal_of_other_options_is_refused(folder: Path) -> None:
    """Answers to two questions do not mix."""
    journal = folder.parent / "journal"
    check_folder([folder / "2010.md"], journal, options=ALONE)
    with pytest.raises(JournalError, match="of other options"):
        check_folder([folder / "2010.md"], journal, options=ALONE | {"lang": "en"})


def test_the_shell_resumes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The options of the shell lead there, the status is that of the findings."""
    command = ["check", str(folder), "--against", "none", "--config", "none", "--format", "json"]
    assert main(command) == 1
    plain = capsys.readouterr().out
    journal = str(folder.parent / "journal")
    assert main([*command, "--resume", journal, "--workers", "2"]) == 1
    assert capsys.readouterr().out == plain
    assert main([*command, "--resume", journal, "--fail-on", "never"]) == 0


def test_only_files_and_json_are_resumed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another form with --resume is wrong use."""
    assert main(["check", str(folder), "--resume", str(folder.parent / "journal")]) == 2
    assert "expected files and JSON" in capsys.readouterr().err


def test_accepted_findings_are_notes_in_every_chunk(folder: Path) -> None:
    """The settings hold in the processes too."""
    accepted = Acceptance(
        check="total",
        figures=("$2.6 billion", "$2.9 billion", "$8.5 billion"),
        because="a test",
        until=dt.date.max,
    )
    answer = check_folder(
        [folder], folder.parent / "journal", options=ALONE, settings=Settings(accepted=(accepted,))
    )
    assert folders.exit_status(answer, "warning") == 0
    assert folders.exit_status(answer, "error") == 0
    assert answer["docs"]
