"""The entries behind a sum, as they stand: what was corrected is one line, with what it was."""
