"""Judging: relations of texts become findings: what cannot hold, how surely, and who is suspect.

A relation is judged at the printed digits; it is an error only where the widest reading of every
figure fails too, and no plausible other reading of the text would dissolve it. Relations that share
a figure are diagnosed together: those that hold vouch, those that fail accuse.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache, partial
from itertools import islice, pairwise

import numpy as np

from nktrade.checks.check import Check
from nktrade.checks.exact import Amounts, agree, sides
from nktrade.checks.misfits import LATE, is_misfit
from nktrade.checks.relations import Relations
from nktrade.core.claims import Claim
from nktrade.core.codes import Severity, Verdict
from nktrade.core.findings import Relation, Repair
from nktrade.core.interval import Interval
from nktrade.diagnosis.again import told_again
from nktrade.diagnosis.answer import Diagnosis
from nktrade.diagnosis.doubt import misreading, rereadings
from nktrade.diagnosis.misdated import misdated
from nktrade.diagnosis.posing import Posed, pose
from nktrade.diagnosis.related import Related
from nktrade.diagnosis.rereading import Rereading, Witnessed, witnessed
from nktrade.diagnosis.unexplained import is_one_slip, left_open, unexplained
from nktrade.diagnosis.vouching import vouched
from nktrade.diagnosis.webs import components, diagnosed, named

Claims = Mapping[tuple[str, str], Claim]
"""Claims by document and id."""
Witnesses = Mapping[tuple[str, str], tuple[Interval, ...]]
"""What independent others printed, by document and claim."""
_TOGETHER = 64
"""Other readings tried in one go: relating some rows costs little more than relating one."""


def judge(
    found: Relations, amounts: Amounts, claims: Claims, witnesses: Witnesses
) -> dict[str, tuple[Relation, ...]]:
    """Every relation of every document, held or not, with its diagnosis."""
    bench = _Bench(found, amounts, claims, witnesses)
    judged: dict[str, list[Relation]] = {}
    for case in bench.cases:
        own = judged.setdefault(case.document, [])
        own.append(bench.relation(case, f"r{len(own) + 1}"))
    return {document: tuple(relations) for document, relations in judged.items()}


class _Bench:
    """All relations at hand; what is diagnosed together is diagnosed once."""

    def __init__(
        self, found: Relations, amounts: Amounts, claims: Claims, witnesses: Witnesses
    ) -> None:
        self.found, self.claims, self.witnesses = found, claims, witnesses
        self.texts: dict[str, list[Claim]] = {}
        for (document, _), claim in claims.items():
            self.texts.setdefault(document, []).append(claim)
        self.amounts: Amounts = cache(amounts)
        starts = np.flatnonzero(np.diff(found.lines.choice, prepend=-1))
        bounds = [*starts.tolist(), len(found.lines)]
        self.lines = {n: range(a, b) for n, (a, b) in enumerate(pairwise(bounds))}
        self.documents = found.seen.words("document")
        self.ids = [str(name) for name in found.seen.words("claim")]
        self.components = components(found)
        self.diagnoses: dict[int, tuple[Posed, Diagnosis]] = {}
        self.rereadings: dict[str, dict[Rereading | None, Witnessed]] = {}
        self.cases = [self._case(number) for number in range(len(found.check))]
        self.doubted: dict[str, list[Related]] = {}
        for case in self.cases:
            if case.is_in_doubt:
                self.doubted.setdefault(case.document, []).append(case)

    def _case(self, number: int) -> Related:
        """A relation with exact sides, its claims by role."""
        lines = self.lines[number]
        check = self.found.checks[self.found.check[number]]
        left, right = sides(self.found, lines, self.amounts, widest=False)
        holds = bool(self.found.holds[number]) or agree(left, right, check.compare)
        wide = sides(self.found, lines, self.amounts, widest=True)
        return Related(
            number,
            check,
            self.documents[self.found.lines.cell[lines[0]]],
            self._args(check, lines),
            left,
            right,
            holds,
            holds or bool(self.found.holds_wide[number]) or agree(*wide, check.compare),
        )

    def relation(self, case: Related, name: str) -> Relation:
        """The record of one relation."""
        plain = Relation(
            id=name,
            document=case.document,
            check=case.check.name,
            type=case.check.type,
            args=case.args,
            left=case.left,
            right=case.right,
            gap=case.left - case.right,
            holds=case.holds,
        )
        if case.holds:
            return plain
        if not case.is_in_doubt:
            return replace(plain, holds=None, severity=Severity.NOTE)
        return self._failed(plain, case)

    def _failed(self, plain: Relation, case: Related) -> Relation:
        is_about_sides = case.check.pairing == "twice"
        text = self.texts[case.document]
        other = misreading(
            (case.check.name, frozenset(plain.claims)),
            self._involved(case),
            text,
            partial(self._reread, case.document),
            is_about_sides=is_about_sides,
            is_slip=lambda: is_one_slip(self._diagnosis(case)[1].repairs),
        ) or vouched(self._involved(case), text)
        if other:
            return left_open(plain, other)
        if case.holds_wide:
            return replace(plain, verdict=Verdict.ROUNDING, severity=Severity.WARNING)
        if case.check.pairing == LATE:
            return self._odd(plain, case)
        if other := self._unexplained(case):
            return left_open(plain, other)
        return self._located(plain, case)

    def _unexplained(self, case: Related) -> str:
        """Why the figures of a relation that fails need not be wrong, in words; empty where a slip is likely."""
        web = self.components == self.components[case.number]
        return unexplained(
            self._involved(case),
            self._diagnosis(case)[1].repairs,
            is_bound=case.check.compare == "<=",
            is_alone=int(np.count_nonzero(web & ~self.found.holds)) == 1,
        )

    def _odd(self, plain: Relation, case: Related) -> Relation:
        """Of two prints the one that does not fit, and what it likely was; both where nothing tells."""
        lines, seen = self.lines[case.number], self.found.seen
        odd, fitting = self.found.lines.cell[lines[0]], self.found.lines.cell[lines[-1]]
        found = replace(plain, severity=Severity.ERROR)
        if not is_misfit(seen, odd[None], fitting[None])[0]:
            return replace(found, verdict=Verdict.TIE, suspect=plain.claims)
        value = self.amounts(int(seen["row"][fitting])).value
        return replace(
            found,
            verdict=Verdict.LOCATED,
            suspect=(self.ids[odd],),
            likely_value=value * self._units(odd, case.document),
            explanation=f"other figures fit {self.ids[fitting]} and contradict {self.ids[odd]}",
        )

    def _reread(self, document: str, readings: Sequence[Rereading]) -> tuple[Witnessed, ...]:
        """What the figures of a document say as it was read and otherwise, each asked once."""
        known = self.rereadings.setdefault(document, {})
        more = () if known else islice(self._to_be_reread(document), _TOGETHER)
        new = [one for one in dict.fromkeys((*readings, *more)) if one not in known]
        if new or not known:
            rows = self.found.frame[self.found.frame["document"] == document]
            as_read, *others = witnessed(rows, self.found.checks, new)
            known[None] = as_read
            known.update(zip(new, others, strict=True))
        return (known[None], *(known[one] for one in readings))

    def _to_be_reread(self, document: str) -> Iterator[Rereading]:
        """The other readings that the failing relations of a document will ask for."""
        for case in self.doubted.get(document, ()):
            yield from rereadings(self._involved(case), self.texts[document])

    def _involved(self, case: Related) -> list[Claim]:
        """Every claim that takes part, in the order of the roles."""
        names = dict.fromkeys(claim for _, group in case.args for claim in group)
        return [self.claims[case.document, one] for one in names]

    def _located(self, plain: Relation, case: Related) -> Relation:
        posed, diagnosis = self._diagnosis(case)
        accused = named(diagnosis)
        own = set(plain.claims)
        suspect = [one for name in accused for one in self._claims_of(posed, name)]
        here = tuple(dict.fromkeys(one for one in suspect if one in own)) or tuple(
            dict.fromkeys(suspect)
        )
        # Where each figure has another print that would do, none is likelier.
        if diagnosis.diagnosis is None:
            here = plain.claims
        likely = self._printed_values(posed, diagnosis.likely, case.document)
        others = self._misdated(plain, case)
        here = tuple(
            dict.fromkeys((*here, *(one for read in others for one in sorted(read.claims))))
        )
        is_sure = accused == diagnosis.suspects and not others
        verdict = (diagnosis.diagnosis if is_sure else None) or Verdict.TIE
        return replace(
            plain,
            verdict=Verdict.CANNOT_LOCALISE if verdict is Verdict.ROUNDING else verdict,
            severity=Severity.ERROR,
            suspect=here,
            likely_value=likely.get(here[0]) if len(here) == 1 and is_sure else None,
            repairs=tuple(self._repair(posed, one, case.document) for one in diagnosis.repairs),
            explanation="; or ".join((diagnosis.explanation, *(read.meant for read in others))),
        )

    def _misdated(self, plain: Relation, case: Related) -> tuple[Rereading, ...]:
        """Other periods that the words may have been meant to name, where the text bears them out."""
        return misdated(
            (case.check.name, frozenset(plain.claims)),
            self._involved(case),
            self.texts[case.document],
            partial(self._reread, case.document),
        )

    def _diagnosis(self, case: Related) -> tuple[Posed, Diagnosis]:
        component = int(self.components[case.number])
        if component not in self.diagnoses:
            members = [int(one) for one in np.flatnonzero(self.components == component)]
            ids = {
                one for number in members for line in self.lines[number] for one in self._line(line)
            }
            posed = pose(
                self.found,
                members,
                self.lines,
                self.amounts,
                self.ids.__getitem__,
                witnesses={one: self.witnesses.get((case.document, one), ()) for one in ids},
            )
            posed = told_again(posed, self.found, self.amounts)
            failing = sum(not self.found.holds[one] for one in members)
            self.diagnoses[component] = posed, diagnosed(posed.system, failing)
        return self.diagnoses[component]

    def _line(self, line: int) -> tuple[str, ...]:
        cell, carrier = self.found.lines.cell[line], self.found.lines.carrier[line]
        return (self.ids[cell],) if carrier < 0 else (self.ids[cell], self.ids[carrier])

    def _args(self, check: Check, lines: range) -> tuple[tuple[str, tuple[str, ...]], ...]:
        terms = (*check.left.terms, *check.right.terms)
        roles: dict[str, list[str]] = {}
        for line in lines:
            term, names = terms[self.found.lines.place[line]], self._line(line)
            roles.setdefault(term.role, []).append(names[0])
            if term.carrier is not None and len(names) > 1:
                roles.setdefault(term.carrier.role, []).append(names[1])
        return tuple((role, tuple(names)) for role, names in roles.items())

    def _claims_of(self, posed: Posed, name: str) -> tuple[str, ...]:
        return tuple(self.ids[at] for at in posed.positions.get(name, ()))

    def _repair(self, posed: Posed, repair: Repair, document: str) -> Repair:
        values = self._printed_values(posed, dict(repair.values), document)
        return Repair(
            values=tuple(values.items()),
            kind=repair.kind,
            probability=repair.probability,
            residual=repair.residual,
            evidence=repair.evidence,
        )

    def _printed_values(
        self, posed: Posed, values: Mapping[str, Fraction], document: str
    ) -> dict[str, Fraction]:
        """Values of variables as their claims would print them: percent, the printed unit."""
        found: dict[str, Fraction] = {}
        for name, value in values.items():
            variable, prints = posed.system.by_name[name], posed.positions.get(name, ())
            own = variable.value
            if not prints or own is None or own == variable.offset:
                continue
            first = self.claims[document, self.ids[prints[0]]].value
            share = (value - variable.offset) / (own - variable.offset)
            for at in prints:
                units = self._units(at, document) / self._units(prints[0], document)
                found[self.ids[at]] = first * share * units
        return found

    def _units(self, at: int, document: str) -> Fraction:
        """Printed units in one canonical unit."""
        canonical = self.amounts(int(self.found.seen["row"][at])).value
        return self.claims[document, self.ids[at]].value / canonical if canonical else Fraction(1)
