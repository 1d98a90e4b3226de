"""The import rules of ARCHITECTURE.md, read from the source; nothing heavy happens at import."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
RULES = tomllib.loads((ROOT / "tests" / "imports.toml").read_text(encoding="utf-8"))
HEAVY = (
    "babel",
    "docx",
    "jinja2",
    "lxml",
    "num2words",
    "pdfplumber",
    "pydantic",
    "pypdfium2",
    "spacy",
    "sqlalchemy",
    "typst",
    "yaml",
)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted((ROOT / "kimdocs").rglob("*.py"))}


class AtRunTime(ast.NodeTransformer):
    """Leaves out what only the type checker sees."""

    def visit_If(self, node: ast.If) -> ast.AST:
        return ast.Pass() if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING" else node


def imports(name: str, *, for_types: bool = True) -> set[str]:
    """Full names of all modules that a module imports, anywhere in it."""
    tree: ast.AST = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    tree = tree if for_types else AtRunTime().visit(tree)
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: import by full name instead of a relative one"
            base = node.module or ""
            found |= {f"{base}.{alias.name}" if f"{base}.{alias.name}" in MODULES else base for alias in node.names}
    return found


def part_of(name: str) -> str:
    parts = RULES["parts"]
    return max((part for part in parts if name == part or name.startswith(part + ".")), key=len)


@pytest.mark.parametrize("name", MODULES)
def test_parts_import_only_what_they_may(name):
    part = part_of(name)
    allowed = {part, *RULES["parts"][part]}
    wrong = {other for other in imports(name) if other.startswith("kimdocs") and part_of(other) not in allowed}
    assert "*" in allowed or not wrong, (
        f"{name} imports {', '.join(sorted(wrong))}. {part} may import only {sorted(allowed)}: hand the value in as an "
        "argument from the command line, or move what both need to kimdocs.model."
    )


@pytest.mark.parametrize("name", MODULES)
def test_third_party_libraries_stay_in_their_homes(name):
    allowed = {"kimdocs", *sys.stdlib_module_names}
    for library in sorted({other.partition(".")[0] for other in imports(name)} - allowed):
        assert library in RULES["homes"], (
            f"{name} imports {library}, which has no home: give it one in tests/imports.toml."
        )
        homes = RULES["homes"][library]
        assert any((name + ".").startswith(home) if home[-1] == "." else name == home for home in homes), (
            f"{name} imports {library}, whose home is {homes}: call a function of that module instead."
        )


@pytest.mark.parametrize("part", RULES["inner"])
def test_inner_parts_of_extraction_import_only_what_they_may(part):
    allowed = tuple(RULES["inner"][part])
    wrong = [
        f"{name} → {other}"
        for name in MODULES
        for other in imports(name, for_types=False)
        if name.startswith(part)
        and other.startswith("kimdocs.extraction.")
        and not (other + ".").startswith(part)
        and other not in allowed
    ]
    assert not wrong, f"{', '.join(wrong)}: hand the value in as an argument."


def test_no_modules_import_each_other_in_a_circle():
    known = {name: imports(name, for_types=False) & set(MODULES) - {name} for name in MODULES}
    while leaves := [name for name, others in known.items() if not others]:
        known = {name: others.difference(leaves) for name, others in known.items() if name not in leaves}
    assert not known, f"Among these is a circle: {', '.join(known)}."


def notion(name: str, folder: str) -> str:
    """The notion of a folder that a module is about; empty where it is nobody's, or everybody's."""
    first = name.removeprefix(f"{folder}.").partition(".")[0].partition("_")[0] if name.startswith(f"{folder}.") else ""
    return first if first in RULES["siblings"][folder] else ""


@pytest.mark.parametrize("folder", RULES["siblings"])
def test_siblings_do_not_know_each_other(folder):
    wrong = [
        f"{name} → {other}"
        for name in MODULES
        for other in imports(name, for_types=False)
        if notion(name, folder) and notion(other, folder) not in ("", notion(name, folder))
    ]
    assert not wrong, f"{', '.join(wrong)}: move what both need to a module of its own."


def test_importing_kimdocs_and_the_command_line_loads_nothing_heavy():
    script = (
        "import sys; before = set(sys.modules); import kimdocs, kimdocs.cli.main as m\n"
        "[__import__(f'kimdocs.cli.{name}', fromlist=['x']) for name in m.COMMANDS]\n"
        "print(*sorted({name.partition('.')[0] for name in set(sys.modules) - before}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(done.stdout.split()) & set(HEAVY)
    assert not loaded, f"Importing a command loads {sorted(loaded)}: import them inside the function that needs them."


def test_help_opens_no_file_of_the_package():
    script = (
        "import sys; opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None)\n"
        "from kimdocs.cli.main import main; main(['--help'])\n"
        "data = [name for name in opened if name.endswith(('.toml', '.yaml', '.docx', '.json'))]\n"
        "print('\\n'.join(data), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not done.stderr.strip(), "A file is read before anything was asked for: load it inside a function."
