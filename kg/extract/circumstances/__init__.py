"""When, where, how many, and whether it happened: what belongs to which event."""
