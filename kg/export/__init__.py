"""A graph directory to files: one module for each format."""

from kg.export.formats import FORMATS, export

__all__ = ["FORMATS", "export"]
