"""Claims and customs rows as one tidy table in canonical units.

In: claims from reading, embedded baselines, users' tidy files. Out: a ``Ledger``, whose frame has one
row per figure with its key, its value and two intervals in floats, the digits and exact scale that
they follow from, and who counted, who printed and when. What cannot enter stands in ``rejected``
with the reason; rows in are rows kept and rows rejected.

``units`` and ``rates`` convert, ``baselines`` brings customs figures as printed, ``vintages`` says how
many independent origins a number has and how far its prints lie apart. ``schema`` (pandera) and
``registry`` (pint) are loaded when asked for and never by a plain check.
"""
