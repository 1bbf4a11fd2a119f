"""Evidence step by step: how likely each figure is wrong after each check and each baseline.

The diagnosis itself weighs everything at once; this repeats it with one piece of evidence after the
other, so that a reader sees which of them decided.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from nktrade.checks import CHECKS, Check
from nktrade.checks.relations import Relations, relate
from nktrade.core.claims import Claim
from nktrade.core.findings import Relation, Witness
from nktrade.core.interval import Interval
from nktrade.diagnosis.diagnose import diagnose_system
from nktrade.diagnosis.posing import Posed, pose
from nktrade.ledger.ledger import Ledger
from nktrade.report.casebook import Casebook

Prints = Mapping[str, tuple[Interval, ...]]
"""What others printed, by claim."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is believed once one more piece of evidence is in."""

    words: str
    wrong: tuple[tuple[str, float], ...]
    """How likely each figure is wrong, by claim; figures that nothing accuses are not in it."""


def evidence_steps(book: Casebook, relation: Relation) -> tuple[Step, ...]:
    """The relation alone, then each further check that shares a figure with it, then each baseline.

    Missing: empty where the relation holds, for then nothing is suspected.
    """
    if relation.holds is not False:
        return ()
    checks, names = _connected(book, relation)
    claims = [book.claims[name] for name in names if name in book.claims]
    ledger = Ledger.of(claims, document=book.checked.document)
    told: list[Step] = []
    for count in range(1, len(checks) + 1):
        words = f"{'and ' if count > 1 else ''}{checks[count - 1].name}"
        told.append(Step(words, _wrong(ledger, checks[:count], {})))
    seen: dict[str, tuple[Interval, ...]] = {}
    for against, prints in _prints(book, names):
        seen = {**seen, **{one: (*seen.get(one, ()), *more) for one, more in prints.items()}}
        told.append(Step(f"and {against}", _wrong(ledger, checks, seen)))
    return tuple(told)


def _connected(book: Casebook, relation: Relation) -> tuple[tuple[Check, ...], tuple[str, ...]]:
    """The checks and claims that hang together with a relation, its own check first."""
    names, kinds = dict.fromkeys(relation.claims), {relation.check}
    waiting = list(relation.claims)
    while waiting:
        for one in book.relations.get(waiting.pop(), ()):
            kinds.add(one.check)
            waiting += [name for name in one.claims if name not in names]
            names |= dict.fromkeys(one.claims)
    others = [check for check in CHECKS if check.name in kinds - {relation.check}]
    own = [check for check in CHECKS if check.name == relation.check]
    return (*own, *others), tuple(names)


def _prints(book: Casebook, names: Sequence[str]) -> Iterator[tuple[str, Prints]]:
    """By baseline, the first vintage of each claim's cell: what the diagnosis weighs."""
    found: dict[str, dict[str, tuple[Interval, ...]]] = {}
    for name in names:
        for one in book.witnesses.get(name, ()):
            if not one.road:
                found.setdefault(one.against, {}).setdefault(name, (_interval(one),))
    yield from sorted(found.items())


def _interval(one: Witness) -> Interval:
    return Interval(one.low, one.high)


def _wrong(
    ledger: Ledger, checks: tuple[Check, ...], prints: Prints
) -> tuple[tuple[str, float], ...]:
    """How likely each claim is wrong, by all hypotheses in which it is."""
    found = relate(ledger.frame, checks)
    if not len(found.check):
        return ()
    posed = _posed(found, ledger, prints)
    sums: dict[str, float] = {}
    for hypothesis in diagnose_system(posed.system).hypotheses:
        for name in hypothesis.names:
            sums[name] = sums.get(name, 0.0) + hypothesis.probability
    return tuple(sorted((name, min(chance, 1.0)) for name, chance in sums.items()))


def _posed(found: Relations, ledger: Ledger, prints: Prints) -> Posed:
    """All relations as one system of figures."""
    starts = np.flatnonzero(np.diff(found.lines.choice, prepend=-1))
    bounds = [*starts.tolist(), len(found.lines)]
    lines = {number: range(*ends) for number, ends in enumerate(pairwise(bounds))}
    names = [str(one) for one in found.seen.words("claim")]
    return pose(found, range(len(lines)), lines, ledger.amount, names.__getitem__, witnesses=prints)


def likeliest(steps: Sequence[Step], claims: Mapping[str, Claim], most: int) -> list[Claim]:
    """The figures that some step suspected, the likeliest in the end first."""
    best: dict[str, float] = {}
    for step in steps:
        for name, chance in step.wrong:
            best[name] = max(best.get(name, 0.0), chance)
    last = dict(steps[-1].wrong) if steps else {}
    known = [name for name in best if name in claims]
    order = sorted(known, key=lambda name: (-last.get(name, 0.0), -best[name], name))
    return [claims[name] for name in order[:most]]
