"""Reliability of the first hypothesis: of those given so much probability, how many are right.

Planted slips over printed customs figures (a CSV with columns period, flow, value, source_id, status)
where exports, imports and total of one month were printed by one source; without a file, over the
generated records. Run: python benchmarks/diagnosis_calibration.py [CSV]
"""

import csv
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from diagnosis_records import KINDS, SHARES, records, slip, system

from nktrade.diagnosis import diagnose

EDGES = (0.0, 0.3, 0.5, 0.7, 0.9, 0.98, 1.01)
MILLION = 10**6


def months(path: str) -> list[dict[str, str]]:
    """Prints of one month and source in which exports and imports add up to the total."""
    found: dict[tuple[str, str], dict[str, Fraction]] = defaultdict(dict)
    with Path(path).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["value"] and row["unit"] == "USD" and row["status"] in {"ok", "rounded"}:
                found[row["period"], row["source_id"]][row["flow"]] = Fraction(row["value"])
    result = []
    for flows in found.values():
        x, m = flows.get("export"), flows.get("import")
        if x and m:
            numbers = {"x": x, "m": m, "t": x + m, "b": x - m}
            result.append({name: f"{float(one / MILLION):.3f}" for name, one in numbers.items()})
    return result


def planted(path: str, count: int, seed: int = 3) -> Iterator[tuple[dict[str, object], str]]:
    chance = random.Random(seed)
    known = months(path)
    while count:
        prints = dict(chance.choice(known))
        name = chance.choice(sorted(prints))
        wrong = slip(prints[name], chance.choices(KINDS, SHARES)[0], chance)
        if wrong is None or Fraction(wrong) == Fraction(prints[name]):
            continue
        count -= 1
        prints[name] = wrong
        yield described(prints), name


def described(prints: dict[str, str]) -> dict[str, object]:
    return {
        "variables": {
            name: {"printed": text, "domain": [None if name == "b" else 0, None]}
            for name, text in prints.items()
        },
        "constraints": [
            {"id": "total", "terms": {"x": 1, "m": 1, "t": -1}},
            {"id": "balance", "terms": {"x": 1, "m": -1, "b": -1}},
        ],
    }


def main(path: str | None = None, count: int = 600) -> None:
    cases = (
        planted(path, count)
        if path
        else ((system(record), record.wrong) for record in records(count, 99))
    )
    bins: dict[float, list[tuple[float, bool]]] = defaultdict(list)
    for described_system, wrong in cases:
        answer = diagnose(described_system)
        if answer.hypotheses:
            first = answer.hypotheses[0]
            low = max(edge for edge in EDGES if edge <= first.probability)
            bins[low].append((first.probability, first.names == (wrong,)))
    print("| from | records | mean probability | share right |\n|---|---|---|---|")
    for low in sorted(bins):
        told = [one for one, _ in bins[low]]
        right = [one for _, one in bins[low]]
        print(
            f"| {low:.2f} | {len(told)} | {sum(told) / len(told):.2f} | {sum(right) / len(right):.2f} |"
        )


if __name__ == "__main__":
    main(*sys.argv[1:2])
