"""The shape of the program: who may import whom, and what a translatable text looks like."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "desktop_app"

ROOTS = {"desktop_app.__main__", "desktop_app.app", "desktop_app.commands"}
"""The composition roots; the packages below them are part of them."""

INNER = {
    "core": {"desktop_app.core"},
    "storage": {"desktop_app.core", "desktop_app.storage"},
    "system": {"desktop_app.core", "desktop_app.system"},
    "gui": {"desktop_app.core", "desktop_app.gui", "desktop_app.resources"},
}
OUTER = {
    "core": {"argon2", "phonenumbers", "zxcvbn", "xkcdpass", "charset_normalizer"},
    "storage": {"psycopg"},
    "system": {"keyring", "platformdirs", "cryptography", "argon2", "secretstorage", "jeepney"},
    "gui": {"PySide6", "shiboken6"},
}
NOT_IN_CORE = {
    "sqlite3", "logging", "socket", "subprocess", "tempfile", "shutil", "time",
}  # fmt: skip


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def sources() -> dict[str, Path]:
    return {module_name(path): path for path in PACKAGE.rglob("*.py")}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module is not None
            yield node.module, node.lineno
            known = sources()
            for alias in node.names:
                if f"{node.module}.{alias.name}" in known:
                    yield f"{node.module}.{alias.name}", node.lineno


def layer_of(name: str) -> str | None:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in INNER else None


def layered() -> list[tuple[str, Path, str]]:
    found = ((name, path, layer_of(name)) for name, path in sorted(sources().items()))
    return [(name, path, layer) for name, path, layer in found if layer is not None]


@pytest.mark.parametrize(("name", "path", "layer"), layered(), ids=str)
def test_imports_point_inward(name: str, path: Path, layer: str) -> None:
    """No layer knows one that lies further out, and each knows only its own libraries."""
    import sys

    for imported, line in imports(path):
        top = imported.split(".")[0]
        if top == "desktop_app":
            allowed = imported == "desktop_app" or any(
                imported == inner or imported.startswith(inner + ".") for inner in INNER[layer]
            )
        else:
            allowed = top in sys.stdlib_module_names or top in OUTER[layer]
            allowed = allowed and not (layer == "core" and top in NOT_IN_CORE)
        assert allowed, f"{name}:{line} imports {imported}"


def test_no_import_cycles() -> None:
    """No module imports itself, however far around."""
    known = sources()
    graph = {
        name: {imported for imported, _ in imports(path) if imported in known and imported != name}
        for name, path in known.items()
    }
    packages = {name for name, path in known.items() if path.name == "__init__.py"}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail[trail.index(name) :], name))
        if name in done:
            return
        for following in graph[name] - packages:
            visit(following, (*trail, name))
        done.add(name)

    for name in graph:
        visit(name, ())


def test_only_the_resource_module_knows_where_resources_lie() -> None:
    """A checkout, a wheel and a bundle differ in one module only."""
    for name, path in sources().items():
        if name == "desktop_app.resources":
            continue
        text = path.read_text(encoding="utf-8")
        assert "sys._MEIPASS" not in text, name
        assert "__file__" not in text, name


def calls() -> Iterator[tuple[str, ast.Call, str]]:
    for name, path in sorted(sources().items()):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call):
                function = node.func
                called = (
                    function.attr
                    if isinstance(function, ast.Attribute)
                    else function.id
                    if isinstance(function, ast.Name)
                    else ""
                )
                yield name, node, called


def test_translated_texts_are_literals() -> None:
    """Every text reaches the translators: a variable or an f-string would be lost silently."""
    for name, node, called in calls():
        if name == "desktop_app.gui.texts.translation":
            continue  # where tr itself hands its text on
        if called == "tr":
            texts = node.args[:1]
        elif called == "translate" and len(node.args) >= 2:
            texts = node.args[:2]
        else:
            continue
        for text in texts:
            assert isinstance(text, ast.Constant), f"{name}:{node.lineno}"
            assert isinstance(text.value, str), f"{name}:{node.lineno}"


def test_blanket_catches_stand_where_bugs_are_reported() -> None:
    """Only the task runner and the excepthook may catch everything."""
    allowed = {"desktop_app.gui.tasks"}
    for name, path in sources().items():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ExceptHandler) and name not in allowed:
                caught = ast.unparse(node.type) if node.type else "everything"
                assert caught not in {"everything", "Exception", "BaseException"}, (
                    f"{name}:{node.lineno} catches {caught}"
                )
