import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType, SimpleNamespace

import pytest

from kg.cli import main


@dataclass
class Run:
    """What a run of the command line left."""

    code: int
    out: str
    err: str

    def complains(self, start: str) -> bool:
        """Whether standard error is one line that starts so."""
        return self.err.startswith(f"kg: {start}") and self.err.count("\n") == 1


@pytest.fixture
def kg(monkeypatch, capsys) -> Callable[..., Run]:
    """Run `kg` with arguments; in: bytes on standard input."""

    def run(*arguments: object, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as caught:
            main()
        out, err = capsys.readouterr()
        return Run(caught.value.code or 0, out, err)

    return run


@pytest.fixture
def fake(monkeypatch):
    """Put functions in the place of a module of the library."""

    def put(name: str, **functions: object) -> None:
        module = ModuleType(name)
        vars(module).update(functions)
        monkeypatch.setitem(sys.modules, name, module)

    return put
