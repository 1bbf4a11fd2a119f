"""Planted slips: who is named is right, and the true value is the first repair of most typos."""

import sys
from collections import Counter
from pathlib import Path

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from diagnosis_quality import judge  # noqa: E402 - the benchmark is a script beside the package
from diagnosis_records import records, system  # noqa: E402 - as above

from nktrade.diagnosis import diagnose  # noqa: E402 - as above


def test_named_figures_are_right_and_most_faults_are_named() -> None:
    """Of 140 planted slips: precision 0.99, recall 0.70, first repair 0.80 at least."""
    tally: Counter[str] = Counter()
    count = 140
    for record in records(count, seed=1):
        answer = diagnose(system(record))
        judge(answer, record.wrong, float(record.truth), record.kind, tally)
    named = tally["named right"] + tally["named wrong"]
    assert tally["named right"] >= 0.99 * named
    assert tally["named right"] >= 0.70 * count
    assert tally["first"] >= 0.80 * tally["typos"]
