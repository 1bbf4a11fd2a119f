"""The shell's face: ``nktrade check``, ``claims``, ``baseline``, ``diagnose``, ``mirror``, ``replay`` and more.

Only the parser lives here, so that help and errors come at once; the work is in ``commands``.
"""

import argparse
import atexit
import codecs
import datetime as dt
import gc
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from nktrade import __version__
from nktrade.errors import NktradeError, nearest

_EXAMPLES = """\
examples:
  nktrade check article.html            figures against each other and customs
  nktrade check reports/ --against none --format json -o findings.json
  nktrade check notes.md --date 2018-08-20 --against my_customs.csv
  cat brief.txt | nktrade claims -      what the text claims, nothing judged
  nktrade baseline china_customs --format csv
exit status:
  0 nothing found; 1 a finding at or above --fail-on; 2 wrong use or unreadable
"""
_BYTES = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9}
_INTERRUPTED = 130
_GARBAGE = 100_000
"""Objects before a search for garbage: what a command imports and compiles lives to its end anyway."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of one command line."""
    gc.set_threshold(_GARBAGE)
    atexit.register(_leave)
    try:
        options = _parser().parse_args(arguments)
        return _run(options)
    except NktradeError as error:
        line = " ".join(str(error).split())
        print(f"nktrade: {line}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("nktrade: interrupted; nothing was written", file=sys.stderr)
        return _INTERRUPTED


def _leave() -> None:
    """All goes with the process, without a last search through it."""
    if "duckdb" not in sys.modules:  # which tells of everything that was not searched out
        gc.freeze()


def _run(options: argparse.Namespace) -> int:
    from nktrade import commands  # noqa: PLC0415 - help and wrong use need none of it

    return commands.run(options)


class _Parser(argparse.ArgumentParser):
    """A parser whose every complaint is one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="nktrade",
        description="statcheck for trade statistics:\n"
        "which figures cannot all be true, and which is likely wrong.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"nktrade {__version__}")
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, parser_class=_Parser
    )
    for add in (
        *(_add_check, _add_claims, _add_baseline, _add_diagnose, _add_mirror),
        *(_add_caps, _add_checks, _add_replay),
    ):
        add(commands)
    return parser


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives its type no public name


def _add_check(commands: "_Commands[_Parser]") -> None:
    parser = _command(commands, "check", "read documents or customs files and report findings")
    _add_reading(parser)
    _add_output(parser, ("text", "json", "csv", "html", "sarif"))
    _add_holding(parser)
    _add_running(parser)
    parser.add_argument(
        "--fail-on",
        metavar="LEVEL",
        type=_one_of("error", "warning", "never"),
        default="error",
        help="lowest severity that makes the exit status 1: error, warning or never",
    )


def _add_holding(parser: argparse.ArgumentParser) -> None:
    """What figures are held against, and by which settings."""
    parser.add_argument(
        "--against",
        metavar="NAME|FILE",
        action="append",
        help="baseline to hold figures against, repeatable; default: all embedded; none: no baseline",
    )
    parser.add_argument(
        "--given",
        metavar="FIELD=WORD",
        action="append",
        type=_field,
        help="what a customs file leaves out, as flow=import; repeatable",
    )
    parser.add_argument(
        "--config",
        metavar="FILE",
        help="settings; default: the nearest pyproject.toml with [tool.nktrade]; none: no settings",
    )


def _add_running(parser: argparse.ArgumentParser) -> None:
    """How a long run goes on, and what it leaves behind."""
    parser.add_argument(
        "--resume",
        metavar="FILE",
        help="journal of finished documents: an interrupted run goes on from it (not for html)",
    )
    parser.add_argument(
        "--bundle",
        metavar="FOLDER",
        help="write the report with its inputs and baselines to a new folder, to be replayed",
    )
    parser.add_argument(
        "--workers",
        metavar="N",
        type=_count,
        default=1,
        help="processes that share --resume's work",
    )


def _add_claims(commands: "_Commands[_Parser]") -> None:
    parser = _command(commands, "claims", "the claims alone, nothing judged")
    _add_reading(parser)
    _add_output(parser, ("text", "json", "csv"))


def _add_baseline(commands: "_Commands[_Parser]") -> None:
    parser = _command(commands, "baseline", "list the baselines; print one")
    parser.add_argument("name", metavar="NAME", nargs="?", help="the baseline to print")
    _add_output(parser, ("text", "json", "csv"))


def _add_diagnose(commands: "_Commands[_Parser]") -> None:
    parser = _command(commands, "diagnose", "localise, repair and balance a system of figures")
    parser.add_argument("file", metavar="FILE.json", help="the system; - for standard input")
    _add_output(parser, ("text", "json"))


def _add_mirror(commands: "_Commands[_Parser]") -> None:
    parser = _command(commands, "mirror", "mirror statistics over customs files of any size")
    parser.add_argument("exports", metavar="EXPORTS", help="file of reported exports")
    parser.add_argument("imports", metavar="IMPORTS", help="file of the partners' reported imports")
    _add_output(parser, ("text", "json", "csv"))


def _add_caps(commands: "_Commands[_Parser]") -> None:
    parser = _command(commands, "caps", "how much of the UN's caps returns and claims have used")
    add = parser.add_argument
    add("--year", type=_year, metavar="YYYY", help="one year of a cap; default: all")
    add("--supplier", metavar="AREA", help="who delivers, as CHN; WLD for all together")
    add("--add", action="append", metavar="FILE", help="your own tidy CSV of claims, repeatable")
    _add_output(parser, ("text", "json", "csv"))


def _add_checks(commands: "_Commands[_Parser]") -> None:
    parser = _command(commands, "checks", "the catalogue: name, equation, what it says, why")
    _add_output(parser, ("text", "json", "csv"))


def _add_replay(commands: "_Commands[_Parser]") -> None:
    parser = _command(commands, "replay", "make the report of a bundle again and compare the bytes")
    parser.add_argument(
        "folder", metavar="FOLDER", help="what check --bundle or report.bundle wrote"
    )
    _add_output(parser, ("text", "json"))


def _command(commands: "_Commands[_Parser]", name: str, says: str) -> _Parser:
    return commands.add_parser(name, help=says, description=says, allow_abbrev=False)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("paths", metavar="PATH", nargs="+", help="file, folder or glob; - for standard input")
    add("--date", type=_day, metavar="YYYY-MM-DD", help="date line, where the document has none")
    add("--lang", metavar="LANG", help="language of the text; default: detected")
    add("--encoding", type=_encoding, metavar="NAME", help="encoding of the files")
    add(
        "--context",
        metavar="none",
        type=_one_of("none"),
        help="none: nothing is inferred for sides that the text does not name",
    )
    add("--max-size", type=_size, metavar="BYTES", help="largest file read at once, as 5M")
    add("--max-nesting", type=_count, metavar="N", help="deepest nesting of elements or JSON read")
    add("--max-seconds", type=_count, metavar="N", help="longest wait; with --resume, for a chunk")
    add("--with-text", action="store_true", help="include the clean text in JSON")


def _add_output(parser: argparse.ArgumentParser, forms: tuple[str, ...]) -> None:
    add = parser.add_argument
    shown = ", ".join(forms)
    add("--format", type=_one_of(*forms), default=forms[0], metavar="FORM", help=f"one of {shown}")
    add("-o", "--output", metavar="FILE", help="write to a file, whole or not at all")
    add(
        "--quiet", action="store_true", help="no progress bar and no list of unread files on stderr"
    )


def _one_of(*words: str) -> Callable[[str], str]:
    def read(word: str) -> str:
        if word not in words:
            raise argparse.ArgumentTypeError(f"found {word!r}; {nearest(word, words)}")
        return word

    return read


def _year(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) == len("2018")):
        raise argparse.ArgumentTypeError(f"found {written!r}, expected a year such as 2018")
    return int(written)


def _day(written: str) -> dt.date:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"found {written!r}, expected a day as YYYY-MM-DD, such as 2018-08-20"
        ) from None


def _encoding(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        raise argparse.ArgumentTypeError(
            f"found {name!r}, expected an encoding that Python knows, such as utf-8 or gb18030"
        ) from None


def _count(written: str) -> int:
    if not (written.isascii() and written.isdigit()) or int(written) == 0:
        raise argparse.ArgumentTypeError(
            f"found {written!r}, expected a number above zero, such as 4"
        )
    return int(written)


def _field(written: str) -> tuple[str, str]:
    name, mark, word = written.partition("=")
    if not (name and mark and word):
        raise argparse.ArgumentTypeError(
            f"found {written!r}, expected FIELD=WORD, such as flow=import"
        )
    return name, word


def _size(written: str) -> int:
    digits = written.lower().removesuffix("b")
    number, unit = (digits[:-1], digits[-1]) if digits[-1:] in {"k", "m", "g"} else (digits, "")
    if not (number.isascii() and number.isdigit()) or int(number) == 0:
        raise argparse.ArgumentTypeError(
            f"found {written!r}, expected a number of bytes above zero, such as 5000000 or 5M"
        )
    return int(number) * _BYTES[unit]


if __name__ == "__main__":
    sys.exit(main())
