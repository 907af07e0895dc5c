"""How many of what: numbers, the words around them, and what is counted."""
