"""Recipes of the pipelines that ship: see README.md."""
