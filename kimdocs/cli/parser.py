"""argparse that speaks German and reports a wrong call as a UsageError."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, NoReturn

from kimdocs.cli.endings import endings
from kimdocs.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_MISSES = "the following arguments are required: "


class GermanFormatter(argparse.HelpFormatter):
    """Help with German words of its own; line breaks of an epilog stay where they are."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Begin with "Aufruf:" where argparse would say "usage:"."""
        super().add_usage(usage, actions, groups, "Aufruf: " if prefix is None else prefix)


class GermanParser(argparse.ArgumentParser):
    """ArgumentParser whose help and errors are German; its subparsers are the same.

    ``excluding`` is an option that "-word" stands for; None where it stands for nothing.
    """

    excluding: str | None = None

    def __init__(self, **settings: Any) -> None:
        """Take argparse's settings; abbreviated options are refused, so that adding one never breaks a script."""
        settings.setdefault("formatter_class", GermanFormatter)
        settings["allow_abbrev"] = False
        settings["add_help"] = False
        super().__init__(**settings)
        self._positionals.title = "Angaben"
        self._optionals.title = "Optionen"
        self.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help="diese Hilfe zeigen und enden")
        self.set_defaults(asked=self)  # in the end the parser of the command that was called

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does it, but a word behind a minus may stand for an option with this word; see ``excluding``."""
        if self.excluding and args is not None:
            args = list(args)
            free = args.index("--") if "--" in args else len(args)
            args[:free] = [f"{self.excluding}={word[1:]}" if _is_excluded(word) else word for word in args[:free]]
        return super().parse_known_args(args, namespace)

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does it, but an option that is unknown is told by the command that does not know it.

        Raises:
            UsageError: An option is unknown, or the call is wrong in another way.
        """
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            asked: GermanParser = found.asked
            near = _nearest(rest[0].partition("=")[0], asked._option_string_actions)
            asked.error(f"unrecognized arguments: {' '.join(rest)}" + (f", maybe you meant '{near}'?" if near else ""))
        return found

    def error(self, message: str) -> NoReturn:
        """Raise argparse's message in German.

        Raises:
            UsageError: Always.
        """
        step = f"„{self.prog} --help“ zeigt, was möglich ist."
        raise UsageError(translate(message), " ".join([*self._missing(message), step]))

    def _missing(self, message: str) -> Iterator[str]:
        """A sentence on each argument that argparse misses: what it is, or what there is to choose from."""
        names = message.removeprefix(_MISSES).split(", ") if message.startswith(_MISSES) else []
        for action in self._actions:
            name = "/".join(action.option_strings) or str(action.metavar)
            if name in names and isinstance(action.choices, dict):
                yield f"{name} ist eines von: {', '.join(action.choices)}."
            elif name in names and action.help:
                yield f"{name}: {action.help}."

    def format_help(self) -> str:
        """The help, a command's with what its exit code says whatever it does; its own words for others are before."""
        own = self.epilog
        if " " in self.prog:
            always = f"Immer möglich sind {endings(2, 7)}. „kimdocs --help“ nennt alle."
            self.epilog = f"{own} {always}" if own else always
        try:
            return super().format_help()
        finally:
            self.epilog = own


def _is_excluded(word: str) -> bool:
    """Whether this is a word, or a phrase, behind a minus: no option of one letter or a long one, no number."""
    return word[:1] == "-" and len(word) > len("-h") and word[1] != "-" and not word[1].isdigit()


def translate(message: str) -> str:
    """German sentence for a message of argparse; a message it does not know (a German one of ours) stays."""
    import re
    import tomllib
    from importlib.resources import files

    table = tomllib.loads((files("kimdocs.cli") / "argparse.toml").read_text(encoding="utf-8"))
    argument = re.fullmatch(r"argument (?P<name>.+?): (?P<rest>.*)", message, re.DOTALL)
    prefix, rest = (f"{argument['name']}: ", argument["rest"]) if argument else ("", message)
    for entry in table["message"]:
        if found := re.fullmatch(entry["english"], rest, re.DOTALL):
            german = found.expand(entry["german"]).replace("'", "")
            if "near" in entry and (near := _nearest(found[1], found[entry["near"]].replace("'", "").split(", "))):
                german += f" Gemeint ist vielleicht „{near}“."
            return prefix + german
    return prefix + rest


def _nearest(word: str, known: Iterable[str]) -> str:
    """The one of these words that somebody may have meant; "" where none is near."""
    from difflib import get_close_matches

    names = {one.lstrip("-"): one for one in known}
    return names[near[0]] if (near := get_close_matches(word.lstrip("-"), names, 1)) else ""
