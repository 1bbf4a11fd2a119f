"""A folder can be interrupted, resumed and shared out, and the answer is that of one run."""

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import nktrade as nk
from nktrade import folders
from nktrade.cli import main
from nktrade.errors import NktradeError
from nktrade.folders import check_folder
from nktrade.journal import Journal, JournalError
from nktrade.report import parts
from nktrade.report.accepting import Acceptance
from nktrade.settings import Settings

SENTENCE = (
    "In {year} North Korea exported $2.6 billion worth of goods to China and imported "
    "$2.9 billion worth from it; total trade with China was $8.5 billion."
)
ALONE = {"against": "none"}


def told(folder: Path, chunk: int = 100) -> dict:
    """The answer of a run with a journal beside the folder."""
    return json.loads(
        check_folder([folder], folder.parent / "journal", chunk=chunk, options=ALONE).text
    )


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


FORMS: dict[str, Callable[[nk.Report], str]] = {
    "json": nk.Report.to_json,
    "json with text": lambda report: report.to_json(with_text=True),
    "text": nk.Report.to_text,
    "csv": nk.Report.to_csv,
    "sarif": nk.Report.to_sarif,
}


@pytest.mark.parametrize("form", parts.FORMS)
def test_the_parts_of_a_report_make_the_whole(folder: Path, form: str) -> None:
    """Every form, byte for byte, after its parts were written down as JSON."""
    brief = "In June 2018 its exports rose 8.5 percent to $12.9 million; Resolution 2379 bans more."
    (folder / "0.md").write_text(brief, encoding="utf-8")
    whole = nk.check(folder, against="none")
    kept = json.loads(json.dumps(parts.parts_of(whole, parts.FORMS[form])))
    assert parts.FORMS[form].whole(replace(whole, checked=()), kept) == FORMS[form](whole)


@pytest.mark.parametrize(("workers", "chunk"), [(1, 100), (3, 2)])
def test_chunks_and_workers_change_nothing(folder: Path, workers: int, chunk: int) -> None:
    """However the work is shared out, the answer is the one of nktrade.check, byte for byte."""
    journal = folder.parent / "journal"
    answer = check_folder([folder], journal, workers=workers, chunk=chunk, options=ALONE)
    whole = nk.check(folder, against="none")
    assert answer.text == whole.to_json()
    assert answer.exit_status("error") == whole.exit_status("error") == 1
    assert answer.exit_status("never") == 0
    assert answer.documents == 7


def test_baselines_are_named_where_figures_were_held_against_them(folder: Path) -> None:
    """The head of the answer is that of one run; a text without figures asks no baseline."""
    (folder / "0.md").write_text("Nothing was said of trade.", encoding="utf-8")
    answer = check_folder([folder], folder.parent / "journal", workers=2, chunk=4)
    assert answer.text == nk.check(folder).to_json()
    assert json.loads(answer.text)["baselines"]


def test_a_changed_baseline_is_another_question(folder: Path) -> None:
    """What a user's own file says is part of the answer, so the journal knows its content."""
    journal, mine = folder.parent / "journal", folder.parent / "mine.csv"
    head = "period_start,flow,reporter,partner,unit,value\n2010-01-01,export,PRK,CHN,USD,"
    mine.write_text(f"{head}2600000000\n", encoding="utf-8")
    check_folder([folder / "2010.md"], journal, options={"against": str(mine)})
    mine.write_text(f"{head}2700000000\n", encoding="utf-8")
    with pytest.raises(JournalError, match="of other options"):
        check_folder([folder / "2010.md"], journal, options={"against": [str(mine)]})


def test_what_is_finished_is_not_done_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A resumed run starts a process for nothing but what is new or has changed."""
    first = told(folder)
    (folder / "2011.md").write_text(SENTENCE.format(year=2001), encoding="utf-8")
    started: list[str] = []
    start = folders._started
    monkeypatch.setattr(
        folders,
        "_started",
        lambda files, *rest: started.extend(one for _, one in files) or start(files, *rest),
    )
    second = told(folder)
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
    answer = check_folder([folder], journal, options=ALONE)
    assert answer.text == nk.check(folder, against="none").to_json()


def test_a_dead_worker_costs_its_chunk_and_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its files are unread with its status, the others are done, and a second run does the rest."""
    start = folders._started

    def killed(files: list, *rest: object) -> object:
        worker = start(files, *rest)
        if files[0][1] == "2012":
            os.kill(worker.process.pid, signal.SIGKILL)
        return worker

    monkeypatch.setattr(folders, "_started", killed)
    answer = told(folder, chunk=1)
    assert [Path(one["file"]).name for one in answer["unread"]] == ["2012.md", "empty.md"]
    assert "died (status -9)" in answer["unread"][0]["reason"]
    assert len(answer["docs"]) == 6
    monkeypatch.undo()
    assert len(told(folder)["docs"]) == 7


def test_a_chunk_without_an_answer_in_time_is_given_up_and_named(folder: Path) -> None:
    """Nothing is waited for without end."""
    journal = folder.parent / "journal"
    answer = check_folder([folder / "2010.md"], journal, max_seconds=0, options=ALONE)
    assert answer.documents == 0
    assert "raise the limit with --max-seconds" in answer.unread[0].reason


def test_a_baseline_that_is_not_there_ends_the_run(folder: Path) -> None:
    """What is wrong for every file is told once, and is no file's fault."""
    with pytest.raises(NktradeError, match="china_custms"):
        check_folder([folder], folder.parent / "journal", options={"against": "china_custms"})


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


def test_pages_and_standard_input_are_not_resumed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page is one whole, and standard input is read once."""
    journal = folder.parent / "journal"
    for asked in ([str(folder), "--format", "html"], ["-"]):
        assert main(["check", *asked, "--resume", str(journal)]) == 2
        assert "expected files and --format text, json, csv or sarif" in capsys.readouterr().err
    assert not journal.exists()


@pytest.mark.parametrize("content", [b"Exports fell\nto 3", b"Exports fell", b"[1]\n", b"{}\n{}\n"])
def test_a_file_that_is_no_journal_stays_as_it_is(folder: Path, content: bytes) -> None:
    """An article named by mistake loses nothing."""
    file = folder.parent / "article.md"
    file.write_bytes(content)
    with pytest.raises(JournalError, match=r"found no journal|of other options"):
        check_folder([folder], file, options=ALONE)
    assert file.read_bytes() == content


def test_a_journal_has_a_place(folder: Path) -> None:
    """A folder, or a file in a folder that is not there, is no place for it."""
    with pytest.raises(JournalError, match="found no way to write there"):
        check_folder([folder], folder, options=ALONE)


def test_a_folder_of_nothing_readable_exits_2(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As without --resume, and the reason is told."""
    file, journal = str(folder / "empty.md"), str(folder.parent / "journal")
    assert main(["check", file, "--resume", journal]) == 2
    assert "found an empty file" in capsys.readouterr().err


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
    assert answer.exit_status("warning") == 0
    assert answer.documents == 7
