"""Runs of tests against one changed module, each in a fork; no file is written.

Where only calls enter the change, the fork is of a process that has collected the tests, and the code
of the changed functions is put in place of theirs: what is paid is the tests. Where an import enters
it, the fork is of a process that has loaded none of ours, and the module is changed as it is loaded.
"""

import gc
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import resource
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from types import CodeType, FunctionType, ModuleType

from mutations import ROOT, Mutant, mutated

SECONDS = 60
"""Of the processor: several times what all tests of a mutant take."""
MEMORY = 8 * 2**30
BELOW = ("pytest", "hypothesis", "scipy.optimize", "scipy.stats")
PASSED, FAILED, BROKEN, OTHER = 0, 1, 2, 70
"""Statuses of pytest; the third is that of a module that cannot be imported any more."""
OUT_OF_TIME = -24
Fate = tuple[str, str]
QUIET = (
    "--assert=plain",  # a rewritten module would be the one on the disk
    "-x",
    "-q",
    "-s",
    "-p",
    "no:cacheprovider",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)


class Runs:
    """Tries mutants; a kill counts when the killer passes without the mutant."""

    def __init__(self, files: Sequence[str]) -> None:
        _prepare()
        ours, theirs = Pipe()
        self.pipe = ours
        self.trusted: set[str] = set()
        if os.fork() == 0:
            ours.close()
            _pytest(files, Collected(theirs))
        theirs.close()

    def fate(self, mutant: Mutant, tests: list[str], *, at_import: bool) -> Fate:
        """Killed, by what; alive; or not entered by any test."""
        if not tests:
            return "not entered", ""
        if at_import:
            found = _forked(lambda end: _import_and_try(mutant, tests, end))
        else:
            found = self._ask(mutant, tests)
        self._trust(found[1])
        return found

    def end(self) -> None:
        """The process that has collected the tests ends."""
        self.pipe.send(None)

    def _ask(self, mutant: Mutant | None, tests: list[str]) -> Fate:
        self.pipe.send((mutant, tests))
        found: Fate = self.pipe.recv()
        return found

    def _trust(self, killer: str) -> None:
        if "::" not in killer or killer in self.trusted:
            return
        if self._ask(None, [killer])[0] != "alive":
            raise SystemExit(f"{killer} fails without a mutant; mend it first")
        self.trusted.add(killer)


class Told:
    """A plugin that says which test failed first."""

    def __init__(self, end: int) -> None:
        self.end = end
        self.failed = False

    def pytest_runtest_logreport(self, report: object) -> None:
        if getattr(report, "failed", False) and not self.failed:
            self.failed = True
            os.write(self.end, str(getattr(report, "nodeid", "")).encode())


class Collected:
    """A plugin that runs what is asked, each time in a fork, instead of what was collected."""

    def __init__(self, pipe: Connection) -> None:
        self.pipe = pipe

    def pytest_runtestloop(self, session: object) -> bool:
        items = {item.nodeid: item for item in session.items}  # type: ignore[attr-defined]  # pytest's
        functions = _functions()
        gc.freeze()
        while (asked := self.pipe.recv()) is not None:
            mutant, names = asked
            chosen = [items[name] for name in names]
            self.pipe.send(_forked(lambda end: _change_and_try(mutant, functions, chosen, end)))  # noqa: B023 - done before the next is asked
        return True


def _prepare() -> None:
    os.chdir(ROOT)
    os.environ["NKTRADE_HYPOTHESIS"] = "quick"
    sys.dont_write_bytecode = True
    for name in BELOW:
        importlib.import_module(name)
    loaded = [name for name in sys.modules if name.partition(".")[0] == "nktrade"]
    if loaded:
        raise SystemExit(f"found {loaded[0]} loaded before it can be changed, expected none")


def _forked(run: Callable[[int], int]) -> Fate:
    """What became of a run in a process of its own."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        status = OTHER
        try:
            os.close(ours)
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            status = run(theirs)
        finally:
            if status == OTHER:
                traceback.print_exc()
            os._exit(status)
    os.close(theirs)
    with os.fdopen(ours, "rb") as end:
        by = end.read().decode()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status == PASSED:
        return "alive", ""
    if status in (FAILED, BROKEN):
        return "killed", by or "its import"
    if status < 0:
        return "killed", "the time" if status == OUT_OF_TIME else f"signal {-status}"
    raise SystemExit(f"found status {status} of a run, expected tests that pass or fail")


def _silence() -> None:
    """What pytest prints is thrown away; what breaks is still told."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(nowhere, number)


def _pytest(arguments: Sequence[str], plugin: object) -> None:
    """Ends this process with the status of pytest."""
    status = OTHER
    try:
        _silence()
        status = int(importlib.import_module("pytest").main([*QUIET, *arguments], plugins=[plugin]))
    finally:
        os._exit(status)


def _change_and_try(
    mutant: Mutant | None,
    functions: dict[tuple[str, str, int], list[FunctionType]],
    items: list[object],
    end: int,
) -> int:
    """The functions of the mutant stand in place of ours, and the tests are run until one fails."""
    if mutant is not None and mutant.module not in sys.modules:
        sys.meta_path.insert(0, Finder(mutant))  # a module that is loaded when it is first needed
    elif mutant is not None:
        for code in _changed(mutant):
            for function in functions[_key(code)]:
                function.__code__ = code
    told = Told(end)
    config = items[0].config  # type: ignore[attr-defined]  # an item of pytest
    config.pluginmanager.register(told)
    for item, following in zip(items, [*items[1:], None], strict=True):
        config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if told.failed:
            return FAILED
    return PASSED


def _import_and_try(mutant: Mutant, tests: list[str], end: int) -> int:
    """The module is changed as it is loaded, and the tests are run until one fails."""
    _silence()
    finder = Finder(mutant)
    sys.meta_path.insert(0, finder)
    told = Told(end)
    status = int(importlib.import_module("pytest").main([*QUIET, *tests], plugins=[told]))
    loaded = sys.modules.get(finder.loader.name)
    return status if (loaded and loaded.__loader__ is finder.loader) or status == BROKEN else OTHER


def _key(code: CodeType) -> tuple[str, str, int]:
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _functions() -> dict[tuple[str, str, int], list[FunctionType]]:
    """Every function there is, by where it was written."""
    found: dict[tuple[str, str, int], list[FunctionType]] = {}
    for one in gc.get_objects():
        if isinstance(one, FunctionType):
            found.setdefault(_key(one.__code__), []).append(one)
    return found


def _changed(mutant: Mutant) -> list[CodeType]:
    """The outermost functions that differ; compiled alike, so that nothing but the change does."""
    file = ROOT / mutant.file
    source = file.read_text(encoding="utf-8")
    plain, new = (
        compile(mutated(source, place), str(file), "exec") for place in (-1, mutant.place)
    )
    return list(_differing(plain, new))


def _differing(plain: CodeType, new: CodeType) -> Iterator[CodeType]:
    """Of two bodies the inner functions that differ; of classes, theirs."""
    for before, after in zip(_inner(plain), _inner(new), strict=True):
        if before == after:
            continue
        if after.co_flags & importlib.import_module("inspect").CO_OPTIMIZED:
            yield after
        else:
            yield from _differing(before, after)


def _inner(code: CodeType) -> list[CodeType]:
    return sorted((one for one in code.co_consts if isinstance(one, CodeType)), key=_key)


class Changed(importlib.machinery.SourceFileLoader):
    """Loads a module with one change in it."""

    def __init__(self, mutant: Mutant) -> None:
        file = ROOT / mutant.file
        super().__init__(mutant.module, str(file))
        tree = mutated(file.read_text(encoding="utf-8"), mutant.place)
        self.code = compile(tree, str(file), "exec")

    def get_code(self, _name: str) -> CodeType:
        return self.code


class Finder(importlib.abc.MetaPathFinder):
    """Finds the changed module before the one on the disk."""

    def __init__(self, mutant: Mutant) -> None:
        self.loader = Changed(mutant)

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self.loader.name:
            return None
        return importlib.util.spec_from_file_location(name, loader=self.loader)
