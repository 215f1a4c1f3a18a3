"""Tools that judge the running site from outside: audit, screenshot, and what they share."""
