"""What a graph directory holds: the store, and the archive of what was read and said."""
