"""Places: signing up, the waiting list, offers, withdrawing, for oneself and for others."""
