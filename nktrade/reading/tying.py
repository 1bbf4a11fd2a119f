"""Tying: the time word that a figure has of its own, whatever its sentence is about."""

from collections.abc import Sequence

from nktrade.reading.brackets import compared_time, time_before_bracket
from nktrade.reading.parts import Part
from nktrade.reading.scene import Scene
from nktrade.reading.times import Time
from nktrade.reading.words import Mention

_BLANK = 2
_WHEN = "when"
_RELATIVE = "relative"
"""What words that open a clause about something named are to the lexicon."""
_GAP = 16


def tied_to(scene: Scene, part: Part, index: int) -> Time | None:
    """The time word that owns an amount: October's $5 million, the $5 million of May, May ($5 million)."""
    items, figure = part.items, part.items[index]
    owned = next((one for one in scene.times if one.owner == figure.start), None)
    if owned:
        return owned
    if scene.spot(figure).unit in {"percent", "x", "percent_point"}:
        return _owner_of_rate(scene, part, index)
    told = _told_behind(scene, part, index) or _told_before(scene, part, index)
    if told := told or _told_ahead(scene, part) or time_before_bracket(scene, part):
        return told
    ahead: Sequence[Mention] = [one for one in items[:index] if one.role != "hedge"][-1:]
    behind = items[index + 1 : index + 3]
    if len(behind) == 2 and behind[0].value == "of" and behind[0].start - figure.end <= 1:  # noqa: PLR2004 - of, and the time
        ahead = behind[1:]
        gap = ""
    else:
        gap = scene.ground.text[ahead[0].end : figure.start] if ahead else ""
        if not gap.startswith("'s ") and not (
            gap == " " and ahead[0].when and ahead[0].when.is_point
        ):
            return None
    return next(
        (one for one in _compared(scene) if [one.mention] == list(ahead) and len(gap) <= _GAP),
        None,
    )


def is_of_another(scene: Scene, time: Time, figure: Mention) -> bool:
    """Whether a time is that of an amount farther on, to which no word leads back from the figure.

    Up 4 percent to $3 million, a tenth of the $30 million of 2016: nobody says that it was up on 2016.
    """
    owner = time.owner
    if owner is None or owner <= figure.start:
        return False
    between = [one for one in scene.items if figure.end <= one.start < owner]
    led = next((one for one in reversed(between) if one.role != "hedge"), None)
    is_led = led is not None and (led.role == "compare" or led.value == "origin")
    return not is_led and any(one.role == "figure" for one in between)


def _owner_of_rate(scene: Scene, part: Part, index: int) -> Time | None:
    """The time word that owns a rate: an improvement on July's 14 percent fall."""
    before = part.items[index - 1] if index else None
    gap = scene.ground.text[before.end : part.items[index].start] if before else ""
    owners = (one for one in _compared(scene) if one.mention is before)
    return next(owners, None) if gap == "'s " else None


def _told_ahead(scene: Scene, part: Part) -> Time | None:
    """The time word that a clause goes on about: in December, when sales were $3 million, a July in which they were."""
    at = part.number
    while at and scene.parts[at].items[0].value not in {_WHEN, _RELATIVE}:
        if any(one.role in {"figure", "stop"} for one in scene.parts[at].items[:1]):
            return None
        at -= 1
    opener = scene.parts[at].items[0]
    said = [one for other in scene.parts[:at] for one in other.items if one.role != "stop"]
    if opener.value == _RELATIVE:
        said = said[:-1] if said and said[-1].value == "in" else []
        opener = scene.parts[at - 1].items[-1]
    if not at or not said or said[-1].when is None:
        return None
    is_near = opener.start - said[-1].end <= _BLANK
    if not is_near:
        return None
    named = (one for one in scene.times if one.mention is said[-1])
    if (found := next(named, None)) is not None:
        return found
    passing = compared_time(scene, said[-1], at)  # the lowest since 2010, when it was 5 tons
    return passing._replace(compared=False) if passing else None


def _told_behind(scene: Scene, part: Part, index: int) -> Time | None:
    """The time word of a relative clause that hangs on the figure: the $2 billion that crossed in 2019."""
    following = part.number + 1
    opener = scene.parts[following].items[0] if following < len(scene.parts) else None
    if opener is None or opener.value != _RELATIVE:
        return None
    if opener.start - part.items[index].end > _BLANK:
        return None
    inside = [one for one in scene.times if one.segment == following and not one.when.is_base]
    return inside[0] if inside else None


def _told_before(scene: Scene, part: Part, index: int) -> Time | None:
    """The time word that a noun parts from its amount: the May level of $3 million."""
    items, figure = part.items, part.items[index]
    before = [one for one in items[:index] if one.role != "hedge"]
    if len(before) < 2 or before[-1].value != "of":  # noqa: PLR2004 - the time word, and of
        return None
    for one in _compared(scene):
        gap = scene.ground.text[one.mention.end : before[-1].start]
        if one.mention in before[-3:-1] and gap.strip().isalpha() and len(gap) <= _GAP:
            return one if before[-1].end <= figure.start else None
    return None


def _compared(scene: Scene) -> list[Time]:
    """The times that something is compared with; on-year names none."""
    return [one for one in scene.times if one.compared and not one.when.is_rate]
