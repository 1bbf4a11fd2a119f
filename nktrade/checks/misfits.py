"""Misfits: two prints of one cell that cannot both stand, and which of them fits the other figures.

Two amounts for one cell are alternatives, since our reading may have mixed up two cells, and two offices
or two days may have given two counts. Where the text itself rules that out, one of the two is wrong:
no two sources are named, the prints differ by more than a revision, and either their sentences tell
another cell alike, or the key of each is sure and other figures fit one of them alone
(docs/decisions/002). What bears witness is read by its digits alone, so that widening adds no relation.
"""

from fractions import Fraction

import numpy as np

from nktrade.checks.check import Check
from nktrade.checks.choices import Choices, counts, days, match, part_whole
from nktrade.checks.observations import CELL, Codes, Floats, Mask, Observations
from nktrade.checks.repeated import agree, apart, are_before_and_after, are_slips, are_told
from nktrade.checks.slips import TELLING, significant
from nktrade.core.amount import Amount
from nktrade.core.codes import ALL_GOODS, WORLD, Kind

LATE = "misfits"
"""The pairing that asks what the other checks found: columns ``fits``, ``fails`` and the same as printed."""
PRINTED = "printed_"
"""Before the name of an end: what the digits alone say, whatever the hedge."""
BORNE_OUT = "borne_out"
"""The column of what some check closes with so nearly that few other numbers would do."""
_ALIKE = (*CELL, "base_period", "place", "actor")
_TRADE = ("document", "sentence", "side_a", "side_b", "commodity")
_TIMED = ("document", "side_a", "side_b", "flow", "commodity", "period")
_STEPS = ((*_TRADE, "period"), (*_TRADE, "flow"))
"""What the claims of a sentence have in common that were read in one step: the flows of a time, a flow over time."""
_REVISION = 0.1
"""What differs by less may be a revision that nobody speaks of: China's trade with North Korea in 2016
was 5.826 billion dollars in its first print and 5.379 billion in a later extract."""
_FAR_LARGER = 20
"""So many times as large is no second print that no slip explains, but another thing."""
_DAYS_OF_A_MONTH = 3
"""By so many days at most months differ in length."""
_KEY = frozenset({"flow", "reporter", "partner", "commodity", "period"})
_NARROWING = frozenset({"flow", "commodity"})
"""What has to stand in the words, that two prints are of all that flowed one way."""


def misfits(check: Check, seen: Observations) -> Choices:
    """The print that does not fit, and the one that does; in the order of the text where nothing tells."""
    one, other = parted(seen)
    if not len(one):
        return part_whole(check, seen, one, other)
    retold = _retold(seen)
    sure = _are_sure(seen, retold)
    is_odd, is_other_odd = is_misfit(seen, one, other), is_misfit(seen, other, one)
    kept = (sure[one] & sure[other] & (is_odd | is_other_odd)) | _is_retelling(
        seen, retold, one, other
    )
    kept &= ~are_before_and_after(seen, one, other)
    is_stray, is_other_stray = _are_stray(seen, one, other), _are_stray(seen, other, one)
    kept |= is_stray != is_other_stray
    witnessed = np.asarray(seen[f"{PRINTED}fits"].any(axis=1), dtype=bool)
    is_plain = _are_plain(seen, one, other)
    is_plain &= ~(witnessed[one] & witnessed[other]) | _are_near(seen, one, other)
    kept |= is_plain & ~are_before_and_after(seen, one, other, of=_TIMED)
    is_other_odd |= ~is_odd & is_other_stray
    odd, fitting = np.where(is_other_odd, other, one), np.where(is_other_odd, one, other)
    return part_whole(check, seen, odd[kept], fitting[kept])


def parted(seen: Observations) -> tuple[Codes, Codes]:
    """Prints of one cell and one source that no slip parts, nor a revision."""
    one, other = apart(seen, _ALIKE)
    kept = _is_one_count(seen, one, other) & ~_may_be_revision(seen, one, other)
    kept &= ~_are_remote(seen, one, other)
    is_turned, told = seen["is_turned"][one] != seen["is_turned"][other], are_told(seen)
    kept &= ~(is_turned & told[one] & told[other])  # else the check of mirrors holds them together
    one, other = one[kept], other[kept]
    kept = ~are_slips(seen, one, other)
    return one[kept], other[kept]


def is_misfit(seen: Observations, one: Codes, other: Codes) -> Mask:
    """Whether some check fails with the first print and holds with the second, which fails none."""
    printed = seen[f"{PRINTED}fits"][other]
    odd = seen["fails"][one] & ~seen["fits"][one] & printed
    troubled = seen[f"{PRINTED}fails"][other] & ~printed
    return np.asarray(odd.any(axis=1) & ~troubled.any(axis=1), dtype=bool)


def as_printed(seen: Observations) -> Observations:
    """The observations with their ends by the digits alone."""
    words = zip(seen.words("digits"), seen.words("scale"), strict=True)
    amounts = [Amount(digits=digits, scale=Fraction(scale)).printed for digits, scale in words]
    ends = np.array([[float(one.low or 0), float(one.high or 0)] for one in amounts])
    ends = ends.reshape(-1, 2)
    minus = seen["is_negative"].astype(bool)[:, None]
    low, high = np.where(minus, -ends[:, ::-1], ends).T
    return seen.joined({f"{PRINTED}low": low, f"{PRINTED}high": high})


def _are_sure(seen: Observations, retold: Codes) -> Mask:
    """Whose key stands in the words, or but for the flow in a sentence that tells another cell as others do.

    So it does where that cell closes a sum with figures of other sentences, and few other numbers would.
    """
    inferred = [_KEY & {*one.split(",")} for one in seen.words("inferred")]
    is_explicit = np.array([not one for one in inferred], dtype=bool)
    has_flow = np.array(["flow" not in one for one in inferred], dtype=bool)
    every = np.arange(len(seen))
    told = np.union1d(np.flatnonzero(seen[BORNE_OUT].any(axis=1)), retold[:, 0])
    is_beside = np.zeros(len(seen), dtype=bool)
    for step in _STEPS:
        at_one, at_other = match(seen.keys(step, every), seen.keys(step, told))
        is_beside[at_one[at_one != told[at_other]]] = True
    return np.asarray(is_explicit | (is_beside & has_flow), dtype=bool)


def _are_plain(seen: Observations, one: Codes, other: Codes) -> Mask:
    """Whether nothing narrows what two prints tell: amounts of all goods, or changes beside one such amount.

    Each says its whole key, or its flow in a plain sentence, for a part that our words lack a name for says less or leaves
    words unread: both are told from one side.
    """
    is_whole = _say(seen, _KEY) | (seen["is_plain"].astype(bool) & _say(seen, _NARROWING))
    sides = seen.keys(("side_a", "side_b"), np.arange(len(seen)))
    is_pair = ~np.isin(sides, seen.codes(["", WORLD])).any(axis=1)
    is_of_all = is_pair & (seen["commodity"] == seen.code(ALL_GOODS))
    is_level = is_of_all & (seen["kind"] == seen.code(Kind.LEVEL))
    found = is_level[one] & is_level[other]
    named = np.flatnonzero(is_level & _say(seen, _NARROWING))
    found |= _are_beside_one(seen, one, other, named)
    found &= seen["is_turned"][one] == seen["is_turned"][other]
    return np.asarray(found & is_whole[one] & is_whole[other], dtype=bool)


def _say(seen: Observations, fields: frozenset[str]) -> Mask:
    """Whether the words of an observation say all these fields of its key."""
    inferred = (one.split(",") for one in seen.words("inferred"))
    return np.array([fields.isdisjoint(names) for names in inferred], dtype=bool)


def _are_beside_one(seen: Observations, one: Codes, other: Codes, levels: Codes) -> Mask:
    """Whether two changes stand each in a sentence with its own level, and the two levels agree."""
    own = (*_TIMED, "sentence")
    at_one, one_level = match(seen.keys(own, one), seen.keys(own, levels))
    at_other, other_level = match(seen.keys(own, other), seen.keys(own, levels))
    units = seen["unit"][levels]
    left, right = match(
        np.column_stack([at_one, units[one_level]]), np.column_stack([at_other, units[other_level]])
    )
    kept = agree(seen, levels[one_level[left]], levels[other_level[right]])
    is_change = np.isin(seen["kind"][one], seen.codes([Kind.CHANGE_PCT, Kind.CHANGE_ABS]))
    return np.isin(np.arange(len(one)), at_one[left[kept]]) & is_change


def _retold(seen: Observations) -> Codes:
    """Pairs of observations of one cell in two sentences that agree, one pair a row."""
    dated = np.flatnonzero(seen["period"] != seen.code(""))
    dated = dated[are_closed(seen)[dated]]
    at_one, at_other = match(seen.keys(_ALIKE, dated), seen.keys(_ALIKE, dated))
    one, other = dated[at_one], dated[at_other]
    kept = _meet(seen, one, other)
    kept &= seen["sentence"][one] != seen["sentence"][other]
    return np.column_stack([one[kept], other[kept]])


def _meet(seen: Observations, one: Codes, other: Codes) -> Mask:
    """Whether two prints can be one number by their digits alone."""
    low, high = (seen.ends(PRINTED + end) for end in ("low", "high"))
    return np.asarray((low[one] <= high[other]) & (low[other] <= high[one]))


def are_closed(seen: Observations) -> Mask:
    """Whether an observation is open on no side: "more than" agrees too easily to bear witness."""
    ends: list[Floats] = [seen.ends(name) for name in ("low", "high")]
    return np.asarray(np.isfinite(ends).all(axis=0), dtype=bool)


def _is_retelling(seen: Observations, retold: Codes, one: Codes, other: Codes) -> Mask:
    """Whether the sentences of two prints tell another cell alike, read in one step with them."""
    found = np.zeros(len(one), dtype=bool)
    for step in _STEPS:
        ours = np.column_stack([seen.keys(step, one), seen["sentence"][other]])
        theirs = np.column_stack([seen.keys(step, retold[:, 0]), seen["sentence"][retold[:, 1]]])
        found[match(ours, theirs)[0]] = True
    return found


def _are_stray(seen: Observations, one: Codes, other: Codes) -> Mask:
    """Whether another sentence tells the number of the first print of as long another time, or in another currency.

    All three times stand in the words: then one of the words for a time, or for the money, is wrong.
    """
    inferred, digits = seen.words("inferred"), seen.words("digits")
    dated = np.array(["period" not in names.split(",") for names in inferred], dtype=bool)
    telling = np.array([len(significant(one)) >= TELLING for one in digits], dtype=bool)
    here, every = np.flatnonzero(dated & telling), np.arange(len(seen))
    first, last = days(seen, every)
    length = (last - first).astype(int)
    found = np.zeros(len(seen), dtype=bool)
    for left in ("period", "unit"):
        columns = tuple(column for column in _ALIKE if column not in {left, "base_period"})
        at_one, at_other = match(seen.keys(columns, here), seen.keys(columns, here))
        a, b = here[at_one], here[at_other]
        kept = (seen[left][a] != seen[left][b]) & (seen["sentence"][a] != seen["sentence"][b])
        kept &= _meet(seen, a, b) & (np.abs(length[a] - length[b]) <= _DAYS_OF_A_MONTH)
        found[a[kept]] = True
    return np.asarray(found[one] & dated[one] & dated[other])


def _may_be_revision(seen: Observations, one: Codes, other: Codes) -> Mask:
    """Whether two prints differ by no more than figures are revised in silence; in plain sentences they agree or not."""
    is_plain = seen["is_plain"].astype(bool)
    are_plain = is_plain[one] & is_plain[other]
    return np.asarray(~are_plain & _are_near(seen, one, other), dtype=bool)


def _are_near(seen: Observations, one: Codes, other: Codes) -> Mask:
    """Whether two prints differ by no more than a tenth: what is so near is one number told twice."""
    low, high = seen.ends("low"), seen.ends("high")
    above, below = np.maximum(low[one], low[other]), np.minimum(high[one], high[other])
    size = np.maximum(np.abs(above), np.abs(below))
    return np.asarray(above - below <= size * _REVISION, dtype=bool)


def _are_remote(seen: Observations, one: Codes, other: Codes) -> Mask:
    """Whether one print is many times the other, as a country's trade with all is of that with one neighbour."""
    low, high = np.abs(seen.ends("low")), np.abs(seen.ends("high"))
    return np.asarray(
        (low[one] > high[other] * _FAR_LARGER) | (low[other] > high[one] * _FAR_LARGER), dtype=bool
    )


def _is_one_count(seen: Observations, one: Codes, other: Codes) -> Mask:
    """Whether two prints are of one source, or of none that is named."""
    last = counts(seen)
    return np.asarray(last[one] == last[other], dtype=bool)
