"""Parts: the clauses of a sentence, each with what it goes on about from the clauses before it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from nktrade.reading.figures import Spot
from nktrade.reading.goods import MEASURES, MONEYS
from nktrade.reading.parties import ELIDED, HEADS, Party
from nktrade.reading.words import Mention

_IN_BRACKETS = frozenset({"area", "commodity"})
_TELLING = frozenset({"(", ":", "-", "--", "—"})
"""What leads from a name to its figure: rice ($5 million); rice - $5 million."""
_OPENS = frozenset({"hard", ";", ":"})
"""What a clause of its own opens with."""
_TOLD = frozenset({*HEADS, "figure", "change", "compare", "neutral", "company"})
"""What a clause holds that says something of the goods it names, or of others."""
_TELLS = frozenset({"in", "counterpart"})
"""Cases that tell an amount of what stands before them: at $11 billion, with 5 tons."""
_GOVERNED = frozenset({"counterpart", "destination", "origin"})
"""Cases of those that something is done with, to or from."""
_RELATIVE = "relative"
GAINED = "export:gain"
_FRONTED = frozenset({"origin", "destination", "counterpart", "inside", "in", "viewpoint"})
"""Cases of those that a clause may name before it begins."""
_BESIDE_NAME = frozenset({"case", "area", "break", "pronoun", "whole"})
_TOLD_IN_CLAUSE = frozenset({"figure", *HEADS})
SUMS = frozenset({"total:weak", "total:sum", "total:overall", "overall"})
"""Words for a whole of what was told before."""
_ENDS_CLAUSE = frozenset({"hard", ";", "("})
_UNSAID = frozenset({"stop", "neutral", "filler"})
_OPEN = frozenset({None, "subject", "agent"})
"""Cases of one that a clause goes on about behind a comma: followed by Iraq, at $11 billion."""
_SETTING = frozenset({"viewpoint", "in"})
_FRONT = 2
"""How much a front of goods says: for tungsten ore."""
_NAMES_CLAUSE = frozenset({"subject", "possessor", "part", None})


class Part(NamedTuple):
    """One clause: what stands in it, and the countries with their cases."""

    number: int
    items: Sequence[Mention]
    roles: frozenset[str]
    """What its words are to the engine."""
    named: Sequence[Party]
    about: Party | None = None
    """The country before a comma that the clause goes on about: Iraq, once the first, shipped."""
    sums: bool = False
    """Whether words before it say that it tells of a whole: in all, it imported."""
    topic: str | None = None
    """The goods before a comma that it goes on about: apparel, by contrast, rose to $5 million."""
    fronted: str | None = None
    """The goods set before it: for tungsten ore, exports fell by 3 percent."""
    points: bool = False
    """Whether the word that begins it points at what was told: that trade has collapsed."""

    @property
    def subject(self) -> str | None:
        """The country that the clause is about: no owner of what something is said to be."""
        if not self.named:
            return None
        told = [one.start for one in self.items if one.role == "level"]
        for one in self.named:
            is_told = one.case == "possessor" and any(at < one.mention.start for at in told)
            is_one = one.mention.role == "area" and "+" not in one.code
            if is_one and one.case in _NAMES_CLAUSE and not is_told:
                return one.code
        return None

    @property
    def maker(self) -> str | None:
        """The country whose goods the clause names: Australian coal."""
        for one in self.named:
            if one.case == "made" and one.mention.role == "area":
                return one.code
        return None

    @property
    def goods(self) -> list[str]:
        """The commodities named in it."""
        if "commodity" not in self.roles:
            return []
        return [one.value for one in self.items if one.role == "commodity"]


def joined(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, each with the owners, the country and the goods that earlier ones left open."""
    return _of_goods_before(_on_topic(_about(_paired(_fronted(_elided(parts))))))


def _of_goods_before(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, the first that tells of trade with the goods that its sentence begins with."""
    said = [one for one in parts[0].items if one.role not in {"stop", "break"}] if parts else []
    begins = [one.role for one in said[:2]] == ["case", "commodity"] and len(said) <= _FRONT
    if not begins or said[0].value not in _SETTING or not parts[0].roles.isdisjoint(HEADS):
        return parts
    told = next((at for at, one in enumerate(parts) if not one.roles.isdisjoint(HEADS)), None)
    if told is None or parts[told].goods or "figure" in parts[0].roles:
        return parts
    own = parts[told]._replace(fronted=said[1].value)
    return [*parts[:told], own, *parts[told + 1 :]]


def _fronted(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, each with the countries set before it: from Chile, China imported; to Japan, by contrast, it sold."""
    found: list[Part] = []
    ahead: Sequence[Party] = ()
    sums = False
    for part in parts:
        if part.items[0].value in _ENDS_CLAUSE:
            ahead, sums = (), False
        if part.roles.isdisjoint(_TOLD_IN_CLAUSE):
            ahead = ahead or (part.named if _is_fronted(part) else ())
            sums = sums or "whole" in part.roles or any(one.value in SUMS for one in part.items)
        elif all(one.value in SUMS or one.role == "stop" for one in part.items):
            sums = True
        elif ahead or sums:
            within = [one._replace(case="inside") if one.case == "in" else one for one in ahead]
            part = part._replace(named=[*within, *part.named], sums=sums)  # noqa: PLW2901 - the part with its front
            ahead, sums = (), False
        found.append(part)
    return found


def _is_fronted(part: Part) -> bool:
    """Whether a clause is nothing but a case and the names under it."""
    said = [one for one in part.items if one.role not in {"stop", "break"}]
    sides = [one.case for one in part.named if one.mention.role == "area"]
    is_bare = bool(sides) and all(one.role in _BESIDE_NAME for one in said)
    return is_bare and said[0].role == "case" and all(case in _FRONTED for case in sides)


def _paired(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, trade that names nobody with the two before it: Iran stayed Iraq's main partner, with trade of 5."""
    found: list[Part] = []
    pair: Sequence[Party] = ()
    for part in parts:
        flows = [one.value for one in part.items if one.role in HEADS] if pair else []
        if flows[:1] in (["total"], ["total:all"]) and all(
            one.code == "pair" for one in part.named
        ):
            part = part._replace(named=pair)  # noqa: PLW2901 - the part with its two sides
        is_bare = part.roles.isdisjoint(_TOLD_IN_CLAUSE)
        pair = _two(part.named) if is_bare and part.named else ()
        found.append(part)
    return found


def _two(named: Sequence[Party]) -> Sequence[Party]:
    """The one who owns and the other one, as the sides of trade that is told of next; nobody where there are more."""
    owners = [one for one in named if one.case == "possessor" and one.mention.role == "area"]
    others = [one for one in named if one.case is None and one.mention.role == "area"]
    if len(named) != len(owners) + len(others) or not len(owners) == len(others) == 1:
        return ()
    return (owners[0], others[0]._replace(case="part"))


def _elided(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, each name that owns what is left out with the case of the owners of its sentence."""
    cases = {one.case for part in parts for one in part.named}
    if ELIDED not in cases:
        return parts
    case = "part" if "part" in cases else "possessor"
    return [
        part._replace(
            named=[one._replace(case=case) if one.case == ELIDED else one for one in part.named]
        )
        for part in parts
    ]


def _about(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, each that names nobody with the country that the parts before it left open."""
    found: list[Part] = []
    open_one: Party | None = None
    for part in parts:
        areas = [one for one in part.named if one.mention.role == "area"]
        if part.items[0].value == "(":
            found.append(part)
            continue
        is_list = part.items[0].value in {",", ")", _RELATIVE}
        is_open = all(one.case in _GOVERNED for one in areas) or _is_verb_first(part)
        if open_one and is_list and is_open:
            part = part._replace(about=open_one)  # noqa: PLW2901 - the part as it goes on
        elif areas:
            open_one = _opened(areas) if areas[-1].case in _OPEN else None
        is_hung = part.items[0].value == _RELATIVE  # which needs 5 tons of it, bought 3
        if "figure" in part.roles and not is_hung:
            open_one = None
        found.append(part)
    return found


def _opened(areas: Sequence[Party]) -> Party:
    """The country last named, with those that an 'and' joins to it: China and Russia, for their part, sold 5 tons."""
    joined = [one for one, behind in pairwise(areas) if behind.joined]
    if len(joined) + 1 != len(areas) or len({one.case for one in areas}) > 1:
        return areas[-1]
    return areas[-1]._replace(code=",".join(sorted({one.code for one in areas})))


def _is_verb_first(part: Part) -> bool:
    """Whether a clause opens with what somebody does, who then stands before it: sold the North flour."""
    said = (one.role for one in part.items if one.role not in _UNSAID and one.value != _RELATIVE)
    return next(said, None) == "deed"


def _on_topic(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, each that names no goods and no flow with the goods that a part before it left open."""
    found: list[Part] = []
    topic: str | None = None
    for part in parts:
        if hung := _hung_goods(found, part):
            found.append(part._replace(topic=hung))
            continue
        roles = {one.role for one in part.items if one.value != "value"}
        opener = part.items[0].value
        opens = not found or (opener in _OPENS and not (topic and opener == ":"))
        is_aside = topic is not None and _is_apposition(part)
        is_verb = topic is not None and _is_aside_over(found, part)
        if not (is_aside or is_verb) and (opens or roles & {"commodity", *HEADS}):
            is_open = opens and not roles & _TOLD - {"change"} and len(part.goods) == 1
            topic = part.goods[0] if is_open else None
        found.append(part._replace(topic=topic) if topic else part)
    return found


def _hung_goods(parts: Sequence[Part], part: Part) -> str | None:
    """The goods that a clause hangs on behind a comma: sugar and rice, which quadrupled to 84 million."""
    said = [one for before in parts[-2:] for one in before.items if one.value != ","]
    is_hung = part.items[0].value == _RELATIVE and not part.goods and len(parts) > 1
    return said[-1].value if is_hung and said and said[-1].role == "commodity" else None


def _is_apposition(part: Part) -> bool:
    """Whether a clause only says whose trade its goods are: coal, the North's top export, earned 5 million."""
    said = [one for one in part.items if one.role not in _BESIDE_NAME | {"hedge", "stop"}]
    return part.items[0].value == "," and [one.role for one in said] == ["flow"]


def _is_aside_over(parts: Sequence[Part], part: Part) -> bool:
    """Whether the verb of goods stands behind what is said of them between commas."""
    heads = [one.role for one in part.items if one.role in HEADS]
    is_bare = part.items[0].value == "," and heads == ["deed"] and not part.goods
    return is_bare and _is_apposition(parts[-1])


def bracketed(cut: Sequence[Sequence[Mention]]) -> list[Sequence[Mention]]:
    """The clauses, a figure in brackets with the name right before it: soybean meal ($5.9 million)."""
    found: list[Sequence[Mention]] = []
    for index, items in enumerate(cut):
        last = cut[index - 1][-1] if index else None
        opens = len(items) > 1 and items[0].value in _TELLING and items[1].role == "figure"
        is_named = last is not None and last.role in _IN_BRACKETS
        is_beside = last is not None and items[0].start - last.end <= 1
        is_aside = last is not None and last.role == "commodity" and _is_amount(items)
        if last is not None and is_beside and ((opens and is_named) or is_aside):
            found.append([items[0], last, *items[1:]])
        else:
            found.append(items)
    return found


def _is_amount(items: Sequence[Mention]) -> bool:
    """Whether a clause behind a comma is an amount alone: rice, 5 tons; chips, at $11 billion."""
    said = [one for one in items[1:] if one.role not in {"hedge", "deal"}]
    said = said[1:] if said and said[0].role == "case" and said[0].value in _TELLS else said
    return items[0].value == "," and [one.role for one in said] == ["figure"]


def _takes_goods(verb: Mention, behind: Mention) -> bool:
    """Whether the goods stand behind what brings them in: the South brought in rice for 5 million."""
    return behind.role == "commodity" and behind.start - verb.end <= 1


def taken(items: Sequence[Mention], spots: Sequence[Spot]) -> Sequence[Mention]:
    """The clause with what brings in goods as a purchase: coal brings in money, a country brings in coal."""
    if GAINED not in {one.value for one in items}:
        return items
    if any(one.value == GAINED and _takes_goods(one, behind) for one, behind in pairwise(items)):
        return [one._replace(value="import") if one.value == GAINED else one for one in items]
    units = {spots[int(one.value)].unit for one in items if one.role == "figure"}
    if units.isdisjoint(MEASURES) or units & MONEYS:
        return items
    return [one._replace(value="import") if one.value == GAINED else one for one in items]
