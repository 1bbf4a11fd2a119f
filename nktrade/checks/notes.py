"""The checks beside the catalogue: of citations, limits, bans, channels, prices and words.

They are no rows over cells, so they are made by functions of their own; each is told here as the
catalogue tells its own.
"""

from dataclasses import dataclass

_REGISTER = "the register of measures, each with its source (nktrade.measures)"
_SUMS = "UN IMTS 2010: parts of trade add up to their whole (docs/decisions/075-customs-files-are-checked.md)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What one such check holds against what; ``type`` is the relation type of the JSON form."""

    name: str
    type: str
    equation: str
    says: str
    because: str


AGREE = Note(
    name="editions agree",
    type="equal",
    equation="level[edition=one] == level[edition=other]",
    says="editions of one report print one number for one cell; neither is accused",
    because="a translation adds no count of its own; number words slip in it (10^8 read as a billion)",
)

UNREADABLE = Note(
    name="unreadable rows",
    type="text",
    equation="cell of a figure == a number, period, flow, area or unit",
    says="a row of a customs file that prints a figure can be read, or the figure is lost to every sum",
    because="a slip of the pen hides a figure: 12o0 is none (docs/decisions/128-rows-that-nobody-can-read.md)",
)

NOTES = (
    AGREE,
    UNREADABLE,
    Note(
        name="citation",
        type="reference",
        equation="number, day, goods and deadline as cited == as in the register",
        says="a cited resolution is of that number and day, and holds what is said of it",
        because="the register of resolutions and look-alike numbers, each with its source",
    ),
    Note(
        name="reported inside a ban",
        type="text",
        equation="first day in force <= days of the trade",
        says="trade that is reported, recorded or expected on days when a measure forbids it is noted",
        because=_REGISTER,
    ),
    Note(
        name="cap as set",
        type="fact",
        equation="cap as printed == cap in the register",
        says="a printed limit is one that the register has; a misprint only where nothing is left open",
        because=_REGISTER,
    ),
    Note(
        name="use of the cap",
        type="greater",
        equation="amount <= cap",
        says="an amount above a cap is noted with its use of the cap; a cap's year is its own",
        because=_REGISTER,
    ),
    Note(
        name="recorded and unrecorded",
        type="fact",
        equation="unrecorded - recorded",
        says="what passed no customs beside what was recorded is a gap with an interval, never a sum",
        because="docs/decisions/102-gaps-by-what-holds-them.md",
    ),
    Note(
        name="said to be nothing",
        type="text",
        equation="trade said to have ceased == 0, beside the text's own amounts",
        says="a statement that nothing is traded does not fit an amount of that trade in the same text",
        because="docs/decisions/104-statements-over-time.md",
    ),
    Note(
        name="said of months",
        type="text",
        equation="continues, moved, ceased, resumed, rose, fell, beside the months recorded",
        says="a statement over time fits the months that baselines have, or is not checkable",
        because="docs/decisions/104-statements-over-time.md",
    ),
    Note(
        name="said of two flows",
        type="text",
        equation="replaced, eased, overtook, led, beside both flows now and before",
        says="a flow said to replace or overtake another fits both in one count, or it stays open",
        because="docs/decisions/104-statements-over-time.md",
    ),
    Note(
        name="one amount under two qualifiers",
        type="equal",
        equation="part by one way == whole by that way",
        says="a part that went one way is not printed again as the whole that went that way",
        because="of one key and period, a part and its whole are two amounts",
    ),
    Note(
        name="said to be more",
        type="greater",
        equation="amount said to be smaller <= amount said to be larger",
        says="of two printed amounts that the text compares in words, the one said to be more is not less",
        because="the text's own words: more than, exceeding, well below, rose to one from the other",
    ),
    Note(
        name="no more than all",
        type="greater",
        equation="fall in percent <= 100, share in percent <= 100",
        says="nothing falls by more than it was, and no share is more than its whole",
        because="a flow of trade is never negative, and a part is within its whole",
    ),
    Note(
        name="price beside sourced prices",
        type="unit_price",
        equation="value / quantity, beside sourced prices",
        says="a price a power of ten off every sourced one may be a slip of the point",
        because="the table of unit values, each with its source",
    ),
    Note(
        name="headings",
        type="sum",
        equation="sum of finer codes <= the wider code",
        says="chapters are the sum of their headings, and all trade that of its chapters, but for what is confidential",
        because=_SUMS,
    ),
    Note(
        name="partners",
        type="sum",
        equation="sum over partners <= World",
        says="World is the sum over partners, groups of areas left out, but for what is confidential",
        because=_SUMS,
    ),
    Note(
        name="flows",
        type="sum",
        equation="export + import == total",
        says="the rows of a customs file for exports and imports are its total trade",
        because=_SUMS,
    ),
    Note(
        name="periods",
        type="sum",
        equation="sum of months == running total or year",
        says="running totals and years are the sum of their months, but for revisions in between",
        because=_SUMS,
    ),
    Note(
        name="weights",
        type="equal",
        equation="quantity in tonnes == net weight",
        says="a quantity counted in tonnes is the net weight of the same row",
        because=_SUMS,
    ),
    Note(
        name="unit values",
        type="fact",
        equation="value / weight, beside the commodity's own distribution",
        says="a value per tonne far from that of its commodity is a place to look, never an error",
        because="docs/decisions/072-unit-values-are-flags.md",
    ),
)
"""Every check beside ``CHECKS`` that a reader of a report can meet; one against a baseline bears its name."""
