"""Observations: the ledger's rows seen from one side, each with the key of the cell it observes.

An export of A to B and an import of B from A are one cell, so every bilateral row is turned to the
side whose code comes first; a surplus of A with B becomes a deficit of B with A. Every word of a
key is a number here, one vocabulary for all columns, so that a base period can meet a period. What
is missing in a key is the empty word, which equals nothing but itself, and only nearby.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from nktrade.core.codes import OF_CAP, WORLD, Channel, Flow, Kind, Standing
from nktrade.core.period import Period
from nktrade.ledger.columns import by_distinct

Codes = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

CELL = (
    "kind",
    "document",
    "side_a",
    "side_b",
    "flow",
    "commodity",
    "period",
    "unit",
    "rate",
    "channel",
    "scope",
    "valuation",
    "compiler",
    "route",
    "world",
)
"""What makes one cell."""
KEY = tuple(column for column in CELL if column != "kind")
CARRIED = tuple(column for column in KEY if column not in {"unit", "rate"})
"""The key of a printed percentage: it has no unit and no rate of its own."""
NO_BASE = "no base"
"""The base period of a change whose base the text leaves open or undated."""
_BESIDE = (
    *("claim", "flow", "share_of", "restates"),
    *("version", "place", "actor", "digits", "scale"),
    *("source", "inferred", "sign"),
)
"""What tells claims of one cell apart, or ties them together."""
_ALWAYS_LEFT_OUT = "excl. inter-Korean trade"
"""What no count of either Korea's foreign trade holds: it says nothing new of the figure beside it."""
_FIRST = "first"
_AS_FIRST_PRINTED = "as first printed"
_REVISED = 2
"""No revision doubles a figure or halves it."""
_OWNER = frozenset({"flow", "reporter", "partner"})
_COPIED = ("kind", "document", "commodity", "unit", "rate", "scope", "valuation", "route")


@dataclass(frozen=True, slots=True)
class Observations:
    """Columns of equal length: codes of words, floats of ends, positions.

    ``row`` is the ledger's row; ``low high wide_low wide_high`` are signed ends; ``is_turned`` says
    that the row was turned to the other side, ``is_guessed`` that its words do not name whose trade it is,
    ``is_negative`` that its amount was given a minus, ``is_plain`` that nothing in its sentence narrows what it tells,
    ``adds_to_one`` that a carrier says by how much, not to how much: up 20 percent, or (of a multiple
    with a plus) up by twice the old level.
    """

    columns: Mapping[str, npt.NDArray[np.generic]]
    vocabulary: Mapping[str, int]

    def __getitem__(self, name: str) -> Codes:
        return self.columns[name]  # type: ignore[return-value]  # floats are asked for by ends()

    def __len__(self) -> int:
        return len(self.columns["row"])

    def ends(self, name: str) -> Floats:
        """One column of interval ends."""
        return self.columns[name]  # type: ignore[return-value]  # built as floats

    def code(self, word: str) -> int:
        """The code of a word; -1 where no row has it."""
        return self.vocabulary.get(word, -1)

    def codes(self, words: Iterable[str]) -> list[int]:
        """The codes of several words."""
        return [self.code(word) for word in words]

    def keys(self, columns: Iterable[str], at: Codes) -> Codes:
        """The key of the rows at these positions: one row of codes each."""
        return np.stack([self[column][at] for column in columns], axis=1)

    def words(self, column: str) -> list[str]:
        """A column as words again."""
        names = list(self.vocabulary)
        return [names[code] for code in self[column]]

    def joined(self, columns: Mapping[str, npt.NDArray[np.generic]]) -> "Observations":
        """The same observations with further columns."""
        return Observations({**self.columns, **columns}, self.vocabulary)

    def at(self, positions: Codes) -> "Observations":
        """The observations at these positions, numbered anew."""
        columns = {name: values[positions] for name, values in self.columns.items()}
        return Observations({**columns, "at": np.arange(len(positions))}, self.vocabulary)

    def from_both_sides(self) -> "Observations":
        """Every flow as each of its two countries sees it, for questions about one of them.

        ``row`` and ``at`` of the turned copies are those of their originals. Balances are left out:
        their sign would turn too.
        """
        flows = np.flatnonzero(self["flow"] != self.code(Flow.BALANCE))
        none, world = self.code(""), self.code(WORLD)
        is_pair = (self["side_b"] != world) & (self["side_a"] != none) & (self["side_b"] != none)
        pairs = flows[is_pair[flows]]
        both = {
            name: np.concatenate([values[flows], values[pairs]])
            for name, values in self.columns.items()
        }
        both["side_a"][len(flows) :] = self["side_b"][pairs]
        both["side_b"][len(flows) :] = self["side_a"][pairs]
        both["flow"][len(flows) :] = _mirrored(self, self["flow"][pairs])
        return Observations(both, self.vocabulary)


def observe(frame: pd.DataFrame) -> Observations:
    """The rows of a ledger frame, keyed and signed.

    A figure printed twice observes its cell twice: a relation takes the nearer print.
    """
    words = {column: _words(frame, column) for column in _COPIED}
    words |= {name: _words(frame, name) for name in _BESIDE}
    words["period"] = _periods(frame)
    words["base_period"] = _bases(words["period"], _words(frame, "base"))
    unrecorded = _words(frame, "channel") == Channel.UNRECORDED
    recorded = _words(frame, "channel") == Channel.RECORDED
    words["channel"] = np.where(unrecorded, Channel.UNRECORDED.value, "").astype(object)
    words["counted"] = np.where(recorded, Channel.RECORDED.value, "").astype(object)
    supposed = np.isin(_words(frame, "standing"), [Standing.HYPOTHETICAL, Standing.FORECAST])
    words["world"] = np.where(supposed, "supposed", "").astype(object)
    words["scope"] = np.where(words["scope"] == _ALWAYS_LEFT_OUT, "", words["scope"]).astype(object)
    words["compiler"] = _compilers(words["document"], _words(frame, "compiler"))
    words["money"], words["quantity"] = _price_units(words["unit"])
    is_turned = _turn(words, _words(frame, "reporter"), _words(frame, "partner"))
    words["scope"] = _printed_first(frame, words)
    columns, vocabulary = _encoded(words)
    columns |= _signed(frame, words, is_turned=is_turned)
    columns["is_turned"] = is_turned
    columns["is_guessed"] = _are_guessed(_words(frame, "inferred"))
    columns["is_plain"] = frame["plain"].to_numpy(dtype=bool)
    columns["row"] = frame.index.to_numpy(dtype=np.int64)
    columns["at"] = np.arange(len(frame), dtype=np.int64)
    columns |= {name: _numbers(frame, name) for name in ("sentence", "clause")}
    return Observations(columns, vocabulary)


Words = npt.NDArray[np.object_]


def _words(frame: pd.DataFrame, column: str) -> Words:
    found: Words = frame[column].to_numpy(dtype=object, copy=True)
    found[pd.isna(found)] = ""
    return found


def _numbers(frame: pd.DataFrame, column: str) -> Codes:
    return frame[column].fillna(0).to_numpy(dtype=np.int64)


def _periods(frame: pd.DataFrame) -> Words:
    ends = [frame[name].to_numpy(dtype="datetime64[D]") for name in ("period_start", "period_end")]
    joined = np.array([f"{first}/{last}" for first, last in zip(*ends, strict=True)], dtype=object)
    is_open = np.isnat(ends[0]) | np.isnat(ends[1])
    return np.where(is_open, by_distinct(_words(frame, "when"), _days_of), joined).astype(object)


def _days_of(when: str) -> str:
    """The days of a time in a year that nobody names."""
    told = Period.of(when) if when else None
    return f"{told.first}/{told.last}" if told else ""


def _bases(period: Words, base: Words) -> Words:
    """The period before the change, worked out once for each distinct pair."""
    pairs = list(zip(period, base, strict=True))
    known = {pair: _base_period(*pair) for pair in dict.fromkeys(pairs)}
    return np.array([known[pair] for pair in pairs], dtype=object)


def _base_period(period: str, base: str) -> str:
    if base == OF_CAP:
        return base
    if not period or not base:
        return NO_BASE
    first, last = period.split("/")
    before = Period.of(f"{first}/{last}").before(base)
    return NO_BASE if before is None else f"{before.first}/{before.last}"


def _compilers(document: Words, compiler: Words) -> Words:
    """A text that names one compiler speaks of it throughout."""
    named: dict[str, set[str]] = {}
    for where, who in zip(document, compiler, strict=True):
        if who:
            named.setdefault(where, set()).add(who)
    sole = {where: next(iter(who)) for where, who in named.items() if len(who) == 1}
    return np.array(
        [who or sole.get(where, "") for where, who in zip(document, compiler, strict=True)],
        dtype=object,
    )


def _are_guessed(inferred: Words) -> Mask:
    """Whether our reading supplied whose trade with whom a row tells of."""
    guessed = {told: bool(_OWNER & {*str(told).split(",")}) for told in set(inferred)}
    return np.array([guessed[told] for told in inferred], dtype=bool)


def _printed_first(frame: pd.DataFrame, words: Mapping[str, Words]) -> Words:
    """The scope, with what a document prints as replaced set apart: it adds up with other prints of its own day alone."""
    scope = words["scope"].copy()
    firsts = np.flatnonzero(words["version"] == _FIRST)
    if not len(firsts):
        return scope
    low, high = (frame[name].to_numpy(dtype=np.float64) for name in ("wide_low", "wide_high"))
    whole = (words[one] for one in CELL if one != "scope")
    cells = np.array(["\0".join(cell) for cell in zip(*whole, strict=True)])
    for at in firsts:
        is_replaced = (cells == cells[at]) & (words["version"] != _FIRST)
        is_replaced &= (high < low[at]) | (low > high[at])
        is_replaced &= (high * _REVISED > low[at]) & (low < high[at] * _REVISED)
        if is_replaced.any():
            scope[at] = f"{scope[at]} {_AS_FIRST_PRINTED}".strip()
    return scope


def _price_units(unit: Words) -> tuple[Words, Words]:
    parts = {name: str(name).partition("/") for name in set(unit)}
    return tuple(np.array([parts[name][end] for name in unit], dtype=object) for end in (0, 2))  # type: ignore[return-value]  # two of them


def _turn(words: dict[str, Words], reporter: Words, partner: Words) -> Mask:
    """Put the country whose code comes first on side a, and turn the flow with it."""
    turned = (partner < reporter) & (partner != WORLD) & (partner != "") & (reporter != WORLD)
    words["side_a"] = np.where(turned, partner, reporter)
    words["side_b"] = np.where(turned, reporter, partner)
    mirror = {"": "", **{flow.value: flow.mirrored.value for flow in Flow}}
    mirrored = np.array([mirror[flow] for flow in words["flow"]], dtype=object)
    words["flow"] = np.where(turned, mirrored, words["flow"])
    return np.asarray(turned, dtype=bool)


def _mirrored(seen: Observations, flows: Codes) -> Codes:
    export, imported = seen.code(Flow.EXPORT), seen.code(Flow.IMPORT)
    turned = np.where(flows == export, imported, flows)
    return np.where(flows == imported, export, turned)


def _encoded(
    words: Mapping[str, Words],
) -> tuple[dict[str, npt.NDArray[np.generic]], dict[str, int]]:
    """Every column as codes of one vocabulary."""
    known = (str(flow) for flow in Flow)
    stacked = np.concatenate([np.array([*known, ""], dtype=object), *words.values()])
    codes, names = pd.factorize(stacked.astype(object))
    size = len(Flow) + 1
    columns: dict[str, npt.NDArray[np.generic]] = {}
    for number, column in enumerate(words):
        length = len(words[column])
        columns[column] = codes[size + number * length : size + (number + 1) * length]
    return columns, {str(name): code for code, name in enumerate(names)}


def _signed(
    frame: pd.DataFrame, words: Mapping[str, Words], *, is_turned: Mask
) -> dict[str, npt.NDArray[np.generic]]:
    """Ends with the sign their words gave them; a balance turned round changes its sign."""
    is_change = np.isin(words["kind"], [Kind.CHANGE_ABS, Kind.CHANGE_PCT])
    is_balance = words["flow"] == Flow.BALANCE
    is_level = words["kind"] == Kind.LEVEL
    minus = (_words(frame, "sign") == "-") & (is_change | (is_level & is_balance))
    minus ^= is_turned & is_balance & (is_level | (words["kind"] == Kind.CHANGE_ABS))
    rises = (words["kind"] == Kind.RATIO) & (_words(frame, "sign") == "+")
    ends: dict[str, npt.NDArray[np.generic]] = {
        "is_negative": np.asarray(minus, dtype=bool),
        "adds_to_one": np.asarray(rises | (words["kind"] == Kind.CHANGE_PCT), dtype=bool),
    }
    for low, high in (("low", "high"), ("wide_low", "wide_high")):
        below, above = (frame[name].to_numpy(dtype=np.float64) for name in (low, high))
        ends[low], ends[high] = np.where(minus, -above, below), np.where(minus, -below, above)
    return ends
