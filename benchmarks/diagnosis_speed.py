"""Records a second and core: 12 figures, 10 % of the records violating.

Run: OMP_NUM_THREADS=1 python benchmarks/diagnosis_speed.py [COUNT]
"""

import resource
import sys
import time

import numpy as np
import pandas as pd

from nktrade.diagnosis import diagnose
from nktrade.diagnosis.prints import Prints
from nktrade.diagnosis.records import relations_system
from nktrade.diagnosis.sweep import sweep
from nktrade.diagnosis.template import Template
from nktrade.diagnosis.weigh import weighed_records

RELATIONS = {
    "variables": {name: {"domain": [0, None]} for name in "abcdefghijkl"},
    "constraints": [
        {"id": "q1", "terms": {"a": 1, "b": 1, "c": 1, "j": -1}, "op": "=="},
        {"id": "q2", "terms": {"d": 1, "e": 1, "f": 1, "k": -1}, "op": "=="},
        {"id": "q3", "terms": {"g": 1, "h": 1, "i": 1, "l": -1}, "op": "=="},
        {"id": "half", "terms": {"j": 1, "k": -1}, "op": "<="},
    ],
}


def frame(count: int, *, text: bool, seed: int = 7) -> pd.DataFrame:
    """Records that add up, every tenth with one figure wrong."""
    chance = np.random.default_rng(seed)
    parts = np.round(10 ** chance.uniform(1, 3, (count, 9)), 2)
    parts[:, 3:6] += parts[:, 0:3]
    sums = np.round(parts.reshape(count, 3, 3).sum(axis=2), 2)
    table = np.round(np.hstack([parts, sums]), 2)
    wrong = np.arange(0, count, 10)
    place = chance.integers(0, 12, len(wrong))
    table[wrong, place] = np.round(table[wrong, place] * chance.uniform(0.1, 3, len(wrong)) + 1, 2)
    result = pd.DataFrame(table, columns=list("abcdefghijkl"))
    return result.map(lambda one: f"{one:.2f}") if text else result


def main(count: int = 100_000) -> None:
    for text in (False, True):
        table = frame(count, text=text)
        diagnose(table.head(100), RELATIONS)
        held = megabytes()
        start = time.process_time()
        answer = diagnose(table, RELATIONS)
        seconds = time.process_time() - start
        kind = "prints" if text else "numbers"
        print(f"{kind}: {count / seconds:,.0f} records a second; {answer}")
        print(f"  {1e6 * seconds / (count / 10):.0f} microseconds per violating record, all told")
        print(f"  {megabytes() - held:.0f} megabytes more at most than before")
    repairs(table)


def megabytes() -> float:
    """The most memory that the process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def repairs(table: pd.DataFrame) -> None:
    """What it costs to repair the figures once they are located; the best of five."""
    template = Template.of(relations_system(RELATIONS))
    prints = Prints.of(table, template.names)
    found = sweep(template, prints)
    spent = []
    for _ in range(5):
        start = time.process_time()
        weighed_records(template, prints, found)
        spent.append(time.process_time() - start)
    print(
        f"repairs: {1e6 * min(spent) / len(found.violating):.0f} microseconds per violating record"
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
