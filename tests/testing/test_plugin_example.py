"""The example repository does what its page says: planted faults fail with a message that helps."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs" / "example-repository"
WORKFLOW = EXAMPLE / ".github" / "workflows" / "trade-figures.yml"
A_DAY_OF_2026, A_DAY_OF_2030 = "1770000000", "1893456000"
PLUGIN = "-p nktrade.testing.plugin -p no:cacheprovider"
"""Named, and found by no entry point, so that the test does not depend on how nktrade is installed."""


def run(command: str, folder: Path, day: str = A_DAY_OF_2026) -> subprocess.CompletedProcess[str]:
    """One line of the workflow, as a runner starts it."""
    program, *rest = command.split()
    names = {"pytest": f"-m pytest {PLUGIN}", "nktrade": "-m nktrade.cli"}
    return subprocess.run(  # noqa: S603 - lines of our own workflow
        [sys.executable, *names[program].split(), *rest],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "SOURCE_DATE_EPOCH": day},
    )


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example, as somebody has checked it out."""
    return Path(shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("copy") / "repository"))


@pytest.fixture(scope="module")
def commands() -> dict[str, str]:
    """The commands of the workflow by their program."""
    lines = re.findall(r"- run: (.+)", WORKFLOW.read_text(encoding="utf-8"))
    return {line.split()[0]: line for line in lines}


@pytest.fixture(scope="module")
def told(repository: Path, commands: dict[str, str]) -> str:
    """What pytest says in the workflow."""
    done = run(commands["pytest"], repository)
    assert done.returncode == 1, done.stderr
    return done.stdout


def test_only_the_planted_faults_fail(told: str) -> None:
    """The consistent ledger, the accepted text and the tests of one's own pass; two items fail."""
    failed = re.findall(r"^FAILED (\S+)", told, re.MULTILINE)
    assert failed == ["ledgers/june-2018.csv::figures", "texts/june-2018.txt::figures"]
    assert "5 passed" in told


@pytest.mark.parametrize(
    "said",
    [
        "texts/june-2018.txt:6",
        "6 | North Korea exported $12.97 million",
        "^^^^^^^^^^^^^^^",
        'likely wrong: imports "$240.19 million"',
        'likely     204.19 million USD for imports "$240.19 million" (virtually certain',
        "ledgers/june-2018.csv:4",
        'likely     217.158 million USD for total trade "127158000" (virtually certain',
        "to do: look it up and mend the figure",
        'figures = ["204193000", "12965000", "127158000"]',
    ],
)
def test_a_failure_says_place_excerpt_cause_and_remedy(told: str, said: str) -> None:
    """A colleague reads where, what, why and what to do."""
    assert said in told


def test_the_page_shows_what_is_printed(told: str) -> None:
    """The headline quoted in the example's README is the one that is printed."""
    page = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    quoted = re.findall(r"^(?:ERROR .*|  texts/.*)$", page, re.MULTILINE)
    assert len(quoted) == 2
    assert all(line in told for line in quoted)


def test_sarif_puts_each_fault_on_its_line(repository: Path, commands: dict[str, str]) -> None:
    """The log for the pull request names file and line of both faults; the accepted sum is a note."""
    assert run(commands["nktrade"], repository).returncode == 0
    log = json.loads((repository / "findings.sarif").read_text(encoding="utf-8"))
    places = [
        (one["level"], where["artifactLocation"]["uri"], where["region"]["startLine"])
        for one in log["runs"][0]["results"]
        for where in [one["locations"][0]["physicalLocation"]]
    ]
    assert sorted(places) == [
        ("error", "ledgers/june-2018.csv", 4),
        ("error", "texts/june-2018.txt", 6),
        ("note", "texts/yearbook.txt", 6),
    ]


def test_an_acceptance_runs_out(repository: Path) -> None:
    """After its last day the accepted sum fails, and the message says that it was accepted."""
    done = run("nktrade check texts/yearbook.txt", repository, A_DAY_OF_2030)
    assert done.returncode == 1
    assert "no longer accepted: was so until 2027-06-30" in done.stdout


def test_what_is_off_is_said(repository: Path) -> None:
    """The checks that the settings turn off are named with their reason."""
    said = run("nktrade check ledgers/first-half-2018.csv", repository).stderr
    assert "check 'flow within total' is off: our totals leave out" in said


def test_the_commit_hook_runs_a_command_that_exists(repository: Path) -> None:
    """The entry of the hook fails on a planted fault when it is given the file."""
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entry = re.findall(r"^  entry: (.+)$", hook, re.MULTILINE)
    used = (EXAMPLE / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert re.findall(r"^- id: (\w+)", hook, re.MULTILINE) == re.findall(r"- id: (\w+)", used)
    assert run(f"{entry[0]} ledgers/june-2018.csv", repository).returncode == 1
    assert run(f"{entry[0]} ledgers/first-half-2018.csv", repository).returncode == 0
