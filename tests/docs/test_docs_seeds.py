"""docs/seeds.md says of every row what works, and every row said to be done names a test that can fail."""

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "seeds.md"
ROWS = 33
STATUSES = ("done", "partly", "open", "out of scope")
_NODE = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_APART = ("skip", "xfail")


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    number: int
    status: str
    reason: str
    tests: tuple[tuple[str, str], ...]


@cache
def rows() -> tuple[Row, ...]:
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    found = [one for one in cells if one[0].isdigit()]
    return tuple(_row(*one) for one in found)


def _row(number: str, _thing: str, _where: str, _does: str, status: str, tests: str) -> Row:
    said, _, reason = status.partition(":")
    nodes = tuple((match[1], match[2]) for match in _NODE.finditer(tests))
    return Row(int(number), said, reason.strip(), nodes)


@cache
def functions(file: str) -> dict[str, ast.FunctionDef]:
    """The tests of a file by name."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


def is_apart(test: ast.FunctionDef) -> bool:
    """Whether a test is marked as skipped or as a known failure."""
    marks = [ast.unparse(mark) for mark in test.decorator_list]
    return any(word in mark for mark in marks for word in _APART)


def needs_the_seeds(test: ast.FunctionDef) -> bool:
    """Whether a test asks for the documents themselves, and so does not run everywhere."""
    return "shared" in [one.arg for one in test.args.args]


def test_no_row_is_lost() -> None:
    """All 33 rows stand there, in their order."""
    assert [row.number for row in rows()] == list(range(1, ROWS + 1))


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row.number))
def test_a_row_says_how_it_stands(row: Row) -> None:
    """The status is one of four words; what is not done says why."""
    assert row.status in STATUSES
    assert row.status == "done" or row.reason


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row.number))
def test_every_test_that_a_row_names_exists(row: Row) -> None:
    """A renamed test breaks the row that leans on it."""
    for file, name in row.tests:
        assert name in functions(file), f"{file}::{name}"


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row.number))
def test_a_row_that_is_done_has_a_test_that_runs(row: Row) -> None:
    """At least one test is neither skipped nor a known failure, and needs no document of others."""
    if row.status != "done":
        return
    running = [functions(file)[name] for file, name in row.tests]
    assert [one for one in running if not is_apart(one) and not needs_the_seeds(one)]
