"""From the outbox to Telegram: what may leave, when, once, and what its answer means."""
