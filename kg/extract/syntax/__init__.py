"""One reading of Universal Dependencies for all languages: words, phrases, slots, who speaks."""
