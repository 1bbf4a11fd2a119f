"""The same planted slips for nktrade, scipy's MILP, and R's errorlocate, deductive and rspa if installed.

Precision and recall of the one figure named, and milliseconds a record.
Run: python benchmarks/diagnosis_peers.py [COUNT]
"""

import csv
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests" / "diagnosis"))

from diagnosis_oracle import CONSTANTS, least_sets  # noqa: E402 - a module of the tests
from diagnosis_records import NAMES, RELATIONS, Record, records, system  # noqa: E402 - as above

from nktrade.diagnosis import diagnose  # noqa: E402 - as above

PACKAGES = ("validate", "errorlocate", "deductive", "rspa")
Named = list[set[str]]


def main(count: int = 1000) -> None:
    planted = list(records(count))
    print("| | names one figure | of these right | of all found | ms a record |")
    print("|---|---|---|---|---|")
    for name, way in (("nktrade", ours), ("MILP, first of its sets", milp)):
        start = time.process_time()
        named = way(planted)
        told(name, planted, named, time.process_time() - start)
    missing = absent()
    if missing:
        print(f"\nR peers left out: {missing}")
        return
    for name, named, seconds in peers(planted):
        told(name, planted, named, seconds)


def told(name: str, planted: Sequence[Record], named: Named, seconds: float) -> None:
    alone = [(one, record) for one, record in zip(named, planted, strict=True) if len(one) == 1]
    right = sum(one == {record.wrong} for one, record in alone)
    share = right / len(alone) if alone else 0.0
    print(
        f"| {name} | {len(alone)} | {share:.3f} | {right / len(planted):.3f} "
        f"| {1e3 * seconds / len(planted):.2f} |"
    )


def ours(planted: Sequence[Record]) -> Named:
    answers = [diagnose(system(record)) for record in planted]
    return [set(one.suspects) if str(one.diagnosis) == "located" else set[str]() for one in answers]


def milp(planted: Sequence[Record]) -> Named:
    """One solution of one programme each, as a peer without ties would take it."""
    named: Named = []
    for record in planted:
        cells = {
            name: {"value": float(text), "domain": [None if name == "b" else 0, None]}
            for name, text in record.printed.items()
        }
        described = {"variables": cells, "constraints": list(RELATIONS)}
        named.append(set(next(iter(least_sets(described, CONSTANTS[0], limit=1)), ())))
    return named


def absent() -> str:
    """What R lacks, in words; empty where all is there."""
    runner = shutil.which("Rscript")
    if runner is None:
        return "found no Rscript; install R and the packages " + ", ".join(PACKAGES)
    asked = f"cat(setdiff(c({', '.join(map(repr, PACKAGES))}), rownames(installed.packages())))"
    lacking = subprocess.run([runner, "-e", asked], capture_output=True, text=True, check=True)
    names = lacking.stdout.split()
    return f"R has no {', '.join(names)}; install.packages() brings them" if names else ""


def peers(planted: Sequence[Record]) -> list[tuple[str, Named, float]]:
    with tempfile.TemporaryDirectory() as folder:
        prints = Path(folder) / "prints.csv"
        with prints.open("w", encoding="utf-8", newline="") as lines:
            table = csv.DictWriter(lines, NAMES)
            table.writeheader()
            table.writerows(record.printed for record in planted)
        script = [str(HERE / "diagnosis_peers.R"), str(prints), folder]
        subprocess.run(["Rscript", *script], check=True)
        return [
            (
                name,
                changed(planted, Path(folder) / f"{name}.csv", is_marked=name == "errorlocate"),
                float((Path(folder) / f"{name}.seconds").read_text(encoding="utf-8")),
            )
            for name in PACKAGES[1:]
        ]


def changed(planted: Sequence[Record], path: Path, *, is_marked: bool) -> Named:
    """The cells that a peer marked, or whose number it changed."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    if is_marked:
        return [{name for name in NAMES if row[name] == "TRUE"} for row in rows]
    return [
        {
            name
            for name in NAMES
            if row[name] == "NA" or abs(Fraction(row[name]) - Fraction(record.printed[name])) > STEP
        }
        for row, record in zip(rows, planted, strict=True)
    ]


STEP = Fraction(1, 2000)
"""Half of the finest last digit among the records."""

if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
