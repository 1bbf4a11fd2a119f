"""Carriers: what brings goods is no goods itself: 35 trucks, each with 20 tons."""

from nktrade.reading.clauses import Sentence
from nktrade.reading.goods import MEASURES
from nktrade.reading.words import Mention


def without_carriers(sentence: Sentence) -> Sentence:
    """The sentence without the names of counted things that each bring so much of something else."""
    each = next((one.start for one in sentence.items if one.role == "each"), None)
    if each is None:
        return sentence
    load = next((one for one in sentence.items if one.role == "figure" and one.start > each), None)
    if load is None or _unit(sentence, load) not in MEASURES - {"count"}:
        return sentence
    figures = (one for one in sentence.items if one.role == "figure" and one.end <= each)
    spans = [(one.start, one.end) for one in figures if _unit(sentence, one) == "count"]
    kept = (
        one
        for one in sentence.items
        if one.role != "commodity" or not any(a <= one.start and one.end <= b for a, b in spans)
    )
    return sentence._replace(items=tuple(kept))


def _unit(sentence: Sentence, figure: Mention) -> str | None:
    return sentence.spots[int(figure.value)].unit
