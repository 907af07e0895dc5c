"""The dataset on disk, opened to read: by rdflib's API or Oxigraph's own."""

from pathlib import Path

from oxrdflib import OxigraphStore
from pyoxigraph import Store
from rdflib import Dataset, Namespace

from kg.errors import StoreError
from kg.graph.directory.layout import find_store
from kg.graph.rdf.iris import PREFIXES


def open_store(directory: Path) -> Store:
    """The Oxigraph store of a directory that `build` wrote, read-only.

    Raises StoreError when there is none.
    """
    path = find_store(directory)
    if path is None:
        raise StoreError(f"{directory} holds no graph: build one with kg build … --out {directory}")
    return read_store(path)


def read_store(path: Path) -> Store:
    """The Oxigraph store of a folder, read-only. Raises StoreError when its files are broken."""
    try:
        return Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        raise StoreError(
            f"{path} cannot be opened ({error}): build it again into a new directory."
        ) from error


def open_dataset(directory: Path) -> Dataset:
    """The graph of a directory that `build` wrote, as an rdflib Dataset, read-only.

    Its default graph holds the union of all graphs (see kg.graph.rdf.union), so that a plain query
    sees everything once and ``GRAPH ?article { … }`` narrows to one article. Queries run in
    Oxigraph; the prefixes of the model are bound. Raises StoreError when there is no graph.
    """
    return to_dataset(open_store(directory))


def to_dataset(store: Store) -> Dataset:
    """An open store by rdflib's API, with the prefixes of the model bound."""
    dataset = Dataset(store=OxigraphStore(store=store))
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, Namespace(namespace))
    return dataset
