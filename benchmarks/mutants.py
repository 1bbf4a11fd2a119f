"""Mutants of the checks and the diagnosis: how many small faults in the code the tests notice.

Run: make coverage, then python benchmarks/mutants.py [COUNT] [--log FILE]

A fixed sample of single changes to the syntax tree, each tried by the tests that enter its lines, the
cheapest first, until one fails or so many seconds of tests have passed. The order of the sample is
drawn, so the first results are a fair sample of all. With --log, what was killed is not tried again.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mutant_runs import Runs
from mutations import ROOT, Mutant, mutants

SEED = 20180824
COUNT = 500
SECONDS = 60.0
"""What the tests of one mutant take together where nothing fails; the costly ones are left out."""
TESTS = (
    "nktrade/",
    "tests/errors/",
    "tests/checks/",
    "tests/diagnosis/",
    "tests/known_answers/",
    "tests/laws/",
)
"""What is asked."""


@dataclass(frozen=True)
class Entered:
    """Which test entered which line and what it took, as ``make coverage`` wrote it down."""

    file: Path
    times: Path

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
    def seconds(self) -> dict[str, float]:
        """By test that passed, the seconds it took."""
        known: dict[str, float] = json.loads(self.times.read_text(encoding="utf-8"))
        return {name: taken for name, taken in known.items() if name.startswith(TESTS)}

    def at_import(self, mutant: Mutant) -> bool:
        """Whether an import enters the statement, so that it is too late to change it after one."""
        return "" in self._names(mutant)

    def tests(self, mutant: Mutant, budget: float) -> tuple[list[str], bool]:
        """Those that enter the statement, the cheapest first; and whether these are all of them.

        Where its module enters the statement, those that enter the module.
        """
        found = self._names(mutant)
        if "" in found:
            found = {name for names in self.lines[mutant.file].values() for name in names}
        known = sorted((self.seconds[name], name) for name in found & self.seconds.keys())
        kept = []
        for taken, name in known:
            budget -= taken
            if budget < 0:
                break
            kept.append(name)
        return kept, len(kept) == len(known)

    def _names(self, mutant: Mutant) -> set[str]:
        first, last = mutant.span
        lines = self.lines.get(mutant.file, {})
        return {name for line in range(first, last + 1) for name in lines.get(line, ())}


def tried(log: Path | None) -> dict[tuple[str, int, str], dict[str, str]]:
    """What the log knows, by mutant; the last word counts."""
    lines = log.read_text(encoding="utf-8").splitlines() if log and log.exists() else []
    return {(one["file"], one["place"], one["says"]): one for one in map(json.loads, lines)}


def results(sample: list[Mutant], entered: Entered, options: argparse.Namespace) -> Iterator[str]:
    """The fate of each: killed, alive, or not entered by any test."""
    known = tried(options.log)
    runs = Runs(sorted({name.partition("::")[0] for name in entered.seconds}))
    for mutant in sample:
        before = known.get((mutant.file, mutant.place, mutant.says))
        if before is None or (options.again and before["fate"] != "killed"):
            tests, are_all = entered.tests(mutant, options.seconds)
            fate, by = runs.fate(mutant, tests, at_import=entered.at_import(mutant))
            before = {**vars(mutant), "fate": fate, "by": by, "all": are_all}
            if options.log:
                with options.log.open("a", encoding="utf-8") as stream:
                    stream.write(json.dumps(before) + "\n")
        yield before["fate"]
    runs.end()


def main() -> None:
    options = _options()
    every = mutants()
    sample = random.Random(SEED).sample(every, COUNT)[: options.count]
    entered = Entered(options.data, options.times)
    spared = []
    for number, fate in enumerate(results(sample, entered, options), start=1):
        mutant = sample[number - 1]
        if fate != "killed":
            spared.append((mutant, fate))
        killed = 1 - len(spared) / number
        print(f"{number:4} {fate:12} {killed:6.1%} {mutant.file}:{mutant.line}", flush=True)
    counted = Counter(fate for _, fate in spared)
    print(f"\n{len(sample)} of {len(every):,} mutants tried, not killed: {dict(counted)}")
    for mutant, fate in sorted(spared, key=lambda one: (one[0].file, one[0].line)):
        print(f"  {mutant.file}:{mutant.line}: {fate}: {mutant.says}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("count", nargs="?", type=int, default=COUNT)
    parser.add_argument("--log", type=Path)
    parser.add_argument("--again", action="store_true", help="try again what the log let live")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="of tests, for a mutant")
    parser.add_argument("--data", type=Path, default=ROOT / ".coverage")
    parser.add_argument("--times", type=Path, default=ROOT / ".coverage.times.json")
    return parser.parse_args()


if __name__ == "__main__":
    main()
