"""The words of the house: codes, periods, intervals, and the records that travel.

In: nothing. Out: frozen records that every other floor speaks. This floor imports the standard
library alone and nothing above it, so a claim can be read, printed and compared without pandas.
"""
