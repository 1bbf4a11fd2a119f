"""Every generated system located by circuits and by scipy's MILP: equal, ties too.

Run: python benchmarks/diagnosis_against_milp.py [COUNT] [FIRST], where FIRST goes on after a run broken off.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "diagnosis"))

from diagnosis_oracle import agrees, generated

from nktrade.diagnosis import System
from nktrade.diagnosis.case import cases
from nktrade.diagnosis.localise import locate

TOLD = 500
"""Systems between two words of how far it is."""


def main(count: int = 10_000, first: int = 0) -> None:
    spent = {"circuits": 0.0, "MILP": 0.0}
    differing = 0
    for seed in range(first, count):
        described = generated(seed)
        start = time.perf_counter()
        system = System.from_json(described)
        ours = [list(names) for names in locate(system, cases(system)).sets if names]
        middle = time.perf_counter()
        equal = agrees(described, ours)
        spent["circuits"] += middle - start
        spent["MILP"] += time.perf_counter() - middle
        if not equal:
            differing += 1
            print(f"seed {seed}: the MILP does not find {ours}")
        if (seed + 1) % TOLD == 0:
            print(f"{seed + 1:,} of {count:,} done, {differing} differ", flush=True)
    print(f"{count - first:,} systems, {differing} differ")
    for name, seconds in spent.items():
        print(f"{name}: {1e3 * seconds / (count - first):.2f} ms a system")
    if differing:
        sys.exit(1)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
