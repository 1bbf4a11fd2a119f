"""What of each finding is still to be told, when several share a diagnosis or a baseline row."""

from collections.abc import Sequence
from dataclasses import dataclass

from nktrade.core.codes import Severity
from nktrade.core.findings import Relation, Repair, Witness
from nktrade.report.finding import SEVERITIES, Finding


@dataclass(frozen=True, slots=True)
class Telling:
    """A finding with the baseline rows and the repairs that no finding before it has told."""

    finding: Finding
    witnesses: tuple[Witness, ...]
    repairs: tuple[Repair, ...]
    same_as: str | None = None
    """The more severe finding before it that has the same repairs."""
    also: tuple[Finding, ...] = ()
    """Findings as severe that the same repairs would settle."""


def telling(finding: Finding) -> Telling:
    """The finding told alone, in full."""
    return Telling(finding, finding.witnesses, finding.repairs)


def told_once(findings: Sequence[Finding]) -> list[Telling]:
    """The findings of one document, most severe first, nothing told twice.

    A baseline row is told beneath a relation where one of no lesser severity involves its claim, a
    relation beneath the first as severe that the same repairs would settle.
    """
    beneath = _beneath(findings)
    leaders = _leaders(findings)
    told: list[Telling] = []
    rows: set[Witness] = set()
    repaired: dict[tuple[Repair, ...], str] = {}
    for finding in findings:
        level = SEVERITIES.index(finding.severity)
        if isinstance(finding.entry, Witness) and beneath.get(finding.entry, level + 1) <= level:
            continue
        also = tuple(one for one in findings if leaders.get(one) is finding)
        if finding in leaders:
            continue
        own = (row for one in (finding, *also) for row in one.witnesses)
        fresh = tuple(row for row in dict.fromkeys(own) if row not in rows)
        before = repaired.get(finding.repairs) if finding.repairs else None
        told.append(Telling(finding, fresh, () if before else finding.repairs, before, also))
        rows.update(fresh)
        repaired.setdefault(finding.repairs, finding.id)
    return told


def _leaders(findings: Sequence[Finding]) -> dict[Finding, Finding]:
    """For each finding the first one as severe with the same repairs, where that is another."""
    first: dict[tuple[tuple[Repair, ...], Severity], Finding] = {}
    led: dict[Finding, Finding] = {}
    for one in findings:
        leader = first.setdefault((one.repairs, one.severity), one) if one.repairs else one
        if leader is not one:
            led[one] = leader
    return led


def _beneath(findings: Sequence[Finding]) -> dict[Witness, int]:
    """The highest severity of a relation beneath which each baseline row is told."""
    levels: dict[Witness, int] = {}
    for finding in findings:
        if isinstance(finding.entry, Relation):
            for row in finding.witnesses:
                levels.setdefault(row, SEVERITIES.index(finding.severity))
    return levels
