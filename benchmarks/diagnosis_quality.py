"""Precision and recall of `located`, and how often the true value is the first repair.

Run: python benchmarks/diagnosis_quality.py [COUNT] [SEED]
"""

import sys
import time
from collections import Counter

from diagnosis_records import records, system

from nktrade.diagnosis import Diagnosis, diagnose

TYPOS = {"substitution", "omission", "transposition", "insertion"}


def main(count: int = 1000, seed: int = 20180820) -> None:
    tally: Counter[str] = Counter()
    start = time.perf_counter()
    for record in records(count, seed):
        answer = diagnose(system(record))
        judge(answer, record.wrong, float(record.truth), record.kind, tally)
    seconds = time.perf_counter() - start
    print(dict(tally))
    named = tally["named right"] + tally["named wrong"]
    print(f"precision of located {tally['named right'] / named:.4f} of {named}")
    print(f"recall of located    {tally['named right'] / count:.4f} of {count}")
    print(f"by weight alone      {tally['by weight'] / count:.4f}")
    print(
        f"true value first     {tally['first'] / max(1, tally['typos']):.4f} of {tally['typos']} typos"
    )
    print(f"{1000 * seconds / count:.1f} ms a record")


def judge(answer: Diagnosis, wrong: str, truth: float, kind: str, tally: Counter[str]) -> None:
    tally[str(answer.diagnosis)] += 1
    tally["by weight"] += answer.located_sets == ((wrong,),)
    if not answer.suspects or str(answer.diagnosis) != "located":
        return
    tally["named right" if answer.suspects == (wrong,) else "named wrong"] += 1
    if kind in TYPOS and answer.suspects == (wrong,):
        tally["typos"] += 1
        first = dict(answer.repairs[0].values) if answer.repairs else {}
        tally["first"] += set(first) == {wrong} and abs(float(first[wrong]) - truth) < 1e-9


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
