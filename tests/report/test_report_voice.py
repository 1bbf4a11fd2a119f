"""The voice of reports: what is told of trade is never called false or illegal by us."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import nktrade as nk

PACKAGE = Path(nk.__file__).parent
SPEAKING = ("checks", "diagnosis", "report", "gaps.py", "cap_use.py", "chains.py", "noting.py")
BOOLEANS = "true or false"
ACCUSING = re.compile(
    r"\b(illegal\w*|illicit\w*|violat\w*|guilt\w*|false\w*|lied|lying|fraud\w*|evad\w*|crim\w+)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'', re.DOTALL)
TEXT = """---
date: 2020-04-30
---
North Korea continues to illegally export coal to China, traders say. From January to August 2019 it
smuggled 3.7 million tons of coal worth $370 million by ship-to-ship transfer, the UN Panel of Experts said.

The United States claimed that North Korea violated the cap of 500,000 barrels a year of refined
petroleum several times over in 2019. Resolution 2371 was adopted in July 2017. The goal is to send
10,000 workers to Russia.
"""


@pytest.fixture(scope="module")
def report() -> nk.Report:
    """A report on a text that itself accuses at every turn."""
    return nk.check(nk.load(TEXT))


def test_a_text_that_accuses_is_quoted_and_not_joined(report: nk.Report) -> None:
    """Outside the excerpts and quotation marks no accusing word is left."""
    spoken = [line for line in report.to_text().splitlines() if " | " not in line]
    ours = QUOTED.sub("", "\n".join(spoken))
    assert ACCUSING.search(TEXT)
    assert not ACCUSING.search(ours)


def test_what_cannot_hold_is_told_as_such(report: nk.Report) -> None:
    """Bans, caps and dates are told in the words of the register, with "likely" where it corrects."""
    told = " ".join(report.to_text().split())
    assert "reported inside a ban: resolution 2371, paragraph 8" in told
    assert "the register has 2371 adopted on 2017-08-05" in told


def test_no_words_of_ours_accuse() -> None:
    """No text that checks, diagnosis or report put together holds such a word."""
    found = [
        f"{file.name}: {words!r}"
        for file in _files()
        for words in _spoken(file)
        if ACCUSING.search(words.replace(BOOLEANS, ""))
    ]
    assert found == []


def _files() -> Iterator[Path]:
    for name in SPEAKING:
        place = PACKAGE / name
        yield from [place] if place.is_file() else place.rglob("*.py")


def _spoken(file: Path) -> Iterator[str]:
    """The texts of a module with a blank in them that are no docstring: sentences, not keys."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    silent = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and _is_text(node.value)
    }
    for node in ast.walk(tree):
        if _is_text(node) and id(node) not in silent and " " in node.value:
            yield node.value


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
