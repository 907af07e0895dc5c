"""The merged graph read back: its events, networks of who acted on whom, and counts."""
