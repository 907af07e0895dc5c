"""How two graphs differ: statement by statement, and in words."""
