"""Webs: relations that share a figure are diagnosed together, and what the diagnosis of a web names."""

import numpy as np

from nktrade.checks.observations import Codes
from nktrade.checks.relations import Relations
from nktrade.core.codes import Verdict
from nktrade.diagnosis.answer import Diagnosis
from nktrade.diagnosis.diagnose import diagnose_system
from nktrade.diagnosis.system import System
from nktrade.errors import FigureSystemError

_MOST_FAILING = 12
"""A text with more failing relations in one web was misread or is no report: its errors have no one cause."""


def diagnosed(system: System, failing: int) -> Diagnosis:
    """The diagnosis of a text's figures; where too many disagree, that none can be singled out."""
    if failing <= _MOST_FAILING:
        try:
            return diagnose_system(system)
        except FigureSystemError:
            pass  # more sets of suspects than anybody could read: said below, and nobody is named
    return Diagnosis(
        verdict="inconsistent",
        diagnosis=Verdict.CANNOT_LOCALISE,
        explanation="the figures disagree in too many ways to single one out",
    )


def components(found: Relations) -> Codes:
    """A number per relation; relations that share an observation have the same."""
    parent = list(range(len(found.check)))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    first: dict[int, int] = {}
    for places in (found.lines.cell, found.lines.carrier):
        for relation, at in zip(found.lines.choice.tolist(), places.tolist(), strict=True):
            if at >= 0:
                parent[root(relation)] = root(first.setdefault(at, relation))
    return np.array([root(one) for one in range(len(parent))], dtype=np.int64)


def named(diagnosis: Diagnosis) -> tuple[str, ...]:
    """The suspects, unless some other set is likelier than they are; else all that are tied."""
    first = diagnosis.hypotheses[0].names if diagnosis.hypotheses else diagnosis.suspects
    if diagnosis.suspects and set(first) == set(diagnosis.suspects):
        return diagnosis.suspects
    tied = (*diagnosis.located_sets, first)
    return tuple(dict.fromkeys(name for names in tied for name in names))
