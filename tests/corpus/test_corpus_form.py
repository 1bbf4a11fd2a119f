"""The annotated texts are well formed, and the verdicts on their relations follow from the digits printed."""

import itertools
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

Record = dict[str, Any]
Ends = tuple[Fraction, Fraction]

LEVELS = {"level", "cap", "unit_price", "change_abs"}
KINDS = LEVELS | {"change_pct", "share_pct", "ratio"}
FLOWS = {"export", "import", "total", "balance", None}
OPEN_ABOVE, OPEN_BELOW = {"at_least", "more_than"}, {"at_most", "less_than"}
HEDGES = OPEN_ABOVE | OPEN_BELOW | {"exact", "about", "nearly", "estimate", "range"}
CLAIM_FIELDS = {
    *("id", "surface", "occurrence", "start", "end", "value", "unit", "approx", "kind", "flow"),
    *("reporter", "partner", "commodity", "period_start", "period_end", "base", "sign", "source"),
}
DOC_FIELDS = {"id", "date", "domain", "text", "tags", "claims", "relations", "distractors"}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
TENTHS = ("割", "成")  # one of these is ten percent, so its last place is ten times larger
CURRENCY_SLACK = Fraction(2, 100)  # a factor of conversion stands for a rate that moves in a month

# What each place of args.claims means, result first, where relations are written as one list.
LISTED: dict[str, Callable[..., tuple[str, ...]]] = {
    "sum": lambda result, *parts: (result, *parts),
    "diff": lambda balance, sold, bought: (balance, sold, bought),
    "product": lambda value, quantity, price: (value, quantity, price),
    "change_pct": lambda new, old, pct: (pct, new, old),
    "change_abs": lambda new, old, step: (step, new, old),
    "ratio": lambda new, old, times: (times, new, old),
    "share": lambda part, whole, pct: (pct, part, whole),
    "equal": lambda left, right: (left, right),
    "weighted_change": lambda pct, *parts: (pct, *parts),
    "text": lambda new, old, points: (points, new, old),
}
NAMED: dict[str, Callable[[Record], tuple[str, ...]]] = {
    "sum": lambda args: (args["total"], *args["parts"]),
    "diff": lambda args: (args["result"], args["a"], args["b"]),
    "product": lambda args: (args["result"], args["a"], args["b"]),
    "unit_price": lambda args: (args["price"], args["value"], args["quantity"]),
    "change_pct": lambda args: (args["pct"], args["new"], args["old"]),
    "change_abs": lambda args: (args["abs"], args["new"], args["old"]),
    "ratio": lambda args: (args["x"], args["new"], args["old"]),
    "share": lambda args: (args["pct"], args["part"], args["whole"]),
    "equal": lambda args: (args["a"], args["b"]),
    "weighted_change": lambda args: (args["pct"], *itertools.chain(*args["parts"])),
}
ROADS: dict[str, Callable[..., Fraction]] = {
    "sum": lambda *parts: sum(parts, Fraction(0)),
    "diff": lambda left, right: left - right,
    "product": lambda quantity, price: quantity * price,
    "unit_price": lambda value, quantity: value / quantity,
    "change_pct": lambda new, old: (new / old - 1) * 100,
    "change_abs": lambda new, old: new - old,
    "ratio": lambda new, old: new / old,
    "share": lambda part, whole: part / whole * 100,
    "equal": lambda same: same,
    "text": lambda new, old: new - old,
    "weighted_change": lambda *pairs: weighted_change(pairs[::2], pairs[1::2]),
}


def corpora() -> Iterator[tuple[Path, Record]]:
    for path in sorted(Path(__file__).parent.glob("*.json")):
        corpus = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(corpus, dict) and corpus.get("schema") == "nktrade-corpus/1":
            yield path, corpus


DOCS = [
    pytest.param(doc, id=f"{path.stem}:{doc['id']}")
    for path, corpus in corpora()
    for doc in corpus["docs"]
]


@pytest.mark.parametrize("doc", DOCS)
def test_a_document_carries_every_field_and_no_id_twice(doc: Record) -> None:
    """A document has its fields, and claims and relations are named once each."""
    assert doc.keys() >= DOC_FIELDS
    assert doc["domain"] in {"north_korea", "other"}
    assert doc["date"] is None or DAY.fullmatch(doc["date"])
    for named in (doc["claims"], doc["relations"]):
        assert len({record["id"] for record in named}) == len(named)
    assert all(distractor in doc["text"] for distractor in doc["distractors"])


@pytest.mark.parametrize("doc", DOCS)
def test_a_claim_stands_in_the_text_where_it_says(doc: Record) -> None:
    """The surface of a claim is the text of its span, and no two claims overlap."""
    for claim in doc["claims"]:
        assert doc["text"][claim["start"] : claim["end"]] == claim["surface"]
        assert doc["text"][: claim["start"]].count(claim["surface"]) >= claim["occurrence"] - 1
    ordered = sorted(doc["claims"], key=lambda claim: claim["start"])
    for before, after in itertools.pairwise(ordered):
        assert before["end"] <= after["start"]


@pytest.mark.parametrize("doc", DOCS)
def test_a_claim_speaks_the_words_of_the_conventions(doc: Record) -> None:
    """Kinds, flows, hedges, signs and periods are those the conventions name."""
    names = {claim["id"] for claim in doc["claims"]}
    for claim in doc["claims"]:
        assert claim.keys() >= CLAIM_FIELDS
        assert claim["kind"] in KINDS
        assert claim["flow"] in FLOWS
        assert claim["approx"] in HEDGES
        assert claim["value"] >= 0
        assert (claim["sign"] is not None) == is_signed(claim)
        assert (claim["approx"] == "range") == ("low" in claim)
        assert {claim.get("dup_of", claim["id"]), claim.get("restates", claim["id"])} <= names
        first, last = claim["period_start"], claim["period_end"]
        assert (first is None and last is None) or (DAY.fullmatch(first) and first <= last)


@pytest.mark.parametrize("doc", DOCS)
def test_a_relation_joins_claims_of_its_document(doc: Record) -> None:
    """A relation names claims that exist; a broken one says which is suspect and why."""
    names = {claim["id"] for claim in doc["claims"]}
    for relation in doc["relations"]:
        mentioned = set(strings(relation["args"])) - {relation["args"].get("surface")}
        assert mentioned | set(relation.get("suspect", [])) <= names
        if relation["holds"] is False:
            assert relation["evidence"]
            assert relation["class"]
    assert is_planted(doc) == ("planted" in doc["tags"])


@pytest.mark.parametrize("doc", DOCS)
def test_a_verdict_follows_from_the_printed_digits(doc: Record) -> None:
    """A relation holds where its two roads can meet inside the digits printed, and only there."""
    claims = {claim["id"]: claim for claim in doc["claims"]}
    for relation in doc["relations"]:
        verdict = recomputed(relation, claims)
        assert verdict is None or verdict == relation["holds"], relation["id"]


def is_signed(claim: Record) -> bool:
    level_of_balance = claim["flow"] == "balance" and claim["kind"] in {"level", "cap"}
    return level_of_balance or claim["kind"] in {"change_pct", "change_abs"}


def is_planted(doc: Record) -> bool:
    return any(relation["holds"] is False for relation in doc["relations"])


def strings(args: object) -> Iterator[str]:
    if isinstance(args, str):
        yield args
    elif isinstance(args, dict | list):
        for part in args.values() if isinstance(args, dict) else args:
            yield from strings(part)


def recomputed(relation: Record, claims: dict[str, Record]) -> bool | None:
    """Whether the relation holds; None for those that need a fact from outside the text."""
    kind, args = relation["type"], relation["args"]
    if kind == "greater":
        left, right = args["claims"] if "claims" in args else (args["a"], args["b"])
        return bool(claims[left]["value"] > claims[right]["value"])
    if kind == "conversion" and "factor" in args:
        return converts(claims[args["a"]], claims[args["b"]], Fraction(str(args["factor"])))
    if kind not in ROADS or (kind == "text" and "share_diff" not in relation.get("note", "")):
        return None
    outcome, *operands = LISTED[kind](*args["claims"]) if "claims" in args else NAMED[kind](args)
    return meets(relation, claims[outcome], [claims[name] for name in operands])


def meets(relation: Record, outcome: Record, operands: list[Record]) -> bool:
    """Whether some numbers inside the printed digits of the operands give one inside the outcome's."""
    kind, note = relation["type"], relation.get("note", "")
    # A listed balance is compared in size; its sign is checked by a relation of its own.
    signed = not (kind == "diff" and "magnitude" in note)
    # Rates and shares of balances compare sizes: a deficit of 2 after one of 1 has doubled.
    by_size = kind in {"change_pct", "share", "change_abs"}
    corners = itertools.product(*(ends(operand, is_signed=not by_size) for operand in operands))
    road = [ROADS[kind](*corner) - ("increase by" in note) for corner in corners]
    if not signed:
        road = [abs(value) for value in road]
    low, high = ends(outcome, is_signed=signed)
    return min(road) <= high and low <= max(road)


def converts(left: Record, right: Record, factor: Fraction) -> bool:
    low, high = (end * factor for end in ends(left, is_signed=False))
    least, most = ends(right, is_signed=False)
    return low * (1 - CURRENCY_SLACK) <= most and least <= high * (1 + CURRENCY_SLACK)


def weighted_change(levels: tuple[Fraction, ...], changes: tuple[Fraction, ...]) -> Fraction:
    """The change of a whole in percent, from the new levels and changes of its parts."""
    pairs = zip(levels, changes, strict=True)
    before = sum((level / (1 + pct / 100) for level, pct in pairs), Fraction(0))
    return (sum(levels, Fraction(0)) / before - 1) * 100


def ends(claim: Record, *, is_signed: bool) -> Ends:
    """The least and the greatest amount that would be printed as this claim is."""
    value, half = Fraction(str(claim["value"])), last_place(claim) / 2
    low, high = value - half, value + half
    if claim["approx"] == "range":
        low, high = Fraction(claim["low"]), Fraction(claim["high"])
    elif claim["approx"] in OPEN_ABOVE:
        high = max(3 * value, Fraction(1))
    elif claim["approx"] in OPEN_BELOW:
        low = Fraction(0)
    return (-high, -low) if is_signed and claim["sign"] == "-" else (low, high)


def last_place(claim: Record) -> Fraction:
    """The unit of the last printed place: the zeros that end a level are not taken for digits."""
    value = Fraction(str(claim["value"]))
    if claim["kind"] in LEVELS and claim["unit"] != "percent_point":
        return last_digit(value)
    if claim.get("lexical"):
        return Fraction(1)
    printed = unicodedata.normalize("NFKC", claim["surface"]).replace(",", "")
    decimals = re.search(r"\d[.・·](\d+)", printed)
    place = Fraction(1, 10 ** len(decimals[1])) if decimals else min(Fraction(1), last_digit(value))
    return place * 10 if any(word in printed for word in TENTHS) else place


def last_digit(value: Fraction) -> Fraction:
    place = Fraction(1)
    while value and value % (place * 10) == 0:
        place *= 10
    while value % place:
        place /= 10
    return place
