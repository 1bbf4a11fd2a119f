"""Posing: relations of a text become a system of figures.

A cell that two claims observe alike is one variable; claims that differ stay apart, for they are
alternatives. A carrier is a variable of its own, so that a misprinted percentage has digits to
repair; what a level was before a printed change is a variable too, printed or not.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from nktrade.checks.exact import Amounts, factor, observed
from nktrade.checks.observations import CELL
from nktrade.checks.relations import Relations
from nktrade.checks.view import Term
from nktrade.core.codes import Flow, Kind
from nktrade.core.interval import Interval
from nktrade.diagnosis.system import NON_NEGATIVE, Constraint, Options, System, Variable

Namer = Callable[[int], str]
"""The claim's id at a position of the observations."""
_ONE = Fraction(1)
_PERCENT = Fraction(1, 100)
_SIGNED = (Kind.CHANGE_ABS, Kind.CHANGE_PCT)
_PERCENTS = (Kind.CHANGE_PCT, Kind.SHARE_PCT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posed:
    """A system, and which positions of the observations its printed variables stand for.

    The first position of a variable is that of the print that it has its digits from.
    """

    system: System
    positions: Mapping[str, tuple[int, ...]]


@dataclass(slots=True)
class _Builder:
    """Collects variables and rows; lives no longer than one posing."""

    found: Relations
    amounts: Amounts
    name_of: Namer
    witnesses: Mapping[str, tuple[Interval, ...]]
    variables: dict[str, Variable] = field(default_factory=dict)
    positions: dict[str, tuple[int, ...]] = field(default_factory=dict)
    rows: list[Constraint] = field(default_factory=list)
    cells: dict[tuple[int, ...], list[str]] = field(default_factory=dict)
    is_alone: bool = False

    def cell(self, at: int) -> str:
        """The variable of the cell observed at a position: the finest of the prints that agree.

        A percentage is one number, whether it is held against another or multiplies a level.
        """
        if self.found.seen["kind"][at] in self.found.seen.codes(_PERCENTS):
            return self.carrier(at)
        box = observed(self.found, at, self.amounts, widest=False)
        key = self._key(at)
        for name in self.cells.get(key, ()):
            known = self.variables[name].box
            if known is not None and known.meets(box):
                prints = self.positions[name]
                if at not in prints and _is_finer(box, known):
                    self._print(at, name, box, observed(self.found, at, self.amounts, widest=True))
                    prints = (at, *prints)
                self.positions[name] = tuple(dict.fromkeys((*prints, at)))
                return name
        name = self.name_of(at)
        if name not in self.variables:
            self._print(at, name, box, observed(self.found, at, self.amounts, widest=True))
            self.cells.setdefault(key, []).append(name)
        return name

    def carrier(self, at: int) -> str:
        """The variable of a printed percentage, multiple, price or count."""
        name = self.name_of(at)
        if name not in self.variables:
            narrow, wide = (
                factor(self.found, at, self.amounts, widest=width) for width in (False, True)
            )
            seen = self.found.seen
            in_percent = seen["unit"][at] == seen.code("percent")
            step = _PERCENT if in_percent else _ONE
            offset = Fraction(int(seen["adds_to_one"][at]))
            self._print(at, name, narrow, wide, step=step, offset=offset)
        return name

    def before(self, at: int, carrier: int) -> str:
        """The variable of what the cell was before the change that the carrier prints."""
        key = list(self._key(at))
        key[CELL.index("period")] = int(self.found.seen["base_period"][carrier])
        printed = self.cells.get(tuple(key))
        name = printed[0] if printed else f"{self.name_of(at)} before {self.name_of(carrier)}"
        if name not in self.variables:
            self.variables[name] = Variable(name=name, domain=self._domain(at))
        self._product(f"{name}/{carrier}", self.cell(at), self.carrier(carrier), name)
        return name

    def times(self, at: int, term: Term, carrier: int, constant: Interval) -> str:
        """The variable of carrier or constant times cell."""
        if term.is_divided:
            return self.before(at, carrier)
        if carrier < 0 and constant == Interval.point(1):
            return self.cell(at)
        by = self.carrier(carrier) if carrier >= 0 else self._constant(constant)
        return self._multiplied(by, self.cell(at), self._domain(at))

    def risen(self, carrier: int, parts: dict[str, Fraction]) -> dict[str, Fraction]:
        """What a printed change added to a level before it: no less than nothing, whichever way it went."""
        name = " and ".join(parts)
        domain = self.variables[next(iter(parts))].domain
        if name not in self.variables:
            self.variables[name] = Variable(name=name, domain=domain)
            self.rows.append(Constraint(id=f"sum of {name}", terms=((name, -_ONE), *parts.items())))
        return {self._multiplied(self.carrier(carrier), name, domain): _ONE, name: -_ONE}

    def row(self, relation: int, lines: range) -> None:
        """The rows that say one relation."""
        places = self.found.lines
        check = self.found.checks[self.found.check[relation]]
        terms = (*check.left.terms, *check.right.terms)
        sums: dict[str, Fraction] = {}
        rises: dict[tuple[int, int], dict[str, Fraction]] = {}
        for line in lines:
            term, carrier = terms[places.place[line]], int(places.carrier[line])
            constant = Interval(Fraction(places.low[line]), Fraction(places.high[line]))
            cell = int(places.cell[line])
            side = 1 if places.place[line] < len(check.left.terms) else -1
            if term.is_of_rise:
                parts = rises.setdefault((carrier, side), {})
                parts[self.cell(cell)] = Fraction(places.low[line]) * term.sign
                continue
            name = self.times(cell, term, carrier, constant)
            sums[name] = sums.get(name, Fraction(0)) + side * term.sign
        for (carrier, side), parts in rises.items():
            for name, sign in self.risen(carrier, parts).items():
                sums[name] = sums.get(name, Fraction(0)) + side * sign
        terms_of_row = tuple((name, sign) for name, sign in sums.items() if sign)
        if terms_of_row:
            self.rows.append(Constraint(id=f"r{relation}", terms=terms_of_row, op=check.compare))

    def told(self, relation: int, lines: range) -> tuple[object, ...]:
        """What a relation says: prints that agree say it but once."""
        places = self.found.lines
        said = ((places.place[at], self.cell(places.cell[at]), places.carrier[at]) for at in lines)
        return self.found.check[relation], *said

    def mirrored_pairs(self) -> tuple[tuple[str, str], ...]:
        """Exports and imports of one key: the two that a writer takes for each other."""
        flow = CELL.index("flow")
        exports, imports = (self.found.seen.code(one) for one in (Flow.EXPORT, Flow.IMPORT))
        pairs = []
        for key, names in self.cells.items():
            if key[flow] == exports:
                other = (*key[:flow], imports, *key[flow + 1 :])
                pairs += [(one, two) for one in names for two in self.cells.get(other, ())]
        return tuple(pairs)

    def _print(
        self,
        at: int,
        name: str,
        box: Interval,
        widest: Interval,
        *,
        step: Fraction = _ONE,
        offset: Fraction = Fraction(0),
    ) -> None:
        # A slip is seen in the digits that tell: zeros at the end are the roundness of a print.
        amount = self.amounts(int(self.found.seen["row"][at])).telling
        sign = -1 if self.found.seen["is_negative"][at] else 1
        self.variables[name] = Variable(
            name=name,
            value=offset + sign * step * amount.value,
            digits=amount.digits if amount.ceiling is None and amount.is_decimal else None,
            is_print=True,
            scale=sign * step * amount.scale,
            offset=offset,
            box=box,
            widest=widest,
            domain=NON_NEGATIVE if offset else self._domain(at),
            witnesses=tuple(
                one.scaled(step) + Interval.point(offset) for one in self.witnesses.get(name, ())
            ),
        )
        self.positions[name] = (at,)

    def _multiplied(self, by: str, part: str, domain: Interval) -> str:
        """The variable of one figure times another."""
        name = f"{by} x {part}"
        if name not in self.variables:
            self.variables[name] = Variable(name=name, domain=domain, is_step=True)
            self._product(name, name, by, part)
        return name

    def _constant(self, constant: Interval) -> str:
        name = f"factor {constant!r}"
        self.variables.setdefault(
            name, Variable(name=name, box=constant, is_fixed=True, domain=constant)
        )
        return name

    def _product(self, key: str, whole: str, by: str, part: str) -> None:
        """Whole is multiplier times part: exact alone, and as its two outer rows among others.

        The outer rows never accuse wrongly, and keep a system of many relations linear.
        """
        figure = by if by in self.positions else None
        if any(row.id in {key, f"{key} at least"} for row in self.rows):
            return
        if self.is_alone:
            powers = ((whole, 1), (by, -1), (part, -1))
            self.rows.append(Constraint(id=key, product=powers, figure=figure))
            return
        box, sign = self.variables[by].box, self._sign(whole) or self._sign(part)
        if box is None or sign is None:
            return
        ends = (box.low, box.high) if sign > 0 else (box.high, box.low)
        for end, op, name in zip(ends, (">=", "<="), ("at least", "at most"), strict=True):
            if end is not None:
                terms = ((whole, _ONE), (part, -end))
                row = Constraint(id=f"{key} {name}", terms=terms, op=op, figure=figure)
                self.rows.append(row)

    def _sign(self, name: str) -> int | None:
        """The sign of a cell's true number where print or domain tell it."""
        variable = self.variables[name]
        for interval in (variable.box, variable.domain):
            if interval is not None and interval.low is not None and interval.low >= 0:
                return 1
            if interval is not None and interval.high is not None and interval.high <= 0:
                return -1
        return None

    def _key(self, at: int) -> tuple[int, ...]:
        return tuple(int(self.found.seen[column][at]) for column in CELL)

    def _domain(self, at: int) -> Interval:
        seen = self.found.seen
        is_signed = seen["flow"][at] == seen.code(Flow.BALANCE) or seen["kind"][at] in seen.codes(
            _SIGNED
        )
        return Interval(None, None) if is_signed else NON_NEGATIVE


def _is_finer(one: Interval, other: Interval) -> bool:
    """Whether the first is inside the second and not the same, or has two ends where that has one."""
    is_closer = _is_closed(one) and not _is_closed(other)
    return is_closer or (one != other and one.meet(other) == one)


def _is_closed(one: Interval) -> bool:
    return one.low is not None and one.high is not None


def pose(
    found: Relations,
    relations: Sequence[int],
    lines: Mapping[int, range],
    amounts: Amounts,
    name_of: Namer,
    *,
    witnesses: Mapping[str, tuple[Interval, ...]] | None = None,
) -> Posed:
    """The system that some relations of one document form together.

    A part that is within its whole says little more than that it is no error: left out.
    """
    posed = [
        one
        for one in relations
        if not found.holds[one] or found.checks[found.check[one]].compare == "=="
    ]
    builder = _Builder(found, amounts, name_of, witnesses or {})
    for at in _printed(found, relations, lines):
        builder.cell(at)  # printed cells first, so that what was before them can be one of them
    distinct = {builder.told(one, lines[one]): one for one in reversed(posed)}
    builder.is_alone = len(distinct) == 1
    for relation in sorted(distinct.values()):
        builder.row(relation, lines[relation])
    system = System(
        variables=tuple(builder.variables.values()),
        constraints=tuple(builder.rows),
        options=Options(
            operations=frozenset({"swap"}), pairs=builder.mirrored_pairs(), adjusts=False
        ),
    )
    return Posed(system=system, positions=builder.positions)


def _printed(
    found: Relations, relations: Iterable[int], lines: Mapping[int, range]
) -> tuple[int, ...]:
    told = (found.lines.cell[line] for relation in relations for line in lines[relation])
    return tuple(dict.fromkeys(int(cell) for cell in told))
