"""One predicate per act. Use cases enforce them, views reuse them to hide buttons."""
