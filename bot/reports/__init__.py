"""Sums: summaries, month reports, closing, digests, files, integrity of the books."""
