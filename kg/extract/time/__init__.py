"""Time expressions, and what days they mean on the day of publication."""
