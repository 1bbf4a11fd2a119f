"""Which figure is wrong, what it was, how sure.

In: a system of figures (records, or the JSON form of the contract), or a frame with one record a
row and the relations between its columns. Out: a Diagnosis (or a frame of them). The order of work
is fixed: consistent? localise, repair, rank, balance.

    Variable    a cell: one true number, printed (digits, box, widest) or not (box None, domain)
    Constraint  a sum with ==, <=, >=, or a product; ``figure`` names the printed percentage, share
                or price that it falls with
    System      variables, constraints, options; System.from_json reads the contract's form
    diagnose    diagnose(system) -> Diagnosis: verdict, diagnosis, located_sets (all of least
                weight), suspects (by weight, by digits or by baseline), implied intervals of every
                cell, hypotheses and repairs with probability and evidence, not_checkable

Two figures for one cell are two variables and an equality with the unprinted cell; alternatives of
which one may hold are ``choices`` of one variable. A growth of g percent is two inequality rows
carried by the figure, or the product x = r x0 with r a variable (offset 1, scale 1/100) that has
digits of its own to repair. Baselines are ``witnesses`` of a variable: they rank and break ties,
they never make an inconsistency.
"""

from nktrade.diagnosis.answer import Balance, Diagnosis, Hypothesis
from nktrade.diagnosis.ask import diagnose
from nktrade.diagnosis.batch import FrameDiagnosis
from nktrade.diagnosis.system import Constraint, Options, System, Variable

__all__ = [
    "Balance",
    "Constraint",
    "Diagnosis",
    "FrameDiagnosis",
    "Hypothesis",
    "Options",
    "System",
    "Variable",
    "diagnose",
]
