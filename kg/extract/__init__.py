"""Doc to events: mentions, titles, triggers, arguments and circumstances, as spaCy components."""
