"""A server: connections that notice death, receipts for a COMMIT without an answer, the lock."""
