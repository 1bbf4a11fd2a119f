"""Vouching: a printed figure that is true of other amounts than those that our reading held together.

Which whole a share is of stands in few words ("of the total"), and the amount meant may lie a paragraph
back, under a limit, or in goods that our reading does not know. An amount of the share's own sentence that
makes it true with another amount of the text is what is meant, sooner than a slip of the pen. So it is with
prices, with the step of a change, with what a list adds up to and with balances whose time was carried over
(docs/decisions/127). And two amounts of which one is the printed share of the other are a part and its
whole, and never one number.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import chain, combinations, product

from nktrade.checks.slips import TELLING, significant
from nktrade.checks.unit_values import Quotient
from nktrade.core.claims import Claim
from nktrade.core.codes import ALL_GOODS, WORLD, Flow, Kind
from nktrade.core.interval import Interval
from nktrade.diagnosis.listed import is_closed, runs, total
from nktrade.errors import UnitError
from nktrade.reference.units import currencies, unit

_AMOUNTS = frozenset({Kind.LEVEL, Kind.CAP})
_STEPS = frozenset({Kind.LEVEL, Kind.CHANGE_ABS})
_PART_AND_WHOLE = 2
"""As many claims has a relation that may hold a part for its whole."""
_STEP = Fraction(1, 2)
"""A step is a smaller share of its level; what is larger may be the level of the year before, told as close before it."""
_WAYS_OF_TRADE = frozenset({Flow.EXPORT, Flow.IMPORT})
_PASSAGE = 2
"""So many sentences at most lie between a multiple and the amount that it makes."""
_PERCENT = Fraction(1, 100)
_OF_FLOW = ("flow", "reporter", "partner", "commodity")
_OF_TRADE = ("reporter", "partner", "commodity", "period")
_BRACKET = 4
"""As many letters at most stand between a step and the same in percent: "(", " or "."""


def vouched(claims: Sequence[Claim], text: Sequence[Claim]) -> str:
    """What a printed figure is true of, in words, so that these claims need not contradict; else empty.

    ``claims`` are those of one relation; ``text`` holds all claims of the document.
    """
    if quoted := [one.figure.surface for one in claims if _is_quoted(one)]:
        return f"{quoted[0]!r} stands alone in quotation marks: another's word, for which the text does not vouch"
    told = next(chain.from_iterable(way(claims, text) for way in _WAYS), ())
    if not told:
        return ""
    first, *others = told
    words = " and ".join(f"{one.figure.surface!r}" for one in others)
    names = ", ".join(one.id for one in told)
    return (
        f"{first.figure.surface!r} is true of {words} ({names}): meant so nothing need contradict"
    )


def _is_quoted(claim: Claim) -> bool:
    """Whether quotation marks hold the figure alone: the text may go on to say that it is wrong."""
    return claim.doubt is not None and claim.doubt[1:-1] == claim.figure.surface


def _shares(claims: Sequence[Claim], text: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """A share with a part and a whole of which it is true, or with a list whose sum is the part."""
    shares = [one for one in claims if one.kind is Kind.SHARE_PCT]
    told = [(share, pair) for share in shares for pair in _with_one_of(share, claims, text)]
    if not shares and len(claims) == _PART_AND_WHOLE:
        told = [(share, pair) for pair in _pairs(claims) for share in _beside(pair, text)]
    for share, (parts, whole) in told:
        if _is_share(total(parts), whole.amount.printed, share):
            yield (share, *parts, whole)


def _prices(claims: Sequence[Claim], text: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """A price with the value it was held to and another quantity of the text."""
    prices = [one for one in claims if one.kind is Kind.UNIT_PRICE and is_closed(one)]
    values = [one for one in claims if one.figure.unit in currencies()]
    for told in product(prices, values, text):
        if _is_price(*told):
            yield told


def _steps(claims: Sequence[Claim], _: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """A change with the step right before it, which was taken for a level: 40,000 tons (0.8%) less than 4.82 million."""
    changes = [one for one in claims if one.kind is Kind.CHANGE_PCT]
    steps = [one for one in claims if one.kind in _STEPS]
    levels = [one for one in claims if one.kind is Kind.LEVEL]
    for change, step, old in product(changes, steps, levels):
        is_beside = 0 <= change.figure.start - step.figure.end <= _BRACKET and old is not step
        is_step = step.value < old.value * _STEP
        if is_beside and is_step and _is_share(step.amount.printed, old.amount.printed, change):
            yield change, step, old


def _price_changes(claims: Sequence[Claim], text: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """A change with the two prices right behind it that it leads from and to: worth $5.3 billion, as prices fell 8% to $397/t from $432/t."""
    held = [one for one in claims if one.kind is Kind.CHANGE_PCT and is_closed(one)]
    is_of_prices = any(one.kind is Kind.UNIT_PRICE for one in claims)
    for change in [] if is_of_prices else held:
        behind = [one for one in text if one.figure.start > change.figure.end]
        prices = behind[:_PART_AND_WHOLE]
        if [one.kind for one in prices] != [Kind.UNIT_PRICE] * _PART_AND_WHOLE:
            continue
        is_own = all(one.sentence == change.sentence and is_closed(one) for one in prices)
        for new, old in (prices, prices[::-1]) if is_own else ():
            grown = new.amount.printed - old.amount.printed
            step = grown if change.sign == "+" else -grown
            if change.sign and _is_share(step, old.amount.printed, change):
                yield change, new, old


def _multiples(claims: Sequence[Claim], text: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """A multiple with the old level it was held to and another amount of the same goods and of its time, told before it in its passage."""
    ratios = [one for one in claims if one.kind is Kind.RATIO and one.sign is None]
    levels = [one for one in claims if one.kind is Kind.LEVEL]
    others = [one for one in text if one.kind is Kind.LEVEL and one not in claims]
    for ratio, old, new in product(ratios, levels, others):
        is_near = (
            0 <= ratio.sentence - new.sentence <= _PASSAGE and new.figure.end <= ratio.figure.start
        )
        # What hangs on behind a part may be of the whole: 5 million, of which coal 2 million, twice the 2.5 million of May.
        is_open = ratio.sentence == new.sentence == old.sentence
        alike = [one for one in _OF_FLOW if one != "commodity" or not is_open]
        is_alike = new.figure.unit == old.figure.unit and all(
            getattr(new, name) == getattr(old, name) for name in alike
        )
        part = _PERCENT if ratio.figure.unit == "percent" else Fraction(1)
        is_so = is_near and is_alike and new.period == ratio.period != old.period
        times = ratio.amount.widest.scaled(part)
        if is_so and (times * old.amount.widest).meets(new.amount.widest):
            yield ratio, old, new


def _points(claims: Sequence[Claim], text: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """A difference in points with other two shares of the text, one of them of its sentence, that are so far apart."""
    changes = [one for one in claims if one.figure.unit == "percent_point" and is_closed(one)]
    shares = [one for one in text if one.kind is Kind.SHARE_PCT and is_closed(one)]
    for change, (one, other) in product(changes, combinations(shares, 2)):
        is_beside = change.sentence in {one.sentence, other.sentence}
        gap = one.amount.printed - other.amount.printed
        is_gap = any(way.meets(change.amount.printed) for way in (gap, -gap))
        if is_beside and is_gap and not {one.id, other.id} <= {each.id for each in claims}:
            yield change, one, other


def _lists(claims: Sequence[Claim], text: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """What was taken for all with the list before it that it adds up: rice 56, flour 53, together 109 thousand tons."""
    for whole in (one for one in claims if one.commodity == ALL_GOODS or one.partner == WORLD):
        for listed in runs(text):
            is_before = listed[-1].figure.end <= whole.figure.start
            is_beside = listed[-1].sentence == whole.sentence and is_before
            is_alike = listed[-1].figure.unit == whole.figure.unit and is_closed(whole)
            several = len({(one.commodity, one.partner) for one in listed}) > 1
            if several and is_beside and is_alike and total(listed).meets(whole.amount.printed):
                others = [one for one in claims if one is not whole and one not in listed]
                yield from [(whole, *listed)] if others else ()


def _totals(claims: Sequence[Claim], text: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """What was taken for one way with both ways behind it in its sentence that it adds up: 43.8 billion: 15.0 out, 28.8 in."""
    for whole in (one for one in claims if one.flow in _WAYS_OF_TRADE and is_closed(one)):
        behind = [one for one in text if one.sentence == whole.sentence and is_closed(one)]
        behind = [one for one in behind if one.figure.start > whole.figure.end]
        levels = [
            one for one in behind if (one.kind, one.figure.unit) == (whole.kind, whole.figure.unit)
        ]
        sold = [one for one in levels if one.flow is Flow.EXPORT]
        bought = [one for one in levels if one.flow is Flow.IMPORT]
        for pair in product(sold, bought):
            if whole.kind is Kind.LEVEL and total(pair).meets(whole.amount.printed):
                yield (whole, *pair)


def _balances(claims: Sequence[Claim], text: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """A balance whose time was carried over, with the exports and imports of another time that it is the balance of."""
    balances = [one for one in claims if one.flow is Flow.BALANCE and "period" in one.inferred]
    telling = [one for one in balances if len(significant(one.amount.digits)) >= TELLING]
    for balance, (sold, bought) in (
        (one, pair) for one in telling for pair in _both_ways(text, one)
    ):
        gap = sold.amount.printed - bought.amount.printed
        if gap.meets(balance.amount.printed) or (-gap).meets(balance.amount.printed):
            yield balance, sold, bought


_WAYS: tuple[Callable[[Sequence[Claim], Sequence[Claim]], Iterator[tuple[Claim, ...]]], ...] = (
    _shares,
    _prices,
    _steps,
    _price_changes,
    _multiples,
    _points,
    _lists,
    _totals,
    _balances,
)


def _both_ways(text: Sequence[Claim], balance: Claim) -> Iterator[tuple[Claim, Claim]]:
    """Exports and imports of one trade and one time, in the unit of the balance."""
    levels = [one for one in text if one.kind is Kind.LEVEL and is_closed(one)]
    levels = [one for one in levels if one.figure.unit == balance.figure.unit]
    for sold in (one for one in levels if one.flow is Flow.EXPORT):
        for bought in (one for one in levels if one.flow is Flow.IMPORT):
            is_one = all(getattr(sold, name) == getattr(bought, name) for name in _OF_TRADE)
            if is_one and sold.period != balance.period:
                yield sold, bought


def _with_one_of(
    share: Claim, claims: Sequence[Claim], text: Sequence[Claim]
) -> list[tuple[tuple[Claim, ...], Claim]]:
    """The parts and wholes of the text with an amount that is among the claims, and in the share's sentence if that has any."""
    amounts = [one for one in claims if one.kind in _AMOUNTS]
    near = [one for one in amounts if one.sentence == share.sentence]
    own = {one.id for one in near or amounts}
    lists = [one for one in runs(text) if one[0].sentence == share.sentence]
    wholes = [one for one in text if one.kind in _AMOUNTS and is_closed(one)]
    summed = [
        (parts, whole)
        for parts in lists
        for whole in wholes
        if whole not in parts
        and whole.figure.unit == parts[0].figure.unit
        # A sum is no part of what another time held: too many sums are some share of some year by chance.
        and not _is_of_another_time(whole, parts[0])
    ]
    return [
        (parts, whole)
        for parts, whole in (*_pairs(text), *summed)
        if own & {one.id for one in (*parts, whole)}
    ]


def _is_of_another_time(whole: Claim, part: Claim) -> bool:
    """Whether two amounts are of times without a day in common."""
    if whole.period is None or part.period is None:
        return False
    return whole.period.last < part.period.first or part.period.last < whole.period.first


def _beside(pair: tuple[tuple[Claim, ...], Claim], text: Sequence[Claim]) -> list[Claim]:
    """The shares that stand in the sentence of one of two amounts."""
    sentences = {pair[0][0].sentence, pair[1].sentence}
    return [one for one in text if one.kind is Kind.SHARE_PCT and one.sentence in sentences]


def _pairs(claims: Sequence[Claim]) -> list[tuple[tuple[Claim, ...], Claim]]:
    """Every two amounts that were counted in one unit, and are open on no side."""
    amounts = [one for one in claims if one.kind in _AMOUNTS and is_closed(one)]
    return [
        ((part,), whole)
        for part in amounts
        for whole in amounts
        if whole is not part and whole.figure.unit == part.figure.unit
    ]


def _is_share(part: Interval, whole: Interval, share: Claim) -> bool:
    """Whether the first is the printed share of the second, each as printed."""
    return is_closed(share) and (share.amount.printed.scaled(_PERCENT) * whole).meets(part)


def _is_price(price: Claim, value: Claim, quantity: Claim) -> bool:
    """Whether the value over the quantity is the price as printed, per whatever unit."""
    money, _, per = (price.figure.unit or "").partition("/")
    if quantity.kind is not Kind.LEVEL or not is_closed(quantity) or money != value.figure.unit:
        return False
    try:
        one, other = unit(per), unit(quantity.figure.unit or "")
    except UnitError:
        return False
    is_same = one.canonical == other.canonical and quantity.value > 0 and is_closed(value)
    said = price.amount.printed.scaled(1 / one.factor)
    return is_same and Quotient(value, quantity).price().meets(said)
