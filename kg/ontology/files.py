"""Where the data of ``ontologies/`` is: inside the installed package, or in the checkout."""

from functools import cache
from pathlib import Path


@cache
def ontology_dir() -> Path:
    """The folder of data files, as a path on disk.

    A wheel carries it as ``kg/ontologies``; an editable install finds it beside ``kg``.
    Raises FileNotFoundError when neither exists.
    """
    package = Path(__file__).parent.parent
    for folder in (package / "ontologies", package.parent / "ontologies"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"No ontologies/ in {package} or beside it: reinstall kg.")
