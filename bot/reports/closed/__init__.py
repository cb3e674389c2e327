"""A closed month on paper: what was frozen when it was closed, and nothing that came later."""
