"""Steps: which claims of a text were read together, so that they are right together or wrong together."""

from collections.abc import Sequence
from itertools import takewhile

from nktrade.core.claims import Claim
from nktrade.diagnosis.sureness import EXPLICIT, is_explicit, sureness


def step_of(part: Sequence[str], claim: Claim, text: Sequence[Claim]) -> frozenset[str]:
    """The claims of its sentence that have their value for these fields from the same step."""
    value = [getattr(claim, name) for name in part]
    return frozenset(
        one.id
        for one in text
        if one.sentence == claim.sentence
        and [getattr(one, name) for name in part] == value
        and min(sureness(name, one) for name in part) < EXPLICIT
    )


def run_of(claim: Claim, text: Sequence[Claim]) -> frozenset[str]:
    """The claims of the sentences in a row to which one time was carried over, each from the one before it."""
    carried = [one for one in text if one.period == claim.period and not is_explicit("period", one)]
    others = {one.sentence for one in text if one not in carried}
    sentences = sorted({one.sentence for one in text})
    at = sentences.index(claim.sentence)
    back = takewhile(lambda one: one not in others, sentences[at::-1])
    on = takewhile(lambda one: one not in others, sentences[at:])
    row = {claim.sentence, *back, *on}
    return frozenset(one.id for one in carried if one.sentence in row)
