"""The one Jinja environment: a template can print, test and loop over the draft's fields, and nothing else.

Templates may come from strangers. What they may say is checked on the syntax tree (``syntax``); what they may reach is
only the fields (no attribute of any object exists for them); how much they may do is counted while they run.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, Template, TemplateNotFound, TemplateSyntaxError, pass_context
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kimdocs.drafting.catalogue import builtin_root, read_template_text
from kimdocs.drafting.filters import filters
from kimdocs.drafting.gaps import Missing
from kimdocs.drafting.syntax import BUILTIN, check_syntax, syntax_error
from kimdocs.drafting.template_run import CURRENT, Fields, Rendering, Run, guarded
from kimdocs.errors import TemplateError

if TYPE_CHECKING:
    from kimdocs.drafting.catalogue import Field, Total
    from kimdocs.drafting.facts import FactSheet

MAX_OUTPUT = 100_000
_LOOP = {"index", "first", "last", "length"}


class _Environment(ImmutableSandboxedEnvironment):
    """Looks names up in the draft's fields only; whatever else is asked for does not exist."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Missing):
            return _missing(f"{obj.path}.{argument}")
        if isinstance(obj, Fields):
            found = obj.get(argument)
            return _missing(f"{obj.path}.{argument}".lstrip(".")) if found is None else found
        if isinstance(obj, list) and isinstance(argument, int) and 0 <= argument < len(obj):
            return list.__getitem__(obj, argument)
        return _missing(str(argument))


class _Loader(BaseLoader):
    """``kimdocs/<kind>/template.md.j2``, for templates that extend one of ours."""

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Any]:
        kind = re.fullmatch(rf"{BUILTIN}([a-z0-9_-]+)/template\.md\.j2", template)
        path = builtin_root() / kind[1] / "template.md.j2" if kind else None
        if path is None or not path.is_file():
            raise TemplateNotFound(template)
        text = read_template_text(path)
        check_syntax(environment, text, template)
        return text, str(path), lambda: True


def render(sheet: FactSheet) -> Rendering:
    """Run a template over a fact sheet.

    Raises:
        TemplateError: The template is wrong, says what is not allowed, or runs too long; with file and line.
    """
    template = sheet.template
    name = f"{template.kind}/template.md.j2"
    named: tuple[Field | Total, ...] = (*template.fields.values(), *template.totals)
    run = Run(template.labels | {item.name: item.label for item in named}, sheet.find, sheet.row_name)
    before = CURRENT.set(run)
    try:
        compiled = _compiled(name, str(template.folder / "template.md.j2"), template.text())
        text = _generate(compiled, {key: guarded(node, key, run) for key, node in sheet.root.items()}, run)
    except TemplateSyntaxError as error:
        raise syntax_error(error) from error
    except TemplateNotFound as error:
        raise TemplateError(f"Die Vorlage „{name}“ baut auf „{error}“ auf, die es nicht gibt.") from error
    except (JinjaError, TypeError, ValueError, RecursionError, OverflowError, MemoryError) as error:
        raise TemplateError(
            f"Die Vorlage „{name}“ lässt sich nicht ausführen.", "Prüfen Sie „kimdocs templates lint“."
        ) from error
    finally:
        CURRENT.reset(before)
    return Rendering(text, run.slots, run.gaps())


def _generate(compiled: Template, fields: dict[str, Any], run: Run) -> str:
    parts: list[str] = []
    size = 0
    for part in compiled.generate(fields):
        size += len(part)
        run.tick()
        if size > MAX_OUTPUT:
            raise TemplateError("Der Entwurf wird zu groß.", "Prüfen Sie die Schleifen der Vorlage.")
        parts.append(part)
    return "".join(parts)


@lru_cache(maxsize=64)
def _compiled(name: str, path: str, text: str) -> Template:
    """A template that is allowed, compiled once for each text."""
    jinja = environment()
    tree = check_syntax(jinja, text, name)
    return Template.from_code(jinja, jinja.compile(tree, name, path), {})


@cache
def environment() -> _Environment:
    """The environment."""
    made = _Environment(
        loader=_Loader(), trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=False,
        finalize=_print, extensions=(),
    )  # fmt: skip
    made.undefined = _undefined  # type: ignore[assignment]
    made.globals = {}
    made.filters = filters()
    made.tests = {
        "defined": lambda value: not isinstance(value, Missing),
        "undefined": lambda value: isinstance(value, Missing),
    }
    return made


@pass_context
def _print(_: Any, value: Any) -> str:
    """Jinja's finalize. Taking the context keeps Jinja from printing constants once and for all while it compiles."""
    return CURRENT.get().print_value(value)


def _missing(path: str) -> Missing:
    return Missing(path, CURRENT.get().missing)


def _undefined(hint: str | None = None, *_: Any, name: str | None = None, **__: Any) -> Missing:
    """What Jinja makes of a name that is nowhere: one of ours."""
    return _missing(str(name or hint or "?"))
