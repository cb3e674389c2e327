"""What nobody would notice: small faults put into rules, acts and statements, one at a time (docs/mutants.md)."""
