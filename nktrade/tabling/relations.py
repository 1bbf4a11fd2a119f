"""Relations of sums: what fails in a customs file, which row is likely wrong, and how sure that is.

Parts that exceed their whole cannot be, and a slip of digits that makes a sum fit to its last digit is no
chance. What else may explain a gap, a confidential partner, a revised month, leaves it a warning.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from nktrade.checks.against import ANOTHER
from nktrade.checks.exact import agree
from nktrade.core.amount import Amount
from nktrade.core.codes import Severity, Verdict
from nktrade.core.findings import Relation, Repair
from nktrade.core.interval import Interval
from nktrade.customs.columns import CELL
from nktrade.customs.sums import EXCEED
from nktrade.customs.tally import PART, WHOLE
from nktrade.diagnosis.adding import Sum, diagnose_sums, sides, webs
from nktrade.diagnosis.answer import Diagnosis
from nktrade.diagnosis.webs import named
from nktrade.ledger.vintages import known_revision
from nktrade.tabling.adding import Table
from nktrade.tabling.cited import Cited, Key
from nktrade.tabling.unreadable import unreadable

_NAMED = 8
"""Figures that are named where any of them may be the wrong one."""
_RESERVED = ("98", "99")
"""Chapters that the Harmonized System leaves to offices: they hold what other chapters do not show."""
_IMPLIED = "implied"
"""The kind of a repair that no slip of digits explains."""


def table_relations(table: Table, cited: Cited) -> tuple[Relation, ...]:
    """The failing sums with their diagnosis, the unit values out of line, then rows that cannot be read."""
    bench = _Bench(table, cited)
    found = [*bench.relations(), *bench.flagged(), *unreadable(table.causes, cited.document)]
    return tuple(replace(one, id=f"r{number}") for number, one in enumerate(found, start=1))


@dataclass(frozen=True, eq=False)
class _Bench:
    """A table and the rows of it that are cited."""

    table: Table
    cited: Cited

    def relations(self) -> Iterator[Relation]:
        """One relation for each sum that fails in exact numbers too."""
        for web in webs([one for one in map(self._sum, self.table.failing.index) if one]):
            amounts = self._amounts(web)
            failing = [one for one in web if not agree(*sides(one, amounts, widest=False), "==")]
            if failing:
                diagnosis = diagnose_sums(failing, amounts, self._vouched)
                yield from (self._relation(one, amounts, diagnosis) for one in failing)

    def flagged(self) -> Iterator[Relation]:
        """A note on each unit value out of line."""
        for flag in self.table.flags.to_dict("records"):
            value, weight = (self._name((int(flag["row"]), one)) for one in ("value", "weight"))
            if value and weight:
                yield self._note(value, weight, flag)

    def _name(self, key: Key) -> str | None:
        claim = self.cited.claims.get(key)
        return claim.id if claim else None

    def _sum(self, relation: int) -> Sum | None:
        """The sum by the names of its claims; None where a row could not be one."""
        wholes, parts = ([self._name(key) for key in keys] for keys in self.table.keys(relation))
        if None in (*wholes, *parts):
            return None
        return Sum(
            name=str(relation),
            wholes=tuple(filter(None, wholes)),
            parts=tuple(filter(None, parts)),
            is_complete=self._is_complete(relation),
        )

    def _is_complete(self, relation: int) -> bool:
        """Whether the parts are all of the whole."""
        found = self.table.failing.loc[relation]
        if found["check"] != "periods":
            return found["check"] in {"flows", "weights", *self.table.complete}
        whole = self.table.rows.loc[self.table.places(relation, WHOLE)[0]]
        return bool(found["verdict"] != EXCEED or found["count"] >= whole["period_end"].month)

    def _amounts(self, web: list[Sum]) -> dict[str, Amount]:
        known = {claim.id: claim.amount for claim in self.cited.claims.values()}
        return {name: known[name] for one in web for name in one.figures}

    @cached_property
    def _vouched(self) -> frozenset[str]:
        """The claims of rows that stand in a sum that holds."""
        rows = self.table.tally.held
        return frozenset(one.id for key, one in self.cited.claims.items() if key[0] in rows)

    def _relation(self, one: Sum, amounts: Mapping[str, Amount], diagnosis: Diagnosis) -> Relation:
        parts, whole = sides(one, amounts, widest=False)
        check = str(self.table.failing.loc[int(one.name), "check"])
        is_beside = check == "weights"
        names = (
            (("a", one.parts), ("b", one.wholes))
            if is_beside
            else (("parts", one.parts), ("total", one.wholes))
        )
        plain = Relation(
            id=one.name,
            document=self.cited.document.id,
            check=check,
            type="equal" if is_beside else "sum",
            args=names,
            left=parts,
            right=whole,
            gap=parts - whole,
            holds=False,
        )
        if agree(*sides(one, amounts, widest=True), "=="):
            return replace(plain, verdict=Verdict.ROUNDING, severity=Severity.WARNING)
        if self._is_revision(check, one, parts, whole):
            words = "months that were printed first and totals printed later differ as far as known revisions do"
            return replace(
                plain,
                holds=None,
                verdict=Verdict.REVISION,
                severity=Severity.NOTE,
                explanation=words,
            )
        return self._judged(plain, one, diagnosis)

    def _judged(self, plain: Relation, one: Sum, diagnosis: Diagnosis) -> Relation:
        """An error where nothing else explains the gap, else a warning, which names no figure."""
        accused = named(diagnosis)
        is_sure = accused == diagnosis.suspects
        verdict = (diagnosis.diagnosis if is_sure else Verdict.TIE) or Verdict.CANNOT_LOCALISE
        verdict = Verdict.CANNOT_LOCALISE if verdict is Verdict.ROUNDING else verdict
        slips = [repair.kind for repair in diagnosis.repairs[:1] if repair.kind != _IMPLIED]
        doubt = self._doubt(one)
        excuse = self._excuse(plain, one)
        is_error = not doubt and (not excuse or bool(verdict is Verdict.LOCATED and slips))
        found = replace(
            plain,
            verdict=verdict,
            severity=Severity.ERROR if is_error else Severity.WARNING,
            repairs=_telling(diagnosis, is_open=not is_error or len(accused) > _NAMED),
            explanation="; ".join(filter(None, (doubt, excuse, _said(diagnosis, accused)))),
        )
        if not is_error:
            return found
        likely = diagnosis.likely if is_sure and len(accused) == 1 else {}
        likeliest = [name for repair in diagnosis.repairs for name, _ in repair.values]
        places = [*likeliest, *one.figures, *accused]
        own = tuple(name for name in accused if name in one.figures) or accused
        own = tuple(sorted(own, key=places.index))
        return replace(found, suspect=own, likely_value=likely.get(own[0]) if own else None)

    def _whole(self, one: Sum) -> Mapping[Any, Any]:
        """The first row of the whole."""
        row = self.table.rows.loc[self.table.places(int(one.name), WHOLE)[0]]
        return dict(row)

    def _is_revision(self, check: str, one: Sum, parts: Interval, whole: Interval) -> bool:
        """Whether months and their total lie no further apart than prints of the same office do."""
        if check != "periods":
            return False
        compiler = str(self._whole(one)["compiler"])
        share = known_revision(compiler, compiler)
        return share is not None and (whole * Interval(1 - share, 1 + share)).meets(parts)

    def _excuse(self, plain: Relation, one: Sum) -> str:
        """What else than a wrong figure would explain the gap; empty where nothing would."""
        gap, whole = plain.gap, plain.right
        is_over = gap is not None and gap.low is not None and gap.low > 0
        if plain.check == "headings" and self._whole(one)["code"] in _RESERVED:
            return "codes of this chapter may also hold what other chapters keep confidential"
        if plain.check == "weights":
            return "a quantity may be counted otherwise than the net weight beside it"
        if plain.check == "periods" and whole is not None and plain.left is not None:
            near = (whole * Interval(1 / ANOTHER, ANOTHER)).meets(plain.left)
            return "a month or the total may have been revised" if near else ""
        if plain.check == "flows" or is_over:
            return ""
        return "nearly all other sums of this kind hold, so the file has all parts; one may be confidential"

    def _doubt(self, one: Sum) -> str:
        """Why the sum may not be one, however far off: rows that share a cell, or estimates."""
        rows = self.table.rows.loc[
            [row for side in (WHOLE, PART) for row in self.table.places(int(one.name), side)]
        ]
        twice = rows[rows.duplicated(list(CELL), keep=False)]
        if len(twice):
            shown = ", ".join(map(str, twice["line"].head(4)))
            return f"rows of one cell were added up: lines {shown}"
        if rows["value_estimated"].any():
            return "some of these figures are the office's estimates"
        return ""

    def _note(self, value: str, weight: str, flag: Mapping[object, object]) -> Relation:
        """A unit value out of line: a place to look, for goods of one code differ."""
        scale = float(str(flag["likely_scale"]))
        slip = "" if scale != scale else f"; a slip by {scale:g} would explain it"  # noqa: PLR0124 - NaN alone differs from itself
        times = float(str(flag["ratio"]))
        says = (
            f"value per tonne is {times:,.3g} times the median of {flag['code']} in this file"
            f"{slip}; goods of one code differ, so it is a place to look, one of {flag['checks']:,} asked"
        )
        return Relation(
            id="",
            document=self.cited.document.id,
            check="unit values",
            type="fact",
            args=(("value", (value,)), ("quantity", (weight,))),
            left=None,
            right=None,
            gap=None,
            holds=None,
            severity=Severity.NOTE,
            explanation=says,
        )


def _telling(diagnosis: Diagnosis, *, is_open: bool) -> tuple[Repair, ...]:
    """The repairs; where the gap is open to more than one cause, those alone that a slip of digits explains."""
    return tuple(one for one in diagnosis.repairs if not is_open or one.kind != _IMPLIED)


def _said(diagnosis: Diagnosis, accused: Sequence[str]) -> str:
    if len(accused) > _NAMED:
        return f"any of {len(accused):,} figures may be the wrong one"
    return diagnosis.explanation
