"""Mutants of the checks and the diagnosis: how many small faults in the code the tests notice.

Run: python benchmarks/mutants.py [COUNT] [--log FILE]

A fixed sample of single changes to the syntax tree, each tried in a child process on a copy of the
project; a mutant is killed where a test fails or the time is up. The order of the sample is drawn,
so the first results are a fair sample of all. With --log, what was tried is not tried again.
"""

import argparse
import ast
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("checks", "diagnosis")
SEED = 20180824
COUNT = 500
SECONDS = 600
"""Several times what the tests of either room take."""
TESTS = {
    "checks": (
        "tests/checks",
        "tests/known_answers/test_road_flagship.py",
        "tests/known_answers/test_road_briefs.py",
        "tests/laws/test_checks_laws.py",
    ),
    "diagnosis": (
        "tests/errors/test_diagnosis_errors.py",
        "tests/known_answers/test_diagnosis_known_answers.py",
        "tests/known_answers/test_road_flagship.py",
        "tests/diagnosis",
        "tests/laws/test_diagnosis_laws.py",
    ),
}
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutant:
    """One change: the nth place of a file that can be changed."""

    file: str
    place: int
    line: int
    says: str

    @property
    def room(self) -> str:
        return Path(self.file).parts[1]


class Mutator(ast.NodeTransformer):
    """Counts the places that can be changed, and changes the one that is wanted."""

    def __init__(self, wanted: int = -1) -> None:
        self.wanted = wanted
        self.found: list[tuple[int, str]] = []

    def change(self, node: ast.expr, new: ast.expr) -> ast.expr:
        self.found.append((node.lineno, f"{ast.unparse(node)}  ->  {ast.unparse(new)}"))
        is_it = len(self.found) - 1 == self.wanted
        return ast.copy_location(new, node) if is_it else node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        operator = COMPARISONS[type(node.ops[0])]()
        return self.change(
            node, ast.Compare(node.left, [operator, *node.ops[1:]], node.comparators)
        )

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        other = ARITHMETIC.get(type(node.op))
        is_text = any(isinstance(one, ast.JoinedStr) for one in (node.left, node.right))
        if other is None or is_text:
            return node
        return self.change(node, ast.BinOp(node.left, other(), node.right))

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        self.generic_visit(node)
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        return self.change(node, ast.BoolOp(other, node.values))

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        self.generic_visit(node)
        return self.change(node, node.operand)

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        self.generic_visit(node)
        return self.change(node, ast.IfExp(node.test, node.orelse, node.body))

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if isinstance(node.value, bool):
            return self.change(node, ast.Constant(not node.value))
        if isinstance(node.value, int | float):
            return self.change(node, ast.Constant(node.value + 1))
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        other = NAMES.get(getattr(node.func, "id", ""))
        if other is None:
            return node
        return self.change(node, ast.Call(ast.Name(other), node.args, node.keywords))

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AnnAssign:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.body = [self.visit(one) for one in node.body]  # neither decorators nor annotations
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        node.body = [self.visit(one) for one in node.body]
        return node

    def visit_If(self, node: ast.If) -> ast.If:
        return node if getattr(node.test, "id", "") == "TYPE_CHECKING" else self.generic_visit(node)


def mutants() -> list[Mutant]:
    """Every single change that can be made to the two rooms."""
    return [
        Mutant(str(file.relative_to(ROOT)), place, line, says)
        for room in ROOMS
        for file in sorted((ROOT / "nktrade" / room).glob("*.py"))
        for place, (line, says) in enumerate(_places(file))
    ]


def _places(file: Path) -> list[tuple[int, str]]:
    mutator = Mutator()
    mutator.visit(ast.parse(file.read_text(encoding="utf-8")))
    return mutator.found


def mutated(source: str, place: int) -> str:
    return ast.unparse(ast.fix_missing_locations(Mutator(place).visit(ast.parse(source))))


def fate(mutant: Mutant, copy: Path) -> str:
    """Killed by a test or by the time, or alive."""
    file = copy / mutant.file
    source = file.read_text(encoding="utf-8")
    file.write_text(mutated(source, mutant.place), encoding="utf-8")
    try:
        return "alive" if passes((*TESTS[mutant.room], mutant.file), copy) else "killed"
    except subprocess.TimeoutExpired:
        return "killed by the time"
    finally:
        file.write_text(source, encoding="utf-8")


def passes(tests: tuple[str, ...], copy: Path, seconds: int | None = SECONDS) -> bool:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests],
        cwd=copy,
        capture_output=True,
        timeout=seconds,
        check=False,
        env=os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return done.returncode == 0


def tried(log: Path | None) -> dict[tuple[str, int], dict[str, object]]:
    lines = log.read_text(encoding="utf-8").splitlines() if log and log.exists() else []
    return {(one["file"], one["place"]): one for one in map(json.loads, lines)}


def results(sample: list[Mutant], log: Path | None) -> Iterator[tuple[Mutant, str]]:
    """The fate of each, from the log where it stands there."""
    known = tried(log)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("nktrade", "tests", "benchmarks"):
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", copy)
        for room, tests in TESTS.items():
            if not passes((*tests, f"nktrade/{room}"), copy, seconds=None):
                raise SystemExit(f"{room}: found tests that fail without a mutant; mend them first")
        for mutant in sample:
            before = known.get((mutant.file, mutant.place))
            if before is not None and before["says"] == mutant.says:
                yield mutant, str(before["fate"])
                continue
            found = fate(mutant, copy)
            if log:
                with log.open("a", encoding="utf-8") as stream:
                    stream.write(json.dumps({**vars(mutant), "fate": found}) + "\n")
            yield mutant, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", nargs="?", type=int, default=COUNT)
    parser.add_argument("--log", type=Path)
    options = parser.parse_args()
    every = mutants()
    sample = random.Random(SEED).sample(every, COUNT)[: options.count]
    alive = []
    for number, (mutant, found) in enumerate(results(sample, options.log), start=1):
        if found == "alive":
            alive.append(mutant)
        killed = 1 - len(alive) / number
        print(f"{number:4} {found:18} {killed:6.1%} {mutant.file}:{mutant.line}", flush=True)
    print(f"\n{len(sample)} of {len(every):,} mutants tried, {len(alive)} alive:")
    for mutant in sorted(alive, key=lambda one: (one.file, one.line)):
        print(f"  {mutant.file}:{mutant.line}: {mutant.says}")


if __name__ == "__main__":
    main()
