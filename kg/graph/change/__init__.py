"""Articles into a graph directory and out of it, decisions on it, and all that rests on these."""
