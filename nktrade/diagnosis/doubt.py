"""Doubt about our own reading: would a plausible other reading dissolve the contradiction?

A reading that all claims of a relation share cannot dissolve it: three figures moved together to
another month still have to add up. What counts is doubt that sets one claim apart from others: one
whose month stands in its own words beside one, in another sentence, whose month was carried over.
The text itself is asked first: another reading that its other figures bear out is the right one, and
one that they speak against is no rival. Carrying over is safe where no rival is left.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from math import prod

import pandas as pd

from nktrade.core.claims import Claim
from nktrade.core.codes import WORLD, Flow
from nktrade.core.period import MONTHS, Period
from nktrade.diagnosis.elsewhere import columns_of, is_told_apart, is_told_otherwise
from nktrade.diagnosis.reach import is_before, is_out_of_reach, is_past
from nktrade.diagnosis.rereading import Instance, Rereading, Witnessed
from nktrade.diagnosis.steps import run_of, step_of
from nktrade.diagnosis.sureness import EXPLICIT, cannot_turn, is_explicit, sureness

Reread = Callable[[Sequence[Rereading]], Sequence[Witnessed]]
"""What the text's figures say as it was read, and under each of some other readings."""

_KEY = (("flow",), ("reporter", "partner"), ("commodity",), ("period",))
"""Parts of the key; the two sides are carried over in one step and doubted as one."""
_PLAUSIBLE = 0.2
"""From this chance of a misreading on, nobody is accused (docs/decisions/014)."""
_APART = 0.04
"""Confidences nearer than this come from one and the same step of reading."""
_UNRIVALLED = 0.25
"""What is left of a doubt where the text names no other value before that could be meant."""
_FARTHER = 0.99
"""What is left where the other value stands no nearer: it is the nearest that is carried over first."""
_ROOM = 1e-9
"""Far above the error of a product of chances."""
_MOST = 16
"""Other readings tried for one relation."""
_BASES = ("year_earlier", "month_earlier")


def misreading(
    instance: Instance,
    claims: Sequence[Claim],
    text: Sequence[Claim],
    reread: Reread,
    *,
    is_about_sides: bool = False,
    is_slip: Callable[[], bool] = bool,
) -> str:
    """The other reading that would dissolve a relation, in words; empty where none is plausible.

    ``text`` holds all claims of the document: the values that one of these might have instead. A
    relation that is about nothing but whose flow it is rests on the sides alone. ``is_slip`` says whether
    one slip of the press explains it: figures that were mixed up differ by any digits, and not so.
    """
    readings = rereadings(claims, text)
    rivalled: dict[str, float] = {}
    for read, more, dissolves in tried(instance, readings, reread):
        if is_out_of_reach(read, text):
            continue
        if more > 0 and dissolves:
            return f"other figures bear out {read.meant}: read so nothing need contradict"
        if dissolves and more >= 0 and is_told_apart(read, text):
            return (
                f"no words say what it is measured from; {read.meant} leaves nothing to contradict"
            )
        if read.field == "period" and dissolves and more >= 0 and instance[1] <= read.claims:
            return f"{read.meant} is as long as these say: read so nothing need contradict"
        if read.is_told and more == 0 and dissolves:
            return f"one of these tells in words of {read.meant}: read so nothing need contradict"
        if read.is_named and more >= 0 and not is_told_otherwise(read, claims, text):
            weight = 1.0 if read.is_nearer else _FARTHER if read.is_before else _UNRIVALLED
            rivalled |= {name: max(weight, rivalled.get(name, 0)) for name in _changed(read, text)}
    is_about_sides = is_about_sides and not cannot_turn(claims, text)
    is_plausible = chance(claims, rivalled, is_about_sides=is_about_sides) >= _PLAUSIBLE - _ROOM
    is_rival_near = any(weight >= 1 for weight in rivalled.values())
    if not is_plausible or (not is_rival_near and is_slip()):
        return ""
    doubts = {name: _doubt(name, claims, rivalled) for part in _KEY for name in part}
    field = max(doubts, key=lambda name: doubts[name])
    claim = min(claims, key=lambda one: sureness(field, one))
    meant = [one.value for one in claim.alternatives if one.field == field]
    other = f" {meant[0]}" if meant else ""
    return (
        f"{claim.figure.surface!r} may speak of another {field}{other}: "
        "its own words do not say, and read so nothing need contradict"
    )


def rereadings(claims: Sequence[Claim], text: Sequence[Claim]) -> tuple[Rereading, ...]:
    """The other readings that are tried for a relation of these claims."""
    return tuple(islice(_rereadings(claims, text), _MOST))


def tried(
    instance: Instance, readings: Sequence[Rereading], reread: Reread
) -> Iterator[tuple[Rereading, int, bool]]:
    """Each reading, how much more holds so, and whether it leaves no contradiction in this place.

    That the relation itself holds when read otherwise bears nothing out: any slip can be read away.
    """
    if not readings:
        return
    as_read, *others = reread(readings)
    for read, other in zip(readings, others, strict=True):
        more = other.support(read.claims, but=instance) - as_read.support(read.claims, but=instance)
        is_new = other.fails - as_read.fails
        yield read, more, instance not in other.fails and not is_new


def chance(
    claims: Sequence[Claim], rivalled: Mapping[str, float], *, is_about_sides: bool = False
) -> float:
    """How likely some claim was misread apart from the others of its relation.

    ``rivalled`` has the fields for which the text names another value, and how much of a doubt that leaves.
    """
    if is_about_sides:
        return 1 - min(sureness(name, one) for name in ("reporter", "partner") for one in claims)
    greatest = (max(_doubt(name, claims, rivalled) for name in part) for part in _KEY)
    return 1 - prod(1 - doubt for doubt in greatest)


def _doubt(name: str, claims: Sequence[Claim], rivalled: Mapping[str, float]) -> float:
    """How likely one field of the least sure claim is misread alone.

    Claims of one sentence are read in one step: they are right together or wrong together.
    """
    least = min(claims, key=lambda one: _joint(name, one, claims))
    sure = _joint(name, least, claims)
    others = [sureness(name, one) for one in claims if one.sentence != least.sentence]
    if not others or max(others) - sure <= _APART:
        return 0.0
    return (1 - sure) * rivalled.get(name, _UNRIVALLED)


def _changed(read: Rereading, text: Sequence[Claim]) -> set[str]:
    """The fields that another reading changes: of two sides it may leave one as it is."""
    if read.field != "sides":
        return {read.field}
    claim = next(one for one in text if one.id in read.claims)
    return {name for name, value in read.columns if getattr(claim, name) != value}


def _joint(name: str, claim: Claim, claims: Sequence[Claim]) -> float:
    """How sure a field is that the words beside it may name: "2.8 million tons of coal, 70 percent"."""
    own = _value(_part(name), claim)
    beside = (one for one in claims if one.sentence == claim.sentence)
    return max(sureness(name, one) for one in beside if _value(_part(name), one) == own)


def _part(name: str) -> str:
    return "sides" if name in {"reporter", "partner"} else name


def _rereadings(claims: Sequence[Claim], text: Sequence[Claim]) -> Iterator[Rereading]:
    """Other values for each inferred field of these claims, and of those read in one step with them."""
    seen = set()
    for claim in claims:
        for part in _KEY:
            if min(sureness(name, claim) for name in part) >= EXPLICIT:
                continue
            step = step_of(part, claim, text)
            for each in (step, run_of(claim, text)) if part == ("period",) else (step,):
                if (part, each) not in seen:
                    seen.add((part, each))
                    yield from _others(_part(part[0]), claim, each, text)
        if "base" in claim.inferred and claim.base in _BASES:
            yield from (
                reading("base", one, frozenset({claim.id}), is_named=False)
                for one in _BASES
                if one != claim.base
            )
    yield from _turned(claims, text)


def _turned(claims: Sequence[Claim], text: Sequence[Claim]) -> Iterator[Rereading]:
    """All claims of inferred sides exchanged at once, where one of these tells in words the trade seen from the other side.

    Exports and imports that two sentences tell are seen from one side, whichever it is.
    """
    told = {_value("sides", one) for one in claims if is_explicit("sides", one)}
    inferred = [one for one in text if not is_explicit("sides", one)]
    for own in {_value("sides", one): one for one in claims if one in inferred}:
        same = [one for one in inferred if _value("sides", one) == own]
        other = own[::-1] if isinstance(own, tuple) else None
        if other in told - {None} and len({one.sentence for one in same}) > 1:
            step = frozenset(one.id for one in same)
            yield replace(reading("sides", other, step, is_named=False), is_told=True)


def _others(
    field: str, claim: Claim, step: frozenset[str], text: Sequence[Claim]
) -> Iterator[Rereading]:
    """The values that the text names elsewhere, then those that stand beside this one anyway."""
    own = _value(field, claim)
    fixed = _fixed(field, claim)
    named = dict.fromkeys(_value(field, one) for one in text if is_explicit(field, one))
    natural = [*_natural(field, claim), *_year_before(field, claim, named)]
    for value in [*named, *(one for one in natural if one not in named)]:
        is_open = not isinstance(value, tuple) or all(value[at] == side for at, side in fixed)
        is_other = value not in {own, None} and not _is_same_trade(own, value, step, text)
        if is_other and is_open:
            is_named = value in named and value not in natural and not is_past(value, text)
            found = reading(field, value, step, is_named=is_named)
            yield replace(
                found,
                is_nearer=is_named and _is_nearer(field, value, claim, text),
                is_before=field != "period" or is_before(value, claim, text),
            )


def _is_nearer(field: str, value: object, claim: Claim, text: Sequence[Claim]) -> bool:
    """Whether the sentence before tells of this value, and not of the one that was carried over it."""
    before = max((one.sentence for one in text if one.sentence < claim.sentence), default=None)
    told = {_value(field, one) for one in text if one.sentence == before}
    return value in told and _value(field, claim) not in told


def _is_same_trade(own: object, value: object, step: frozenset[str], text: Sequence[Claim]) -> bool:
    """Whether two sides were only exchanged, and totals are all that is told of them: one trade."""
    is_exchanged = isinstance(own, tuple) and isinstance(value, tuple) and own == value[::-1]
    return is_exchanged and all(one.flow is Flow.TOTAL for one in text if one.id in step)


def _fixed(field: str, claim: Claim) -> tuple[tuple[int, str | None], ...]:
    """The side that stands in the words, by its place in the pair: it stays whatever the other is."""
    if field != "sides":
        return ()
    names = ("reporter", "partner")
    return tuple(
        (at, getattr(claim, name))
        for at, name in enumerate(names)
        if sureness(name, claim) >= EXPLICIT
    )


def _natural(field: str, claim: Claim) -> Iterator[object]:
    """Values that stand beside this one in the plainest report: the flows, the year before."""
    if field == "flow" and claim.flow in {Flow.EXPORT, Flow.IMPORT}:
        yield claim.flow.mirrored
    if field == "sides" and claim.reporter and claim.partner not in {None, WORLD}:
        yield claim.partner, claim.reporter
    if field == "period" and claim.period is not None:
        yield from (claim.period.shifted(-MONTHS), claim.period.shifted(MONTHS))


def _year_before(field: str, claim: Claim, named: Iterable[object]) -> Iterator[Period]:
    """A year before each time that the text names, for what was read as a year before one of them."""
    times = [one for one in named if isinstance(one, Period)]
    if field == "period" and claim.period and claim.period.shifted(MONTHS) in times:
        yield from (one.shifted(-MONTHS) for one in times)


def _value(field: str, claim: Claim) -> object:
    """What the field says; the two sides as a pair."""
    if field != "sides":
        return getattr(claim, field)
    return (claim.reporter, claim.partner) if claim.reporter and claim.partner else None


def reading(field: str, value: object, claims: frozenset[str], *, is_named: bool) -> Rereading:
    """The reading in the columns of a ledger."""
    words = str(value)
    columns: tuple[tuple[str, str | pd.Timestamp], ...] = ((field, words),)
    if field == "sides" and isinstance(value, tuple):
        columns, words = (("reporter", value[0]), ("partner", value[1])), " and ".join(value)
    if isinstance(value, Period):
        columns = columns_of(value)
    meant = f"another {field} of {', '.join(sorted(claims))}: {words}"
    return Rereading(field=field, claims=claims, columns=columns, is_named=is_named, meant=meant)
