"""Foremost: who became the largest supplier or buyer, in languages whose nouns say which of the two it is.

The largest supplier of a country sells to it; its largest outlet buys from it. What a country's largest
exporter is, Korean and Chinese leave open: these words are not in the lexicons.
"""

import re
from typing import NamedTuple

from nktrade.core.codes import Flow
from nktrade.reading.scene import Scene
from nktrade.reading.words import Mention, is_comparing


class Foremost(NamedTuple):
    """Who is the largest, of whose trade, and in what."""

    flow: Flow
    """What the owner of the trade does."""
    area: str
    owner: str | None
    goods: str | None
    start: int
    end: int


def foremost(scene: Scene, word: Mention) -> Foremost | None:
    """Who is said to be the largest; None where the words are of another rank, or it is not named.

    Before the noun stand who became it and whose trade it is, in that order, and no other country.
    """
    items = scene.items
    if any(is_comparing(item) and item is not word for item in items):
        return None
    rank = rank_of(scene, word)
    if rank is None:
        return None
    named = [item for item in items if item.start < rank.end()]
    areas = [item for item in named if item.role == "area"]
    if len(areas) not in {1, 2}:
        return None
    return Foremost(
        flow=Flow(agent(rank)).mirrored,
        area=areas[0].value,
        owner=areas[1].value if len(areas) > 1 else None,
        goods=next((item.value for item in reversed(named) if item.role == "commodity"), None),
        start=areas[0].start,
        end=max(rank.end(), word.end),
    )


def rank_of(scene: Scene, word: Mention) -> re.Match[str] | None:
    """The largest supplier or buyer that a word is a part of."""
    if word.role != "compared":
        return None
    ranks = scene.ground.lexicon.first.finditer(scene.ground.text, scene.items[0].start)
    return next((one for one in ranks if one.start() < word.end and word.start < one.end()), None)


def agent(rank: re.Match[str]) -> str:
    """What the one who has the rank does: a supplier exports."""
    return Flow.IMPORT if rank["buyer"] else Flow.EXPORT
