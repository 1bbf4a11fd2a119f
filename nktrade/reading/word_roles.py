"""Word roles: what a word can be to the engine, and which words are looked for in every sentence."""

ROLES = frozenset(
    {
        "area", "flow", "deal", "deed", "commodity", "pronoun", "world", "case", "possessive", "change",
        "multiple", "level", "share", "ratio", "cap", "price", "compare", "base", "break", "hedge",
        "hedge_after", "source", "says", "cites", "standing", "channel", "valuation", "scope", "other",
        "rate", "respectively", "each", "place", "route", "actor", "doubt", "statement", "resolution", "measure",
        "modal", "version", "range", "size", "whole", "per", "period", "number", "fraction", "filler",
        "vague", "moved", "adopted", "neutral", "company", "equal", "since", "part", "speaker", "compared", "theme",
        "heading", "noun",
    }
)  # fmt: skip
"""What a word can be to the engine."""
LANDMARKS = frozenset(
    {
        "area", "place", "source", "cap", "resolution", "statement", "vague", "moved", "multiple", "fraction",
        "channel", "number", "speaker", "compared", "neutral",
    }
)  # fmt: skip
"""Roles that are looked for in every sentence: they tell what a document is about, or hold a claim.

Or hide what would: 日本海 is no Japan, US dollars are no United States.
"""
