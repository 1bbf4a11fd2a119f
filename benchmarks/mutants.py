"""Mutants of the checks and the diagnosis: how many small faults in the code the tests notice.

Run: make coverage, then python benchmarks/mutants.py [COUNT] [--log FILE]

A fixed sample of single changes to the syntax tree, each tried by the tests that enter its lines, the
most focused first, until one fails. Each is tried in a fork of one process that has loaded what lies
below the two rooms; the module is changed as it is imported, and no file is written. The order of the
sample is drawn, so the first results are a fair sample of all. With --log, what was tried is not
tried again.
"""

import argparse
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import random
import resource
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import CodeType, ModuleType

from mutations import ROOMS, ROOT, Mutant, mutants, mutated

SEED = 20180824
COUNT = 500
SECONDS = 600
"""Of the processor: several times what all tests of a mutant take."""
MEMORY = 8 * 2**30
PASSED, FAILED, BROKEN = 0, 1, 2
"""Statuses of pytest; the third is that of a module that cannot be imported any more."""
TESTS = (
    "nktrade/",
    "tests/errors/",
    "tests/checks/",
    "tests/diagnosis/",
    "tests/known_answers/",
    "tests/laws/test_checks_laws.py",
    "tests/laws/test_diagnosis_laws.py",
)
"""What is asked, in this order."""
BELOW = ("pytest", "hypothesis", "scipy.optimize", "scipy.stats", "nktrade.ledger.baselines")


@dataclass(frozen=True)
class Entered:
    """Which test entered which line, from the data of ``make coverage``."""

    file: Path

    @cached_property
    def lines(self) -> dict[str, dict[int, list[str]]]:
        """By file and line, the tests; of those that an import enters, the empty name."""
        from coverage import CoverageData  # noqa: PLC0415 - only a real run has its data

        data = CoverageData(str(self.file))
        data.read()
        return {
            str(Path(file).relative_to(ROOT)): data.contexts_by_lineno(file)
            for file in data.measured_files()
        }

    @cached_property
    def width(self) -> Counter[str]:
        """How many lines of the two rooms a test enters."""
        rooms = tuple(f"nktrade/{room}/" for room in ROOMS)
        return Counter(
            name
            for file, lines in self.lines.items()
            if file.startswith(rooms)
            for names in lines.values()
            for name in names
        )

    def tests(self, mutant: Mutant) -> list[str]:
        """Those that enter the statement; where its module enters it, those that enter the module."""
        first, last = mutant.span
        lines = self.lines[mutant.file]
        found = {name for line in range(first, last + 1) for name in lines.get(line, ())}
        if "" in found:
            found = {name for names in lines.values() for name in names}
        return sorted(filter(None, found & self.asked), key=self._order)

    @cached_property
    def asked(self) -> set[str]:
        return {name for name in self.width if name.startswith(TESTS)}

    def _order(self, name: str) -> tuple[int, int, str]:
        tier = next(place for place, start in enumerate(TESTS) if name.startswith(start))
        return tier, self.width[name], name


class Changed(importlib.machinery.SourceFileLoader):
    """Loads a module with one change in it."""

    def __init__(self, mutant: Mutant) -> None:
        file = ROOT / mutant.file
        super().__init__(mutant.module, str(file))
        tree = mutated(file.read_text(encoding="utf-8"), mutant.place)
        self.code = compile(tree, str(file), "exec")

    def get_code(self, _name: str) -> CodeType:
        return self.code


class Finder(importlib.abc.MetaPathFinder):
    """Finds the changed module before the one on the disk."""

    def __init__(self, mutant: Mutant) -> None:
        self.loader = Changed(mutant)

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self.loader.name:
            return None
        return importlib.util.spec_from_file_location(name, loader=self.loader)


class Told:
    """A plugin that says which test failed first."""

    def __init__(self, end: int) -> None:
        self.end = end

    def pytest_runtest_logreport(self, report: object) -> None:
        if getattr(report, "failed", False):
            os.write(self.end, str(getattr(report, "nodeid", "")).encode())


def fate(mutant: Mutant | None, tests: list[str]) -> tuple[str, str]:
    """Killed, by what; alive; or not entered by any test."""
    if not tests:
        return "not entered", ""
    finder = mutant and Finder(mutant)
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _try(finder, tests, theirs)
    os.close(theirs)
    with os.fdopen(ours, "rb") as end:
        by = end.read().decode()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status in (FAILED, BROKEN):
        return "killed", by or "its import"
    if status < 0:
        return "killed", "the time" if status == -24 else f"signal {-status}"
    if status == PASSED:
        return "alive", ""
    raise SystemExit(f"{mutant}: found status {status} of pytest, expected tests that pass or fail")


def _try(finder: Finder | None, tests: list[str], end: int) -> None:
    """Ends this process with the status of pytest."""
    status = 70
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        silence = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(silence, number)
        if finder:
            sys.meta_path.insert(0, finder)
        quiet = (
            "--assert=plain",  # a rewritten module would be the one on the disk
            "-x",
            "-q",
            "-p",
            "no:cacheprovider",
            "-W",
            "ignore::pytest.PytestAssertRewriteWarning",
        )
        status = int(importlib.import_module("pytest").main([*quiet, *tests], plugins=[Told(end)]))
        if finder and sys.modules[finder.loader.name].__loader__ is not finder.loader:
            status = 70
    finally:
        os._exit(status)


def prepared() -> None:
    """What lies below the two rooms is loaded; they themselves are not."""
    os.chdir(ROOT)
    os.environ["NKTRADE_HYPOTHESIS"] = "quick"
    sys.dont_write_bytecode = True
    for name in BELOW:
        importlib.import_module(name)
    rooms = tuple(f"nktrade.{room}" for room in ROOMS)
    above = [name for name in sys.modules if name.startswith(rooms)]
    if above:
        raise SystemExit(f"found {above[0]} loaded before it can be changed, expected none")


def tried(log: Path | None) -> dict[tuple[str, int, str], dict[str, str]]:
    """What the log knows, by mutant."""
    lines = log.read_text(encoding="utf-8").splitlines() if log and log.exists() else []
    return {(one["file"], one["place"], one["says"]): one for one in map(json.loads, lines)}


def results(
    sample: list[Mutant], entered: Entered, log: Path | None
) -> Iterator[tuple[Mutant, str]]:
    """The fate of each, from the log where it stands there."""
    known = tried(log)
    for mutant in sample:
        before = known.get((mutant.file, mutant.place, mutant.says))
        if before is None:
            found, by = fate(mutant, entered.tests(mutant))
            before = {**vars(mutant), "fate": found, "by": by}
            if log:
                with log.open("a", encoding="utf-8") as stream:
                    stream.write(json.dumps(before) + "\n")
        yield mutant, before["fate"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", nargs="?", type=int, default=COUNT)
    parser.add_argument("--log", type=Path)
    parser.add_argument("--data", type=Path, default=ROOT / ".coverage")
    options = parser.parse_args()
    prepared()
    entered = Entered(options.data)
    if not tried(options.log) and fate(None, sorted(entered.asked))[0] != "alive":
        raise SystemExit("found tests that fail without a mutant; mend them first")
    every = mutants()
    sample = random.Random(SEED).sample(every, COUNT)[: options.count]
    spared = []
    for number, (mutant, found) in enumerate(results(sample, entered, options.log), start=1):
        if found != "killed":
            spared.append((mutant, found))
        killed = 1 - len(spared) / number
        print(f"{number:4} {found:18} {killed:6.1%} {mutant.file}:{mutant.line}", flush=True)
    print(f"\n{len(sample)} of {len(every):,} mutants tried, {len(spared)} not killed:")
    for mutant, found in sorted(spared, key=lambda one: (one[0].file, one[0].line)):
        print(f"  {mutant.file}:{mutant.line}: {found}: {mutant.says}")


if __name__ == "__main__":
    main()
