"""Carriers: what brings goods is no goods itself: 35 trucks, each with 20 tons; two trucks a day."""

from nktrade.reading.clauses import Sentence
from nktrade.reading.goods import MEASURES
from nktrade.reading.words import Mention

_TRADED = frozenset({"flow", "deal", "deed"})
"""What says that counted things are traded themselves: it sold 40 cars a day."""


def without_carriers(sentence: Sentence) -> Sentence:
    """The sentence without the names of counted things that each bring something else, or come day by day."""
    if all(one.unit != "count" for one in sentence.spots):
        return sentence
    figures = [one for one in sentence.items if one.role == "figure"]
    each = next((one.start for one in sentence.items if one.role == "each"), None)
    load = next((one for one in figures if each is not None and one.start > each), None)
    is_loaded = load is not None and _unit(sentence, load) in MEASURES - {"count"}
    is_told = any(one.role in _TRADED for one in sentence.items)
    rates = {one.start for one in sentence.items if one.value == "per_day" and not is_told}
    spans = [
        (one.start, one.end)
        for one in figures
        if _unit(sentence, one) == "count"
        and ((is_loaded and one.end <= (each or 0)) or one.end + 1 in rates)
    ]
    if not spans:
        return sentence
    kept = (
        one
        for one in sentence.items
        if one.role != "commodity" or not any(a <= one.start and one.end <= b for a, b in spans)
    )
    return sentence._replace(items=tuple(kept))


def _unit(sentence: Sentence, figure: Mention) -> str | None:
    return sentence.spots[int(figure.value)].unit
