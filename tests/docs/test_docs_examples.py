"""Every example of README and documentation runs and prints what it says."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from nktrade.cli import main

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")])
_BLOCK = re.compile(r"^```(python|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
_ANYTHING = re.compile(r"^(\$ .*)$", re.MULTILINE)


def blocks(page: Path, language: str) -> list[str]:
    text = page.read_text(encoding="utf-8")
    return [block for told, block in _BLOCK.findall(text) if told == language]


def names(pages: list[Path]) -> list[str]:
    return [str(page.relative_to(ROOT)) for page in pages]


WITH_PYTHON = [page for page in PAGES if any(">>>" in one for one in blocks(page, "python"))]
WITH_SHELL = [page for page in PAGES if blocks(page, "console")]


@pytest.mark.parametrize("page", WITH_PYTHON, ids=names(WITH_PYTHON))
def test_what_a_page_shows_in_python_is_so(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks of one page are one session, begun in the root of the project."""
    monkeypatch.chdir(ROOT)
    session = "\n".join(one for one in blocks(page, "python") if ">>>" in one)
    test = doctest.DocTestParser().get_doctest(session, {}, page.name, str(page), 0)
    told: list[str] = []
    doctest.DocTestRunner(optionflags=_FLAGS).run(test, out=told.append)
    assert not told, "".join(told)


@pytest.mark.parametrize("page", WITH_SHELL, ids=names(WITH_SHELL))
def test_what_a_page_shows_of_the_shell_is_so(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command prints what stands beneath it; three dots stand for anything."""
    monkeypatch.chdir(ROOT)
    checker = doctest.OutputChecker()
    for block in blocks(page, "console"):
        for command, shown in zip(
            _ANYTHING.findall(block), _ANYTHING.split(block)[2::2], strict=True
        ):
            program, *arguments = shlex.split(command.removeprefix("$ "))
            assert program == "nktrade"
            main(arguments)
            printed = capsys.readouterr().out
            wanted = shown.strip("\n") + "\n"
            assert checker.check_output(wanted, printed, _FLAGS), f"{command}\n{printed}"


def test_examples_are_found() -> None:
    """The search for examples has not gone blind."""
    assert len(WITH_PYTHON) > 8
    assert len(WITH_SHELL) > 1
